// The list of programmes: a new one is a folder beside that of the single champions, and two lines here.

import Judging

extension ProgrammeList {
  /// All programmes that there are, the usual one first, and where an enterprise stands among them.
  public static let all = ProgrammeList(
    [
      Programme.championID, Programme.clusterID, Programme.keyLittleGiantID,
      Programme.servicePlatformID,
    ],
    holders: [Programme.championHolderID, Programme.clusterHolderID], ladder: { .jilin }
  ) { id in
    switch id {
    case Programme.clusterID: .cluster
    case Programme.keyLittleGiantID: .keyLittleGiant
    case Programme.servicePlatformID: .servicePlatform
    case Programme.championHolderID: .championHolder
    case Programme.clusterHolderID: .clusterHolder
    default: .champion
    }
  }
}
