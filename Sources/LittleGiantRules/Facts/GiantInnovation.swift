// What Section 3(1)4 asks about innovation and management, each with the days on which it is the case.

import CommonFacts
import Eligibility

/// Patents, institutions, standards and certifications.
public struct GiantInnovation: Hashable, Sendable {
  /// The patents.
  public var patents: [Patent]?
  /// The research institutions.
  public var institutions: [Institution]?
  /// The standards that it led or took part in.
  public var standards: [Standard]?
  /// The certifications of management systems.
  public var certifications: [Certification]?

  /// Innovation of which nothing is known.
  public init() {}

  /// A patent, or an application for one.
  public struct Patent: Hashable, Sendable {
    /// Which kind.
    public var kind: Kind?
    /// Its number.
    public var number: String?
    /// When it was granted.
    public var granted: PartialDate?
    /// Whether it is in force on the day of filing.
    public var isInForce: Bool?
    /// The last day on which it was in force.
    public var ended: PartialDate?
    /// Whether it is in actual use (Annex 6).
    public var isInUse: Bool?
    /// How many certificates are attached.
    public var evidence: Int?

    /// A patent of which nothing is known.
    public init() {}

    /// When it is in force.
    var span: GiantSpan { GiantSpan(began: granted, isCurrent: isInForce, ended: ended) }

    /// The kinds of patents.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// 发明专利
      case invention
      /// 发明专利申请, not granted.
      case application
      /// 实用新型
      case utilityModel
      /// 外观设计
      case design
    }
  }

  /// A research and development institution.
  public struct Institution: Hashable, Sendable {
    /// How it was established.
    public var establishment: Establishment?
    /// Since when it exists.
    public var since: PartialDate?
    /// The highest level that recognised it; none is asked.
    public var level: Level?
    /// How many proofs are attached.
    public var evidence: Int?

    /// An institution of which nothing is known.
    public init() {}

    /// Who established an institution.
    public enum Establishment: String, Hashable, Sendable, CaseIterable {
      /// The enterprise alone.
      case own
      /// The enterprise and a university.
      case withUniversity
      /// The enterprise and a research institute.
      case withInstitute
      /// The enterprise and another enterprise only.
      case withEnterprise

      /// Whether Section 3(1)4 names it.
      public var counts: Bool { self != .withEnterprise }
    }
  }

  /// A standard that the enterprise had a part in.
  public struct Standard: Hashable, Sendable {
    /// Where it applies.
    public var level: StandardLevel?
    /// Which part the enterprise had; both count alike.
    public var part: Part?
    /// Whether it is still a draft.
    public var isDraft: Bool?
    /// When it was published.
    public var published: PartialDate?
    /// How many proofs of the part are attached.
    public var evidence: Int?

    /// A standard of which nothing is known.
    public init() {}

    /// The part in making or revising a standard.
    public enum Part: String, Hashable, Sendable, CaseIterable {
      /// 主持
      case led
      /// 参与
      case tookPart
    }
  }

  /// A certification of a management system.
  public struct Certification: Hashable, Sendable {
    /// Of which system.
    public var system: System?
    /// The number of the certificate.
    public var number: String?
    /// When it was obtained.
    public var obtained: PartialDate?
    /// The last day of its validity.
    public var validUntil: PartialDate?
    /// How many certificates are attached.
    public var evidence: Int?

    /// A certification of which nothing is known.
    public init() {}

    /// When it is valid.
    var span: GiantSpan { GiantSpan(began: obtained, isCurrent: nil, ended: validUntil) }

    /// The systems that the clause tells apart.
    public enum System: String, Hashable, Sendable, CaseIterable {
      /// The ISO 9000 family.
      case iso9000
      /// The ISO 14000 family.
      case iso14000
      /// Another quality system, such as IATF 16949, ISO 13485 or GJB 9001.
      case otherQuality
      /// Another management system, such as ISO 45001.
      case otherManagement
    }
  }
}
