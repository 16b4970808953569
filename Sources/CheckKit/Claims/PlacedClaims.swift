// A contradiction names the places of applications, of which there may be millions in few files.

import ChampionRules
import Eligibility

/// The claims of a whole batch, each with its place.
struct PlacedClaims: Sendable {
  private var index = ClaimIndex()
  private var places = PlaceNumbers()

  /// Keeps what the next application claims.
  mutating func add(_ record: ClaimRecord, at place: BatchPlace) {
    var record = record
    record.place = places.number(of: place)
    index.add(record)
  }

  /// Tells a batch what shows only when all its claims are known.
  ///
  /// - Parameters:
  ///   - bureau: the bureau whose intake the batch is, where one was named.
  ///   - run: calls a body for each number below a count, some at once perhaps.
  func conclude(
    _ screening: inout Screening, bureau: Bureau?, by run: ClaimIndex.EachNumber = ClaimIndex.inTurn
  ) {
    screening.contests = index.contests(bureau: bureau, by: run)
    screening.contestedEligible = index.contestedEligible(in: screening.contests)
    screening.place = { places.place(index[$0].place) }
  }
}

/// The places of applications as numbers of 32 bits; the names of files are kept once.
private struct PlaceNumbers: Sendable {
  private var names: [String] = []
  /// The number of each file itself; those of its lines follow.
  private var starts: [UInt32] = []
  private var next: UInt32 = 0

  /// The number of a place; files come one after the other, and their lines in order.
  mutating func number(of place: BatchPlace) -> UInt32 {
    if names.isEmpty || names[names.count - 1] != place.source {
      names.append(place.source)
      starts.append(next)
    }
    // Four thousand million lines have a place; those beyond show the last one.
    let number = UInt32(clamping: Int(starts[starts.count - 1]) + (place.line ?? 0))
    next = max(next, number == .max ? number : number + 1)
    return number
  }

  /// The place of a number.
  func place(_ number: UInt32) -> BatchPlace {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    let line = Int(number - starts[low])
    return BatchPlace(source: names[low], line: line == 0 ? nil : line)
  }
}
