// Titles that an enterprise holds, each with the days for which it holds them.

import Eligibility

/// A title of an enterprise.
public struct Recognition: Hashable, Sendable {
  /// Which recognition.
  public var kind: Kind?
  /// The first day of its validity.
  public var validFrom: Day?
  /// The last day of its validity.
  public var validUntil: Day?
  /// How many certificates are attached.
  public var evidence: Int?

  /// A recognition of which nothing is known.
  public init() {}

  /// The titles that programmes name, and the rest; each form offers those that its programme asks.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 优质“种子企业”, of the province.
    case seed
    /// 市（州）级“专精特新”中小企业, recognised by a prefecture.
    case srdiMunicipal
    /// 省级“专精特新”中小企业, recognised by the province.
    case srdiProvincial
    /// 专精特新“小巨人”, recognised by the Ministry of Industry and Information Technology.
    case littleGiant
    /// 重点“小巨人”, little giants that the state supports.
    case keyLittleGiant
    /// 省制造业单项冠军企业, recognised by the province.
    case championProvincial
    /// 国家制造业单项冠军企业, recognised by the ministry.
    case championNational
    /// 产业链领航企业.
    case chainLeader
    /// 创建世界一流专业领军示范企业, recognised by the state-assets commission.
    case specialisedLeader
    /// Another one.
    case other
  }
}
