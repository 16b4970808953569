// Shares that are traded, and plans that they will be.

import Eligibility

/// A market of shares.
public enum GiantExchange: String, Hashable, Sendable, CaseIterable {
  /// 上交所主板
  case shanghaiMain
  /// 上交所科创板
  case star
  /// 深交所主板
  case shenzhenMain
  /// 深交所中小板
  case smeBoard
  /// 深交所创业板
  case chiNext
  /// 境外
  case abroad
  /// 北京证券交易所
  case beijing
  /// 新三板
  case neeq
  /// Another one.
  case other

  /// Whether Section 1 names it among those that exclude.
  public var excludes: Bool {
    switch self {
    case .shanghaiMain, .star, .shenzhenMain, .smeBoard, .chiNext, .abroad: true
    case .beijing, .neeq, .other: false
    }
  }
}

/// A listing of the enterprise's own shares, or their public issue abroad.
public struct GiantListing: Hashable, Sendable {
  /// On which market.
  public var market: GiantExchange?
  /// Since when.
  public var since: PartialDate?
  /// Whether they are listed on the day of filing.
  public var isListed: Bool?
  /// The last day on which they were listed.
  public var until: PartialDate?
  /// How many proofs are attached.
  public var evidence: Int?

  /// A listing of which nothing is known.
  public init() {}

  /// When it is the case.
  var span: GiantSpan { GiantSpan(began: since, isCurrent: isListed, ended: until) }
}

/// A plan to go public.
public struct GiantListingPlan: Hashable, Sendable {
  /// How far it has come.
  public var stage: Stage?
  /// On which market.
  public var market: GiantExchange?
  /// Since when it has come so far.
  public var since: PartialDate?
  /// How many proofs are attached.
  public var evidence: Int?

  /// A plan of which nothing is known.
  public init() {}

  /// Whether it has got as far as the notice asks.
  var isUnderWay: Bool { stage == .applicationFiled || stage == .tutoring }

  /// The stages that Section 6(2)3 tells apart.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// 已递交申请书
    case applicationFiled
    /// 已进入辅导期
    case tutoring
    /// Another stage, or no plan (无).
    case none
  }
}
