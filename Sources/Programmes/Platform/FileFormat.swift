// What the file holds: papers, texts, goals, and statements for experts.

import CommonFacts
import Eligibility
import Judging
import PlatformRules

extension PlatformFormat {
  static let papers = PartFormat.object(blank: PlatformPapers.init) { member in
    member("request", .attachments, { .of(&$0.request) }, zh: "请示", en: "request")
      .of(.clause(4, 2, 1))
      .hint(zh: "申报请示的文件名", en: "file names of the request")
    member("isStamped", .flag, { .of(&$0.isStamped) }, zh: "是否加盖公章", en: "stamped")
      .of(.section(5))
    member("isOnPaper", .flag, { .of(&$0.isOnPaper) }, zh: "是否报送纸质版", en: "handed in on paper")
      .of(.section(5))
    member(
      "isElectronic", .flag, { .of(&$0.isElectronic) }, zh: "是否报送电子版",
      en: "handed in electronically"
    )
    .of(.section(5))
    member("isLegible", .flag, { .of(&$0.isLegible) }, zh: "复印件是否清晰", en: "copies are legible")
      .of(.section(5))
      .hint(zh: "不清晰的，视同无效", en: "what is not legible counts as invalid")
  }

  static let profile = writing(of: .clause(4, 2, 4))
  static let summary = writing(of: .annex(4))

  private static func writing(of clause: Clause) -> PartFormat<PlatformWriting> {
    .object(blank: PlatformWriting.init) { member in
      member("text", .text, { .of(&$0.text) }, zh: "全文", en: "text")
        .of(clause)
        .hint(zh: "按全文计算字数", en: "its characters are counted")
      member("characters", .count, { .of(&$0.characters) }, zh: "字数", en: "number of characters")
        .of(clause)
        .hint(zh: "不附全文的，或需要确认字数的，填写", en: "without the text, or where its number is to be settled")
    }
  }

  static let goals = PartFormat.object(blank: PlatformGoals.init) { member in
    member("firstYear", year, { .of(&$0.firstYear) }, zh: "实施期满一年", en: "after one year")
      .of(.clause(4, 2, 8))
      .hint(zh: "到 2022 年末", en: "by the end of 2022")
    member("secondYear", year, { .of(&$0.secondYear) }, zh: "实施期满两年", en: "after two years")
      .of(.clause(4, 2, 8))
      .hint(zh: "到 2023 年末", en: "by the end of 2023")
  }

  private static let year = PartFormat.object(blank: PlatformGoals.Year.init) { member in
    member("resources", .presence, { .of(&$0.resources) }, zh: "集聚创新资源", en: "gathering resources")
      .of(.clause(4, 2, 8))
    member(
      "keyLittleGiants", .presence, { .of(&$0.keyLittleGiants) }, zh: "“点对点”服务重点“小巨人”",
      en: "point-to-point service to key little giants"
    )
    .of(.clause(4, 2, 8))
    member(
      "littleGiants", .presence, { .of(&$0.littleGiants) }, zh: "服务本省其他国家级“小巨人”",
      en: "service to other national little giants of the province"
    )
    .of(.clause(4, 2, 8))
  }

  static let statements = PartFormat.object(blank: PlatformStatements.init) { member in
    member(
      PlatformJudgement.resources.rawValue, CommonFormat.statement, { .of(&$0.resources) },
      zh: "集聚创新资源",
      en: "resources gathered"
    )
    .of(.clause(3, 2))
    .hint(zh: "集聚技术、资金、人才等资源的情况", en: "technology, capital, talent and other resources")
    member(
      PlatformJudgement.targeted.rawValue, CommonFormat.statement, { .of(&$0.targeted) },
      zh: "“点对点”服务",
      en: "point-to-point service"
    )
    .of(.clause(3, 2))
    .hint(
      zh: "服务本省国家级“小巨人”企业的做法和成效",
      en: "how the province's national little giants are served, and to what effect")
    member(
      PlatformJudgement.record.rawValue, CommonFormat.statement, { .of(&$0.record) }, zh: "已开展的服务",
      en: "services already given"
    )
    .of(.clause(4, 2, 4))
    .hint(zh: "对所列服务的总体说明", en: "on the services listed, as a whole")
  }
}
