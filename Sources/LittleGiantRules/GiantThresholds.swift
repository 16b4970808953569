// The numbers of the notice: each stands here once, with its clause, and nowhere else.

import Eligibility

/// The numbers of the notice for key little giants.
public struct GiantThresholds: Hashable, Sendable {
  /// The year of the only round.
  public let round: Int
  /// The day on which the notice was signed; nothing was filed before it.
  public let signed: Day
  /// The first two digits of domiciles in the province (GB/T 2260).
  public let province: Threshold<String>
  /// The newest of the ministry's batches at the time, and the one under publicity.
  public let newestBatch: Threshold<Int>
  /// The day of all facts that are not yearly.
  public let snapshot: Threshold<Day>
  /// The year of all yearly facts.
  public let baseYear: Threshold<Int>
  /// The share of main business in operating revenue required, in percent.
  public let mainBusinessPercent: Threshold<Int>
  /// The share of research and development in operating revenue required, in percent.
  public let researchPercent: Threshold<Int>
  /// In how many years up to the base year, each alone.
  public let researchYears: Threshold<Int>
  /// How many invention patents suffice.
  public let patents: Threshold<Int>
  /// How many characters a profile has at most.
  public let profileCharacters: Threshold<Int>
  /// How many characters a bureau's note has at most.
  public let summaryCharacters: Threshold<Int>
  /// The day before which packages reach the province.
  public let deadline: Threshold<Day>
  /// How many digits a product code has.
  public let productCodeLengths: Threshold<[Int]>

  /// The numbers of 吉工信办联〔2021〕34号.
  public static let of2021 = GiantThresholds(
    round: 2021,
    signed: "2021-07-23",
    province: Threshold("22", .part(section: 4, part: 1, item: nil)),
    newestBatch: Threshold(3, .section(1)),
    snapshot: Threshold("2021-05-31", .part(section: 6, part: 2, item: 4)),
    baseYear: Threshold(2020, .part(section: 6, part: 2, item: 4)),
    mainBusinessPercent: Threshold(70, .part(section: 3, part: 1, item: 3)),
    researchPercent: Threshold(4, .part(section: 3, part: 1, item: 4)),
    researchYears: Threshold(2, .part(section: 3, part: 1, item: 4)),
    patents: Threshold(2, .part(section: 3, part: 1, item: 4)),
    profileCharacters: Threshold(5_000, .part(section: 4, part: 2, item: 3)),
    summaryCharacters: Threshold(100, .annex(3)),
    deadline: Threshold("2021-07-26", .section(5)),
    productCodeLengths: Threshold([8, 10], .part(section: 6, part: 1, item: 1)))

  /// The same numbers with another day for dated facts, and the last full year before it for yearly ones.
  func mirrored(on day: Day) -> GiantThresholds {
    GiantThresholds(
      round: round, signed: signed, province: province, newestBatch: newestBatch,
      snapshot: Threshold(day, snapshot.clause),
      baseYear: Threshold(day.year - 1, baseYear.clause),
      mainBusinessPercent: mainBusinessPercent, researchPercent: researchPercent,
      researchYears: researchYears, patents: patents, profileCharacters: profileCharacters,
      summaryCharacters: summaryCharacters, deadline: deadline,
      productCodeLengths: productCodeLengths)
  }

  /// The years in each of which research and development is measured, oldest first.
  var yearsOfResearch: [Int] {
    Array((baseYear.value - researchYears.value + 1)...baseYear.value)
  }
}

extension GiantApplication {
  /// The numbers that hold for an application.
  public typealias Thresholds = GiantThresholds

  /// The days on which facts that are not yearly may have to hold.
  func days(_ law: GiantThresholds) -> GiantDays {
    GiantDays(
      snapshot: law.snapshot.value,
      filing: filingDate.map { Interval($0) } ?? Interval(from: law.signed, through: nil))
  }
}
