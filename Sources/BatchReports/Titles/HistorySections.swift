// What is said of one title is the same in every document: sections of entries, which each form writes its own way.

import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

/// A section of what is said of one title.
struct HistorySection {
  /// What heads it.
  let title: Wording
  /// What it lists.
  let entries: [Entry]

  /// One line of a section, with what follows it.
  struct Entry {
    /// The day, where it is about one.
    var day: String?
    /// What has become of it, where it is something owed.
    var state: DueDate.State?
    /// What is said.
    let text: String
    /// Where it stands in the law and in the file, and what to do.
    let notes: [String]
  }
}

extension RegisterWords {
  /// Everything to be said of a title below how it stands, in order.
  func sections(_ report: JudgedApplication) -> [HistorySection] {
    let places = SourceMap(report.text)
    let dates = report.title?.dates ?? []
    func owed(_ title: Wording, _ states: DueDate.State...) -> HistorySection {
      HistorySection(
        title: title,
        entries: dates.filter { states.contains($0.state) }.map { entry(of: $0, report, places) })
    }
    let missing = report.missingBesideFaults
    return [
      HistorySection(
        title: Wording(zh: "文件错误", en: "Faults of the file"),
        entries: report.faults.map { fault in
          entry(fault.reason, [places.link(fault.range.map(places.position(of:))), fault.pointer])
        } + more(report.faultCount - report.faults.count)),
      owed(Wording(zh: "逾期或待定", en: "Late or open"), .late, .open),
      owed(Wording(zh: "将到期", en: "To come"), .upcoming),
      HistorySection(
        title: Wording(zh: "缺失内容", en: "Missing"),
        entries: missing.listed.map { place, _ in
          HistorySection.Entry(
            text: report.programme.label(of: place, in: language),
            notes: [places.link(places.position(of: place)) + "  " + place.description])
        } + more(missing.unlisted)),
      HistorySection(
        title: Wording(zh: "提示", en: "Notices"),
        entries: report.noticesBesideFaults.listed.map { notice in
          entry(
            notice.reason,
            [
              notice.places.first.map { places.link(places.position(of: $0)) },
              notice.places.first?.description,
            ])
        } + more(report.noticesBesideFaults.unlisted)),
      owed(Wording(zh: "已办理", en: "Done"), .done, .doneLate),
    ].filter { !$0.entries.isEmpty }
  }

  private func entry(
    of date: DueDate, _ report: JudgedApplication, _ places: SourceMap
  ) -> HistorySection.Entry {
    let clause = title(of: date, report.programme) + comma + clause(of: date, report.programme)
    let place = date.place.flatMap { places.isPresent($0) ? places.position(of: $0) : nil }
    return HistorySection.Entry(
      day: day(of: date), state: date.state, text: date.reason.says(in: language),
      notes: [date.party == .holder ? clause : clause + comma + date.party.name[language]]
        + (date.isOutstanding ? date.reason.mend(in: language).map { ["→ " + $0] } ?? [] : [])
        + (place.map { [places.link($0)] } ?? []))
  }

  private func entry(_ reason: Reason, _ places: [String?]) -> HistorySection.Entry {
    let place = places.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "  ")
    return HistorySection.Entry(
      text: reason.says(in: language),
      notes: (reason.mend(in: language).map { ["→ " + $0] } ?? []) + (place.isEmpty ? [] : [place]))
  }

  private func more(_ count: Int) -> [HistorySection.Entry] {
    count > 0 ? [HistorySection.Entry(text: Listing.more(count)[language], notes: [])] : []
  }

  /// Who, what, when and by which rules, as labelled lines.
  func header(_ report: JudgedApplication) -> [(label: String, text: String)] {
    let header = report.header
    let none = Quantity.notGiven.written(in: language)
    let names = report.programme.names
    let edition = report.edition
    return [
      (
        names.applicant[language],
        [header.enterprise?.sanitized() ?? none, header.creditCode?.text].compactMap { $0 }
          .joined(separator: "  ")
      ),
      (names.object[language], header.product?.sanitized() ?? none),
      (Wording(zh: "日期", en: "As of")[language], header.filingDate?.description ?? none),
      (
        Wording(zh: "依据", en: "Rules")[language],
        report.programme.title[language] + comma + edition.document
      ),
    ]
  }
}
