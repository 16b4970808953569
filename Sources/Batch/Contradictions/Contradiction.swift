// What no reader of a single file can see: applications that contradict one another.

import Eligibility
import Judging

/// The bureau whose intake a batch is, among those of the programme.
public struct BureauIntake: Sendable {
  /// The bureaus of the programme.
  public let bureaus: [ChoiceWord]
  /// The number of the one whose intake it is.
  public let expected: Int

  /// Creates an intake; the bureau is named by its number among all of them, from 0.
  public init(bureaus: [ChoiceWord], expected: Int) {
    self.bureaus = bureaus
    self.expected = expected
  }
}

/// What is said of a whole batch: how its programme names things, and whose intake it is.
struct BatchContext: Sendable {
  /// What the applicant and what is applied for are called.
  var names = ApplicationNames.usual
  /// The bureau whose intake it is, where one was named.
  var bureau: BureauIntake?
}

/// A contradiction between applications, or with the intake as a whole, for an officer to verify.
public struct Contradiction: Sendable {
  /// What kind of contradiction.
  public let kind: Kind
  private let numbers: ArraySlice<UInt32>
  private let ground: Ground

  /// The kinds of contradictions.
  public enum Kind: String, Sendable, CaseIterable {
    /// The same social credit code and the same product more than once.
    case sameApplicant = "same-applicant"
    /// The same social credit code with other products.
    case sameApplicantOtherProduct = "same-applicant-other-product"
    /// The same content under other names.
    case sameContent = "same-content"
    /// More than one applicant claims to be first in the province.
    case firstInProvince = "first-in-province"
    /// More than one applicant claims the same rank in the country.
    case sameNationalRank = "same-national-rank"
    /// More than one applicant claims the same rank in the world.
    case sameWorldRank = "same-world-rank"
    /// Shares of the province add up to more than the whole.
    case provincialShares = "provincial-shares"
    /// Shares of the country add up to more than the whole.
    case nationalShares = "national-shares"
    /// The application is filed with another bureau than the one whose intake this is.
    case otherBureau = "other-bureau"
    /// Several applications name the same enterprise, which can be of one only.
    case sharedParticipant = "shared-participant"
    /// More applicants are eligible than may be recommended.
    case quota
  }

  /// What the applications contradict each other on.
  enum Claim: Sendable {
    /// They are the same enterprise's, for one product.
    case sameProduct(of: PackedCreditCode)
    /// They are the same enterprise's, for several products.
    case differentProducts(of: PackedCreditCode)
    /// They are the same enterprise's, and not all of them name their product.
    case unnamedProducts(of: PackedCreditCode)
    /// They say the same.
    case content
    /// They claim the same place.
    case rank(Int, in: MarketSegment)
    /// They claim more than there is.
    case shares((sum: ShareSum, applicants: Int), in: MarketSegment)
    /// The one is filed elsewhere.
    case bureau(Wording, insteadOf: Wording)
  }

  /// Millions of applications may contradict each other, so a sentence is made only when asked for.
  private enum Ground: Sendable {
    case claims(ClaimIndex, of: BatchContext)
    indirect case reason(Reason)
  }

  /// A contradiction whose reason follows from what is claimed; the numbers ascend.
  init(_ kind: Kind, _ numbers: ArraySlice<UInt32>, in claims: ClaimIndex, of context: BatchContext)
  {
    self.kind = kind
    self.numbers = numbers
    ground = .claims(claims, of: context)
  }

  /// A contradiction with a reason of its own.
  init(kind: Kind, applications: [Int], reason: Reason) {
    self.kind = kind
    numbers = applications.sorted().map { UInt32($0) }[...]
    ground = .reason(reason)
  }

  /// The applications concerned, by their number in the batch from 0, ascending.
  public var applications: [Int] { numbers.map { Int($0) } }

  /// The first application concerned.
  var first: Int { numbers.first.map { Int($0) } ?? 0 }

  /// Whether an application is concerned.
  func concerns(_ number: Int) -> Bool {
    var (low, high) = (numbers.startIndex, numbers.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.endIndex && Int(numbers[low]) == number
  }

  /// What is claimed, with its values.
  public var reason: Reason {
    switch ground {
    case .reason(let reason): reason
    case .claims(let claims, let context):
      reason(of: claim(claims, context.bureau), context.names.object)
    }
  }

  private func reason(of claim: Claim, _ object: Wording) -> Reason {
    Reason(message(of: claim, object), values(of: claim))
  }

  /// What is claimed; all members of a group of equal claims say it.
  private func claim(_ claims: ClaimIndex, _ bureau: BureauIntake?) -> Claim {
    let record = claims[first]
    return switch (kind, record.creditCode, record.segment) {
    case (.sameApplicant, let code?, _): .sameProduct(of: code)
    case (.sameApplicantOtherProduct, let code?, _):
      nameSeveralProducts(claims) ? .differentProducts(of: code) : .unnamedProducts(of: code)
    case (.firstInProvince, _, let segment?): .rank(1, in: segment)
    case (.sameNationalRank, _, let segment?): .rank(Int(record.nationalRank), in: segment)
    case (.sameWorldRank, _, let segment?): .rank(Int(record.worldRank), in: segment)
    case (.provincialShares, _, let segment?):
      .shares(ContradictionSearch.sum(of: numbers, in: claims) { $0.provincialShare }, in: segment)
    case (.nationalShares, _, let segment?):
      .shares(ContradictionSearch.sum(of: numbers, in: claims) { $0.nationalShare }, in: segment)
    case (.otherBureau, _, _):
      record.bureau.flatMap { filed in
        bureau.map { .bureau($0.bureaus[filed].label, insteadOf: $0.bureaus[$0.expected].label) }
      } ?? .content
    default: .content
    }
  }

  private func nameSeveralProducts(_ claims: ClaimIndex) -> Bool {
    let products = numbers.lazy.map { claims[Int($0)].product }.filter { $0 != 0 }
    guard let first = products.first else { return false }
    return products.contains { $0 != first }
  }

  private func message(of claim: Claim, _ object: Wording) -> Message {
    switch claim {
    case .sameProduct: .sameApplicant(object)
    case .differentProducts: .sameApplicantOtherProduct(object)
    case .unnamedProducts: .sameApplicantProductNotNamed(object)
    case .content: .sameContent
    case .rank:
      switch kind {
      case .sameNationalRank: .sameNationalRank
      case .sameWorldRank: .sameWorldRank
      default: .firstInProvinceClaimedTwice
      }
    case .shares:
      kind == .nationalShares ? .nationalSharesExceedWhole : .provincialSharesExceedWhole
    case .bureau: .otherBureau
    }
  }

  private func values(of claim: Claim) -> Reason.Values {
    let count = Quantity.count(numbers.count)
    switch claim {
    case .sameProduct(let code), .differentProducts(let code), .unnamedProducts(let code):
      return ["code": .text(code.text), "count": count]
    case .content: return ["count": count]
    case .rank(let rank, let segment):
      return segment.values.with("rank", .rank(rank)).with("count", count)
    case .shares(let total, let segment):
      return segment.values.with("sum", .digits(total.sum.digits))
        .with("applicants", .count(total.applicants)).with("count", count)
    case .bureau(let bureau, let expected):
      return ["bureau": .term(bureau), "expected": .term(expected)]
    }
  }
}

extension MarketSegment {
  /// The values by which messages describe the segment.
  fileprivate var values: Reason.Values {
    ["class": .term(productClass.name), "year": .year(year), "basis": .term(basis.label)]
  }
}

extension ProductClass {
  /// The class as a sentence names it; one that applicants describe themselves has no short name.
  fileprivate var name: Wording {
    switch catalogue {
    case .productCatalogue(let code): Wording(zh: "产品分类 \(code)", en: "product class \(code)")
    case .productiveServices(let code):
      Wording(zh: "生产性服务业分类 \(code)", en: "productive services class \(code)")
    case .ownDescription:
      Wording(zh: "说明完全相同的同一类产品", en: "one product, its class described in the same words")
    }
  }
}

extension Message {
  static func sameApplicant(_ object: Wording) -> Message {
    Message(
      "same-applicant",
      says: Wording(
        zh: "请核实：统一社会信用代码 {code} 就同一\(object.zh)报送了 {count} 份申报材料",
        en: "verify: {count} applications under social credit code {code} are for the same "
          + object.en.lowercased()))
  }

  static func sameApplicantOtherProduct(_ object: Wording) -> Message {
    Message(
      "same-applicant-other-product",
      says: Wording(
        zh: "请核实：统一社会信用代码 {code} 报送了 {count} 份申报材料，申报的\(object.zh)不同",
        en: "verify: {count} applications under social credit code {code} are for different "
          + object.en.lowercased() + "s"))
  }

  static func sameApplicantProductNotNamed(_ object: Wording) -> Message {
    Message(
      "same-applicant-product-not-named",
      says: Wording(
        zh: "请核实：统一社会信用代码 {code} 报送了 {count} 份申报材料，其中有的未写明\(object.zh)",
        en: "verify: {count} applications are under social credit code {code}, and not all of them "
          + "name their " + object.en.lowercased()))
  }

  static let sameContent = Message(
    "same-content",
    says: Wording(
      zh: "请核实：{count} 份申报材料的企业名称或代码不同，而产品、数据、市场等所列事实完全相同",
      en: "verify: {count} applications under different names or codes state the same facts on "
        + "product, figures, market and all else"))
  static let firstInProvinceClaimedTwice = Message(
    "first-in-province-claimed-twice",
    says: Wording(
      zh: "请核实：{class}，{year} 年按{basis}计，有 {count} 份申报材料均称居全省{rank}",
      en:
        "verify: {count} applications claim {rank} place in the province for {class} in {year} by "
        + "{basis}"))
  static let sameNationalRank = Message(
    "same-national-rank",
    says: Wording(
      zh: "请核实：{class}，{year} 年按{basis}计，有 {count} 份申报材料均称居全国{rank}",
      en: "verify: {count} applications claim {rank} place in the country for {class} in {year} by "
        + "{basis}"))
  static let sameWorldRank = Message(
    "same-world-rank",
    says: Wording(
      zh: "请核实：{class}，{year} 年按{basis}计，有 {count} 份申报材料均称居全球{rank}",
      en: "verify: {count} applications claim {rank} place in the world for {class} in {year} by "
        + "{basis}"))
  static let provincialSharesExceedWhole = Message(
    "provincial-shares-exceed-whole",
    says: Wording(
      zh: "请核实：{class}，{year} 年按{basis}计，{count} 份申报材料中 {applicants} 家企业的全省占有率合计 {sum}%",
      en: "verify: provincial shares for {class} in {year} by {basis} add up to {sum}% "
        + "({applicants} applicants, {count} applications)"))
  static let nationalSharesExceedWhole = Message(
    "national-shares-exceed-whole",
    says: Wording(
      zh: "请核实：{class}，{year} 年按{basis}计，{count} 份申报材料中 {applicants} 家企业的全国占有率合计 {sum}%",
      en: "verify: national shares for {class} in {year} by {basis} add up to {sum}% "
        + "({applicants} applicants, {count} applications)"))
  static let otherBureau = Message(
    "other-bureau",
    says: Wording(
      zh: "请核实：所填受理部门为{bureau}工信部门，而非{expected}工信部门",
      en: "verify: filed with the {bureau} bureau, not with the {expected} bureau"))
}
