// What the cluster does in the form: projects, supply, averages, standards, accidents and statements.

import ClusterRules
import CommonFacts
import Eligibility
import Judging

extension ClusterFormat {
  static let project = PartFormat.object(blank: ClusterProject.init) { member in
    member.ignored("name", zh: "项目名称", en: "name of the project")
      .of(.point(article: 6, point: 3))
    member("level", .choice(), { .of(&$0.level) }, zh: "项目级别", en: "level of the project")
      .of(.point(article: 6, point: 3))
    member(
      "isInLeadingIndustry", .flag, { .of(&$0.isInLeadingIndustry) }, zh: "是否由主导产业承担",
      en: "undertaken by the leading industry"
    )
    .of(.point(article: 6, point: 3))
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "项目文件", en: "proof of the project")
      .of(.point(article: 6, point: 3))
      .hint(zh: "批复、任务书等的文件名", en: "file names of approvals and contracts")
  }

  static let localSupply = PartFormat.object(blank: ClusterLocalSupply.init) { member in
    member("rate", .decimal, { .of(&$0.rate) }, zh: "本地配套率（%）", en: "rate in percent")
      .of(.point(article: 6, point: 3))
      .hint(zh: "按百分数填写，40.5% 写 40.5", en: "percent: 40.5 for 40.5%")
    member("basis", .choice(), { .of(&$0.basis) }, zh: "口径", en: "basis")
      .of(.point(article: 6, point: 3))
    member.ignored("area", zh: "本地的范围", en: "what counts as local")
      .of(.point(article: 6, point: 3))
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证明材料", en: "proof of the rate")
      .of(.point(article: 6, point: 3))
      .hint(zh: "测算说明等的文件名", en: "file names of how it was computed")
  }

  static let industryAverage = PartFormat.object(blank: ClusterIndustryAverage.init) { member in
    member("figure", .choice(), { .of(&$0.figure) }, zh: "指标", en: "figure")
      .of(.point(article: 6, point: 4))
    member("industry", .industryCode, { .of(&$0.industry) }, zh: "行业代码", en: "industry")
      .of(.point(article: 6, point: 4))
      .hint(zh: "与集群主导产业同一大类", en: "of a division of the cluster's leading industry")
    member("region", .text, { .of(&$0.region) }, zh: "区域", en: "region")
      .of(.point(article: 6, point: 4))
      .hint(zh: "如“全国”“吉林省”", en: "such as the country or the province")
    member("year", .year, { .of(&$0.year) }, zh: "年度", en: "year of the average")
      .of(.point(article: 6, point: 4))
      .hint(zh: "与成员数据同年", en: "that of the members' figures")
    member("value", .decimal, { .of(&$0.value) }, zh: "平均数（%）", en: "average in percent")
      .of(.point(article: 6, point: 4))
      .hint(zh: "按百分数填写，3.5% 写 3.5", en: "percent: 3.5 for 3.5%")
    member("source", .text, { .of(&$0.source) }, zh: "来源", en: "source")
      .of(.point(article: 6, point: 4))
      .hint(zh: "统计年鉴、公报等的名称", en: "the yearbook or bulletin")
  }

  static let standard = PartFormat.object(blank: ClusterStandard.init) { member in
    member.ignored("name", zh: "标准编号或名称", en: "number or name")
      .of(.point(article: 6, point: 4))
    member("level", .choice(), { .of(&$0.level) }, zh: "标准级别", en: "level of the standard")
      .of(.point(article: 6, point: 4))
    member(
      "evidence", .attachments, { .of(&$0.evidence) }, zh: "参与证明", en: "proof of the part taken"
    )
    .of(.point(article: 6, point: 4))
    .hint(
      zh: "载明参与起草情况的页面的文件名", en: "file names of the pages that name a member among the drafters")
  }

  static let incident = PartFormat.object(blank: ClusterIncident.init) { member in
    member("member", .creditCode, { .of(&$0.member) }, zh: "企业", en: "enterprise")
      .of(.point(article: 6, point: 7))
      .hint(zh: "成员名单中该企业的统一社会信用代码", en: "its social credit code as in the list of members")
    member("kind", .choice(), { .of(&$0.kind) }, zh: "类别", en: "kind")
      .of(.point(article: 6, point: 7))
    member("date", .partialDate, { .of(&$0.date) }, zh: "发生日期", en: "date")
      .of(.point(article: 6, point: 7))
      .hint(zh: "知道具体日期的写到日，否则写到月或年", en: "to the day where known, else to the month or year")
    member("grade", .choice(), { .of(&$0.grade) }, zh: "等级", en: "grade")
      .of(.point(article: 6, point: 7))
      .hint(zh: "主管部门认定的等级", en: "as the authority graded it")
    member(
      "determination", CommonFormat.determination(of: .point(article: 6, point: 7)),
      { .of(&$0.determination) }, zh: "主管部门认定", en: "determination"
    )
    .of(.point(article: 6, point: 7))
    .hint(zh: "以主管部门的正式认定为准", en: "what the authority formally determined")
  }

  static let statements = PartFormat.object(blank: ClusterStatements.init) { member in
    zip(ClusterJudgement.allCases, Rulebook.cluster.criteria.filter { $0.role == .judgement }).map {
      judgement, criterion in
      member(
        judgement.rawValue, ValueFormat(CommonFormat.statement), zh: criterion.title.zh,
        en: criterion.title.en
      ) {
        $0[judgement] = $1
      }
      .of(criterion.clauses.first)
    }
  }
}
