// One record is kept for each application of a batch of any size, so it has to be small and yet exact.

/// What one application claims that others may contradict, in 56 bytes.
///
/// A fact that is unknown claims nothing. What messages show is kept itself; texts that are only
/// compared are kept as hashes under a key that applicants do not know, so that nobody can prepare
/// files that collide.
public struct ClaimRecord: Hashable, Sendable {
  /// A hash of everything the application says but who files it, when and where; 0 where it says
  /// too little to be called the same as another.
  ///
  /// With 64 bits one accidental match among a million applications has a chance of 1 in 30 million,
  /// and the class and product have to match as well.
  public var content: UInt64 = 0
  private var classBits: UInt64 = 0
  /// The share of the province and the small fields.
  private var provincialBits = PackedBits()
  /// The share of the country and the name's hash.
  private var nationalBits = PackedBits()
  private var codeLow: UInt64 = 0
  private var codeHigh: UInt32 = 0
  /// The line of its file, 0 where the file is one application.
  public var place: UInt32 = 0
  /// A hash of the product's name, 0 where it is unknown; compared only within one enterprise.
  public var product: UInt32 = 0
  /// The rank in the country, 0 where it is unknown or so low that nobody contests it.
  public var nationalRank: UInt16 = 0
  /// The rank in the world, likewise.
  public var worldRank: UInt16 = 0

  /// An application that claims nothing.
  public init(isEligible: Bool = false) { self.isEligible = isEligible }

  /// How many bits of the name's hash are kept.
  public static let nameWidth = 24
}

// MARK: Who

extension ClaimRecord {
  /// Whether the application is eligible by itself.
  public var isEligible: Bool {
    get { provincialBits[.eligible] == 1 }
    set { provincialBits[.eligible] = newValue ? 1 : 0 }
  }

  /// The bureau with which it is filed, by its number in the programme.
  public var bureau: Int? {
    get { provincialBits[.bureau] == 0 ? nil : Int(provincialBits[.bureau]) - 1 }
    set { provincialBits[.bureau] = newValue.map { UInt64($0) + 1 } ?? 0 }
  }

  /// The applicant's social credit code.
  public var creditCode: PackedCreditCode? {
    get {
      let code = PackedCreditCode(low: codeLow, high: codeHigh)
      return code.isBlank ? nil : code
    }
    set {
      codeLow = newValue?.low ?? 0
      codeHigh = newValue?.high ?? 0
    }
  }

  /// A hash of the applicant's name, 0 where it is unknown; it stands in only where no code does.
  public var name: UInt64 {
    get { nationalBits[.name] }
    set { nationalBits[.name] = newValue }
  }

  /// Whether it is known whose application this is.
  public var isApplicantKnown: Bool { creditCode != nil || name != 0 }
}

// MARK: The market

extension ClaimRecord {
  /// The class of the product, as far as it is known.
  public var productClass: ProductClass? {
    get { classBits == 0 ? nil : ProductClass(bits: classBits) }
    set { classBits = newValue?.bits ?? 0 }
  }

  /// The year of the market's figures, 0 where it is unknown.
  public var year: Int {
    get { Int(provincialBits[.year]) }
    set { provincialBits[.year] = UInt64(newValue) }
  }

  /// What the shares are measured in.
  public var basis: ShareBasis? {
    get { ShareBasis(ordinal: provincialBits[.basis]) }
    set { provincialBits[.basis] = ordinal(newValue) }
  }

  /// Whether it claims to be first in the province.
  public var isFirstInProvince: Bool {
    get { provincialBits[.first] == 1 }
    set { provincialBits[.first] = newValue ? 1 : 0 }
  }

  /// The share of the province.
  public var provincialShare: MarketShare {
    get { MarketShare(units: Int64(provincialBits[.share])) }
    set { provincialBits[.share] = UInt64(newValue.units) }
  }

  /// The share of the country.
  public var nationalShare: MarketShare {
    get { MarketShare(units: Int64(nationalBits[.share])) }
    set { nationalBits[.share] = UInt64(newValue.units) }
  }

  /// The class, 0 where the segment is unknown; equal for equal classes.
  public var classKey: UInt64 { yearAndBasis == 0 ? 0 : classBits }

  /// Year and basis, 0 where one of them is unknown.
  public var yearAndBasis: UInt64 {
    let (year, basis) = (provincialBits[.year], provincialBits[.basis])
    return year == 0 || basis == 0 ? 0 : year << 2 | basis
  }

  /// The market in which the claims can be compared with others.
  public var segment: MarketSegment? {
    guard year != 0, let productClass, let basis else { return nil }
    return MarketSegment(productClass: productClass, year: year, basis: basis)
  }
}

// MARK: How

/// Fields of few bits in one word.
private struct PackedBits: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// Where a field stands.
  struct Field {
    let start: UInt64
    let width: UInt64

    static let share = Field(start: 0, width: 40)
    static let year = Field(start: 40, width: 14)
    static let basis = Field(start: 54, width: 2)
    static let first = Field(start: 56, width: 1)
    static let bureau = Field(start: 57, width: 4)
    static let eligible = Field(start: 61, width: 1)
    static let name = Field(start: 40, width: UInt64(ClaimRecord.nameWidth))
  }

  subscript(field: Field) -> UInt64 {
    get { bits >> field.start & (1 << field.width - 1) }
    set { bits = bits & ~((1 << field.width - 1) << field.start) | newValue << field.start }
  }
}
