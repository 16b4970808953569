// The numbers of the notice: each stands here once, with its clause, and nowhere else.

import Eligibility

/// The numbers of one edition of the notice.
public struct PlatformThresholds: Hashable, Sendable {
  /// The year of the only round.
  public let round: Threshold<Int>
  /// The first two digits of domiciles in the province (GB/T 2260).
  public let province: Threshold<String>
  /// The last batch of little giants that there was, still under publicity.
  public let lastBatch: Threshold<Int>
  /// The day before which a package has to be with the province.
  public let deadline: Threshold<Day>
  /// How many characters a profile may have.
  public let profileCharacters: Threshold<Int>
  /// How many characters the note on services and results may have.
  public let summaryCharacters: Threshold<Int>
  /// At the end of which year the first goals are measured.
  public let firstGoalYear: Threshold<Int>
  /// At the end of which year the second goals are measured.
  public let secondGoalYear: Threshold<Int>
  /// How many platforms the province recommends at most.
  public let quota: Threshold<Int>

  /// The numbers of 吉工信办联〔2021〕34号.
  public static let of2021 = PlatformThresholds(
    round: Threshold(2021, .section(5)),
    province: Threshold("22", .part(section: 4, part: 1, item: nil)),
    lastBatch: Threshold(3, .section(1)),
    deadline: Threshold("2021-07-26", .section(5)),
    profileCharacters: Threshold(5_000, .part(section: 4, part: 2, item: 4)),
    summaryCharacters: Threshold(3_000, .annex(4)),
    firstGoalYear: Threshold(2022, .part(section: 6, part: 2, item: 4)),
    secondGoalYear: Threshold(2023, .part(section: 6, part: 2, item: 4)),
    quota: Threshold(3, .section(1)))
}

extension PlatformApplication {
  /// The numbers that hold for an application.
  public typealias Thresholds = PlatformThresholds
}
