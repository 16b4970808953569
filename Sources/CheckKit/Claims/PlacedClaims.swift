// A contradiction names the places of applications, of which there may be millions in few files.

import ChampionRules
import Eligibility

/// Claims from one file, in its order.
struct SourceClaims: Sendable {
  /// The file, as places name it.
  let source: String
  /// The claims; the place of each is its line, 0 where the file is one application.
  private(set) var records: [ClaimRecord] = []

  init(_ source: String) { self.source = source }

  /// Makes room for so many.
  mutating func reserve(_ count: Int) { records.reserveCapacity(count) }

  /// Keeps what the application of a line claims.
  mutating func add(_ record: ClaimRecord, line: Int?) {
    var record = record
    record.place = UInt32(clamping: line ?? 0)
    records.append(record)
  }
}

/// The claims of a whole batch, each with its place.
struct PlacedClaims: Sendable {
  private var index = ClaimIndex()
  private var places = PlaceNumbers()

  /// Keeps what the next applications claim.
  mutating func add(_ claims: SourceClaims) {
    places.begin(claims.source)
    for record in claims.records { add(record) }
  }

  /// Keeps what the next application claims.
  mutating func add(_ record: ClaimRecord, at place: BatchPlace) {
    places.begin(place.source)
    var record = record
    record.place = UInt32(clamping: place.line ?? 0)
    add(record)
  }

  /// Keeps a record that names its line.
  private mutating func add(_ record: ClaimRecord) {
    var record = record
    record.place = places.number(ofLine: record.place)
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

  /// Begins a file, or goes on with it; files come one after the other.
  mutating func begin(_ source: String) {
    // Equal texts may still be names of two files.
    if let last = names.last, last == source, last.utf8.elementsEqual(source.utf8) { return }
    names.append(source)
    starts.append(next)
  }

  /// The number of a line of the file, or of the file itself, 0; lines come in order.
  mutating func number(ofLine line: UInt32) -> UInt32 {
    // Four thousand million lines have a place; those beyond show the last one.
    let number = UInt32(clamping: Int(starts[starts.count - 1]) + Int(line))
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
