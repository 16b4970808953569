// The way of a batch from named paths to rows: what is found, in which order, and how it can end.

import Foundation
import Synchronization
import Testing

@testable import CheckKit

/// A world with folders, streams and files in the making.
private final class Intake: Sendable {
  struct State {
    var output = ""
    var error = ""
    var files: [String: String] = [:]
    var abandoned = 0
    var seconds = 0.0
    var questions = 0
  }

  let state = Mutex(State())
  let files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  var output: String { state.withLock { $0.output } }
  var error: String { state.withLock { $0.error } }
  var written: [String: String] { state.withLock { $0.files } }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - pieceSize: how many bytes of a stream come at once.
  ///   - interruptedAfter: at which question the user has asked to stop.
  ///   - order: the order in which workers happen to take their work.
  func run(
    _ arguments: String..., pieceSize: Int = 7, interruptedAfter: Int = .max,
    isWatched: Bool = false, canWrite: Bool = true,
    order: @escaping @Sendable (Int) -> [Int] = { Array(0..<$0) }
  ) -> CheckKit.ExitStatus {
    run(
      arguments, pieceSize: pieceSize, interruptedAfter: interruptedAfter, isWatched: isWatched,
      canWrite: canWrite, order: order)
  }

  /// Runs the program; `isReaderGone` is whether nobody reads standard output.
  func run(
    _ arguments: [String], pieceSize: Int = 7, interruptedAfter: Int = .max,
    isWatched: Bool = false, canWrite: Bool = true, isReaderGone: Bool = false,
    order: @escaping @Sendable (Int) -> [Int] = { Array(0..<$0) }
  ) -> CheckKit.ExitStatus {
    var environment = World().environment()
    environment.arguments = arguments
    environment.read = { path in
      self.files[path].map { .success(Array($0.utf8)) } ?? .failure(.absent)
    }
    environment.write = { bytes, stream in
      self.state.withLock { state in
        let text = String(decoding: bytes, as: UTF8.self)
        if stream == .output { state.output += text } else { state.error += text }
      }
      return isReaderGone && stream == .output ? .brokenPipe : .written
    }
    environment.writeWhole = { path, bytes in
      self.state.withLock { $0.files[path] = String(decoding: bytes, as: UTF8.self) }
      return .written
    }
    environment.isTerminal = { _ in isWatched }
    environment.batch = BatchDoors(
      list: { path in self.list(path) },
      stream: { path in self.stream(path, pieceSize) },
      begin: { path in
        canWrite && !path.hasPrefix("locked/")
          ? .success(self.pending(path)) : .failure(.notWritable("read-only"))
      },
      makeFolder: { _ in .written },
      concurrently: { count, _, body in for number in order(count) { body(number) } },
      processors: { 2 },
      seconds: {
        self.state.withLock { state in
          state.seconds += 0.7
          return state.seconds
        }
      },
      isInterrupted: {
        self.state.withLock { state in
          state.questions += 1
          return state.questions >= interruptedAfter
        }
      })
    return CheckKit.run(environment)
  }

  private func list(_ path: String) -> Result<[FolderEntry], ReadFailure> {
    let inside = files.keys.filter { $0.hasPrefix(path + "/") }
      .map { $0.dropFirst(path.count + 1) }
    if inside.isEmpty { return .failure(.absent) }
    let names = Set(inside.map { $0.prefix { $0 != "/" } })
    // In no helpful order, as systems list them.
    return .success(
      names.sorted(by: >).map { name in
        FolderEntry(name: String(name), isFolder: inside.contains { $0.hasPrefix(name + "/") })
      })
  }

  private func stream(_ path: String?, _ size: Int) -> Result<ByteStream, ReadFailure> {
    guard let text = files[path ?? "-"] else { return .failure(.absent) }
    let rest = Mutex(Array(text.utf8)[...])
    return .success(
      ByteStream {
        rest.withLock { rest in
          let piece = Array(rest.prefix(size))
          rest = rest.dropFirst(size)
          return .success(piece)
        }
      })
  }

  private func pending(_ path: String) -> PendingFile {
    let text = Mutex("")
    return PendingFile(
      write: { bytes in
        text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        return .written
      },
      complete: {
        self.state.withLock { $0.files[path] = text.withLock { $0 } }
        return .written
      },
      abandon: { self.state.withLock { $0.abandoned += 1 } })
  }

  /// The sources and lines of the rows written as NDJSON.
  var rows: [String] {
    output.split(separator: "\n").compactMap { line in
      guard
        let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        row["kind"] as? String == "application", let source = row["source"] as? String
      else { return nil }
      return source + ((row["line"] as? Int).map { ":\($0)" } ?? "")
    }
  }
}

struct ScreenRunTests {
  private static let year = #"{"applicationYear": 2025}"#

  @Test func foldersAreSearchedInOrderAndNothingElseIsRead() {
    let intake = Intake([
      "in/b.json": "{}", "in/a/z.json": "{}", "in/a.json": "{}", "in/notes.txt": "not read",
      "in/a/more.ndjson": "{}\n\n{}\n", "in/picture.JSON": "not read", "alone.txt": "{}",
    ])
    let status = intake.run("screen", "in", "alone.txt", "--format", "ndjson")
    #expect(status == .undetermined)
    #expect(
      intake.rows == [
        "in/a.json", "in/a/more.ndjson:1", "in/a/more.ndjson:3", "in/a/z.json", "in/b.json",
        "alone.txt",
      ])
  }

  @Test(arguments: [1, 2, 7, 30, 10_000])
  func linesAreWholeHoweverTheyArrive(pieceSize: Int) {
    let year = ScreenRunTests.year
    let intake = Intake(["-": "\(year)\r\n\n  \t\n\(year)\n\(year)"])
    let status = intake.run("screen", "-", "--format", "ndjson", pieceSize: pieceSize)
    #expect(status == .undetermined)
    #expect(intake.rows == ["-:1", "-:4", "-:5"])
    #expect(!intake.output.contains("\"withFaults\":1"))
  }

  @Test func aBrokenOrAbsentFileIsARowAndNeverTheEnd() {
    let intake = Intake(["1.json": "{", "3.json": "{}"])
    let status = intake.run("screen", "1.json", "2.json", "3.json", "--format", "ndjson")
    #expect(intake.rows == ["1.json", "2.json", "3.json"])
    #expect(status == .unreadable)
    let readable = Intake(["1.json": "{", "3.json": "{}"])
    #expect(readable.run("screen", "1.json", "3.json", "--format", "ndjson") == .malformed)
  }

  @Test func anEmptyBatchIsAnErrorAndNeverAPass() {
    for files in [["in/readme.txt": "x"], ["in/none.ndjson": "\n \n"]] {
      let intake = Intake(files)
      #expect(intake.run("screen", "in") == .unreadable)
      #expect(intake.output.isEmpty)
      #expect(intake.error.contains("no application was found in in"))
    }
  }

  @Test(arguments: Format.allCases)
  func theSameBytesWhoeverWorksFirst(format: Format) {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<100).map { number in
        (
          "in/\(number).json",
          number % 7 == 0 ? "{" : #"{"market":{"province":{"rank":\#(number % 4 + 1)}}}"#
        )
      })
    let forwards = Intake(files)
    let backwards = Intake(files)
    _ = forwards.run("screen", "in", "--format", format.rawValue, "--jobs", "1")
    _ = backwards.run(
      "screen", "in", "--format", format.rawValue, "--jobs", "2", order: { (0..<$0).reversed() })
    #expect(!forwards.output.isEmpty)
    #expect(forwards.output == backwards.output)
  }

  @Test func whoInterruptsIsToldWhatIsFinished() {
    let lines = String(repeating: ScreenRunTests.year + "\n", count: 100)
    let intake = Intake(["-": lines])
    let status = intake.run(
      "screen", "-", "--format", "ndjson", "--jobs", "1", pieceSize: 30, interruptedAfter: 2)
    #expect(status == .interrupted)
    #expect(intake.rows.count > 0 && intake.rows.count < 100)
    #expect(intake.output.contains(#""wasInterrupted":true"#))
    #expect(intake.error.contains("the \(intake.rows.count) applications finished are reported"))
  }

  @Test func progressIsForTerminalsAndGoesAway() {
    let files = Dictionary(uniqueKeysWithValues: (0..<500).map { ("in/\($0).json", "{}") })
    let watched = Intake(files)
    _ = watched.run("screen", "in", "--format", "ndjson", "--jobs", "1", isWatched: true)
    #expect(watched.error.contains(" done, "))
    #expect(watched.error.contains(" s left"))
    #expect(watched.error.hasSuffix("\r\u{1B}[K"))
    let unwatched = Intake(files)
    _ = unwatched.run("screen", "in", "--format", "ndjson", "--jobs", "1")
    #expect(unwatched.error.isEmpty)
  }

  @Test func onlyTheRowsOfAVerdictButAllInTheTotals() throws {
    let intake = Intake([
      "1.json": #"{"market":{"province":{"rank":2}}}"#, "2.json": "{}", "3.json": "{}",
    ])
    let status = intake.run(
      "screen", "1.json", "2.json", "3.json", "--only", "ineligible", "--format", "ndjson")
    #expect(intake.rows == ["1.json"])
    #expect(intake.output.contains(#""applications":3"#))
    #expect(status == .undetermined)
  }

  @Test func aFileAppearsWholeOrNotAtAll() {
    let intake = Intake(["1.json": "{}"])
    #expect(
      intake.run("screen", "1.json", "--format", "csv", "--output", "out.csv") == .undetermined)
    #expect(intake.output.isEmpty)
    #expect(intake.written["out.csv"]?.contains("1.json") == true)
    let refused = Intake(["1.json": "{}"])
    #expect(
      refused.run("screen", "1.json", "--output", "out.csv", canWrite: false) == .unwritable)
    #expect(refused.error.contains("out.csv cannot be written: read-only"))
    let empty = Intake(["in/none.ndjson": ""])
    #expect(empty.run("screen", "in", "--output", "out.csv") == .unreadable)
    #expect(empty.written.isEmpty)
    #expect(empty.state.withLock { $0.abandoned } == 1)
  }

  private static let several = [
    "--format", "ndjson", "--format", "junit", "--output", "a.xml", "--format", "csv", "--output",
    "a.csv", "--format", "sarif", "-o", "a.sarif",
  ]

  /// Streams and forms that wait for the end, files and standard output, in one run.
  @Test func severalReportsAreWrittenAsIfAlone() {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<70).map { number in
        ("in/\(number).json", number % 7 == 0 ? "{" : ScreenRunTests.year)
      })
    let together = Intake(files)
    #expect(together.run(["screen", "in"] + ScreenRunTests.several) == .malformed)
    #expect(together.written.count == 3)
    for (format, found) in [
      ("ndjson", together.output), ("junit", together.written["a.xml"]),
      ("csv", together.written["a.csv"]), ("sarif", together.written["a.sarif"]),
    ] {
      let alone = Intake(files)
      _ = alone.run("screen", "in", "--format", format)
      #expect(!alone.output.isEmpty)
      let isSame = alone.output == found
      #expect(isSame, "\(format)")
    }
  }

  @Test func aReaderThatLeavesTakesNothingFromTheFiles() {
    let intake = Intake(["1.json": "{}"])
    let status = intake.run(["screen", "1.json"] + ScreenRunTests.several, isReaderGone: true)
    #expect(status == .undetermined)
    #expect(intake.error.isEmpty)
    #expect(intake.written.keys.sorted() == ["a.csv", "a.sarif", "a.xml"])
    #expect(intake.written["a.xml"]?.hasSuffix("</testsuites>\n") == true)
  }

  @Test func oneFileThatCannotBeWrittenLeavesNone() {
    let intake = Intake(["1.json": "{}"])
    let status = intake.run(
      ["screen", "1.json"] + ScreenRunTests.several + ["--format", "html", "-o", "locked/a.html"])
    #expect(status == .unwritable)
    #expect(intake.written.isEmpty && intake.output.isEmpty)
    #expect(intake.state.withLock { $0.abandoned } == 3)
  }

  @Test(arguments: Format.integrations)
  func anEmptyBatchIsNoEmptyReport(format: Format) {
    let intake = Intake(["in/none.ndjson": ""])
    let status = intake.run("screen", "in", "--format", format.rawValue)
    #expect(status == .unreadable && intake.output.isEmpty)
  }

  @Test(arguments: [
    (Format.junit, #"<testcase classname="jlcheck" name="interrupted""#),
    (.sarif, #""executionSuccessful":false"#), (.github, "::error title=Interrupted::"),
  ])
  func serversAreToldOfAnInterruption(format: Format, wanted: String) {
    let lines = String(repeating: ScreenRunTests.year + "\n", count: 100)
    let intake = Intake(["-": lines])
    let status = intake.run(
      "screen", "-", "--format", format.rawValue, "--jobs", "1", pieceSize: 30,
      interruptedAfter: 2)
    #expect(status == .interrupted)
    #expect(intake.output.contains(wanted))
  }

  @Test func reportsHaveSafeNames() {
    let intake = Intake([
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

  @Test func reportsMayBeForServers() {
    let intake = Intake(["a.ndjson": "\n{}\n"])
    let status = intake.run(
      "screen", "a.ndjson", "--reports", "out", "--reports-format", "junit", "--quiet")
    #expect(status == .undetermined)
    #expect(Array(intake.written.keys) == ["out/00001.xml"])
    // Faults, 33 criteria, and a notice that no version is named.
    #expect(
      intake.written["out/00001.xml"]?.contains(#"<testsuite name="a.ndjson:2" tests="35""#)
        == true)
  }

  @Test func aDayBeforeTheLawIsRefused() {
    let intake = Intake(["1.json": "{}"])
    #expect(intake.run("screen", "1.json", "--as-of", "2024-07-22") == .usage)
    #expect(intake.error.contains("2024-07-23"))
  }
}
