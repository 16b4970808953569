// The list of programmes: a new one is a folder beside that of the single champions, and a line here.

import Judging

extension ProgrammeList {
  /// All programmes that there are, the usual one first.
  public static let all = ProgrammeList([Programme.championID, Programme.keyLittleGiantID]) {
    $0 == Programme.keyLittleGiantID ? .keyLittleGiant : .champion
  }
}
