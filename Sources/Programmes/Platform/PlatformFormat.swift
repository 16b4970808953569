// The file format of applications for the support of service platforms: every member's name, meaning and
// type, in the order people fill it in.

import CommonFacts
import Eligibility
import Judging
import PlatformRules

/// Version 1 of the format of applications of platforms.
enum PlatformFormat {
  /// The format.
  static let table = FactTable(version: version, root: application)

  /// What an application holds, for people and programs; putting it together takes long.
  static let schema = table.schema

  fileprivate static let version = 1

  private static let application = PartFormat.object(blank: PlatformApplication.init) { member in
    member.formatVersion(version)
    member.programme(Rulebook.servicePlatform.id, zh: "申报项目", en: "programme")
    member.applicationYear(onlyRound: Rulebook.servicePlatform.newest.thresholds.round.value) {
      .of(&$0.applicationYear)
    }
    .of(.section(5))
    member.filingDate(since: Rulebook.servicePlatform.inForce) { .of(&$0.filingDate) }
      .of(.clause(4, 1))
      .hint(
        zh: "向所在地工信、财政部门提出申请的日期", en: "the day on which the local bureaus received the application")
    member("delivered", .day, { .of(&$0.delivered) }, zh: "送达日期", en: "day of arrival")
      .of(.section(5))
      .hint(
        zh: "受理部门统一报送的材料到达省级部门的日期", en: "when the bureaus' package reached the province")
    member.prefecturesBureau { .of(&$0.bureau) }
      .of(.clause(4, 1))
    member.bureauDivision { .of(&$0.bureauDivision) }
      .of(.clause(4, 1))
    member("enterprise", institution, { .of(&$0.enterprise) }, zh: "平台机构", en: "institution")
      .of(.annex(4))
    member("platform", platform, { .of(&$0.platform) }, zh: "平台", en: "platform")
      .of(.section(1))
    member.hasFirstBatchSupport { .of(&$0.hasFirstBatchSupport) }
      .of(.section(1))
      .hint(zh: "已获得国家第一批资金支持的，不能再次申请", en: "whoever received it cannot apply again")
    member("services", services, { .of(&$0.services) }, zh: "提供的服务", en: "services provided")
      .of(.clause(3, 2))
      .hint(zh: "逐类写明是否提供", en: "say of each kind whether it is provided")
    member(
      "servicesGiven", .list(of: serviceGiven), { .of(&$0.servicesGiven) }, zh: "已开展的服务",
      en: "services already given"
    )
    .of(.clause(4, 2, 4))
    .hint(
      zh: "对国家“专精特新”企业的服务，每次一项；没有的，写空列表 []",
      en: "to national little giants, an item for each time; an empty list [] if there were none")
    member("papers", papers, { .of(&$0.papers) }, zh: "申报材料", en: "papers")
      .of(.section(5))
    member("profile", profile, { .of(&$0.profile) }, zh: "平台简介", en: "profile")
      .of(.clause(4, 2, 4))
      .hint(zh: "不超过 5000 字；附全文或填写字数", en: "at most 5,000 characters: the text, or how many it has")
    member(
      "summary", summary, { .of(&$0.summary) }, zh: "服务内容、绩效说明", en: "note on services and results"
    )
    .of(.annex(4))
    .hint(
      zh: "汇总表中的一栏，不超过 3000 字；附全文或填写字数",
      en: "the column of Annex 4, at most 3,000 characters: the text, or how many it has")
    member("goals", goals, { .of(&$0.goals) }, zh: "分年度目标", en: "goals of each year")
      .of(.clause(4, 2, 8))
      .hint(zh: "预期目标和成效，后续据此考核", en: "results are held against them later")
    member.statements(statements) { .of(&$0.statements) }
    member.schemaForEditors()
  }
}
