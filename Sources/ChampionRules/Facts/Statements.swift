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
  /// Whether the enterprise says something.
  public var hasText = false
  /// How many proofs are attached.
  public var evidence: Int?

  /// A statement that says nothing.
  public init() {}
}

/// Matters of one kind, numbered from 0.
public protocol NumberedMatter: CaseIterable, Hashable, Sendable {
  /// How many there are.
  static var count: Int { get }
  /// The matter's number.
  var number: Int { get }
}

extension Judgement: NumberedMatter {
  /// How many judgements there are.
  @inlinable
  public static var count: Int { 10 }

  /// The place in the regulation's order.
  @inlinable
  public var number: Int {
    switch self {
    case .steadyGrowth: 0
    case .productExcellence: 1
    case .internationalBrand: 2
    case .researchIntensity: 3
    case .patentLead: 4
    case .operatingPerformance: 5
    case .management: 6
    case .culture: 7
    case .localOrientation: 8
    case .keyChain: 9
    }
  }
}

extension Bonus: NumberedMatter {
  /// How many groups there are.
  @inlinable
  public static var count: Int { 3 }

  /// The place in the regulation's order.
  @inlinable
  public var number: Int {
    switch self {
    case .nationalInnovation: 0
    case .chainStrengthening: 1
    case .openInnovation: 2
    }
  }
}

/// One value for each case of a kind of matter.
@frozen
public struct PerMatter<Matter: NumberedMatter, Value: Hashable & Sendable>: Hashable, Sendable {
  /// One place for each matter up to the last that has a value.
  @usableFromInline var values: [Value?] = []

  /// Nothing for any matter.
  @inlinable
  public init() {}

  /// The value for a matter.
  @inlinable
  public subscript(matter: Matter) -> Value? {
    get { matter.number < values.count ? values[matter.number] : nil }
    set {
      if values.isEmpty { values.reserveCapacity(Matter.count) }
      while values.count <= matter.number { values.append(nil) }
      values[matter.number] = newValue
      while case .some(nil) = values.last { values.removeLast() }
    }
  }
}

/// The statements, one for each judgement.
public typealias Statements = PerMatter<Judgement, Statement>

/// The claims, a list for each bonus; an empty list claims nothing.
public typealias Bonuses = PerMatter<Bonus, [Statement]>
