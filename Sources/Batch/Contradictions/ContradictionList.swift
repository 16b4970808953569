// A batch may contradict itself in millions of ways, so of each only the numbers of its applications are kept.

/// The contradictions of a batch, in the order of the kinds and then of the first application concerned.
///
/// Each mention of an application takes 4 bytes, and each contradiction of several 4 more: what it says
/// follows from the claims when it is asked for.
public struct ContradictionList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  /// Those of one kind after the other, without the kinds of which there are none.
  private let kinds: [(kind: Contradiction.Kind, groups: OneKind)]
  private let claims: ClaimIndex
  private let context: BatchContext
  /// Contradictions with a reason of their own, behind the others.
  private var others: [Contradiction] = []

  /// The contradictions of one kind.
  struct OneKind: Sendable {
    /// The numbers of the applications, those of a contradiction one behind the other and ascending.
    fileprivate var numbers: [UInt32] = []
    /// Where the numbers of each end; empty where each names one application.
    fileprivate var ends: [UInt32] = []

    /// Adds a contradiction between these applications.
    ///
    /// A kind is either of one application each, as another bureau is, or of several.
    mutating func add(_ group: some Collection<UInt32>) {
      numbers += group
      if group.count > 1 { ends.append(UInt32(numbers.count)) }
    }

    fileprivate var count: Int { ends.isEmpty ? numbers.count : ends.count }

    fileprivate subscript(place: Int) -> ArraySlice<UInt32> {
      if ends.isEmpty { return numbers[place...place] }
      return numbers[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }

    /// The same by the first application of each; none stands first in two of one kind.
    fileprivate consuming func inOrder() -> OneKind {
      var order = (0..<UInt32(count)).map { $0 }
      order.withUnsafeMutableBufferPointer { order in
        order.radixSort { [self] in UInt64(self[Int($0)].first ?? 0) }
      }
      var ordered = OneKind()
      ordered.numbers.reserveCapacity(numbers.count)
      ordered.ends.reserveCapacity(ends.count)
      for place in order { ordered.add(self[Int(place)]) }
      return ordered
    }
  }

  /// The contradictions that were found.
  ///
  /// - Parameter others: contradictions with reasons of their own, which stand behind the others.
  init(
    _ found: [Contradiction.Kind: OneKind], _ others: [Contradiction] = [], claims: ClaimIndex,
    context: BatchContext
  ) {
    self.claims = claims
    self.context = context
    self.others = others
    kinds = Contradiction.Kind.allCases.compactMap { kind in
      found[kind].map { (kind, $0.inOrder()) }
    }
  }

  /// Contradictions with reasons of their own.
  init(_ contradictions: [Contradiction] = []) {
    self.init([:], contradictions, claims: ClaimIndex(), context: BatchContext())
  }

  /// Creates a list of contradictions with reasons of their own, in the order given.
  public init(arrayLiteral contradictions: Contradiction...) { self.init(contradictions) }

  /// The place of the first contradiction, 0.
  public var startIndex: Int { 0 }
  /// The place behind the last contradiction, which is how many there are.
  public var endIndex: Int { kinds.reduce(others.count) { $0 + $1.groups.count } }

  /// The contradiction at a place from 0; put together when it is asked for.
  public subscript(position: Int) -> Contradiction {
    var place = position
    for (kind, groups) in kinds {
      if place < groups.count {
        return Contradiction(kind, groups[place], in: claims, of: context)
      }
      place -= groups.count
    }
    return others[place]
  }
}
