// The numbers of the law: each stands here once, with its clause, and nowhere else.

import Eligibility

/// The numbers of one edition of the regulation.
public struct ClusterThresholds: Hashable, Sendable {
  /// The first two digits of places in the province (GB/T 2260).
  public let province: Threshold<String>
  /// How many manufacturers are several (若干) for certain; the source has no number, and one may not be.
  public let severalManufacturers: Threshold<Int>
  /// For how many years there must have been no grave accident.
  public let accidentYears: Threshold<Int>
  /// The day by which the place reports on the year before.
  public let reportDay: Threshold<YearlyDay>
  /// After how many years a cluster is reviewed, again and again.
  public let reviewYears: Threshold<Int>

  /// The numbers of 吉工信规划规〔2024〕277号.
  public static let of2024 = ClusterThresholds(
    province: Threshold("22", .article(5)),
    severalManufacturers: Threshold(2, .article(2)),
    accidentYears: Threshold(3, .point(article: 6, point: 7)),
    reportDay: Threshold(YearlyDay(month: 4, day: 30), .article(10)),
    reviewYears: Threshold(3, .article(11)))
}

extension ClusterApplication {
  /// The numbers that hold for an application.
  public typealias Thresholds = ClusterThresholds
}
