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

extension NumberedMatter {
  /// The bit that stands for the matter.
  @inlinable
  var bit: UInt32 { 1 &<< UInt32(number) }
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
  /// The matters that have a value, a bit for each by its number.
  @usableFromInline var present: UInt32 = 0
  /// Their values, in the order of the matters.
  @usableFromInline var values: [Value] = []

  /// Nothing for any matter.
  @inlinable
  public init() {}

  /// The value for a matter.
  @inlinable
  public subscript(matter: Matter) -> Value? {
    get { present & matter.bit == 0 ? nil : values[place(of: matter)] }
    set {
      let place = place(of: matter)
      switch (newValue, present & matter.bit == 0) {
      case (let value?, true):
        if values.isEmpty { values.reserveCapacity(Matter.count) }
        if place == values.count { values.append(value) } else { values.insert(value, at: place) }
        present |= matter.bit
      case (let value?, false): values[place] = value
      case (nil, true): break
      case (nil, false):
        values.remove(at: place)
        present &= ~matter.bit
      }
    }
  }

  /// Where the value for a matter is, or would be.
  @inlinable
  func place(of matter: Matter) -> Int { (present & (matter.bit &- 1)).nonzeroBitCount }
}

/// The statements, one for each judgement.
public typealias Statements = PerMatter<Judgement, Statement>

/// The claims, a list for each bonus; an empty list claims nothing.
public typealias Bonuses = PerMatter<Bonus, [Statement]>
