// What speaks for the applicant: innovation, talent, statements for experts, facts that count in favour.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

extension ChampionFormat {
  static let innovation = PartFormat.object(blank: Innovation.init) { member in
    member(
      "institutions", .list(of: institution), { .of(&$0.institutions) }, zh: "研发机构",
      en: "research institutions"
    )
    .of(.annex1(3, 1))
    .hint(
      zh: "市级及以上部门认定的研发机构；没有的，写空列表 []",
      en: "institutions recognised at city level or above; an empty list [] if there are none")
    member(
      "coreIntellectualProperty", .list(of: document), { .of(&$0.coreIntellectualProperty) },
      zh: "核心自主知识产权", en: "core intellectual property"
    )
    .of(.annex1(3, 2))
    .hint(
      zh: "申报产品的核心专利、软件著作权等；没有的，写空列表 []",
      en: "core patents, software copyrights and the like; an empty list [] if there are none")
    member(
      "domesticPatents", .count, { .of(&$0.domesticPatents) }, zh: "国内专利数", en: "domestic patents"
    )
    .of(.annex1(3, 2))
    .hint(zh: "有效的国内专利件数", en: "domestic patents in force")
    member(
      "internationalPatents", .count, { .of(&$0.internationalPatents) }, zh: "国际专利数",
      en: "international patents"
    )
    .of(.annex1(3, 2))
    .hint(zh: "有效的境外专利件数", en: "patents in force in other countries")
    member(
      "standards", .list(of: standard), { .of(&$0.standards) }, zh: "主导或参与制定的标准",
      en: "standards led or taken part in"
    )
    .of(.annex1(3, 2))
    .hint(
      zh: "国际、国家或行业标准，一项即可；没有的，写空列表 []",
      en:
        "international, national or industry standards, one suffices; an empty list [] if there are none"
    )
    member(
      "appliedResults", .list(of: appliedResult), { .of(&$0.appliedResults) }, zh: "科技成果转化",
      en: "applied results"
    )
    .of(.annex1(3, 3))
    .hint(
      zh: "已实际应用的专利等成果；没有的，写空列表 []",
      en: "patents and other results in use; an empty list [] if there are none")
  }

  private static let institution = PartFormat.object(blank: Innovation.Institution.init) { member in
    member.ignored("name", zh: "机构名称", en: "name of the institution")
      .of(.annex1(3, 1))
    member("level", .choice(), { .of(&$0.level) }, zh: "认定级别", en: "level of recognition")
      .of(.annex1(3, 1))
      .hint(zh: "认定部门的级别；有多个的，写最高级别", en: "the level that recognised it, or the highest of several")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "认定文件", en: "recognition")
      .of(.annex1(3, 1))
      .hint(zh: "认定文件的文件名", en: "file names of the recognition")
  }

  static let document = PartFormat.object(blank: Innovation.Document.init) { member in
    member.ignored("name", zh: "名称", en: "name")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证明材料", en: "proof")
      .hint(zh: "证书、协议等的文件名", en: "file names of certificates, agreements and the like")
  }

  private static let standard = PartFormat.object(blank: Innovation.Standard.init) { member in
    member.ignored("name", zh: "标准编号或名称", en: "number or name")
      .of(.annex1(3, 2))
    member(
      "level", .choice(of: [.international, .national, .industry, .other]), { .of(&$0.level) },
      zh: "标准级别", en: "level of the standard"
    )
    .of(.annex1(3, 2))
    member(
      "evidence", .attachments, { .of(&$0.evidence) }, zh: "参与证明", en: "proof of the part taken"
    )
    .of(.annex1(3, 2))
    .hint(zh: "载明参与起草情况的页面的文件名", en: "file names of the pages that name you among the drafters")
  }

  private static let appliedResult = PartFormat.object(blank: Innovation.AppliedResult.init) {
    member in
    member.ignored("name", zh: "成果名称", en: "name of the result")
      .of(.annex1(3, 3))
    member("isInUse", .flag, { .of(&$0.isInUse) }, zh: "是否实际应用", en: "in actual use")
      .of(.annex2(7))
    member(
      "bringsBenefit", .flag, { .of(&$0.bringsBenefit) }, zh: "是否产生经济效益",
      en: "brings economic benefit"
    )
    .of(.annex2(7))
    member(
      "evidence", .attachments, { .of(&$0.evidence) }, zh: "应用和效益证明", en: "proof of use and benefit"
    )
    .of(.annex2(7))
    .hint(zh: "应用证明和效益证明的文件名", en: "file names of proofs of use and of benefit")
  }

  static let talent = PartFormat.object(blank: Talent.init) { member in
    member(
      "programmes", .list(of: programme), { .of(&$0.programmes) }, zh: "人才计划入选者",
      en: "selections for talent programmes"
    )
    .of(.annex1(4, 3))
    .hint(
      zh: "省级或市级人才计划入选者；没有的，写空列表 []",
      en: "selections for provincial or municipal programmes; an empty list [] if there are none")
    member(
      "cooperations", .list(of: document), { .of(&$0.cooperations) }, zh: "校企合作",
      en: "training with schools"
    )
    .of(.annex1(4, 3))
    .hint(
      zh: "与学校共建的人才培养载体；没有的，写空列表 []",
      en: "training run jointly with schools; an empty list [] if there is none")
  }

  private static let programme = PartFormat.object(blank: Talent.Programme.init) { member in
    member.ignored("name", zh: "计划名称", en: "programme")
      .of(.annex1(4, 3))
    member("level", .choice(), { .of(&$0.level) }, zh: "计划级别", en: "level of the programme")
      .of(.annex1(4, 3))
    member(
      "evidence", .attachments, { .of(&$0.evidence) }, zh: "入选文件", en: "proof of the selection"
    )
    .of(.annex1(4, 3))
    .hint(zh: "入选文件的文件名", en: "file names of the selection")
  }

  static let statements = PartFormat.object(blank: Statements.init) { member in
    zip(Judgement.allCases, criteria(of: .judgement)).map { judgement, criterion in
      member(
        judgement.rawValue, ValueFormat(CommonFormat.statement), zh: criterion.title.zh,
        en: criterion.title.en
      ) {
        $0[judgement] = $1
      }
      .of(criterion.clauses.first)
    }
  }

  static let bonuses = PartFormat.object(blank: Bonuses.init) { member in
    zip(Bonus.allCases, criteria(of: .bonus)).map { bonus, criterion in
      member(
        bonus.rawValue, .list(of: CommonFormat.statement),
        { bonuses in
          switch bonus {
          case .nationalInnovation: .of(&bonuses.nationalInnovation)
          case .chainStrengthening: .of(&bonuses.chainStrengthening)
          case .openInnovation: .of(&bonuses.openInnovation)
          }
        }, zh: criterion.title.zh, en: criterion.title.en
      )
      .of(criterion.clauses.first)
    }
  }
}
