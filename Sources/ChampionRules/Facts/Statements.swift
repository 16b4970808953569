// Matters that only experts can judge: the enterprise states its case and names its proofs.

import CommonFacts

/// The matters that experts judge, in the regulation's order; the raw value is the criterion's identifier.
public enum Judgement: String, Hashable, Sendable, CaseIterable {
  /// Annex 1, 1.1: long and deep focus.
  case productFocus = "product-focus"
  /// Annex 1, 1.2: whether business grows steadily.
  case steadyGrowth = "steady-growth"
  /// Annex 1, 2.2: quality, process and key performance.
  case productExcellence = "product-excellence"
  /// Annex 1, 2.3: business abroad and brand.
  case internationalBrand = "international-brand"
  /// Annex 1, 3.1: how much goes into research.
  case researchIntensity = "rd-intensity"
  /// Annex 1, 3.2: patents in comparison.
  case patentLead = "patent-lead"
  /// Annex 1, 3.3: effect of results put to use.
  case transferEffect = "transfer-effect"
  /// Annex 1, 4.1: revenue and profit in comparison.
  case operatingPerformance = "operating-performance"
  /// Annex 1, 4.2: management.
  case management
  /// Annex 1, 4.3: culture.
  case culture
  /// Annex 1, 5.1: fit with the province's direction and resources.
  case localOrientation = "local-orientation"
  /// Annex 1, 5.2: place in the province's key chains.
  case keyChain = "key-chain"
}

/// The groups of facts that count in favour; the raw value is the criterion's identifier.
public enum Bonus: String, Hashable, Sendable, CaseIterable {
  /// Annex 1, 6.1.
  case nationalInnovation = "bonus-national-innovation"
  /// Annex 1, 6.2.
  case chainStrengthening = "bonus-chain-strengthening"
  /// Annex 1, 6.3.
  case openInnovation = "bonus-open-innovation"
}

extension Judgement {
  /// How many judgements there are.
  @usableFromInline static var count: Int { 12 }

  /// The place in the regulation's order, from 0.
  @usableFromInline var number: Int {
    switch self {
    case .productFocus: 0
    case .steadyGrowth: 1
    case .productExcellence: 2
    case .internationalBrand: 3
    case .researchIntensity: 4
    case .patentLead: 5
    case .transferEffect: 6
    case .operatingPerformance: 7
    case .management: 8
    case .culture: 9
    case .localOrientation: 10
    case .keyChain: 11
    }
  }

  /// The bit that stands for the judgement.
  @usableFromInline var bit: UInt32 { 1 &<< UInt32(number) }
}

/// The statements, one for each judgement on which the enterprise says something.
@frozen
public struct Statements: Hashable, Sendable {
  /// The judgements with a statement, a bit for each by its number.
  @usableFromInline var present: UInt32 = 0
  /// Their statements, in the order of the judgements.
  @usableFromInline var values: [Statement] = []

  /// No statement.
  @inlinable
  public init() {}

  /// The statement on a judgement.
  @inlinable
  public subscript(judgement: Judgement) -> Statement? {
    get { present & judgement.bit == 0 ? nil : values[place(of: judgement)] }
    set {
      let place = place(of: judgement)
      switch (newValue, present & judgement.bit == 0) {
      case (let value?, true):
        if values.isEmpty { values.reserveCapacity(Judgement.count) }
        if place == values.count { values.append(value) } else { values.insert(value, at: place) }
        present |= judgement.bit
      case (let value?, false): values[place] = value
      case (nil, true): break
      case (nil, false):
        values.remove(at: place)
        present &= ~judgement.bit
      }
    }
  }

  /// Where the statement on a judgement is, or would be.
  @inlinable
  func place(of judgement: Judgement) -> Int { (present & (judgement.bit &- 1)).nonzeroBitCount }
}

/// The claims in the enterprise's favour, a list for each bonus; an empty list claims nothing.
public struct Bonuses: Hashable, Sendable {
  /// Annex 1, 6.1.
  public var nationalInnovation: [Statement]?
  /// Annex 1, 6.2.
  public var chainStrengthening: [Statement]?
  /// Annex 1, 6.3.
  public var openInnovation: [Statement]?

  /// Claims of which nothing is known.
  public init() {}

  /// The claims of a bonus.
  public subscript(bonus: Bonus) -> [Statement]? {
    get {
      switch bonus {
      case .nationalInnovation: nationalInnovation
      case .chainStrengthening: chainStrengthening
      case .openInnovation: openInnovation
      }
    }
    set {
      switch bonus {
      case .nationalInnovation: nationalInnovation = newValue
      case .chainStrengthening: chainStrengthening = newValue
      case .openInnovation: openInnovation = newValue
      }
    }
  }
}
