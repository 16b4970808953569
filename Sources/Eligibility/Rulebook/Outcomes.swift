// Of millions of applicants the outcomes of all criteria are kept, which takes a few words for each.

/// Some criteria of a rulebook, by their numbers from 0 to 63.
@frozen
public struct CriterionSet: Hashable, Sendable, Sequence {
  @usableFromInline var bits: UInt64 = 0

  /// No criterion.
  @inlinable
  public init() {}

  /// The greatest number that a rulebook can have of criteria.
  public static let limit = UInt64.bitWidth

  /// Adds a criterion.
  @inlinable
  public mutating func insert(_ number: Int) { bits |= 1 &<< UInt64(number) }

  /// Whether there is none.
  @inlinable
  public var isEmpty: Bool { bits == 0 }

  /// How many there are.
  @inlinable
  public var count: Int { bits.nonzeroBitCount }

  /// Those that are also among others.
  @inlinable
  public func intersection(_ others: CriterionSet) -> CriterionSet {
    var common = self
    common.bits &= others.bits
    return common
  }

  /// The numbers in ascending order.
  @inlinable
  public func makeIterator() -> Iterator { Iterator(bits: bits) }

  /// Goes through the numbers.
  @frozen
  public struct Iterator: IteratorProtocol {
    @usableFromInline var bits: UInt64

    @inlinable
    init(bits: UInt64) { self.bits = bits }

    /// The next number.
    @inlinable
    public mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return bits.trailingZeroBitCount
    }
  }
}

/// How the criteria of a rulebook came out: for each outcome the criteria with it.
@frozen
public struct Outcomes: Hashable, Sendable {
  /// The criteria that hold.
  public private(set) var met = CriterionSet()
  /// The criteria that do not hold.
  public private(set) var unmet = CriterionSet()
  /// The criteria that facts leave open.
  public private(set) var undetermined = CriterionSet()
  /// The criteria that ask nothing.
  public private(set) var notApplicable = CriterionSet()
  /// The criteria that wait for experts.
  public private(set) var forReview = CriterionSet()

  /// No criteria.
  @inlinable
  public init() {}

  /// The outcomes of criteria in their order.
  @inlinable
  public init(_ outcomes: some Sequence<Outcome>) {
    // Counted here: `enumerated` would cost a start of the program one more metadata instantiation.
    var number = 0
    for outcome in outcomes {
      insert(number, outcome)
      number += 1
    }
  }

  /// Adds a criterion and its outcome.
  @usableFromInline @inline(__always)
  mutating func insert(_ number: Int, _ outcome: Outcome) {
    switch outcome {
    case .met: met.insert(number)
    case .unmet: unmet.insert(number)
    case .undetermined: undetermined.insert(number)
    case .notApplicable: notApplicable.insert(number)
    case .forReview: forReview.insert(number)
    }
  }

  /// The criteria with an outcome.
  @inlinable
  public subscript(outcome: Outcome) -> CriterionSet {
    switch outcome {
    case .met: met
    case .unmet: unmet
    case .undetermined: undetermined
    case .notApplicable: notApplicable
    case .forReview: forReview
    }
  }

  /// What some of the criteria amount to where all of them are required.
  @inlinable
  public func conjunction(of required: CriterionSet) -> Kleene {
    Outcome.allCases.lazy
      .filter { !self[$0].intersection(required).isEmpty }
      .map { $0.asRequirement }
      .conjunction()
  }
}
