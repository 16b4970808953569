// Reports are the product; some are kept whole, and all are held to the width and the language promised.
//
// JLCHECK_RECORD=1 writes the expected reports anew; read the difference before it is kept.

import Eligibility
import Foundation
import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging
@testable import Reports

/// One expected report in Fixtures/Reports.
struct ExpectedReport: Sendable, CustomStringConvertible {
  /// The path below Fixtures/Reports.
  let path: String
  let arguments: [String]

  var description: String { path }

  static let all: [ExpectedReport] =
    [
      ("manufacturer-of-bearings", ["text zh", "text en", "json zh", "json en", "markdown zh"]),
      (
        "average-revenue-one-fen-below",
        [
          "text zh", "text en", "json zh", "json en", "junit zh", "junit en", "sarif zh",
          "markdown en", "html zh", "letter zh",
        ]
      ),
      (
        "ten-faults",
        [
          "text zh", "text en", "json zh", "json en", "sarif en", "github zh", "github en",
          "markdown zh", "markdown en", "letter zh", "letter en",
        ]
      ),
      ("nothing-stated", ["text zh", "text en", "json en", "letter zh"]),
      ("services-applicant", ["text en", "json zh"]),
      ("review-last-year-not-yet-audited", ["text zh", "json en"]),
      (
        "clean-record-accident-2022-09-09-readings-disagree",
        ["text zh", "text en", "json zh", "github en", "markdown zh"]
      ),
      ("hostile-texts", ["text zh", "text en", "json en", "junit en", "markdown en", "letter en"]),
      ("hostile-keys-and-values", ["text en", "json zh", "github zh", "markdown zh"]),
      ("saved-as-gb18030", ["text zh", "json en"]),
      ("proofs-not-yet-attached", ["text zh", "text en", "json zh", "markdown en", "letter zh"]),
    ].flatMap { name, forms in forms.map { check(name, $0) } }
    + [
      (
        "average-revenue-growing-to-190-million",
        ["text zh", "text en", "json en", "markdown en", "html zh"]
      ),
      (
        "focus-years-novelty-unknown-started-2022-01-02",
        ["text zh", "json zh", "markdown zh"]
      ),
      ("market-position-nation-6-world-absent", ["text en"]),
      ("clean-record-two-accidents-one-pending", ["text zh"]),
      ("ban-decided-and-event-recent", ["text en"]),
      ("domicile-liaoning", ["text zh", "json en"]),
      ("nothing-stated", ["text en"]),
      ("hostile-texts", ["text zh", "markdown en"]),
      ("ten-faults", ["text zh", "markdown zh"]),
    ].flatMap { name, forms in forms.map { plan(name, $0) } }
    + PublishedSchema.allCases.map { schema in
      ExpectedReport(
        path: "../Schemas/\(schema.rawValue).schema.json",
        arguments: ["schema", schema.rawValue])
    } + titles + [
      ExpectedReport(path: "json/blank.json", arguments: ["init"]),
      ExpectedReport(path: "text/criteria.zh.txt", arguments: ["criteria", "--lang", "zh"]),
      ExpectedReport(path: "text/criteria.en.txt", arguments: ["criteria", "--lang", "en"]),
      ExpectedReport(path: "json/criteria.json", arguments: ["criteria", "--format", "json"]),
      ExpectedReport(
        path: "text/explain-average-revenue.zh.txt",
        arguments: ["explain", "average-revenue", "--lang", "zh"]),
      ExpectedReport(
        path: "text/explain-average-revenue.en.txt",
        arguments: ["explain", "average-revenue", "--lang", "en"]),
      ExpectedReport(
        path: "json/explain-average-revenue.json",
        arguments: ["explain", "average-revenue", "--format", "json"]),
    ] + ofOtherProgrammes

  /// The other programmes in both languages: applications, catalogues and titles.
  private static let ofOtherProgrammes: [ExpectedReport] =
    [
      OtherProgramme(
        name: "cluster", id: "manufacturing-cluster", folder: "Fixtures/Clusters/",
        applications: ["undetermined/rd-lead-pooled-only", "ineligible/odd-in-many-ways"]),
      OtherProgramme(
        name: "giant", id: "key-little-giant", folder: "Fixtures/LittleGiants/",
        applications: [
          "undetermined/institution-of-2021-06-01", "undetermined/base-year-lacking",
        ]),
      OtherProgramme(
        name: "platform", id: "service-platform", folder: "Fixtures/Platforms/",
        applications: ["eligible/papers-without-seal", "ineligible/domicile-in-liaoning"]),
    ].flatMap { $0.reports } + ofTitles

  /// Where enterprises stand.
  private static var ofTitles: [ExpectedReport] {
    let files = [
      (
        "application",
        "Fixtures/Applications/eligible/abnormal-operations-list-looked-up-on-filing-date.json"
      ),
      ("titles", "Fixtures/Ladder/titles.json"),
    ]
    var reports: [ExpectedReport] = []
    for (name, file) in files {
      for format in ["text", "json", "markdown"] {
        for language in Language.allCases {
          reports.append(
            ExpectedReport(
              path: "ladder/\(name).\(format).\(language.rawValue)",
              arguments: ["ladder", "--format", format, "--lang", language.rawValue, file]))
        }
      }
    }
    return reports
  }

  /// Files of a programme whose reports are kept.
  private struct OtherProgramme {
    let name: String
    let id: String
    let folder: String
    let applications: [String]

    var reports: [ExpectedReport] { Language.allCases.flatMap(reports) }

    private func reports(in language: Language) -> [ExpectedReport] {
      var reports = [
        report("criteria", "text", language, "criteria", []),
        report("init", "json", language, "blank", [], takesFormat: false),
      ]
      for format in ["text", "json", "markdown", "letter", "junit", "sarif", "github"] {
        let isRead = format == "text" || format == "letter"
        for (number, application) in applications.prefix(isRead ? 2 : 1).enumerated() {
          reports.append(
            report("check", format, language, "application-\(number + 1)", [application]))
        }
      }
      return reports
    }

    private func report(
      _ command: String, _ format: String, _ language: Language, _ file: String, _ files: [String],
      takesFormat: Bool = true
    ) -> ExpectedReport {
      ExpectedReport(
        path: "\(name)/\(file).\(format).\(language.rawValue)",
        arguments: [command, "--programme", id, "--lang", language.rawValue]
          + (takesFormat ? ["--format", format] : []) + files.map { folder + $0 + ".json" })
    }
  }

  private static func check(_ name: String, _ form: String) -> ExpectedReport {
    report("check", name, form, as: name)
  }

  private static func plan(_ name: String, _ form: String) -> ExpectedReport {
    report("plan", name, form, as: "plan-" + name)
  }

  private static func report(
    _ command: String, _ name: String, _ form: String, as file: String
  ) -> ExpectedReport {
    let words = form.split(separator: " ").map(String.init)
    let (format, language) = (words[0], words[1])
    let ending = Format(rawValue: format)?.ending ?? ""
    let path = Fixture.named(name)?.path ?? name
    return ExpectedReport(
      path: "\(format)/\(file).\(language).\(ending)",
      arguments: [command, "--format", format, "--lang", language, path])
  }

  /// How titles stand, in every form and both languages: one history each, and a register of several.
  private static let titles = [Format.text, .json, .csv, .markdown, .html, .ics].flatMap { format in
    Language.allCases.flatMap { language in
      [
        ("champion", ["Sources/Programmes/ChampionHolder"], "2027-06-05"),
        ("cluster", ["Sources/Programmes/ClusterHolder"], "2027-05-01"),
        (
          "register", ["Sources/Programmes/ChampionHolder", "Sources/Programmes/ClusterHolder"],
          "2028-12-05"
        ),
      ].map { name, paths, day in
        ExpectedReport(
          path: "titles/\(name).\(language.rawValue).\(format.ending)",
          arguments: [
            "status", "--format", format.rawValue, "--lang", language.rawValue, "--as-of", day,
          ]
            + paths)
      }
    }
  }

  /// Where all of them are.
  static let place = Fixture.root.appending(path: "Fixtures/Reports")
}

struct ReportTests {
  @Test(arguments: ExpectedReport.all)
  func `is as expected`(report: ExpectedReport) throws {
    let output = Fixture.run(report.arguments).output
    let file = ExpectedReport.place.appending(path: report.path)
    if ProcessInfo.processInfo.environment["JLCHECK_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(output.utf8).write(to: file)
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if output == expected { return }
    // The first line that differs says more than two whole reports.
    let (found, wanted) = (
      output.components(separatedBy: "\n"), expected.components(separatedBy: "\n")
    )
    let line = zip(found, wanted).prefix { $0 == $1 }.count
    #expect(found.dropFirst(line).first == wanted.dropFirst(line).first, "line \(line + 1)")
    #expect(output == expected)
  }

  @Test func `no expected report is left over`() {
    for format in Format.allCases.map(\.rawValue) {
      let folder = ExpectedReport.place.appending(path: format).path()
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let expected = Set(ExpectedReport.all.map(\.path))
      #expect(files.filter { !expected.contains("\(format)/\($0)") } == [])
    }
  }

  /// What describes the rules for programs holds both languages, whichever is asked for.
  @Test(arguments: ["criteria", "explain"])
  func `catalogue for programs has no language of its own`(command: String) {
    let outputs = ["zh", "en"].map {
      Fixture.run([command, "--format", "json", "--lang", $0]).output
    }
    #expect(outputs[0] == outputs[1])
  }

  @Test(arguments: ExpectedReport.all)
  func `is the same twice`(report: ExpectedReport) {
    #expect(Fixture.run(report.arguments).output == Fixture.run(report.arguments).output)
  }

  @Test(arguments: Fixture.all, Language.allCases)
  func `fits the terminal and obeys no applicant`(fixture: Fixture, language: Language) {
    let (_, output, error) = Fixture.run(["check", "--lang", language.rawValue, fixture.path])
    #expect(error.isEmpty)
    #expect(output.hasSuffix("\n") && !output.hasSuffix("\n\n"))
    let lines = output.split(separator: "\n")
    #expect(ReportTests.tooWide(lines) == [])
    #expect(lines.filter { $0.last == " " } == [])
    // Nothing moves the cursor or hides a character.
    let odd = output.unicodeScalars.filter { scalar in
      if scalar.isASCII { return scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7F }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        return true
      default: return false
      }
    }
    #expect(odd.isEmpty)
  }

  /// The lines wider than a terminal, but for single words that cannot be broken, such as the link to
  /// a place in a file.
  private static func tooWide(_ lines: [Substring]) -> [Substring] {
    lines.filter { $0.utf8.count > 80 && $0.columns > 80 && $0.split(separator: " ").count > 1 }
  }

  @Test(arguments: [["criteria"], ["explain"]], Language.allCases)
  func `catalogue fits the terminal`(command: [String], language: Language) {
    let output = Fixture.run(command + ["--lang", language.rawValue]).output
    #expect(ReportTests.tooWide(output.split(separator: "\n")) == [])
  }
}

/// Each language says everything in its own words; only what applicants wrote is left as it is.
struct LanguageTests {
  /// The lines of a report that seem to hold another language, before and after the texts of the
  /// application are taken out of them; paragraphs are not broken into lines here.
  private func unmatchedNames(
    in fixture: Fixture, _ language: Language, where isStrange: (Substring) -> Bool
  ) throws -> [String] {
    let report = try #require(fixture.report)
    let text = TextReport(language: language, width: 100_000, coloring: .plain).text(report)
    let suspects = text.split(separator: "\n").filter(isStrange)
    if suspects.isEmpty { return [] }
    let texts = LanguageTests.texts(in: report.text.document.bytes).sorted {
      $0.utf8.count > $1.utf8.count
    }
    return suspects.compactMap { line in
      let own = texts.reduce(String(line)) { $0.replacingOccurrences(of: $1, with: "…") }
      return isStrange(own[...]) ? own : nil
    }
  }

  /// Whatever a file says that is no single English word, as reports show it.
  private static func texts(in bytes: [UInt8]) -> Set<String> {
    var texts: Set<String> = []
    func collect(_ value: Any) {
      switch value {
      case let text as String:
        if !text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x20 }) { texts.insert(text.sanitized()) }
      case let list as [Any]: list.forEach(collect)
      case let object as [String: Any]:
        object.keys.forEach(collect)
        object.values.forEach(collect)
      default: break
      }
    }
    if let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    {
      collect(value)
    }
    return texts
  }

  /// Fixtures that are JSON, whose texts can therefore be told from the report's own.
  static let readable = Fixture.all.filter { fixture in
    guard let report = fixture.report else { return false }
    return report.text.document.faults.isEmpty && !report.text.document.bytes.isEmpty
  }

  @Test(arguments: readable)
  func `English has no Chinese of its own`(fixture: Fixture) throws {
    let found = try unmatchedNames(in: fixture, .en) { line in
      // The regulation has no number in English, and units of money are values of the format.
      var rest = String(line)
      for term in ["吉工信产业规〔2024〕204号", "\"元\"", "\"万元\"", "\"亿元\""] {
        if !rest.utf8.allSatisfy({ $0 < 0x80 }) { rest.replace(term, with: "") }
      }
      return rest.unicodeScalars.contains { (0x2E80...0xFFEF).contains($0.value) }
    }
    #expect(found == [])
  }

  @Test(arguments: readable)
  func `Chinese has no English sentence`(fixture: Fixture) throws {
    let found = try unmatchedNames(in: fixture, .zh) { line in
      let words = line.split(separator: " ").map { word in
        !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      }
      return zip(words, zip(words.dropFirst(), words.dropFirst(2))).contains { $0 && $1.0 && $1.1 }
    }
    #expect(found == [])
  }
}
