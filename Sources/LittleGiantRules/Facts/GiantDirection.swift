// The six ways of fitting the industrial direction (Section 3(1)2), each claimed, specified and proven.

/// What the enterprise claims about the industrial direction.
public struct GiantDirection: Hashable, Sendable {
  /// A key field of the catalogue of the four industrial bases (工业“四基”发展目录).
  public var fourBases = FourBases()
  /// One of the ten key fields of the manufacturing-power strategy; which one.
  public var tenFields = Claim()
  /// The main product mends a short board in a key field (补短板); which field and link.
  public var shortBoard = Claim()
  /// The main product is a breakthrough in a key core technology (关键核心技术攻关); which one.
  public var keyTechnology = Claim()
  /// The main product fills a gap at home or worldwide; in which field.
  public var gap = Gap()
  /// Joint innovation with a leading enterprise of a key industry; with whom.
  public var jointInnovation = Claim()

  /// Claims of which nothing is known.
  public init() {}

  /// One claim.
  public struct Claim: Hashable, Sendable {
    /// Whether it is claimed.
    public var isClaimed: Bool?
    /// What exactly.
    public var specification: String?
    /// How many proofs are attached.
    public var evidence: Int?

    /// A claim of which nothing is known.
    public init() {}
  }

  /// The claim with the four boxes of Annex 5.
  public struct FourBases: Hashable, Sendable {
    /// Whether it is claimed.
    public var isClaimed: Bool?
    /// 核心基础零部件（元器件）
    public var coreParts: Bool?
    /// 关键基础材料
    public var keyMaterials: Bool?
    /// 先进基础工艺
    public var advancedProcesses: Bool?
    /// 产业技术基础
    public var technologyFoundation: Bool?
    /// How many proofs are attached.
    public var evidence: Int?

    /// A claim of which nothing is known.
    public init() {}

    /// Whether at least one box is ticked.
    public var isSpecified: Bool {
      coreParts == true || keyMaterials == true || advancedProcesses == true
        || technologyFoundation == true
    }
  }

  /// The claim to fill a gap.
  public struct Gap: Hashable, Sendable {
    /// Whether it is claimed.
    public var isClaimed: Bool?
    /// Whether the gap was one at home or worldwide; both count.
    public var reach: Reach?
    /// In which field, and how advanced the technology is.
    public var specification: String?
    /// How many proofs are attached.
    public var evidence: Int?

    /// A claim of which nothing is known.
    public init() {}

    /// Where a gap was.
    public enum Reach: String, Hashable, Sendable, CaseIterable {
      /// 填补国内空白
      case home
      /// 填补国际空白
      case worldwide
    }
  }
}
