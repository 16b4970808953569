// Parts of forms that are the same facts in every programme: statements, determinations, ranks and shares.

import CommonFacts
import Eligibility
import Judging

/// The parts that forms of several programmes have.
enum CommonFormat {
  /// A statement that experts read, with its proofs.
  static let statement = PartFormat.object(blank: Statement.init) { member in
    member("text", .presence, { .of(&$0.hasText) }, zh: "说明", en: "statement")
      .hint(zh: "一两段话，写明事实和数据", en: "a paragraph or two of facts and figures")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证明材料", en: "evidence")
      .hint(zh: "证明材料的文件名", en: "file names of the evidence")
  }

  /// What an authority determined of an incident.
  ///
  /// - Parameter hint: what helps to state its result, where a form says more of it.
  static func determination(
    of clause: Clause, status hint: Wording? = nil
  ) -> PartFormat<Determination> {
    .object(blank: Determination.init) { member in
      let status = member("status", .choice(), { .of(&$0.status) }, zh: "认定结果", en: "result")
        .of(clause)
      hint.map { status.hint(zh: $0.zh, en: $0.en) } ?? status
      member("authority", .text, { .of(&$0.authority) }, zh: "认定部门", en: "authority")
        .of(clause)
        .hint(zh: "作出认定的机关全称", en: "full name of the authority")
      member("document", .text, { .of(&$0.document) }, zh: "认定文书", en: "document")
        .of(clause)
        .hint(zh: "认定文书的名称和文号", en: "title and number of the determination")
      member("date", .partialDate, { .of(&$0.date) }, zh: "认定日期", en: "date of the determination")
        .of(clause)
        .hint(zh: "认定文书的日期", en: "the date on the document")
    }
  }
}

extension FieldBuilder<Market> {
  /// The members that state the position in the province, in the country and in the world.
  func positions(of clause: Clause) -> [Field] {
    let position = PartFormat.object(blank: Market.Position.init) { member in
      member("rank", .rank, { .of(&$0.rank) }, zh: "位次", en: "rank")
        .of(clause)
        .hint(zh: "第一位写 1", en: "1 for the first place")
      member("share", .decimal, { .of(&$0.share) }, zh: "占有率（%）", en: "share in percent")
        .of(clause)
        .hint(zh: "按百分数填写，40.5% 写 40.5", en: "percent: 40.5 for 40.5%")
    }
    return [
      self("province", position, { .of(&$0.province) }, zh: "全省", en: "in the province").of(clause),
      self("nation", position, { .of(&$0.nation) }, zh: "全国", en: "in the country").of(clause),
      self("world", position, { .of(&$0.world) }, zh: "全球", en: "in the world").of(clause),
    ]
  }
}
