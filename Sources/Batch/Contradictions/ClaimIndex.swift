// Whether applications contradict each other shows only when all are known; until then claims are kept.

import HostSystem
import Judging

/// The claims of a whole batch, in the order of its applications.
public struct ClaimIndex: Sendable {
  // Pieces of one size: an array that doubles would for a moment need three times its content.
  private var pieces: [[ClaimRecord]] = []
  /// Whom applications name that no other one may name; of most programmes nobody.
  private(set) var participants: [(code: PackedCreditCode, application: UInt32)] = []

  /// How many applications there are.
  private(set) var count = 0

  private static let pieceShift = 12
  private static let pieceSize = 1 << pieceShift

  /// Keeps what the next application claims.
  mutating func add(_ record: ClaimRecord) {
    if count & (ClaimIndex.pieceSize - 1) == 0 {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(ClaimIndex.pieceSize)
    }
    pieces[pieces.count - 1].append(record)
    count += 1
  }

  /// Keeps whom an application names that no other one may name.
  mutating func add(_ code: PackedCreditCode, of application: Int) {
    participants.append((code, UInt32(application)))
  }

  /// The record of an application, by its number in the batch.
  subscript(number: Int) -> ClaimRecord {
    pieces[number >> ClaimIndex.pieceShift][number & (ClaimIndex.pieceSize - 1)]
  }

  /// Visits all records in order, each with its application's number.
  @inline(__always)
  func forEach(_ visit: (Int, ClaimRecord) -> Void) {
    var number = 0
    for piece in pieces {
      for index in piece.indices {
        visit(number, piece[index])
        number += 1
      }
    }
  }

  /// All contradictions, in the order of the kinds and then of the first application concerned.
  ///
  /// - Parameters:
  ///   - programme: the programme that they are for.
  ///   - bureau: the bureau whose intake the batch is, where one was named.
  ///   - run: calls a body for each number below a count, some at once perhaps.
  func contradictions(
    of programme: Programme, bureau: BureauIntake?, by run: EachNumber = ClaimIndex.inTurn
  ) -> ContradictionList {
    // The longest search first.
    let searches: [@Sendable (inout ContradictionSearch) -> Void] = [
      { $0.findMarketContradictions() }, { $0.findRepeatedContent() },
      { $0.findRepeatedApplicants() },
      { search in if let bureau { search.findOtherBureaus(than: bureau.expected) } },
    ]
    // Each kind is looked for by one of them.
    let found = Mutex<[Contradiction.Kind: ContradictionList.OneKind]>([:])
    run(searches.count) { number in
      var search = ContradictionSearch(self)
      searches[number](&search)
      found.withLock { found in
        for (kind, group) in search.found { found[kind] = group }
      }
    }
    return ContradictionList(
      found.withLock { $0 },
      sharedParticipants() + (programme.quota.map { exceeding($0) } ?? []), claims: self,
      context: BatchContext(names: programme.names, bureau: bureau))
  }

  /// Calls a body for each number below a count.
  public typealias EachNumber = (_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void

  /// Calls it for one after the other.
  public static let inTurn: @Sendable (Int, @Sendable (Int) -> Void) -> Void = { count, body in
    for number in 0..<count { body(number) }
  }

  /// How many applications that are eligible by themselves are named in a contradiction.
  func contestedEligible(in contradictions: ContradictionList) -> Int {
    if contradictions.isEmpty { return 0 }
    var isContested = [Bool](repeating: false, count: count)
    for contradiction in contradictions {
      for number in contradiction.applications { isContested[number] = true }
    }
    return isContested.indices.count { isContested[$0] && self[$0].isEligible }
  }
}
