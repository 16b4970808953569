// A contradiction names the places of applications, of which there may be millions in few files.

import Judging

/// Claims from one file, in its order.
public struct SourceClaims: Sendable {
  /// The file, as places name it.
  let source: String
  /// The claims; the place of each is its line, 0 where the file is one application.
  private(set) var records: [ClaimRecord] = []
  /// Whom they name that no other application may name, with the number of the record.
  private(set) var participants: [(record: Int, code: PackedCreditCode)] = []

  init(_ source: String) { self.source = source }

  /// Makes room for so many.
  mutating func reserve(_ count: Int) { records.reserveCapacity(count) }

  /// Keeps what the application of a line claims.
  mutating func add(_ record: ClaimRecord, _ codes: [PackedCreditCode], line: Int?) {
    var record = record
    record.place = UInt32(clamping: line ?? 0)
    for code in codes { participants.append((records.count, code)) }
    records.append(record)
  }
}

/// The claims of a whole batch, each with its place.
public struct PlacedClaims: Sendable {
  private var index = ClaimIndex()
  private var sources = SourceNames()

  /// Creates a batch of which no claims are known yet.
  public init() {}

  /// Keeps what the next applications claim.
  public mutating func add(_ claims: SourceClaims) {
    sources.begin(claims.source, at: index.count)
    for (record, code) in claims.participants { index.add(code, of: index.count + record) }
    for record in claims.records { index.add(record) }
  }

  /// Keeps what the next application claims.
  mutating func add(
    _ record: ClaimRecord, _ codes: [PackedCreditCode], at place: ApplicationLocation
  ) {
    sources.begin(place.source, at: index.count)
    for code in codes { index.add(code, of: index.count) }
    var record = record
    record.place = UInt32(clamping: place.line ?? 0)
    index.add(record)
  }

  /// Tells a batch what shows only when all its claims are known.
  ///
  /// - Parameters:
  ///   - bureau: the bureau whose intake the batch is, where one was named.
  ///   - run: calls a body for each number below a count, some at once perhaps.
  public func conclude(
    _ screening: inout Screening, bureau: BureauIntake?,
    by run: ClaimIndex.EachNumber = ClaimIndex.inTurn
  ) {
    screening.contradictions = index.contradictions(
      of: screening.programme, bureau: bureau, by: run)
    screening.contestedEligible = index.contestedEligible(in: screening.contradictions)
    screening.place = { number in
      let line = Int(index[number].place)
      return ApplicationLocation(source: sources[number], line: line == 0 ? nil : line)
    }
  }
}

/// The files in which the applications of a batch stand; the name of each is kept once.
private struct SourceNames: Sendable {
  private var names: [String] = []
  /// The number of each file's first application in the batch.
  private var starts: [Int] = []

  /// Begins a file with the next application, or goes on with it; files come one after the other.
  mutating func begin(_ source: String, at number: Int) {
    // Equal texts may still be names of two files.
    if let last = names.last, last == source, last.utf8.elementsEqual(source.utf8) { return }
    names.append(source)
    starts.append(number)
  }

  /// The file in which an application stands.
  subscript(number: Int) -> String {
    // Of files without any application the last one that begins there is the one.
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return names[low]
  }
}
