// What the file consists of: the target table, papers, texts and statements.

import CommonFacts
import Eligibility
import Judging
import LittleGiantRules

extension GiantFormat {
  static let targets = PartFormat.object(blank: GiantTargetTable.init) { member in
    GiantTarget.allCases.map { target in
      member(
        target.rawValue, ValueFormat(target.hasTargets ? row : startOnly), zh: target.name.zh,
        en: target.name.en
      ) {
        $0[target] = $1 ?? GiantTargetRow()
      }
      .of(.annex(6))
    }
  }

  private static let row = PartFormat.object(blank: GiantTargetRow.init) { member in
    member("start", .cell, { .of(&$0.start) }, zh: "实施期初始值", en: "start")
      .of(.clause(6, 2, 4))
      .hint(
        zh: "年度数据按 2020 年末，其他按 2021 年 5 月 31 日", en: "yearly figures of 2020, else of 31 May 2021")
    member("end2022", .cell, { .of(&$0.end2022) }, zh: "实施期满一年目标", en: "target for the end of 2022")
      .of(.clause(6, 2, 4))
      .hint(zh: "2022 年末", en: "at the end of 2022")
    member("end2023", .cell, { .of(&$0.end2023) }, zh: "实施期满两年目标", en: "target for the end of 2023")
      .of(.clause(6, 2, 4))
      .hint(zh: "2023 年末", en: "at the end of 2023")
  }

  private static let startOnly = PartFormat.object(blank: GiantTargetRow.init) { member in
    member("start", .cell, { .of(&$0.start) }, zh: "实施期初始值", en: "start")
      .of(.annex(6))
      .hint(zh: "本行没有目标", en: "this row has no targets")
  }

  static let papers = PartFormat.object(blank: GiantPapers.init) { member in
    member("request", .attachments, { .of(&$0.request) }, zh: "申报请示", en: "request")
      .of(.clause(4, 2, 1))
      .hint(zh: "文件名，下同", en: "file names, as for the following ones")
    member("basicTable", .attachments, { .of(&$0.basicTable) }, zh: "基本情况表", en: "table of basics")
      .of(.clause(4, 2, 5))
    member("targetTable", .attachments, { .of(&$0.targetTable) }, zh: "目标表", en: "target table")
      .of(.clause(4, 2, 6))
    member(
      "firstYearGoals", .attachments, { .of(&$0.firstYearGoals) }, zh: "实施期满 1 年的目标和成效",
      en: "goals after one year"
    )
    .of(.clause(4, 2, 7))
    member(
      "secondYearGoals", .attachments, { .of(&$0.secondYearGoals) }, zh: "实施期满 2 年的目标和成效",
      en: "goals after two years"
    )
    .of(.clause(4, 2, 7))
    member("proofs", .attachments, { .of(&$0.proofs) }, zh: "佐证材料", en: "proofs")
      .of(.note(annex: 5, note: 2))
    member("isStamped", .flag, { .of(&$0.isStamped) }, zh: "是否加盖公章", en: "stamped")
      .of(.section(5))
    member("isOnPaper", .flag, { .of(&$0.isOnPaper) }, zh: "是否有纸质版", en: "on paper")
      .of(.section(5))
    member("isElectronic", .flag, { .of(&$0.isElectronic) }, zh: "是否有电子版", en: "electronic")
      .of(.section(5))
    member("isLegible", .flag, { .of(&$0.isLegible) }, zh: "复印件是否清晰", en: "legible")
      .of(.section(5))
    member("isOneVolume", .flag, { .of(&$0.isOneVolume) }, zh: "是否单独成册", en: "one volume")
      .of(.note(annex: 5, note: 4))
  }

  static let profile = PartFormat.object(blank: GiantProfile.init) { member in
    member("text", .text, zh: "全文", en: "text") {
      $0.length.text = $1.map { GiantTextLength($0) }
    }
    .of(.clause(4, 2, 3))
    member("characters", .count, zh: "字数", en: "number of characters") {
      $0.length.characters = $1
    }
    .of(.clause(4, 2, 3))
    .hint(zh: "另附全文的，填写字数", en: "where the text is in another document")
    member(
      "coversManagement", .flag, { .of(&$0.coversManagement) }, zh: "是否写有经营管理概况",
      en: "covers management"
    )
    .of(.clause(4, 2, 3))
    member(
      "coversProduct", .flag, { .of(&$0.coversProduct) }, zh: "是否写有主导产品情况",
      en: "covers the main product"
    )
    .of(.clause(4, 2, 3))
    member(
      "coversInnovation", .flag, { .of(&$0.coversInnovation) }, zh: "是否写有创新基本情况",
      en: "covers innovation"
    )
    .of(.clause(4, 2, 3))
  }

  static let length = PartFormat.object(blank: GiantLength.init) { member in
    member("text", .text, zh: "全文", en: "text") {
      $0.text = $1.map { GiantTextLength($0) }
      $0.wording = $1
    }
    .of(.annex(3))
    member("characters", .count, { .of(&$0.characters) }, zh: "字数", en: "number of characters")
      .of(.annex(3))
      .hint(zh: "另附全文的，填写字数", en: "where the text is in another document")
  }

  static let statements = PartFormat.object(blank: GiantStatements.init) { member in
    member(
      "giant-merit", CommonFormat.statement, { .of(&$0.merit) }, zh: "择优推荐", en: "choice on merit"
    )
    .of(.clause(4, 2, 3))
    member(
      "giant-targets", CommonFormat.statement, { .of(&$0.targets) }, zh: "目标可行性",
      en: "feasibility of the goals"
    )
    .of(.clause(4, 2, 7))
    member(
      "giant-advancedness", CommonFormat.statement, { .of(&$0.advancedness) }, zh: "先进性",
      en: "advancedness"
    )
    .of(.annex(5))
  }
}

extension ValueFormat<String> {
  /// A cell of a table, as it was written: whether it is as required is a formality and no fault of the file.
  fileprivate static let cell = code(
    Wording(zh: "目标表中所写的内容，如 \"30\"", en: "what stands in the table, such as \"30\""),
    isVerbatim: true
  ) { characters in
    characters.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
