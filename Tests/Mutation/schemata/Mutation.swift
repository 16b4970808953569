// swift-format-ignore-file
// A function for each kind of mutant, one beside the other as in a table.
// What mutated expressions call: each does as the original, unless the program was started as its mutant.

@_exported import MutationNumber

@inlinable @inline(__always)
public func mutant(_ number: Int) -> Bool { mutation_number() == number }

// Comparisons.

@inlinable @inline(__always)
public func m_lt<T: Comparable>(_ n: Int, _ a: T, _ b: T) -> Bool { mutant(n) ? a <= b : a < b }
@inlinable @inline(__always)
public func m_le<T: Comparable>(_ n: Int, _ a: T, _ b: T) -> Bool { mutant(n) ? a < b : a <= b }
@inlinable @inline(__always)
public func m_gt<T: Comparable>(_ n: Int, _ a: T, _ b: T) -> Bool { mutant(n) ? a >= b : a > b }
@inlinable @inline(__always)
public func m_ge<T: Comparable>(_ n: Int, _ a: T, _ b: T) -> Bool { mutant(n) ? a > b : a >= b }
@inlinable @inline(__always)
public func m_eq<T: Equatable>(_ n: Int, _ a: T, _ b: T) -> Bool { (a == b) != mutant(n) }
@inlinable @inline(__always)
public func m_ne<T: Equatable>(_ n: Int, _ a: T, _ b: T) -> Bool { (a != b) != mutant(n) }
@inlinable @inline(__always)
public func m_eq_nil<T>(_ n: Int, _ a: T?) -> Bool { (a == nil) != mutant(n) }
@inlinable @inline(__always)
public func m_ne_nil<T>(_ n: Int, _ a: T?) -> Bool { (a != nil) != mutant(n) }

@inlinable @inline(__always)
public func m_lt<A: Comparable, B: Comparable, C: Comparable>(
  _ n: Int, _ a: (A, B, C), _ b: (A, B, C)
) -> Bool { mutant(n) ? a <= b : a < b }

// Truth values.

@inlinable @inline(__always)
public func m_if(_ always: Int, _ never: Int, _ condition: Bool) -> Bool {
  mutant(always) ? true : mutant(never) ? false : condition
}
@inlinable @inline(__always)
public func m_not(_ n: Int, _ a: Bool) -> Bool { mutant(n) ? a : !a }
@inlinable @inline(__always)
public func m_and(_ n: Int, _ a: Bool, _ b: @autoclosure () throws -> Bool) rethrows -> Bool {
  mutant(n) ? try a || b() : try a && b()
}
@inlinable @inline(__always)
public func m_or(_ n: Int, _ a: Bool, _ b: @autoclosure () throws -> Bool) rethrows -> Bool {
  mutant(n) ? try a && b() : try a || b()
}

extension Sequence {
  @inlinable @inline(__always)
  public func m_allSatisfy(_ n: Int, _ test: (Element) throws -> Bool) rethrows -> Bool {
    mutant(n) ? try contains(where: test) : try allSatisfy(test)
  }
  @inlinable @inline(__always)
  public func m_contains(_ n: Int, _ test: (Element) throws -> Bool) rethrows -> Bool {
    mutant(n) ? try allSatisfy(test) : try contains(where: test)
  }
}

// Values.

@inlinable @inline(__always)
public func m_pick<T>(_ n: Int, _ a: T, _ b: T) -> T { mutant(n) ? b : a }
@inlinable @inline(__always)
public func m_step<T: FixedWidthInteger>(_ up: Int, _ down: Int, _ a: T) -> T {
  mutant(up) ? a &+ 1 : mutant(down) ? a &- 1 : a
}
@inlinable @inline(__always)
public func m_plus<T: AdditiveArithmetic>(_ n: Int, _ a: T, _ b: T) -> T { mutant(n) ? a - b : a + b }
@inlinable @inline(__always)
public func m_minus<T: AdditiveArithmetic>(_ n: Int, _ a: T, _ b: T) -> T { mutant(n) ? a + b : a - b }
@inlinable @inline(__always)
public func m_min<T: Comparable>(_ n: Int, _ a: T, _ b: T) -> T { mutant(n) ? max(a, b) : min(a, b) }
@inlinable @inline(__always)
public func m_max<T: Comparable>(_ n: Int, _ a: T, _ b: T) -> T { mutant(n) ? min(a, b) : max(a, b) }
@inlinable @inline(__always)
public func m_max<T: Comparable>(_ n: Int, _ a: T, _ b: T, _ c: T) -> T {
  mutant(n) ? min(a, b, c) : max(a, b, c)
}

/// The number of another reading where one is left out.
@inlinable @inline(__always)
public func m_other(_ n: Int, _ leftOut: Int, _ number: Int) -> Int {
  mutant(n) && number == leftOut ? (number + 1) % 4 : number
}
