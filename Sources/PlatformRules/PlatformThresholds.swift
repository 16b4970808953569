// The numbers of the notice: each stands here once, with its clause, and nowhere else.

import Eligibility

/// A number of the notice and the place where it stands.
public struct PlatformThreshold<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The number.
  public let value: Value
  /// Where it stands.
  public let clause: Clause

  init(_ value: Value, _ clause: Clause) {
    self.value = value
    self.clause = clause
  }
}

/// The numbers of one edition of the notice.
public struct PlatformThresholds: Hashable, Sendable {
  /// The year of the only round.
  public let round: PlatformThreshold<Int>
  /// The first two digits of domiciles in the province (GB/T 2260).
  public let province: PlatformThreshold<String>
  /// The last batch of little giants that there was, still under publicity.
  public let lastBatch: PlatformThreshold<Int>
  /// The day before which a package has to be with the province.
  public let deadline: PlatformThreshold<Day>
  /// How many characters a profile may have.
  public let profileCharacters: PlatformThreshold<Int>
  /// How many characters the note on services and results may have.
  public let summaryCharacters: PlatformThreshold<Int>
  /// At the end of which year the first goals are measured.
  public let firstGoalYear: PlatformThreshold<Int>
  /// At the end of which year the second goals are measured.
  public let secondGoalYear: PlatformThreshold<Int>
  /// How many platforms the province recommends at most.
  public let quota: PlatformThreshold<Int>

  /// The numbers of 吉工信办联〔2021〕34号.
  public static let of2021 = PlatformThresholds(
    round: PlatformThreshold(2021, .section(5)),
    province: PlatformThreshold("22", .part(section: 4, part: 1, item: nil)),
    lastBatch: PlatformThreshold(3, .section(1)),
    deadline: PlatformThreshold("2021-07-26", .section(5)),
    profileCharacters: PlatformThreshold(5_000, .part(section: 4, part: 2, item: 4)),
    summaryCharacters: PlatformThreshold(3_000, .annex(4)),
    firstGoalYear: PlatformThreshold(2022, .part(section: 6, part: 2, item: 4)),
    secondGoalYear: PlatformThreshold(2023, .part(section: 6, part: 2, item: 4)),
    quota: PlatformThreshold(3, .section(1)))
}

extension PlatformApplication {
  /// The numbers that hold for an application.
  public typealias Thresholds = PlatformThresholds
}
