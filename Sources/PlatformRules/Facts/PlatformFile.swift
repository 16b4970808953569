// What the file itself holds: papers, texts with a limit, goals, and statements that experts read.

import CommonFacts

/// The papers of an application and the form in which they are handed in (Sections 4(2) and 5).
public struct PlatformPapers: Hashable, Sendable {
  /// How many copies of the request are attached.
  public var request: Int?
  /// Whether the papers bear a seal.
  public var isStamped: Bool?
  /// Whether they are handed in on paper.
  public var isOnPaper: Bool?
  /// Whether they are handed in electronically.
  public var isElectronic: Bool?
  /// Whether the copies are legible.
  public var isLegible: Bool?

  /// Papers of which nothing is known.
  public init() {}
}

/// A text with a limit to its length.
public struct PlatformWriting: Hashable, Sendable {
  /// The text itself.
  public var text: String?
  /// How many characters it is declared to have.
  public var characters: Int?

  /// A text of which nothing is known.
  public init() {}
}

/// What is to be reached after one year and after two (Section 4(2)8).
public struct PlatformGoals: Hashable, Sendable {
  /// The goals after one year.
  public var firstYear = Year()
  /// The goals after two years.
  public var secondYear = Year()

  /// Goals of which nothing is known.
  public init() {}

  /// The goals of one year, as far as something is said of each matter.
  public struct Year: Hashable, Sendable {
    /// Whether something is said of gathering resources for innovation.
    public var resources = false
    /// Whether something is said of point-to-point service to key little giants.
    public var keyLittleGiants = false
    /// Whether something is said of service to the province's other national little giants.
    public var littleGiants = false

    /// Goals of which nothing is known.
    public init() {}
  }
}

/// The matters that experts judge, in the order of the rulebook; the raw value is the criterion's identifier.
public enum PlatformJudgement: String, Hashable, Sendable, CaseIterable {
  /// Section 3(2): resources gathered.
  case resources = "platform-resources"
  /// Sections 2 and 3(2): point-to-point service.
  case targeted = "platform-targeted"
  /// Section 4(2)4: services already given.
  case record = "platform-record"
  /// Sections 4(2)8 and 7: goals.
  case targets = "platform-targets"
}

/// The statements on matters that experts judge; what is to be read of goals are the goals themselves.
public struct PlatformStatements: Hashable, Sendable {
  /// On the resources gathered.
  public var resources = Statement()
  /// On point-to-point service and its effect.
  public var targeted = Statement()
  /// On the services already given.
  public var record = Statement()

  /// No statement.
  public init() {}
}
