// The way of a batch from named paths to rows: what is found, in which order, and how it can end.

import Testing

@testable import Commands
@testable import Judging
@testable import Reports

struct ScreenRunTests {
  private static let year = #"{"applicationYear": 2025}"#

  @Test func `folders are searched in order and nothing else is read`() {
    let intake = BatchWorld([
      "in/b.json": "{}", "in/a/z.json": "{}", "in/a.json": "{}", "in/notes.txt": "not read",
      "in/a/more.ndjson": "{}\n\n{}\n", "in/c.JSON": "{}", "alone.txt": "{}",
    ])
    let status = intake.run("screen", "in", "alone.txt", "--format", "ndjson")
    #expect(status == .undetermined)
    #expect(
      intake.rows == [
        "in/a.json", "in/a/more.ndjson:1", "in/a/more.ndjson:3", "in/a/z.json", "in/b.json",
        "in/c.JSON", "alone.txt",
      ])
  }

  @Test(arguments: [1, 2, 7, 30, 10_000])
  func `lines are whole however they arrive`(pieceSize: Int) {
    let year = ScreenRunTests.year
    let intake = BatchWorld(["-": "\(year)\r\n\n  \t\n\(year)\n\(year)"])
    let status = intake.run("screen", "-", "--format", "ndjson", pieceSize: pieceSize)
    #expect(status == .undetermined)
    #expect(intake.rows == ["-:1", "-:4", "-:5"])
    #expect(!intake.output.contains("\"withFaults\":1"))
  }

  @Test func `a lone carriage return does not shift the line`() {
    let line = "{\r\"kind\":\r\"frist\"\r,\"market\": {\r"
    let intake = BatchWorld(["in.ndjson": "{}\n\(line)\r\n{}\n"])
    _ = intake.run("screen", "in.ndjson", "--format", "ndjson")
    #expect(intake.rows == ["in.ndjson:1", "in.ndjson:2", "in.ndjson:3"])
    #expect(intake.output.contains(#""misspelt-choice","pointer":"/kind","line":2,"column":11"#))
    #expect(!intake.output.contains(#""line":3,"column""#))
    _ = intake.run("screen", "in.ndjson", "--format", "github")
    #expect(intake.output.contains("::error file=in.ndjson,line=2,col=11,"))
    // A whole file has lines of every kind, as editors show them.
    let file = BatchWorld(["in.json": line])
    _ = file.run("screen", "in.json", "--format", "ndjson")
    #expect(file.output.contains(#""misspelt-choice","pointer":"/kind","line":3,"column":1"#))
  }

  /// Each kind of file that an office receives is judged, unreadable or named with why it is not judged.
  @Test func `no file of a folder is dropped in silence`() throws {
    let intake = BatchWorld([
      "in/a.json": "{\"kind\": \"first\"}", "in/b.JSON": "{}", "in/c.ndjson": "{}\n{}\n",
      "in/empty.json": "",
      "in/report.json": "%PDF-1.7", "in/office.json": "PK\u{3}\u{4}",
      "in/package.json": "{\"scripts\": {}}",
      "in/sheet.xlsx": "PK", "in/form.PDF": "%PDF", "in/readme": "x", "in/.DS_Store": "x",
      "in/expectations.json": "{}", "in/deep/letter.docx": "PK",
    ])
    let status = intake.run("screen", "in", "--format", "ndjson", "--lang", "en")
    #expect(status == .unreadable)
    #expect(
      intake.rows == [
        "in/a.json", "in/b.JSON", "in/c.ndjson:1", "in/c.ndjson:2", "in/empty.json",
        "in/office.json",
        "in/package.json", "in/report.json",
      ])
    let lines = intake.output.split(separator: "\n")
    let others = lines.filter { $0.contains("\"kind\":\"passedOver\"") }.map(String.init)
    #expect(
      others
        == [
          ("in/.DS_Store", "hidden"), ("in/deep/letter.docx", "other-type"),
          ("in/expectations.json", "expectations"), ("in/form.PDF", "other-type"),
          ("in/readme", "other-type"), ("in/sheet.xlsx", "other-type"),
        ].map { #"{"kind":"passedOver","source":"\#($0.0)","reason":"\#($0.1)"}"# })
    let totals = try #require(lines.last)
    #expect(totals.contains("\"applications\":8"))
    #expect(totals.contains("\"unreadable\":4"))
    #expect(totals.contains("\"undetermined\":4"))
    for format in ["text", "markdown", "json", "html"] {
      _ = intake.run("screen", "in", "--format", format, "--lang", "en")
      for name in ["sheet.xlsx", "readme", "DS_Store", "letter.docx", "form.PDF"] {
        #expect(intake.output.replacing("\\", with: "").contains(name), "\(format) \(name)")
      }
    }
    // Where nothing at all is judged, each is named on standard error.
    let other = BatchWorld(["in/sheet.xlsx": "PK"])
    #expect(other.run("screen", "in", "--lang", "en") == .unreadable)
    #expect(other.error.contains("in/sheet.xlsx: its name ends neither in .json"))
  }

  @Test func `a broken or absent file is a row and never the end`() {
    let intake = BatchWorld(["1.json": "{", "3.json": "{}"])
    let status = intake.run("screen", "1.json", "2.json", "3.json", "--format", "ndjson")
    #expect(intake.rows == ["1.json", "2.json", "3.json"])
    #expect(status == .unreadable)
    let readable = BatchWorld(["1.json": "{", "3.json": "{}"])
    #expect(readable.run("screen", "1.json", "3.json", "--format", "ndjson") == .malformed)
  }

  @Test(arguments: [
    (["unmet"], 0), (["undetermined"], 2), (["faults"], 65), (["unmet", "notices"], 2),
    (["never"], 0),
  ])
  func `a batch fails for the causes chosen`(causes: [String], status: Int) {
    let intake = BatchWorld(["1.json": "{\"kind\": 1}", "2.json": "{}"])
    let run = intake.run(
      ["screen", "1.json", "2.json", "--format", "json"] + causes.flatMap { ["--fail-on", $0] })
    #expect(Int(run.rawValue) == status)
    // What the report says of the batch does not depend on what a script stops for.
    #expect(intake.output.contains("\"exitStatus\": 65"))
    let absent = BatchWorld(["1.json": "{}"])
    #expect(absent.run("screen", "1.json", "2.json", "--fail-on", "never") == .unreadable)
  }

  @Test func `an empty batch is an error and never a pass`() {
    for files in [["in/readme.txt": "x"], ["in/none.ndjson": "\n \n"]] {
      let intake = BatchWorld(files)
      #expect(intake.run("screen", "in") == .unreadable)
      #expect(intake.output.isEmpty)
      #expect(intake.error.contains("no application was found in in"))
    }
  }

  @Test(arguments: Command.screen.formats)
  func `the same bytes whoever works first`(format: Format) {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<100).map { number in
        (
          "in/\(number).json",
          number % 7 == 0 ? "{" : #"{"market":{"province":{"rank":\#(number % 4 + 1)}}}"#
        )
      })
    let forwards = BatchWorld(files)
    let backwards = BatchWorld(files)
    // Full reports, which the page holds, tell by which command line they were made.
    _ = forwards.run("screen", "in", "--format", format.rawValue, "--jobs", "2")
    _ = backwards.run(
      "screen", "in", "--format", format.rawValue, "--jobs", "2", order: { (0..<$0).reversed() })
    #expect(!forwards.output.isEmpty)
    #expect(forwards.output == backwards.output)
  }

  @Test func `who interrupts is told what is finished`() {
    let lines = String(repeating: ScreenRunTests.year + "\n", count: 100)
    let intake = BatchWorld(["-": lines])
    let status = intake.run(
      "screen", "-", "--format", "ndjson", "--jobs", "1", pieceSize: 30, interruptedAfter: 2)
    #expect(status == .interrupted)
    #expect(intake.rows.count > 0 && intake.rows.count < 100)
    #expect(intake.output.contains(#""wasInterrupted":true"#))
    #expect(intake.error.contains("applications finished and reported: \(intake.rows.count)"))
  }

  @Test func `a partial report leaves the file as it was`() {
    let lines = String(repeating: ScreenRunTests.year + "\n", count: 100)
    let intake = BatchWorld(["-": lines])
    let status = intake.run(
      "screen", "-", "--format", "csv", "--output", "a.csv", "--jobs", "1", pieceSize: 30,
      interruptedAfter: 2)
    #expect(status == .interrupted)
    #expect(Array(intake.written.keys) == ["a.csv.partial"])
    #expect(
      intake.error.contains(
        "the unfinished report is kept in a.csv.partial; a.csv is left as it was"))
  }

  @Test func `every report is written though nobody reads the rows`() {
    let files = Dictionary(uniqueKeysWithValues: (0..<70).map { ("in/\($0).json", "{}") })
    let intake = BatchWorld(files.merging(["in/x.json": "{"]) { $1 })
    let status = intake.run(
      ["screen", "in", "--reports", "out", "--format", "ndjson"], isReaderGone: true)
    #expect(status == .malformed)
    #expect(intake.written.count == 71)
    #expect(intake.error.isEmpty)
  }

  @Test func `progress is for terminals and goes away`() {
    let files = Dictionary(uniqueKeysWithValues: (0..<500).map { ("in/\($0).json", "{}") })
    let watched = BatchWorld(files)
    _ = watched.run("screen", "in", "--format", "ndjson", "--jobs", "1", isWatched: true)
    #expect(watched.error.contains(" done, "))
    #expect(watched.error.contains(" s left"))
    #expect(watched.error.hasSuffix("\r\u{1B}[K"))
    let unwatched = BatchWorld(files)
    _ = unwatched.run("screen", "in", "--format", "ndjson", "--jobs", "1")
    #expect(unwatched.error.isEmpty)
  }

  @Test func `only the rows of a verdict but all in the totals`() throws {
    let intake = BatchWorld([
      "1.json": #"{"market":{"province":{"rank":2}}}"#, "2.json": "{}", "3.json": "{}",
    ])
    let status = intake.run(
      "screen", "1.json", "2.json", "3.json", "--only", "ineligible", "--format", "ndjson")
    #expect(intake.rows == ["1.json"])
    #expect(intake.output.contains(#""applications":3"#))
    #expect(status == .undetermined)
  }

  @Test func `a file appears whole or not at all`() {
    let intake = BatchWorld(["1.json": "{}"])
    #expect(
      intake.run("screen", "1.json", "--format", "csv", "--output", "out.csv") == .undetermined)
    #expect(intake.output.isEmpty)
    #expect(intake.written["out.csv"]?.contains("1.json") == true)
    let refused = BatchWorld(["1.json": "{}"])
    #expect(
      refused.run("screen", "1.json", "--output", "out.csv", canWrite: false) == .unwritable)
    #expect(refused.error.contains("out.csv cannot be written: read-only"))
    let empty = BatchWorld(["in/none.ndjson": ""])
    #expect(empty.run("screen", "in", "--output", "out.csv") == .unreadable)
    #expect(empty.written.isEmpty)
    #expect(empty.state.withLock { $0.abandoned } == 1)
  }

  private static let several = [
    "--format", "ndjson", "--format", "junit", "--output", "a.xml", "--format", "csv", "--output",
    "a.csv", "--format", "sarif", "-o", "a.sarif",
  ]

  /// Streams and forms that wait for the end, files and standard output, in one run.
  @Test func `several reports are written as if alone`() {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<70).map { number in
        ("in/\(number).json", number % 7 == 0 ? "{" : ScreenRunTests.year)
      })
    let together = BatchWorld(files)
    #expect(together.run(["screen", "in"] + ScreenRunTests.several) == .malformed)
    #expect(together.written.count == 3)
    for (format, found) in [
      ("ndjson", together.output), ("junit", together.written["a.xml"]),
      ("csv", together.written["a.csv"]), ("sarif", together.written["a.sarif"]),
    ] {
      let alone = BatchWorld(files)
      _ = alone.run("screen", "in", "--format", format)
      #expect(!alone.output.isEmpty)
      let isSame = alone.output == found
      #expect(isSame, "\(format)")
    }
  }

  @Test func `a reader that leaves takes nothing from the files`() {
    let intake = BatchWorld(["1.json": "{}"])
    let status = intake.run(["screen", "1.json"] + ScreenRunTests.several, isReaderGone: true)
    #expect(status == .undetermined)
    #expect(intake.error.isEmpty)
    #expect(intake.written.keys.sorted() == ["a.csv", "a.sarif", "a.xml"])
    #expect(intake.written["a.xml"]?.hasSuffix("</testsuites>\n") == true)
  }

  @Test func `one file that cannot be written leaves none`() {
    let intake = BatchWorld(["1.json": "{}"])
    let status = intake.run(
      ["screen", "1.json"] + ScreenRunTests.several + ["--format", "html", "-o", "locked/a.html"],
      canWrite: { !$0.hasPrefix("locked/") })
    #expect(status == .unwritable)
    #expect(intake.written.isEmpty && intake.output.isEmpty)
    #expect(intake.state.withLock { $0.abandoned } == 3)
  }

  @Test(arguments: Format.integrations)
  func `an empty batch is no empty report`(format: Format) {
    let intake = BatchWorld(["in/none.ndjson": ""])
    let status = intake.run("screen", "in", "--format", format.rawValue)
    #expect(status == .unreadable && intake.output.isEmpty)
  }

  @Test(arguments: [
    (Format.junit, #"<testcase classname="jlcheck" name="interrupted""#),
    (.sarif, #""executionSuccessful":false"#), (.github, "::error title=Interrupted::"),
  ])
  func `servers are told of an interruption`(format: Format, wanted: String) {
    let lines = String(repeating: ScreenRunTests.year + "\n", count: 100)
    let intake = BatchWorld(["-": lines])
    let status = intake.run(
      "screen", "-", "--format", format.rawValue, "--jobs", "1", pieceSize: 30,
      interruptedAfter: 2)
    #expect(status == .interrupted)
    #expect(intake.output.contains(wanted))
  }

  @Test func `reports have safe names`() {
    let intake = BatchWorld([
      "1.json": #"{"enterprise":{"name":"../../etc/passwd 有限公司"}}"#,
      "2.json": #"{"enterprise":{"name":"长春\u202e;rm -rf *"}}"#, "3.json": "{}",
    ])
    _ = intake.run(
      "screen", "1.json", "2.json", "3.json", "--reports", "out", "--reports-format", "json",
      "--quiet")
    #expect(
      intake.written.keys.sorted() == [
        "out/00001-etcpasswd有限公司.json", "out/00002-长春rmrf.json", "out/00003.json",
      ])
    #expect(intake.written.values.allSatisfy { $0.hasPrefix("{\n") && $0.hasSuffix("}\n") })
    #expect(intake.output.isEmpty)
  }

  @Test func `reports may be for servers`() {
    let intake = BatchWorld(["a.ndjson": "\n{}\n"])
    let status = intake.run(
      "screen", "a.ndjson", "--reports", "out", "--reports-format", "junit", "--quiet")
    #expect(status == .undetermined)
    #expect(Array(intake.written.keys) == ["out/00001.xml"])
    // Faults, 33 criteria, and a notice that no version is named.
    #expect(
      intake.written["out/00001.xml"]?.contains(#"<testsuite name="a.ndjson:2" tests="38""#)
        == true)
  }

  @Test func `a day before the law is refused`() {
    let intake = BatchWorld(["1.json": "{}"])
    #expect(intake.run("screen", "1.json", "--as-of", "2024-07-22") == .usage)
    #expect(intake.error.contains("2024-07-23"))
  }
}
