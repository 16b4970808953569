// Annex 1, 1.2: the one condition on money, decided on exact sums and only by figures beyond doubt.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.2: average main-business revenue.
  public static let averageRevenue = Criterion(
    "average-revenue",
    clauses: [.item(annex: 1, section: 1, item: 2), .note(annex: 2, note: 1)], role: .condition,
    title: Wording(zh: "平均主营业务收入", en: "Average revenue"),
    rule: Wording(
      zh: "申报年度之前 {years} 个会计年度经审计的主营业务收入平均不低于 {average}（合计不低于 {sum}，不作舍入）；"
        + "营业收入不能代替主营业务收入；数据相互矛盾或金额单位存疑的，无法判断",
      en:
        "audited main-business revenue of the {years} accounting years before the round averages at "
        + "least {average} (a sum of at least {sum}, nothing rounded); operating revenue never "
        + "stands in for it; figures that contradict each other, or whose unit is in doubt, leave the "
        + "criterion undetermined"),
    numbers: {
      [
        "years": .count($0.averagedYears.value), "average": .money($0.averageRevenue.value),
        "sum": .money($0.revenueSum),
      ]
    },
    settledReadings: [
      Reading(
        "each-year-as-audited",
        Wording(
          zh: "三年平均值逐年采用当年经审计的数据",
          en: "the average of three years takes the audited figure of each"),
        ground: Wording(
          zh: "附件2（一）只就近 1 年的数据写明以审计报告为准，三年平均由各年数据构成",
          en:
            "Annex 2(1) names the audit report for the figures of one year; an average consists of "
            + "such figures")),
      .requirementIsCondition,
    ],
    asks: [
      AskedFact(at: [
        "/applicationYear", "/filingDate", "/figures/unit", "/figures/isUnitConfirmed",
        "/figures/years", "/figures/years/*/year", "/figures/years/*/isAudited",
        "/figures/years/*/mainBusinessRevenue", "/figures/years/*/operatingRevenue",
      ]) { application in
        application.figures.missing(
          .mainBusinessRevenue, years: Thresholds.of2024.averagedYears.value,
          before: application.applicationYear, audited: true)
      }
    ],
    evidence: [
      // Annex 2(1): the figures that count are those of the audit report.
      Evidence(
        zh: "各年度审计报告", en: "audit report of each year", by: .auditor,
        under: .note(annex: 2, note: 1)
      ) { application in
        let place = "/figures/years/*/auditReport"
        let figures = application.figures
        let years = figures.years ?? []
        let missing = figures.missing(
          .mainBusinessRevenue, years: Thresholds.of2024.averagedYears.value,
          before: application.applicationYear)
        // A year that is still to be supplied needs its report too.
        return years.indices.map { (Pointer(place, at: $0), (years[$0].auditReport ?? 0) > 0) }
          + (missing.contains("/figures/years") ? [(Pointer(place), false)] : [])
      }
    ],
    decide: { application, law -> RevenueState in
      guard let round = application.applicationYear, application.figures.years != nil else {
        return .unknown
      }
      return AveragedRevenue(
        application.figures, years: law.averagedYears.value, before: round,
        filed: application.filingDate
      ).state(required: law.revenueSum)
    },
    explain: { state, application, law, say in
      guard let round = application.applicationYear, application.figures.years != nil else {
        return .missing
      }
      return AveragedRevenue(
        application.figures, years: law.averagedYears.value, before: round,
        filed: application.filingDate
      ).explanation(of: state, required: law.revenueSum, say)
    })
}
