// What people expect of an application, stated so that a machine can hold the program to it.

import Eligibility

/// A value and where it is stated.
public struct Stated<Value: Sendable>: Sendable {
  var value: Value
  /// The bytes that state it.
  let range: Range<Int>
}

/// What is expected of one application.
public struct Expectation: Sendable {
  /// Why the application is there.
  public var shows: String?
  /// The filing date to assume instead of the one in the file.
  var asOf: Day?
  /// Which roles count as requirements.
  var strictness = Strictness.conditionsOnly
  /// The verdict.
  public var verdict: Stated<Verdict>?
  /// How the title stands; of histories in the place of a verdict.
  public var standing: Stated<TitleState>?
  /// The outcomes of criteria, by their numbers in the rulebook.
  public var criteria: [Int: Stated<Outcome>] = [:]
  /// All faults that the file has; where nothing is stated, it has none.
  var faults: Stated<[Stated<ExpectedFault>]>?
}

/// A fault that a file is expected to have, or that it has.
public struct ExpectedFault: Hashable, Sendable {
  /// The identifier of the message.
  public var reason = ""
  /// The JSON Pointer of the value concerned, where the fault concerns one.
  public var pointer: String?
  /// The line; an expectation may leave it open.
  var line: Int?
  /// The column; an expectation may leave it open.
  var column: Int?

  /// How much is said of the place.
  fileprivate var precision: Int { line == nil ? 0 : column == nil ? 1 : 2 }

  /// Whether a fault that was found is the one expected.
  fileprivate func covers(_ found: ExpectedFault) -> Bool {
    reason == found.reason && pointer == found.pointer && (line ?? found.line) == found.line
      && (column ?? found.column) == found.column
  }
}

/// Faults that are expected, side by side with those that were found.
struct FaultMatch {
  /// For each fault that was found the expected one, where it was expected.
  private(set) var expected: [ExpectedFault?]
  /// The expected faults that were not found.
  private(set) var lacking: [Stated<ExpectedFault>] = []

  /// Gives each fault that was found to one expectation at most.
  init(_ expectation: Expectation?, _ found: [ExpectedFault]) {
    expected = Array(repeating: nil, count: found.count)
    // The most precise ones choose first, since the others can take what they leave.
    let stated = expectation?.faults?.value ?? []
    for precision in [2, 1, 0] {
      for fault in stated where fault.value.precision == precision {
        let place = found.indices.first { expected[$0] == nil && fault.value.covers(found[$0]) }
        if let place { expected[place] = fault.value } else { lacking.append(fault) }
      }
    }
    lacking.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
}
