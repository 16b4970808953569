// What Annex 1 asks about research, intellectual property, standards and people.

import CommonFacts
import Eligibility

/// Research, intellectual property and standards (Annex 1, section 3).
public struct Innovation: Hashable, Sendable {
  /// The research institutions of the enterprise.
  public var institutions: [Institution]?
  /// The core intellectual property it owns.
  public var coreIntellectualProperty: [Document]?
  /// How many patents it holds at home.
  public var domesticPatents: Int?
  /// How many patents it holds abroad.
  public var internationalPatents: Int?
  /// The standards it led or took part in.
  public var standards: [Standard]?
  /// The results of research in use.
  public var appliedResults: [AppliedResult]?

  /// Innovation of which nothing is known.
  public init() {}

  /// A research and development institution.
  public struct Institution: Hashable, Sendable {
    /// The highest level that recognised it.
    public var level: Level?
    /// How many recognitions are attached.
    public var evidence: Int?

    /// An institution of which nothing is known.
    public init() {}
  }

  /// Something owned, with its proof.
  public struct Document: Hashable, Sendable {
    /// How many proofs are attached.
    public var evidence: Int?

    /// Something of which nothing is known.
    public init() {}
  }

  /// A technical standard.
  public struct Standard: Hashable, Sendable {
    /// Where it applies.
    public var level: StandardLevel?
    /// How many proofs of the enterprise's part are attached.
    public var evidence: Int?

    /// A standard of which nothing is known.
    public init() {}
  }

  /// A result of research that is in use.
  public struct AppliedResult: Hashable, Sendable {
    /// Whether it is in actual use.
    public var isInUse: Bool?
    /// Whether the use brings economic benefit.
    public var bringsBenefit: Bool?
    /// How many proofs are attached.
    public var evidence: Int?

    /// A result of which nothing is known.
    public init() {}
  }
}

/// Talent programmes and cooperation (Annex 1, 4.3).
public struct Talent: Hashable, Sendable {
  /// People selected for talent programmes.
  public var programmes: [Programme]?
  /// Training run together with schools.
  public var cooperations: [Innovation.Document]?

  /// Talent of which nothing is known.
  public init() {}

  /// One selection for a talent programme.
  public struct Programme: Hashable, Sendable {
    /// The level that runs it.
    public var level: Level?
    /// How many proofs are attached.
    public var evidence: Int?

    /// A selection of which nothing is known.
    public init() {}
  }
}
