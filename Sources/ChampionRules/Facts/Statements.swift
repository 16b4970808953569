// Matters that only experts can judge: the enterprise states its case and names its proofs.

/// The matters that experts judge, in the regulation's order; the raw value is the criterion's identifier.
public enum Judgement: String, Hashable, Sendable, CaseIterable {
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

/// A statement and the proofs that go with it.
public struct Statement: Hashable, Sendable {
  /// What the enterprise says.
  public var text: String?
  /// The proofs attached.
  public var evidence: [String]?

  /// A statement that says nothing.
  public init() {}
}

/// One value for each case of a kind of matter.
public struct PerMatter<Matter: CaseIterable & Hashable & Sendable, Value: Hashable & Sendable>:
  Hashable, Sendable
{
  private var values: [Matter: Value] = [:]

  /// Nothing for any matter.
  public init() {}

  /// The value for a matter.
  public subscript(matter: Matter) -> Value? {
    get { values[matter] }
    set { values[matter] = newValue }
  }
}

/// The statements, one for each judgement.
public typealias Statements = PerMatter<Judgement, Statement>

/// The claims, a list for each bonus; an empty list claims nothing.
public typealias Bonuses = PerMatter<Bonus, [Statement]>
