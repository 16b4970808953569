// The list of programmes: a new one is a folder beside that of the single champions, and two lines here.

import Judging

extension ProgrammeList {
  /// All programmes that there are, the usual one first, and where an enterprise stands among them.
  public static let all = ProgrammeList(
    [
      Programme.championID, Programme.clusterID, Programme.keyLittleGiantID,
      Programme.servicePlatformID,
    ],
    holders: holderIDs, ladder: { .jilin }
  ) { id in
    switch id {
    case Programme.clusterID: .cluster
    case Programme.keyLittleGiantID: .keyLittleGiant
    case Programme.servicePlatformID: .servicePlatform
    default: holder(id) ?? .champion
    }
  }

  // The page has no view for holders, and without their programmes it is smaller.
  #if hasFeature(Embedded)
    private static let holderIDs: [String] = []
    private static func holder(_ id: String) -> Programme? { nil }
  #else
    private static let holderIDs = [Programme.championHolderID, Programme.clusterHolderID]
    private static func holder(_ id: String) -> Programme? {
      switch id {
      case Programme.championHolderID: .championHolder
      case Programme.clusterHolderID: .clusterHolder
      default: nil
      }
    }
  #endif
}
