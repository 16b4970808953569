// A bureau works through its register in a spreadsheet: a record for each date, what is due first at the top.

import Eligibility
import HostSystem
import Judging
import Reports

/// Writes registers as CSV (RFC 4180), in UTF-8 with a byte order mark as spreadsheets expect.
///
/// A title for which nothing is outstanding, and a file that is faulty or cannot be read, has a record of its own
/// at the end, so that no title is lost.
struct StatusCSV {
  let words: RegisterWords

  private var language: Language { words.language }

  func bytes(_ register: TitleRegister) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.append(record: StatusCSV.columns.map { .text($0[language]) }, in: language)
    var listed: Set<Int> = []
    for owed in register.dates where owed.date.isOutstanding {
      // What a bureau owes is no holder's record.
      if owed.date.party != .bureau { listed.insert(owed.history) }
      bytes.append(
        record: [
          .figure(owed.date.days.lower.description), .figure(owed.date.days.upper.description),
          .text(owed.date.state.name[language]),
          .text(words.title(of: owed.date, owed.report.programme)),
          .text(owed.date.reason.says(in: language)),
          .text(owed.date.reason.mend(in: language) ?? ""),
          .text(words.clause(of: owed.date, owed.report.programme)),
          .text(owed.date.party.name[language]),
        ] + (owed.date.party == .bureau ? bureau(of: owed.report) : holder(register, owed.history)),
        in: language)
    }
    for number in register.histories.indices where !listed.contains(number) {
      bytes.append(
        record: Array(repeating: .empty, count: 8) + holder(register, number), in: language)
    }
    return bytes
  }

  private static let columns = [
    Wording(zh: "期限", en: "By"), Wording(zh: "期限（最晚的理解）", en: "By, latest reading"),
    Wording(zh: "办理情况", en: "State"), Wording(zh: "事项", en: "Duty"),
    Wording(zh: "说明", en: "Explanation"), Wording(zh: "须办", en: "To do"),
    Wording(zh: "条款", en: "Clause"), Wording(zh: "由谁办理", en: "Owed by"),
    Wording(zh: "持有人", en: "Holder"),
    Wording(zh: "统一社会信用代码", en: "Social credit code"),
    Wording(zh: "产品或集群", en: "Product or cluster"), Wording(zh: "工信部门", en: "Bureau"),
    Wording(zh: "称号状态", en: "Standing"), Wording(zh: "状态说明", en: "Why"),
    Wording(zh: "文件错误", en: "Faults"), Wording(zh: "缺失内容", en: "Missing"),
    Wording(zh: "文件", en: "File"), Wording(zh: "行", en: "Line"),
  ]

  private func bureau(of report: JudgedApplication) -> [ScreeningCell] {
    let empty = [ScreeningCell](repeating: .empty, count: 3)
    return empty + [bureauCell(report)] + [ScreeningCell](repeating: .empty, count: 6)
  }

  private func bureauCell(_ report: JudgedApplication) -> ScreeningCell {
    report.header.bureau.map { .text(report.programme.bureaus[$0].label[language]) } ?? .empty
  }

  private func holder(_ register: TitleRegister, _ number: Int) -> [ScreeningCell] {
    let history = register.histories[number]
    let place: [ScreeningCell] = [
      .text(history.place.source), history.place.line.map { .number($0) } ?? .empty,
    ]
    switch history.result {
    case .failure(let failure):
      return [ScreeningCell](repeating: .empty, count: 6)
        + [.text(failure.reason[language]), .empty] + place
    case .success(let report):
      let (header, title) = (report.header, report.title)
      return [
        header.enterprise.map { .text($0) } ?? .empty,
        header.creditCode.map { .text($0.text) } ?? .empty,
        header.product.map { .text($0) } ?? .empty, bureauCell(report),
        title.map { .text($0.state.name[language]) } ?? .empty,
        title.map { .text($0.reason.says(in: language)) } ?? .empty, .number(report.faultCount),
        .parts(report.missing.map { report.programme.label(of: $0.place, in: language) }),
      ] + place
    }
  }
}
