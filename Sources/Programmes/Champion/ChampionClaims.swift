// What applications of single champions claim against one another: who files, the market, the content.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

extension ClaimRecord {
  /// What an application claims; its hashes are those of a key.
  init(of application: borrowing Application, isEligible: Bool, _ key: ClaimKey) {
    self.init()
    self.isEligible = isEligible
    bureau = application.bureau?.number
    creditCode = application.enterprise.creditCode.map(PackedCreditCode.packed)
    name = application.enterprise.name?.looseHash(key, bits: ClaimRecord.nameWidth) ?? 0
    product = UInt32(application.product.name?.looseHash(key, bits: 32) ?? 0)
    content = application.contentHash(key) ?? 0
    productClass = ProductClass(of: application.product, key)
    year = application.marketYear ?? 0
    basis = application.market.basis.map { $0 == .revenue ? .revenue : .volume }
    isFirstInProvince = application.market.province.rank == 1
    nationalRank = UInt16(exactly: application.market.nation.rank ?? 0) ?? 0
    worldRank = UInt16(exactly: application.market.world.rank ?? 0) ?? 0
    provincialShare = MarketShare(application.market.province.share)
    nationalShare = MarketShare(application.market.nation.share)
  }
}

extension ProductClass {
  /// The class of a product, `nil` where it is not known.
  ///
  /// A class outside the catalogues is the same only where both its description and the product's
  /// name are: a phrase such as "by custom of the trade" alone describes many classes.
  init?(of product: Product, _ key: ClaimKey) {
    let classification = product.classification
    switch classification.scheme {
    case nil: return nil
    case .productCatalogue?:
      guard let code = classification.code else { return nil }
      self.init(.productCatalogue, code)
    case .productiveServices?:
      guard let code = classification.code else { return nil }
      self.init(.productiveServices, code)
    case .custom?:
      guard let explanation = classification.explanation, let name = product.name else {
        return nil
      }
      self.init(describedBy: explanation, name, code: classification.code, key)
    }
  }
}

extension Application {
  /// A hash of all facts but who files, when, and with whom; `nil` where they are too few.
  ///
  /// The enterprise's own facts and its certificate are left out as a whole, because whoever copies an application under
  /// another name changes them with it. Facts are hashed, not bytes, so the order of keys, white
  /// space and the unit of money do not matter; of statements and attachments the facts are that and
  /// how many there are.
  func contentHash(_ key: ClaimKey) -> UInt64? {
    guard hasSubstance else { return nil }
    var hash = ClaimHash(key)
    hash.add(product)
    hash.add(otherProducts) {
      $0.add($1.name)
      $0.add(PackedFacts().and($1.policyClass))
    }
    hash.add(PackedFacts().and(applicationYear).and(figures.scope))
    hash.add(figures.years) { $0.add($1) }
    hash.add(market)
    hash.add(incidents) { $0.add($1) }
    hash.add(revocations) {
      $0.add(PackedFacts().and($1.article).and($1.ground).and($1.decided))
      $0.add(PackedFacts().and($1.event))
    }
    hash.add(recognitions) {
      $0.add(PackedFacts().and($1.kind).and($1.validFrom).and($1.validUntil))
      $0.add(PackedFacts().and($1.evidence))
    }
    hash.add(innovation)
    hash.add(talent)
    for judgement in Judgement.allCases { hash.add(statements[judgement]) }
    hash.add(bonuses.nationalInnovation) { $0.add($1) }
    hash.add(bonuses.chainStrengthening) { $0.add($1) }
    hash.add(bonuses.openInnovation) { $0.add($1) }
    return hash.value()
  }

  /// The year of the market figures; where not stated the last full year before the round.
  fileprivate var marketYear: Int? {
    let years = 1...9999
    if let year = market.year { return years.contains(year) ? year : nil }
    return applicationYear.flatMap { years.contains($0) ? $0 - 1 : nil }
  }

  /// Whether there is enough that two strangers would not say the same by chance: a product, an
  /// amount, a place in the market and a statement.
  private var hasSubstance: Bool {
    product.name != nil
      && (market.province.isClaimed || market.nation.isClaimed || market.world.isClaimed)
      && (figures.years?.contains { $0.hasAmount } ?? false)
      && Judgement.allCases.contains { statements[$0]?.hasText == true }
  }
}

extension Market.Position {
  fileprivate var isClaimed: Bool { rank != nil || share != nil }
}

extension YearFigures {
  fileprivate var hasAmount: Bool {
    mainBusinessRevenue.isAmount || operatingRevenue.isAmount || productRevenue.isAmount
      || internationalRevenue.isAmount || researchAndDevelopment.isAmount || profit.isAmount
      || innovationIncome.isAmount
  }
}

extension Money? {
  fileprivate var isAmount: Bool { map { $0 != .zero } ?? false }
}

// A part that is handed on is copied as a whole, so these are no calls.
extension ClaimHash {
  @inline(__always)
  fileprivate mutating func add(_ product: Product) {
    let (classification, energy) = (product.classification, product.energy)
    add(product.name)
    add(classification.code)
    add(classification.explanation)
    add(product.noveltyGrounds)
    add(energy.standard)
    add(energy.unit)
    add(
      PackedFacts().and(classification.scheme).and(product.policyClass).and(product.isNew)
        .and(energy.hasQuotaStandard).and(scaleOf: energy.consumption)
        .and(scaleOf: energy.advancedValue).and(product.fieldEvidence))
    add(PackedFacts().and(product.fieldSince).and(energy.evidence))
    add(digitsOf: energy.consumption)
    add(digitsOf: energy.advancedValue)
  }

  @inline(__always)
  fileprivate mutating func add(_ year: YearFigures) {
    add(PackedFacts().and(year.year).and(year.isAudited).and(year.auditReport))
    add(year.mainBusinessRevenue)
    add(year.operatingRevenue)
    add(year.productRevenue)
    add(year.internationalRevenue)
    add(year.researchAndDevelopment)
    add(year.profit)
    add(year.innovationIncome)
  }

  @inline(__always)
  fileprivate mutating func add(_ market: Market) {
    let (province, nation, world) = (market.province, market.nation, market.world)
    add(
      PackedFacts().and(market.year).and(market.basis).and(scaleOf: province.share)
        .and(scaleOf: nation.share).and(scaleOf: world.share))
    add(PackedFacts().and(province.rank).and(nation.rank))
    add(PackedFacts().and(world.rank).and(market.evidence))
    add(digitsOf: province.share)
    add(digitsOf: nation.share)
    add(digitsOf: world.share)
  }

  fileprivate mutating func add(_ incident: Incident) {
    add(
      PackedFacts().and(incident.kind).and(incident.grade).and(incident.determination.status)
        .and(incident.date))
    add(PackedFacts().and(incident.determination.date))
    add(incident.determination.authority)
    add(incident.determination.document)
  }

  @inline(__always)
  fileprivate mutating func add(_ innovation: Innovation) {
    add(innovation.institutions) { $0.add(PackedFacts().and($1.level).and($1.evidence)) }
    add(innovation.coreIntellectualProperty) { $0.add(PackedFacts().and($1.evidence)) }
    add(PackedFacts().and(innovation.domesticPatents).and(innovation.internationalPatents))
    add(innovation.standards) { $0.add(PackedFacts().and($1.level).and($1.evidence)) }
    add(innovation.appliedResults) {
      $0.add(PackedFacts().and($1.isInUse).and($1.bringsBenefit).and($1.evidence))
    }
  }

  @inline(__always)
  fileprivate mutating func add(_ talent: Talent) {
    add(talent.programmes) { $0.add(PackedFacts().and($1.level).and($1.evidence)) }
    add(talent.cooperations) { $0.add(PackedFacts().and($1.evidence)) }
  }

  fileprivate mutating func add(_ statement: Statement?) {
    add(PackedFacts().and(statement?.hasText).and(statement?.evidence))
  }
}
