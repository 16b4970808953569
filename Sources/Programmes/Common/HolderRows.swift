// Histories of titles share what a year's report, a review and a deed are made of.

import CommonFacts
import Eligibility
import Judging

/// The parts that histories of all titles have.
enum HolderFormat {
  /// A yearly report.
  static func report(of clause: Clause) -> PartFormat<YearlyReport> {
    .object(blank: YearlyReport.init, checks: [contradiction { $0.filed }]) { member in
      member("year", .year, { .of(&$0.year) }, zh: "到期年份", en: "year in which it was due")
        .of(clause)
        .hint(zh: "期限所在的年份", en: "the year of its last day")
      member("isFiled", .flag, { .of(&$0.filed.isDone) }, zh: "是否已办理", en: "it was filed")
        .of(clause)
      member("filed", .day, { .of(&$0.filed.day) }, zh: "办理日期", en: "day on which it was filed")
        .of(clause)
        .hint(zh: "已办理的填写", en: "where it was")
      member("reminded", .day, { .of(&$0.reminded) }, zh: "提示日期", en: "day of the reminder")
        .of(clause)
        .hint(zh: "主管部门提示过的填写，没有的不填", en: "where the department reminded of it, else left out")
    }
  }

  /// A review.
  static func review(of clause: Clause) -> PartFormat<TitleReview> {
    .object(blank: TitleReview.init) { member in
      member("decided", .day, { .of(&$0.decided) }, zh: "复核结果日期", en: "day of the result")
        .of(clause)
      member("isPassed", .flag, { .of(&$0.isPassed) }, zh: "是否通过复核", en: "it was passed")
        .of(clause)
      member(
        "validUntil", .day, { .of(&$0.validUntil) }, zh: "新证书有效期至",
        en: "new certificate valid until"
      )
      .of(clause)
      .hint(zh: "证书载明的填写", en: "where the certificate states it")
    }
  }

  /// That something was not done and was done on a day contradict each other.
  static func contradiction<Owner>(
    in deed: @escaping @Sendable (Owner) -> Deed
  ) -> FieldCheck<Owner> {
    FieldCheck { owner in
      guard deed(owner).isContradictory, let day = deed(owner).day else { return nil }
      return Reason(
        Message(
          "not-done-on-a-day", zh: "写明没有办理，又填写了日期 {found}，相互矛盾",
          en: "it is stated not to have been done, and yet on {found}",
          mend: Wording(zh: "改正其中一项", en: "correct one of the two")),
        ["found": .day(day)])
    }
  }
}

extension FieldBuilder {
  /// The day for which is asked how a title stands.
  func asOf(since inForce: Day, _ property: (inout Owner) -> Property<Day?>) -> Field {
    self("asOf", .asked(since: inForce), property, zh: "以哪一天为准", en: "as of")
      .hint(
        zh: "说明这一天的情况；--as-of 可另行指定", en: "the day for which is asked; --as-of names another")
  }

  /// The reviews of a title.
  func reviews(
    of clause: Clause, _ property: (inout Owner) -> Property<[TitleReview]?>
  ) -> Field {
    self(
      "reviews", .list(of: HolderFormat.review(of: clause)), property, zh: "历次复核", en: "reviews"
    )
    .of(clause)
    .hint(zh: "没有的，写空列表 []", en: "[] if there were none")
  }
}

extension ValueFormat<Day> {
  /// A day for which is asked how a title stands, which cannot be before the regulation.
  fileprivate static func asked(since inForce: Day) -> ValueFormat {
    day.checked { day in
      day >= inForce
        ? nil
        : Reason(
          Message(
            "asked-before-in-force", zh: "{found} 早于办法施行之日 {since}，不能依本办法判断",
            en: "{found} is before the measures took effect on {since}, so they do not apply",
            mend: Wording(zh: "改为该日或之后的日期", en: "name that day or a later one")),
          ["found": .day(day), "since": .day(inForce)])
    }
  }
}
