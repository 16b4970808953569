// The numbers of the law: each stands here once, with its clause, and nowhere else.

import CommonFacts
import Eligibility

/// The numbers of one edition of the regulation.
public struct Thresholds: Hashable, Sendable {
  /// The first two digits of domiciles in the province (GB/T 2260).
  public let province: Threshold<String>
  /// For how many years the record must be clean.
  public let cleanRecordYears: Threshold<Int>
  /// For how many years a revocation under Article 13 bars a new application.
  public let banYears: Threshold<Int>
  /// The article whose revocations bar a new application.
  public let banningArticle: Threshold<Int>
  /// The article that revokes for falsified data after a report and names no ban of its own.
  public let reportArticle: Threshold<Int>
  /// How many complete years in the field an applicant needs.
  public let focusYears: Threshold<Int>
  /// How many complete years in the field suffice for a new product.
  public let newProductFocusYears: Threshold<Int>
  /// Over how many years revenue is averaged.
  public let averagedYears: Threshold<Int>
  /// The average main-business revenue required.
  public let averageRevenue: Threshold<Money>
  /// The rank in the province required.
  public let provincialRank: Threshold<Int>
  /// The last rank in the country that suffices.
  public let nationalRank: Threshold<Int>
  /// The last rank in the world that suffices.
  public let worldRank: Threshold<Int>

  /// For how many working days names are published before a title is granted.
  public let publicityDays: Threshold<Int>
  /// For how many years a certificate holds, and by how many a review that is passed extends it.
  public let termYears: Threshold<Int>
  /// The day before which holders update their information every year.
  public let updateDay: Threshold<YearlyDay>
  /// The day before which bureaus report on the year before.
  public let bureauReportDay: Threshold<YearlyDay>
  /// Within how many months a change is to be reported.
  public let changeMonths: Threshold<Int>

  /// The sum over the averaged years that amounts to the average required.
  public var revenueSum: Money { averageRevenue.value * averagedYears.value }

  /// The numbers of 吉工信产业规〔2024〕204号.
  public static let of2024 = Thresholds(
    province: Threshold("22", .article(3)),
    cleanRecordYears: Threshold(3, .article(3)),
    banYears: Threshold(3, .article(13)),
    banningArticle: Threshold(13, .article(13)),
    reportArticle: Threshold(14, .article(14)),
    focusYears: Threshold(7, .item(annex: 1, section: 1, item: 1)),
    newProductFocusYears: Threshold(3, .item(annex: 1, section: 1, item: 1)),
    averagedYears: Threshold(3, .item(annex: 1, section: 1, item: 2)),
    averageRevenue: Threshold(Money(yuan: 200_000_000), .item(annex: 1, section: 1, item: 2)),
    provincialRank: Threshold(1, .item(annex: 1, section: 2, item: 1)),
    nationalRank: Threshold(5, .item(annex: 1, section: 2, item: 1)),
    worldRank: Threshold(10, .item(annex: 1, section: 2, item: 1)),
    publicityDays: Threshold(7, .point(article: 9, point: 3)),
    termYears: Threshold(3, .article(10)),
    updateDay: Threshold(YearlyDay(month: 5, day: 31), .article(11)),
    bureauReportDay: Threshold(YearlyDay(month: 6, day: 15), .article(11)),
    changeMonths: Threshold(3, .article(12)))
}

extension Application {
  /// The numbers that hold for an application.
  public typealias Thresholds = ChampionRules.Thresholds
}
