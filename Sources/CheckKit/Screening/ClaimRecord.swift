// One record is kept for each application of a batch of any size, so it has to be small and yet exact.

import ChampionRules
import Eligibility

/// What one application claims that others may contradict, in 56 bytes.
///
/// A fact that is unknown claims nothing. What messages show is kept itself; texts that are only
/// compared are kept as hashes, whose seed is another in every run, so that nobody can prepare files
/// that collide.
struct ClaimRecord: Sendable {
  /// A hash of everything the application says but who files it, when and where; 0 where it says
  /// too little to be called the same as another.
  ///
  /// With 64 bits one accidental match among a million applications has a chance of 1 in 30 million,
  /// and the class and product have to match as well.
  let content: UInt64
  private let classBits: UInt64
  /// The share of the province in the low bits, above it year, basis, whether first, bureau and
  /// whether eligible.
  private let provincialBits: UInt64
  /// The share of the country in the low bits, above it the name's hash.
  private let nationalBits: UInt64
  private let codeLow: UInt64
  private let codeHigh: UInt32
  /// Where the application was found, as the batch numbers places.
  var place: UInt32 = 0
  /// A hash of the product's name, 0 where it is unknown; compared only within one enterprise.
  let product: UInt32
  /// The rank in the country, 0 where it is unknown or so low that nobody contests it.
  let nationalRank: UInt16
  /// The rank in the world, likewise.
  let worldRank: UInt16

  /// What an application claims.
  init(_ application: Application, isEligible: Bool) {
    let market = application.market
    let product = application.product
    let code = application.enterprise.creditCode.map { PackedCreditCode($0) }
    codeLow = code?.low ?? 0
    codeHigh = code?.high ?? 0
    content = application.contentHash ?? 0
    classBits = ProductClass(product)?.bits ?? 0
    self.product = product.name.map { UInt32(truncatingIfNeeded: $0.looseHash(bits: 32)) } ?? 0
    nationalRank = market.nation.rank.flatMap { UInt16(exactly: $0) } ?? 0
    worldRank = market.world.rank.flatMap { UInt16(exactly: $0) } ?? 0
    var provincial = PackedShare(market.province.share)
    provincial.append(UInt64(application.marketYear ?? 0), width: Width.year)
    provincial.append(ordinal(market.basis), width: Width.basis)
    provincial.append(market.province.rank == 1 ? 1 : 0, width: Width.flag)
    provincial.append(ordinal(application.bureau), width: Width.bureau)
    provincial.append(isEligible ? 1 : 0, width: Width.flag)
    provincialBits = provincial.bits
    var national = PackedShare(market.nation.share)
    national.append(
      application.enterprise.name?.looseHash(bits: Width.name) ?? 0, width: Width.name)
    nationalBits = national.bits
  }

  /// How many bits the fields behind the shares have.
  private enum Width {
    static let year = 14
    static let basis = 2
    static let flag = 1
    static let bureau = 4
    static let name = 24
  }

  private func provincialField(after widths: Int..., width: Int) -> UInt64 {
    let start = widths.reduce(PackedShare.width, +)
    return provincialBits >> UInt64(start) & (1 << UInt64(width) - 1)
  }

  /// Whether the application is eligible by itself.
  var isEligible: Bool {
    provincialField(
      after: Width.year, Width.basis, Width.flag, Width.bureau, width: Width.flag) == 1
  }

  /// Whether it claims to be first in the province.
  var isFirstInProvince: Bool {
    provincialField(after: Width.year, Width.basis, width: Width.flag) == 1
  }

  /// The bureau with which it is filed.
  var bureau: Bureau? {
    Bureau(
      ordinal: provincialField(after: Width.year, Width.basis, Width.flag, width: Width.bureau))
  }

  /// The applicant's social credit code.
  var creditCode: PackedCreditCode? {
    let code = PackedCreditCode(low: codeLow, high: codeHigh)
    return code.isBlank ? nil : code
  }

  /// A hash of the applicant's name, 0 where it is unknown; it stands in only where no code does.
  var name: UInt64 { nationalBits >> UInt64(PackedShare.width) }

  /// Whether it is known whose application this is.
  var isApplicantKnown: Bool { creditCode != nil || name != 0 }

  /// The share of the province in units of ``PackedShare``, 0 where it is unknown.
  var provincialShare: Int64 { PackedShare(bits: provincialBits).units }

  /// The share of the country in units of ``PackedShare``, 0 where it is unknown.
  var nationalShare: Int64 { PackedShare(bits: nationalBits).units }

  /// The class, 0 where the segment is unknown; equal for equal classes.
  var classKey: UInt64 { yearAndBasis == 0 ? 0 : classBits }

  /// Year and basis, 0 where one of them is unknown.
  var yearAndBasis: UInt64 {
    let year = provincialField(width: Width.year)
    let basis = provincialField(after: Width.year, width: Width.basis)
    return year == 0 || basis == 0 ? 0 : year << UInt64(Width.basis) | basis
  }

  /// The market in which the claims can be compared with others.
  var segment: MarketSegment? {
    let year = provincialField(width: Width.year)
    guard classKey != 0,
      let basis = Market.Basis(ordinal: provincialField(after: Width.year, width: Width.basis))
    else { return nil }
    return MarketSegment(
      productClass: ProductClass(bits: classBits), year: Int(year), basis: basis)
  }
}

/// A market whose ranks and shares can be compared: one class of products, in one year, on one basis.
struct MarketSegment: Sendable {
  /// The class.
  let productClass: ProductClass
  /// The year of the figures.
  let year: Int
  /// What shares are shares of.
  let basis: Market.Basis
}

/// A class of products or services in 64 bits.
///
/// Codes are the same class only where they are the same digits. A code of 10 digits is a part of the
/// class of its first 8: being first in the part does not contradict another's being first in the
/// whole, nor can shares of the two be added.
struct ProductClass: Sendable {
  /// The catalogue in the two high bits, below them the code's digits as a number, or a hash.
  let bits: UInt64

  /// What the class is called where.
  enum Catalogue {
    /// The code in the catalogue of products.
    case productCatalogue(String)
    /// The code in the classification of productive services.
    case productiveServices(String)
    /// Neither: applicants describe it.
    case ownDescription
  }

  private static let catalogueShift: UInt64 = 62

  init(bits: UInt64) { self.bits = bits }

  /// The class of a product, `nil` where it is not known.
  ///
  /// A class outside the catalogues is the same only where both its description and the product's
  /// name are: a phrase such as "by custom of the trade" alone describes many classes.
  init?(_ product: Product) {
    let classification = product.classification
    guard let scheme = classification.scheme else { return nil }
    if scheme == .custom {
      guard let explanation = classification.explanation, let name = product.name else {
        return nil
      }
      var hasher = Hasher()
      hasher.combine(classification.code)
      explanation.hashLoosely(into: &hasher)
      name.hashLoosely(into: &hasher)
      bits = hasher.finalized(bits: Int(ProductClass.catalogueShift))
      return
    }
    guard let code = classification.code, code.isASCIIDigits, let number = UInt64(code),
      scheme.codeLengths.contains(code.utf8.count),
      let form = ProductClass.forms.firstIndex(where: { $0 == (scheme, code.utf8.count) })
    else { return nil }
    bits = UInt64(form + 1) << ProductClass.catalogueShift | number
  }

  /// The catalogues with the lengths of their codes, in the order of the numbers that stand for them.
  private static let forms: [(Product.Classification.Scheme, Int)] = [
    (.productCatalogue, 8), (.productCatalogue, 10), (.productiveServices, 4),
  ]

  /// The catalogue and the code.
  var catalogue: Catalogue {
    let form = Int(bits >> ProductClass.catalogueShift)
    if form == 0 { return .ownDescription }
    let (scheme, length) = ProductClass.forms[form - 1]
    let digits = String(bits & (1 << ProductClass.catalogueShift - 1))
    let code = String(repeating: "0", count: length - digits.utf8.count) + digits
    return scheme == .productCatalogue ? .productCatalogue(code) : .productiveServices(code)
  }
}

/// A social credit code as a number in base 36, which needs 94 bits.
struct PackedCreditCode: Hashable, Sendable {
  /// The low 64 bits.
  let low: UInt64
  /// The bits above.
  let high: UInt32

  init(low: UInt64, high: UInt32) {
    self.low = low
    self.high = high
  }

  init(_ code: SocialCreditCode) {
    var number: UInt128 = 0
    for byte in code.text.utf8 {
      let isDigit = byte <= UInt8(ascii: "9")
      number = number * 36 + UInt128(byte - (isDigit ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
    }
    // One more, so that nothing but an unknown code is 0.
    number += 1
    low = UInt64(truncatingIfNeeded: number)
    high = UInt32(truncatingIfNeeded: number >> 64)
  }

  /// Whether it stands for no code.
  var isBlank: Bool { low == 0 && high == 0 }

  /// The 18 characters.
  var text: String {
    let digits = String((UInt128(high) << 64 | UInt128(low)) - 1, radix: 36, uppercase: true)
    return String(repeating: "0", count: SocialCreditCode.length - digits.utf8.count) + digits
  }
}

/// A share of a market in the low 40 bits of a word, and other fields above it.
///
/// The unit is a ten-thousand-millionth of a percent. Further digits are cut: they are residue of
/// binary fractions (100 ÷ 3 = 33.333333333333336), which must not add up to a contradiction, and
/// cutting never does.
struct PackedShare: Sendable {
  /// How many bits the share takes.
  static let width = 40
  /// How many digits behind the point are kept.
  static let places = 10
  /// The whole, 100 %.
  static let whole: Int64 = 1_000_000_000_000

  /// The word.
  private(set) var bits: UInt64
  private var used = PackedShare.width

  init(bits: UInt64) { self.bits = bits }

  /// A share in percent; nothing is claimed by one that is unknown, not positive or above 100, which
  /// no other application has to contradict: its own row says that it cannot be.
  init(_ share: Decimal?) {
    guard let share, share > Decimal(0), share <= Decimal(100) else {
      bits = 0
      return
    }
    var units = share.coefficient
    for _ in 0..<max(0, PackedShare.places - share.scale) { units *= 10 }
    for _ in 0..<max(0, share.scale - PackedShare.places) { units /= 10 }
    bits = UInt64(units)
  }

  /// Puts a field above what is there.
  mutating func append(_ value: UInt64, width: Int) {
    bits |= value << UInt64(used)
    used += width
  }

  /// The share in its unit.
  var units: Int64 { Int64(bits & (1 << UInt64(PackedShare.width) - 1)) }
}

/// Shares added up; in whole percents and the rest, because millions of shares overflow one number.
struct ShareSum: Sendable {
  private var percents = 0
  private var rest: Int64 = 0

  /// A percent in the unit of ``PackedShare``.
  private static let percent = PackedShare.whole / 100

  /// Adds a share in the unit of ``PackedShare``.
  mutating func add(_ units: Int64) {
    rest += units
    percents += Int(rest / ShareSum.percent)
    rest %= ShareSum.percent
  }

  /// Whether it is more than the whole.
  var exceedsWhole: Bool { percents > 100 || percents == 100 && rest > 0 }

  /// The percentage with all its digits.
  var digits: String {
    // The rest is written as 0 and its fraction, if any.
    String(percents) + Decimal(rest, scale: PackedShare.places).digits.dropFirst()
  }
}

extension Application {
  /// The year of the market figures; where not stated the last full year before the round.
  fileprivate var marketYear: Int? {
    let years = 1...9999
    if let year = market.year { return years.contains(year) ? year : nil }
    return applicationYear.flatMap { years.contains($0) ? $0 - 1 : nil }
  }

  /// A hash of all facts but who files, when, and with whom; `nil` where they are too few.
  ///
  /// The enterprise's own facts are left out as a whole, because whoever copies an application under
  /// another name changes them with it. Facts are hashed, not bytes, so the order of keys, white
  /// space and the unit of money do not matter.
  fileprivate var contentHash: UInt64? {
    guard hasSubstance else { return nil }
    var content = self
    content.enterprise = Enterprise()
    content.kind = nil
    content.bureau = nil
    content.filingDate = nil
    var hasher = Hasher()
    hasher.combine(content)
    return hasher.finalized(bits: 64)
  }

  /// Whether there is enough that two strangers would not say the same by chance: a product, an
  /// amount, a place in the market and a statement.
  private var hasSubstance: Bool {
    let positions = [market.province, market.nation, market.world]
    return product.name != nil
      && positions.contains { $0.rank != nil || $0.share != nil }
      && (figures.years ?? []).contains(where: \.hasAmount)
      && Judgement.allCases.contains { statements[$0]?.hasText == true }
  }
}

extension YearFigures {
  fileprivate var hasAmount: Bool {
    [
      mainBusinessRevenue, operatingRevenue, productRevenue, internationalRevenue,
      researchAndDevelopment, profit,
    ].contains { $0 != nil && $0 != .zero }
  }
}

extension String {
  /// A hash that does not see white space and the width of characters, which is never 0.
  fileprivate func looseHash(bits: Int) -> UInt64 {
    var hasher = Hasher()
    hashLoosely(into: &hasher)
    return hasher.finalized(bits: bits)
  }

  fileprivate func hashLoosely(into hasher: inout Hasher) {
    for scalar in withPlainWidth().unicodeScalars where !scalar.properties.isWhitespace {
      hasher.combine(scalar.value)
    }
    // Ends the text, so that two texts in a row do not run into each other.
    hasher.combine(UInt32.max)
  }
}

extension Hasher {
  /// The hash with so many bits, never 0, which stands for the unknown.
  fileprivate consuming func finalized(bits: Int) -> UInt64 {
    let hash = UInt64(truncatingIfNeeded: finalize()) >> UInt64(64 - bits)
    return max(1, hash)
  }
}

/// The number of a case from 1, or 0 for none.
private func ordinal<Value: CaseIterable & Equatable>(_ value: Value?) -> UInt64 {
  let place = Value.allCases.enumerated().first { $0.element == value }
  return place.map { UInt64($0.offset) + 1 } ?? 0
}

extension CaseIterable where AllCases == [Self] {
  /// The case with that number from 1; none for 0.
  fileprivate init?(ordinal: UInt64) {
    guard ordinal > 0, ordinal <= UInt64(Self.allCases.count) else { return nil }
    self = Self.allCases[Int(ordinal) - 1]
  }
}
