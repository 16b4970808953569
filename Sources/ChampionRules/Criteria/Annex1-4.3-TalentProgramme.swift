// Annex 1, 4.3: whether a national programme counts can be read in two ways.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 4.3: someone in a talent programme.
  public static let talentProgramme = anyOf(
    "talent-programme", clauses: [.item(annex: 1, section: 4, item: 3)],
    title: Wording(zh: "省、市级人才计划", en: "Talent programme"),
    rule: Wording(
      zh: "有人入选省级或市级人才计划",
      en: "someone has been selected for a provincial or municipal talent programme"),
    list: "/talent/programmes",
    evidence: Wording(zh: "人才计划入选文件", en: "proof of the selection"),
    by: .authority, items: { $0.talent.programmes }, proofs: { $0.evidence },
    test: .member(
      "level", wanted: Wording(zh: "省级或市级人才计划", en: "a provincial or municipal talent programme"),
      Reading(
        "as-named",
        Wording(zh: "仅指省级或市级人才计划", en: "provincial or municipal programmes only"),
        ground: Wording(zh: "附件1 四.3 只写省、市级", en: "Annex 1, 4.3 names these two levels")),
      { Kleene($0.level.map { $0 == .provincial || $0 == .municipal }) },
      or: Reading(
        "at-least", Wording(zh: "国家级人才计划也算", en: "national programmes count as well"),
        ground: Wording(zh: "较高级别包含较低级别", en: "the higher level includes the lower")),
      { Kleene($0.level.map { $0 != .below }) }))
}
