// Whoever copies an application under another name changes who files it, and little else.

import ChampionRules
import Eligibility

extension Application {
  /// A hash of all facts but who files, when, and with whom; `nil` where they are too few.
  ///
  /// The enterprise's own facts are left out as a whole, because whoever copies an application under
  /// another name changes them with it. Facts are hashed, not bytes, so the order of keys, white
  /// space and the unit of money do not matter; of statements and attachments the facts are that and
  /// how many there are.
  func contentHash(_ key: ClaimKey) -> UInt64? {
    guard hasSubstance else { return nil }
    var hash = ClaimHash(key)
    hash.add(applicationYear)
    hash.add(product)
    hash.add(otherProducts) {
      $0.add($1.name)
      $0.add($1.policyClass)
    }
    hash.add(figures)
    hash.add(market)
    hash.add(incidents) { $0.add($1) }
    hash.add(revocations) {
      $0.add($1.article)
      $0.add($1.decided)
      $0.add($1.event)
    }
    hash.add(recognitions) {
      $0.add($1.kind)
      $0.add($1.validFrom)
      $0.add($1.validUntil)
      $0.add($1.evidence)
    }
    hash.add(innovation)
    hash.add(talent)
    for judgement in Judgement.allCases { hash.add(statements[judgement]) }
    for bonus in Bonus.allCases { hash.add(bonuses[bonus]) { $0.add($1) } }
    return hash.value()
  }

  /// Whether there is enough that two strangers would not say the same by chance: a product, an
  /// amount, a place in the market and a statement.
  private var hasSubstance: Bool {
    product.name != nil
      && (market.province.isClaimed || market.nation.isClaimed || market.world.isClaimed)
      && (figures.years?.contains(where: \.hasAmount) ?? false)
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
  }
}

extension Money? {
  fileprivate var isAmount: Bool { map { $0 != .zero } ?? false }
}

extension ClaimHash {
  fileprivate mutating func add(_ product: Product) {
    add(product.name)
    add(product.classification.scheme)
    add(product.classification.code)
    add(product.classification.explanation)
    add(product.fieldSince)
    add(product.fieldEvidence)
    add(product.isNew)
    add(product.noveltyGrounds)
    add(product.policyClass)
    add(product.energy.hasQuotaStandard)
    add(product.energy.standard)
    add(product.energy.unit)
    add(product.energy.consumption)
    add(product.energy.advancedValue)
    add(product.energy.evidence)
  }

  fileprivate mutating func add(_ figures: Figures) {
    add(figures.scope)
    add(figures.years) { hash, year in
      hash.add(year.year)
      hash.add(year.isAudited)
      hash.add(year.mainBusinessRevenue)
      hash.add(year.operatingRevenue)
      hash.add(year.productRevenue)
      hash.add(year.internationalRevenue)
      hash.add(year.researchAndDevelopment)
      hash.add(year.profit)
      hash.add(year.auditReport)
    }
  }

  fileprivate mutating func add(_ market: Market) {
    add(market.year)
    add(market.basis)
    add(market.province)
    add(market.nation)
    add(market.world)
    add(market.evidence)
  }

  private mutating func add(_ position: Market.Position) {
    add(position.rank)
    add(position.share)
  }

  fileprivate mutating func add(_ incident: Incident) {
    add(incident.kind)
    add(incident.date)
    add(incident.grade)
    add(incident.determination.status)
    add(incident.determination.authority)
    add(incident.determination.document)
    add(incident.determination.date)
  }

  fileprivate mutating func add(_ innovation: Innovation) {
    add(innovation.institutions) {
      $0.add($1.level)
      $0.add($1.evidence)
    }
    add(innovation.coreIntellectualProperty) { $0.add($1.evidence) }
    add(innovation.domesticPatents)
    add(innovation.internationalPatents)
    add(innovation.standards) {
      $0.add($1.level)
      $0.add($1.evidence)
    }
    add(innovation.appliedResults) {
      $0.add($1.isInUse)
      $0.add($1.bringsBenefit)
      $0.add($1.evidence)
    }
  }

  fileprivate mutating func add(_ talent: Talent) {
    add(talent.programmes) {
      $0.add($1.level)
      $0.add($1.evidence)
    }
    add(talent.cooperations) { $0.add($1.evidence) }
  }

  fileprivate mutating func add(_ statement: Statement?) {
    add(statement.map { $0.hasText ? 1 : 2 } ?? 0 as UInt64)
    add(statement?.evidence)
  }
}
