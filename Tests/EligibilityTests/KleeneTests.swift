// Every verdict is computed in this logic, so its tables and laws are held in full, not by sample.

import Eligibility
import Testing

@Suite struct KleeneTests {
  typealias Operation = @Sendable (Kleene, Kleene) -> Kleene

  static let all = [Kleene.no, .unknown, .yes]
  static let pairs = all.flatMap { left in all.map { (left, $0) } }
  static let triples = pairs.flatMap { pair in all.map { (pair.0, pair.1, $0) } }
  static let operations: [Operation] = [{ $0 && $1 }, { $0 || $1 }]

  /// Whether `after` is what `before` may become once more facts are known.
  static func refines(_ after: Kleene, _ before: Kleene) -> Bool {
    before == .unknown || before == after
  }

  /// The truth values that the answer may turn out to be.
  static func completions(_ value: Kleene) -> [Bool] {
    switch value {
    case .no: [false]
    case .unknown: [false, true]
    case .yes: [true]
    }
  }

  @Test func `has three values in the order of what they assert`() {
    #expect(Kleene.allCases == [.no, .unknown, .yes])
    #expect(Kleene.no < .unknown)
    #expect(Kleene.unknown < .yes)
    #expect(Kleene.no < .yes)
    for value in Self.all { #expect(!(value < value)) }
    #expect([Kleene.yes, .no, .unknown].sorted() == [.no, .unknown, .yes])
  }

  @Test func `comes from known and unknown facts`() {
    #expect(Kleene(true) == .yes)
    #expect(Kleene(false) == .no)
    #expect(Kleene(Bool?.some(true)) == .yes)
    #expect(Kleene(Bool?.some(false)) == .no)
    #expect(Kleene(Bool?.none) == .unknown)
  }

  @Test func `only unknown is undecided`() {
    #expect(Kleene.no.isDecided)
    #expect(!Kleene.unknown.isDecided)
    #expect(Kleene.yes.isDecided)
  }

  /// Kleene, Introduction to Metamathematics, § 64: the strong tables.
  @Test func `follows the strong tables`() {
    let and: [[Kleene]] = [
      [.no, .no, .no],
      [.no, .unknown, .unknown],
      [.no, .unknown, .yes],
    ]
    let or: [[Kleene]] = [
      [.no, .unknown, .yes],
      [.unknown, .unknown, .yes],
      [.yes, .yes, .yes],
    ]
    for (row, left) in Self.all.enumerated() {
      for (column, right) in Self.all.enumerated() {
        #expect((left && right) == and[row][column], "\(left) and \(right)")
        #expect((left || right) == or[row][column], "\(left) or \(right)")
      }
    }
    #expect(Self.all.map { !$0 } == [.yes, .unknown, .no])
  }

  @Test func `is commutative`() {
    for (left, right) in Self.pairs {
      #expect((left && right) == (right && left))
      #expect((left || right) == (right || left))
    }
  }

  @Test func `is associative`() {
    for (one, two, three) in Self.triples {
      #expect(((one && two) && three) == (one && (two && three)))
      #expect(((one || two) || three) == (one || (two || three)))
    }
  }

  @Test func `is distributive`() {
    for (one, two, three) in Self.triples {
      #expect((one && (two || three)) == ((one && two) || (one && three)))
      #expect((one || (two && three)) == ((one || two) && (one || three)))
    }
  }

  @Test func `is idempotent and absorbs`() {
    for (left, right) in Self.pairs {
      #expect((left && left) == left)
      #expect((left || left) == left)
      #expect((left && (left || right)) == left)
      #expect((left || (left && right)) == left)
    }
  }

  @Test func `has neutral and deciding values`() {
    for value in Self.all {
      #expect((value && .yes) == value)
      #expect((value || .no) == value)
      #expect((value && .no) == .no)
      #expect((value || .yes) == .yes)
    }
  }

  @Test func `obeys de Morgan`() {
    for (left, right) in Self.pairs {
      #expect((!(left && right)) == (!left || !right))
      #expect((!(left || right)) == (!left && !right))
    }
  }

  @Test func `negation undoes itself and turns the order`() {
    for (left, right) in Self.pairs {
      #expect((!(!left)) == left)
      #expect((left < right) == ((!right) < (!left)))
    }
  }

  /// Unlike in two-valued logic a statement and its negation can both stay open.
  @Test func `has no excluded middle but kleenes law`() {
    #expect((Kleene.unknown || !Kleene.unknown) == .unknown)
    #expect((Kleene.unknown && !Kleene.unknown) == .unknown)
    for (left, right) in Self.pairs {
      #expect((left && !left) <= (right || !right))
    }
  }

  /// More facts can decide an answer, never turn a decided one round.
  @Test func `is monotone in information`() {
    for (left, right) in Self.pairs {
      for (newLeft, newRight) in Self.pairs
      where Self.refines(newLeft, left) && Self.refines(newRight, right) {
        for operation in Self.operations {
          #expect(Self.refines(operation(newLeft, newRight), operation(left, right)))
        }
        #expect(Self.refines(!newLeft, !left))
      }
    }
  }

  /// An answer is decided exactly where every way to fill in the unknown gives it.
  @Test func `is decided where all completions agree`() {
    func common(_ answers: [Bool]) -> Kleene {
      answers.allSatisfy { $0 } ? .yes : answers.contains(true) ? .unknown : .no
    }
    for (left, right) in Self.pairs {
      let ways = Self.completions(left).flatMap { one in
        Self.completions(right).map { (one, $0) }
      }
      #expect((left && right) == common(ways.map { $0.0 && $0.1 }))
      #expect((left || right) == common(ways.map { $0.0 || $0.1 }))
    }
  }

  @Test func `sequences fold their answers`() {
    #expect([Kleene]().conjunction() == .yes)
    #expect([Kleene]().disjunction() == .no)
    for (one, two, three) in Self.triples {
      #expect([one, two, three].conjunction() == ((one && two) && three))
      #expect([one, two, three].disjunction() == ((one || two) || three))
    }
    #expect([Kleene.yes, .unknown, .no, .yes].lazy.map { !$0 }.conjunction() == .no)
    #expect([Kleene.no, .unknown].lazy.map { !$0 }.disjunction() == .yes)
  }

  @Test func `two agree as a list of two does`() {
    for (left, right) in Self.pairs {
      #expect(left.agreement(with: right) == [left, right].agreement())
    }
  }

  @Test func `agreement is what all say`() {
    #expect([Kleene]().agreement() == .unknown)
    for value in Self.all { #expect([value].agreement() == value) }
    for (one, two, three) in Self.triples {
      let same = one == two && two == three
      #expect([one, two, three].agreement() == (same ? one : .unknown))
    }
  }
}
