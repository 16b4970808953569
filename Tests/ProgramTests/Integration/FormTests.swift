// The forms escape what applicants wrote, each by its own rules; here each rule is tried.

import Eligibility
import Foundation
import LocatedJSON
import Testing

@testable import Commands
@testable import Expectations
@testable import HostSystem
@testable import Judging
@testable import Programmes
@testable import Reports

private let rule = Inspection.Rule(
  id: "kind/name", title: "Title: 50%, and more", description: "it {is} so", severity: .error)

private func diagnostic(
  _ message: String, _ severity: Inspection.Severity = .error, mend: String? = nil,
  region: Range<TextPosition>? = nil, pointer: String? = nil, identity: [String] = [],
  related: [Inspection.Related] = []
) -> Inspection.Diagnostic {
  Inspection.Diagnostic(
    rule: rule, severity: severity, message: message, mend: mend, region: region,
    pointer: pointer, identity: identity, related: related)
}

private func inspection(
  _ source: String = "a.json", line: Int? = nil, _ result: Inspection.Result = .failed,
  _ diagnostics: Inspection.Diagnostic...
) -> Inspection {
  Inspection(
    place: ApplicationLocation(source: source, line: line),
    cases: [Inspection.Case(id: "case", result: result, diagnostics: diagnostics)])
}

private func text(_ format: Format, _ inspections: Inspection...) -> String {
  let bytes =
    format.integration(Inspector([.champion], .conditionsOnly, .en))?.document(inspections) ?? []
  return String(decoding: bytes, as: UTF8.self)
}

/// What a hostile applicant would have obeyed.
private let hostile =
  "a\n::error::b]]>--><x y='\">%0A&\u{0}\u{1B}[2J\u{202E}\u{FFFE}[l](https://e.g){0}"

struct XMLWriterTests {
  @Test func `elements are nested and closed`() {
    var xml = XMLWriter(depth: 1)
    xml.element("a", [("x", "1"), ("none", nil), ("y", "<\"&'>")]) { inner in
      inner.element("b", [])
      inner.element("c", [], lines: ["one", "two & 3"])
      inner.element("d", [("e", "")], lines: [])
    }
    #expect(
      String(decoding: xml.bytes, as: UTF8.self) == """
          <a x="1" y="&lt;&quot;&amp;'&gt;">
            <b/>
            <c>one
        two &amp; 3</c>
            <d e=""/>
          </a>

        """)
  }

  @Test func `what XML forbids is shown`() {
    var xml = XMLWriter()
    xml.element("a", [("x", "\u{0}\t\u{FFFE}")], lines: ["\u{8}\u{B}\u{FFFF}\u{7F}\u{85}\u{2028}"])
    #expect(
      String(decoding: xml.bytes, as: UTF8.self)
        == #"<a x="\u{0}\t\u{FFFE}">\u{8}\u{B}\u{FFFF}\u{7F}\u{85}\u{2028}</a>"# + "\n")
  }
}

struct JUnitTests {
  @Test func `every result has its element`() {
    let place = ApplicationLocation(source: "a.ndjson", line: 3)
    let cases = [
      Inspection.Case(id: "1", result: .passed),
      Inspection.Case(id: "2", result: .passed, diagnostics: [diagnostic("noted", .note)]),
      Inspection.Case(id: "3", result: .skipped("why")),
      Inspection.Case(id: "4", result: .failed, diagnostics: [diagnostic("bad", mend: "mend")]),
      Inspection.Case(
        id: "5", result: .failed, diagnostics: [diagnostic("bad"), diagnostic("worse")]),
      Inspection.Case(id: "6", result: .undecided, diagnostics: [diagnostic("open", .warning)]),
      Inspection.Case(id: "7", result: .unreadable, diagnostics: [diagnostic("gone")]),
    ]
    #expect(
      text(.junit, Inspection(place: place, cases: cases)) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="jlcheck">
          <testsuite name="a.ndjson:3" tests="7" failures="2" errors="2" skipped="1" time="0" \
        file="a.ndjson">
            <testcase classname="a.ndjson:3" name="1" time="0"/>
            <testcase classname="a.ndjson:3" name="2" time="0">
              <system-out>a.ndjson:3
          noted</system-out>
            </testcase>
            <testcase classname="a.ndjson:3" name="3" time="0">
              <skipped message="why"/>
            </testcase>
            <testcase classname="a.ndjson:3" name="4" time="0">
              <failure message="Title: 50%, and more: bad" type="kind/name">a.ndjson:3
          bad
          → mend</failure>
            </testcase>
            <testcase classname="a.ndjson:3" name="5" time="0">
              <failure message="Title: 50%, and more: bad (+1)" type="kind/name">a.ndjson:3
          bad
        a.ndjson:3
          worse</failure>
            </testcase>
            <testcase classname="a.ndjson:3" name="6" time="0">
              <error message="Title: 50%, and more: open" type="kind/name">a.ndjson:3
          open</error>
            </testcase>
            <testcase classname="a.ndjson:3" name="7" time="0">
              <error message="Title: 50%, and more: gone" type="kind/name">a.ndjson:3
          gone</error>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func `nothing is a document too`() {
    #expect(
      text(.junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="jlcheck">
        </testsuites>

        """)
  }

  @Test func `places are links`() {
    let region = TextPosition(line: 3, column: 4)..<TextPosition(line: 3, column: 9)
    let other = Inspection.Related(
      place: ApplicationLocation(source: "b", line: 7), message: "other")
    let document = text(
      .junit,
      inspection(
        "a.json", .failed, diagnostic("x", region: region, pointer: "/p", related: [other])))
    #expect(document.contains(">a.json:3:4  /p\n  x\n  · b:7  other</failure>"))
    #expect(document.contains(#"classname="a" name="case""#))
  }

  @Test func `hostile texts stay texts`() {
    let document = text(
      .junit,
      inspection(
        hostile, .failed, diagnostic(hostile, mend: hostile, pointer: hostile, identity: [hostile]))
    )
    #expect(!document.unicodeScalars.contains { $0 != "\n" && !$0.isHarmless })
    #expect(!document.contains("]]>") && !document.contains("<x"))
    // Head, opening tags, link, message, mend and closing tags: no line was begun by the texts.
    #expect(document.split(separator: "\n").count == 10)
  }
}

struct GitHubAnnotationsTests {
  @Test func `signs are escaped as documented`() {
    let region = TextPosition(line: 3, column: 4)..<TextPosition(line: 9, column: 1)
    let document = text(
      .github,
      inspection("./a,b:c%.json", .failed, diagnostic("1:1, 100%", mend: "m", region: region)))
    #expect(
      document == """
        ::error file=a%2Cb%3Ac%25.json,line=3,col=4,title=Title%3A 50%25%2C and more::1:1, 100%25\
        %0A→ m
        ::notice title=jlcheck::errors: 1, warnings: 0, notes: 0

        """)
  }

  @Test func `severities are commands`() {
    let document = text(
      .github,
      inspection("a", .passed, diagnostic("1", .note), diagnostic("2", .warning), diagnostic("3")))
    #expect(
      document.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
        "::notice", "::warning", "::error", "::notice",
      ])
    #expect(document.hasSuffix("::errors: 1, warnings: 1, notes: 1\n"))
  }

  @Test func `standard input is no file`() {
    #expect(text(.github, inspection("-", .failed, diagnostic("x"))).hasPrefix("::error title="))
    #expect(
      text(.github, inspection("-", line: 8, .failed, diagnostic("x"))).hasPrefix("::error line=8,")
    )
  }

  @Test func `nothing written begins or ends a command`() {
    let related = Inspection.Related(
      place: ApplicationLocation(source: hostile, line: nil), message: hostile)
    let document = text(
      .github, inspection(hostile, .failed, diagnostic(hostile, mend: hostile, related: [related])))
    #expect(!document.unicodeScalars.contains { $0 != "\n" && !$0.isHarmless })
    let lines = document.split(separator: "\n")
    #expect(lines.count == 2)
    let properties = lines[0].dropFirst("::error ".count).prefix { $0 != ":" }
    #expect(properties.split(separator: ",").count == 2)
    #expect(
      lines[0].dropFirst("::error ".count + properties.count).hasPrefix(
        "::a\\n:\\u{3A}error:\\u{3A}b"))
  }
}

/// A log as far as tests look at it.
private struct Log: Decodable {
  let version: String
  let runs: [Run]

  struct Run: Decodable {
    let columnKind: String
    let results: [Diagnostic]
    let tool: Tool
    let invocations: [Invocation]
  }

  struct Tool: Decodable {
    let driver: Driver
    struct Driver: Decodable { let rules: [Rule] }
  }

  struct Rule: Decodable {
    let id: String
    let name: String
    let help: Text
    let defaultConfiguration: Configuration
    let properties: [String: String]
    struct Configuration: Decodable { let level: String }
  }

  struct Text: Decodable {
    let text: String
    var markdown: String?
  }

  struct Diagnostic: Decodable {
    var ruleId: String?
    var ruleIndex: Int?
    let message: Text
    let locations: [Location]
    var partialFingerprints: [String: String]?

    var uris: [String] { locations.map(\.physicalLocation.artifactLocation.uri) }
  }

  struct Location: Decodable {
    let physicalLocation: Physical
    struct Physical: Decodable {
      let artifactLocation: Artifact
      let region: [String: Int]
    }
    struct Artifact: Decodable { let uri: String }
  }

  struct Invocation: Decodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Diagnostic]
  }
}

struct SARIFTests {
  private func run(_ inspections: Inspection...) throws -> Log.Run {
    let form = try #require(Format.sarif.integration(Inspector([.champion], .conditionsOnly, .en)))
    let log = try JSONDecoder().decode(Log.self, from: Data(form.document(inspections)))
    #expect(log.version == "2.1.0" && log.runs.count == 1)
    return try #require(log.runs.first)
  }

  @Test(arguments: [
    ("a/b-c_d.e~f.json", "a/b-c_d.e~f.json"), ("./a//b.json", "a/b.json"),
    ("申报 1.json", "%E7%94%B3%E6%8A%A5%201.json"), ("a:b?c#d%.json", "a%3Ab%3Fc%23d%25.json"),
    ("/x/a b.json", "file:///x/a%20b.json"), ("a\n.json", "a%0A.json"), ("-", "-"),
    ("../up.json", "../up.json"),
  ])
  func `paths are references`(path: String, uri: String) throws {
    #expect(try run(inspection(path, .failed, diagnostic("x"))).results.map(\.uris) == [[uri]])
  }

  @Test func `messages hold no links and no placeholders`() throws {
    let run = try run(inspection("a", .failed, diagnostic("[a](b) {0} {", mend: "}")))
    #expect(run.results.map(\.message.text) == ["[a] (b) {{0}} {{\n→ }}"])
  }

  @Test func `regions end behind the last character`() throws {
    let start = TextPosition(line: 3, column: 4)
    let run = try run(
      inspection("a", .failed, diagnostic("x", region: start..<TextPosition(line: 5, column: 1))),
      inspection("a", .failed, diagnostic("x", region: start..<start)),
      inspection("a", .failed, diagnostic("x")), inspection("a", line: 8, .failed, diagnostic("x")))
    #expect(
      run.results.map { $0.locations.first?.physicalLocation.region } == [
        ["startLine": 3, "startColumn": 4, "endLine": 5, "endColumn": 1],
        ["startLine": 3, "startColumn": 4], ["startLine": 1], ["startLine": 8],
      ])
    #expect(run.columnKind == "unicodeCodePoints")
  }

  @Test func `rules are the catalogue and those that occur`() throws {
    let run = try run(inspection("a", .failed, diagnostic("x"), diagnostic("y")))
    let rules = run.tool.driver.rules
    #expect(rules.count == 37)
    #expect(rules.last?.id == "kind/name")
    #expect(rules.last?.name == "KindName")
    #expect(rules.last?.help.markdown == #"it \{\{is\}\} so"#)
    #expect(run.results.map(\.ruleIndex) == [36, 36])
    #expect(rules[12].id == "average-revenue")
    #expect(rules[12].name == "AverageRevenue")
    #expect(rules[12].defaultConfiguration.level == "error")
    #expect(rules[12].properties["role"] == "condition")
  }

  @Test func `what could not be looked at is a notification`() throws {
    let run = try run(inspection("gone.json", .unreadable, diagnostic("no such file")))
    #expect(run.results.isEmpty)
    #expect(run.invocations.map(\.executionSuccessful) == [false])
    #expect(run.invocations[0].toolExecutionNotifications.map(\.uris) == [["gone.json"]])
    #expect(try self.run().invocations.map(\.executionSuccessful) == [true])
  }
}

struct FingerprintTests {
  /// The fingerprints of each file by their rules.
  private func fingerprints(_ files: (source: String, text: String)..., language: String = "en")
    throws -> [[String: [String]]]
  {
    let world = World()
    var environment = world.environment(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.source, $0.text) }))
    environment.arguments =
      ["check", "--format", "sarif", "--lang", language] + files.map(\.source)
    _ = Commands.run(environment, .tested)
    let log = try JSONDecoder().decode(Log.self, from: Data(world.output.utf8))
    return files.map { file in
      let results = log.runs[0].results.filter { $0.uris == [file.source] }
      return Dictionary(grouping: results) { $0.ruleId ?? "" }
        .mapValues { $0.flatMap { ($0.partialFingerprints ?? [:]).values }.sorted() }
    }
  }

  private static let years = [
    #"{"year": 2022, "mainBusinessRevenue": "1亿"}"#, #"{"year": 2023, "profit": "2", "x": 0}"#,
    #"{"year": 2024, "mainBusinessRevenue": "1亿"}"#,
  ]

  private static func text(_ years: [String], _ separator: String) -> String {
    [
      #"{"enterprise": {"name": "甲", "creditCode": 7}"#, #""applicationYear": "2025""#,
      #""figures": {"unit": "万元", "years": ["# + years.joined(separator: ",\(separator)") + "]}}",
    ].joined(separator: ",\(separator)")
  }

  private let text = FingerprintTests.text(years, " ")

  @Test func `a file that moved is the same`() throws {
    let original = try fingerprints(("a.json", text))
    let all = Array(original[0].values.joined())
    #expect(all.count > 10 && Set(all).count == all.count)
    for other in [
      FingerprintTests.text(FingerprintTests.years, "\n\n  "),
      "\n\n" + FingerprintTests.text(FingerprintTests.years.reversed(), " "),
    ] {
      #expect(try fingerprints(("a.json", other)) == original)
    }
    #expect(try fingerprints(("a.json", text), language: "zh") == original)
    #expect(try fingerprints(("elsewhere.json", text)) == original)
    #expect(try fingerprints(("0.json", "{}"), ("a.json", text))[1] == original[0])
    #expect(try fingerprints(("a.json", text), ("0.json", "{}"))[0] == original[0])
  }

  @Test func `another applicant is another`() throws {
    let other = text.replacing("甲", with: "乙")
    let prints = try fingerprints(("a.json", text), ("b.json", other))
    #expect(Set(prints[0].values.joined()).isDisjoint(with: prints[1].values.joined()))
  }
}
