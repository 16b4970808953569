// A register is ordered by days and loses nobody; a calendar is one that any program reads; strangers' texts stay texts.

import Eligibility
import Foundation
import HostSystem
import Testing

@testable import BatchReports
@testable import Judging
@testable import Programmes
@testable import Reports

struct StatusTests {
  private func history(
    _ name: String = "甲", code: String = "91220101MA0YB1X78E", granted: String = "2025-12-05",
    bureau: String = "changchun", _ more: String = ""
  ) -> String {
    """
    {"programme":"single-champion-holder","bureau":"\(bureau)","enterprise":{"name":\(quoted(name)),\
    "creditCode":"\(code)"},"product":"轴承","certificate":{"granted":"\(granted)"},"reviews":[],\
    "reviewRight":{"isCancelled":false},"updates":[],"changes":[],"inquiries":[],"revocations":[]\(more)}
    """
  }

  private func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }

  private func register(_ histories: String..., on day: Day = "2026-04-01") -> TitleRegister {
    TitleRegister(
      histories.enumerated().map { number, text in
        let place = ApplicationLocation(source: "\(number).json", line: nil)
        let read = ApplicationText(source: place.source, bytes: Array(text.utf8)) { _ in nil }
        let programme = ProgrammeList.all.holders(of: read, or: .championHolder)
        return Checked(
          place: place,
          result: .success(programme.judge(read, JudgingOptions(asOf: day, isForReport: false))))
      })
  }

  private func written(
    _ register: TitleRegister, as format: Format, _ language: Language = .en
  ) -> String {
    let reports = StatusReports(language: language, width: 80, coloring: .plain)
    return String(decoding: reports.bytes(register, as: format) ?? [], as: UTF8.self)
  }

  // MARK: Registers

  @Test func `what is due first stands first, and what a bureau owes once`() {
    let found = register(
      history("later", granted: "2026-02-01"), history("first"), history("other", bureau: "jilin"))
    let days = found.dates.map { $0.date.days.lower }
    #expect(days == days.sorted())
    #expect(found.dates.count { $0.date.party == .bureau } == 2)
    #expect(found.dates.first?.date.duty == "yearly-update")
    // Of one day those come first that were read first.
    #expect(
      found.dates.prefix(3).map { $0.report.header.enterprise } == ["later", "first", "other"])
  }

  @Test(arguments: [
    (history: #""asOf":null"#, day: "2026-04-01" as Day, status: Judging.ExitStatus.success),
    (#""asOf":null"#, "2026-06-01", .undetermined), (#""asOf":null"#, "2027-06-01", .ineligible),
    (#""colour":1"#, "2026-04-01", .malformed),
  ])
  func `a run ends with the worst of its titles`(
    history more: String, day: Day, status: Judging.ExitStatus
  ) {
    #expect(register(history("a", "," + more), on: day).status == status)
  }

  @Test func `a title that is lost ends a run as something late does`() {
    let lost = history().replacing(#""isCancelled":false"#, with: #""isCancelled":true"#)
    #expect(register(history(), lost).status == .ineligible)
    let revoked = history().replacing(
      #""revocations":[]"#,
      with: #""revocations":[{"article":12,"ground":"unreportedChange","decided":"2026-02-01"}]"#)
    #expect(register(revoked).status == .ineligible)
    let unknown = history().replacing(#""revocations":[]"#, with: #""revocations":null"#)
    #expect(register(unknown).status == .undetermined)
    let failed = TitleRegister([
      Checked(place: ApplicationLocation(source: "x", line: nil), result: .failure(.absent))
    ])
    #expect(failed.status == .unreadable)
    #expect(written(failed, as: .json).contains(#""unreadable""#))
    #expect(written(failed, as: .csv).split(separator: "\r\n").count == 2)
  }

  /// A form offers to write it.
  @Test func `a fault tells what was meant, where that is clear`() {
    let typed = history().replacing(
      #""updates":[]"#, with: #""updates":[{"year":"2,026","isFiled":false}]"#)
    #expect(written(register(typed), as: .json).contains(#""meant": "2026""#))
    #expect(written(register("[]"), as: .json).contains(#""meant": null"#))
  }

  @Test func `the list of programmes says which are for holders`() {
    let run = Fixture.run(["explain", "--format", "json"])
    #expect(run.output.components(separatedBy: #""isForHolders": true"#).count == 3)
    #expect(run.output.components(separatedBy: #""isForHolders": false"#).count == 5)
  }

  @Test(arguments: Language.allCases)
  func `a table has a record for each date, and one for a title without any`(language: Language) {
    let revoked = history("gone").replacing(
      #""revocations":[]"#,
      with: #""revocations":[{"article":12,"ground":"unreportedChange","decided":"2026-02-01"}]"#)
    let found = register(revoked, history("kept"), "[]")
    let lines = written(found, as: .csv, language).split(separator: "\r\n")
    #expect(lines.count == 1 + found.dates.count { $0.date.isOutstanding } + 2)
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count >= 18 })
    #expect(lines.contains { $0.hasPrefix(",,,,,,,,") && $0.contains("gone") })
  }

  @Test func `every form says how each title stands`() {
    let found = register(history("甲"), history("乙", granted: "2021-03-01"))
    for language in Language.allCases {
      for format in [Format.text, .markdown, .html, .json, .csv] {
        let text = written(found, as: format, language)
        for state in [TitleState.valid, .dueForReview] {
          #expect(text.contains(state.name[language]), "\(format) \(language)")
        }
        #expect(text.contains("甲") && text.contains("乙"), "\(format) \(language)")
      }
    }
  }

  @Test func `texts of strangers stay texts`() {
    let name = "=1+1,\"<b>\n;\\ |x|\u{202E}"
    let found = register(history(name), history(name, granted: "2026-01-05"))
    #expect(!written(found, as: .html).contains("<b>="))
    #expect(!written(found, as: .html).contains("\"<b>"))
    #expect(written(found, as: .csv).contains("\"'=1+1"))
    for format in [Format.text, .markdown, .html, .csv, .ics, .json] {
      #expect(!written(found, as: format).unicodeScalars.contains("\u{202E}"), "\(format)")
    }
    let summaries = unfolded(written(found, as: .ics)).filter { $0.hasPrefix("SUMMARY:") }
    #expect(summaries.allSatisfy { !$0.contains("\n") })
    #expect(summaries.contains { $0.contains(#"=1+1\,"#) && $0.contains(#"\;\\"#) })
  }

  // MARK: Calendars

  private func unfolded(_ calendar: String) -> [String] {
    calendar.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test(arguments: Language.allCases)
  func `lines of a calendar are folded within characters' ends`(language: Language) {
    let text = written(register(history(String(repeating: "长", count: 90))), as: .ics, language)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.utf8.count > 70 })
    #expect(
      unfolded(text).contains {
        $0.hasPrefix("SUMMARY:") && $0.contains(String(repeating: "长", count: 90))
      })
  }

  @Test func `events keep their identifiers whatever else the history says`() {
    func identifiers(_ text: String, on day: Day) -> Set<String> {
      Set(unfolded(written(register(text, on: day), as: .ics)).filter { $0.hasPrefix("UID:") })
    }
    let before = identifiers(history(), on: "2026-04-01")
    let after = identifiers(
      history().replacing(
        #""updates":[]"#, with: #""updates":[{"year":2026,"isFiled":true,"filed":"2026-04-20"}]"#),
      on: "2026-05-01")
    // The update of 2026 is done, that of 2029 is no longer ahead of the term; all others are the same.
    #expect(after.isSubset(of: before))
    #expect(before.count - after.count == 1)
    #expect(identifiers(history(granted: "2025-12-06"), on: "2026-04-01").count == before.count)
    let two = unfolded(
      written(register(history("甲"), history("乙", code: "91220101000000190U")), as: .ics)
    )
    .filter { $0.hasPrefix("UID:") }
    #expect(two.count == Set(two).count)
  }

  @Test func `an event is on the safe day, or on the other one once that is over`() {
    func days(on day: Day) -> [String] {
      unfolded(written(register(history(), on: day), as: .ics)).filter { $0.hasPrefix("DTSTART") }
    }
    #expect(days(on: "2026-05-30").first == "DTSTART;VALUE=DATE:20260530")
    #expect(days(on: "2026-05-31").first == "DTSTART;VALUE=DATE:20260531")
    #expect(days(on: "2026-06-01").first == "DTSTART;VALUE=DATE:20260614")
  }

  @Test func `nothing to come is no calendar`() {
    let revoked = history().replacing(
      #""revocations":[]"#,
      with: #""revocations":[{"article":12,"ground":"unreportedChange","decided":"2026-02-01"}]"#)
    let reports = StatusReports(language: .en, width: 80, coloring: .plain)
    #expect(reports.bytes(register(revoked), as: .ics) == nil)
  }

  // MARK: The command

  private static let example = "Sources/Programmes/ChampionHolder/champion-holder.json"

  @Test func `folders are read, each title once`() {
    let run = Fixture.run([
      "status", "--as-of", "2026-04-01", "--format", "json", "Sources/Programmes/ChampionHolder",
    ])
    #expect(run.status.rawValue == 0)
    #expect(
      run.output.components(separatedBy: #""programme": "single-champion-holder""#).count == 2)
  }

  @Test func `a folder without histories is said to have none`() {
    let run = Fixture.run(["status", "--as-of", "2026-04-01", "--lang", "en", "Sources/jlcheck"])
    #expect(run.status.rawValue == 66)
    #expect(run.error.contains("no history was found"))
    let absent = Fixture.run(["status", "--lang", "en", "nowhere.json"])
    #expect(absent.status.rawValue == 66)
    #expect(absent.error.contains("nowhere.json"))
  }

  @Test func `an empty calendar is not written, and that is said`() {
    let run = Fixture.run([
      "status", "--as-of", "2025-12-01", "--lang", "en", "--format", "ics",
      "Sources/Programmes/ChampionHolder",
    ])
    #expect(run.output == "")
    #expect(run.error.contains("no date is to come"))
  }

  @Test func `check sends a history to the command that takes it`() {
    let run = Fixture.run(["check", "--lang", "en", StatusTests.example])
    #expect(run.status.rawValue == 64)
    #expect(run.error.contains("jlcheck status"))
    #expect(run.output == "")
  }

  @Test func `each command takes the programmes that it can use`() {
    for (command, id, isTaken) in [
      ("status", "single-champion-holder", true), ("status", "jilin-single-champion", false),
      ("check", "single-champion-holder", false),
      ("criteria", "manufacturing-cluster-holder", true),
    ] {
      let file = command == "criteria" ? [] : [StatusTests.example]
      let run = Fixture.run([command, "--programme", id] + file)
      #expect(run.error.contains("--programme") != isTaken, "\(command) \(id)")
    }
  }
}
