// swift-format-ignore-file
// A function for each kind of mutant, one beside the other as in a table.
// The same for what this module declares.

import Mutation

@inlinable @inline(__always)
public func m_not(_ n: Int, _ a: Kleene) -> Kleene { mutant(n) ? a : !a }
@inlinable @inline(__always)
public func m_and(_ n: Int, _ a: Kleene, _ b: Kleene) -> Kleene { mutant(n) ? a || b : a && b }
@inlinable @inline(__always)
public func m_or(_ n: Int, _ a: Kleene, _ b: Kleene) -> Kleene { mutant(n) ? a && b : a || b }
@inlinable @inline(__always)
public func m_plus(_ n: Int, _ a: Money, _ b: Money) -> Money { mutant(n) ? a - b : a + b }

extension Kleene {
  @inlinable @inline(__always)
  public func m_agreement(_ first: Int, _ second: Int, with other: Kleene) -> Kleene {
    mutant(first) ? other : mutant(second) ? self : agreement(with: other)
  }
}

extension Sequence where Element == Kleene {
  @inlinable @inline(__always)
  public func m_conjunction(_ any: Int, _ agreed: Int) -> Kleene {
    mutant(any) ? disjunction() : mutant(agreed) ? agreement() : conjunction()
  }
  @inlinable @inline(__always)
  public func m_disjunction(_ all: Int, _ agreed: Int) -> Kleene {
    mutant(all) ? conjunction() : mutant(agreed) ? agreement() : disjunction()
  }
  @inlinable @inline(__always)
  public func m_agreement(_ all: Int, _ any: Int) -> Kleene {
    mutant(all) ? conjunction() : mutant(any) ? disjunction() : agreement()
  }
}
