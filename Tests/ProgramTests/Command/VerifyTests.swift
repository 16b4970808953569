// A receipt is worth something only if every change of report, input or way of judging is noticed.

import Foundation
import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging
@testable import Reports

struct VerifyTests {
  /// What a command line says where these files are.
  private static func run(
    _ files: [String: String], _ arguments: [String]
  ) -> (status: Judging.ExitStatus, output: String, error: String) {
    let world = World()
    var environment = world.environment(files: files)
    environment.arguments = arguments
    let status = Commands.run(environment, .tested)
    return (status, world.output, world.error)
  }

  private static func report(_ files: [String: String], _ flags: String...) -> String {
    run(files, ["check", "--format", "json", "--lang", "en"] + flags + files.keys.sorted()).output
  }

  private static let file = ["a.json": GoodFile.text]

  /// What is said of a report that differs in one place from the one written.
  private static func verified(
    _ report: String, _ application: String = GoodFile.text
  ) -> (status: Judging.ExitStatus, output: String, error: String) {
    run(["r.json": report, "b.json": application], ["verify", "--lang", "en", "r.json", "b.json"])
  }

  @Test(arguments: [
    [], ["--strict"], ["--as-of", "2026-03-01"], ["--lang", "zh", "--strict"],
  ])
  func `what follows is the same`(flags: [String]) throws {
    for application in [GoodFile.text, "{}", "{\"kind\": 1}", "%PDF-1.7", ""] {
      let made = Self.run(
        ["甲.json": application], ["check", "--format", "json"] + flags + ["甲.json"]
      ).output
      let verified = Self.verified(made, application)
      #expect(verified.status == .success, "\(application.prefix(20))")
      #expect(verified.output.hasPrefix("same: "))
    }
  }

  @Test func `applications of a file are told apart`() throws {
    let made = Self.report(["a.json": GoodFile.text, "b.json": "{}"])
    let files = ["r.json": made, "a.json": GoodFile.text, "b.json": "{}"]
    #expect(Self.run(files, ["verify", "r.json", "a.json", "b.json"]).status == .success)
    #expect(Self.run(files, ["verify", "r.json", "b.json", "a.json"]).status == .ineligible)
    let fewer = Self.run(files, ["verify", "--lang", "en", "r.json", "a.json"])
    #expect(fewer.status == .usage)
    #expect(fewer.error.contains("it reports on 2, and 1 files are named"))
  }

  /// One value altered is named with its place, what it says and what it should say.
  @Test func `an altered value is named`() throws {
    let made = Self.report(Self.file)
    let altered = made.replacing(
      "\"verdict\": \"eligible\"", with: "\"verdict\": \"ineligible\"")
    #expect(altered != made)
    let verified = Self.verified(altered)
    #expect(verified.status == .ineligible)
    let said = verified.output.replacing(#/\s+/#, with: " ")
    #expect(
      said.contains("/applications/0/verdict: the report has “ineligible”, made again “eligible”"))
    #expect(said.contains("it may have been altered"))
    // A member that is gone, and one that was added.
    let gone = made.replacing("\"strictness\"", with: "\"stricktness\"")
    #expect(Self.verified(gone).status == .malformed)
    let added = made.replacing("\"noticeCount\": 0", with: "\"noticeCount\": 0, \"note\": true")
    #expect(added != made)
    #expect(Self.verified(added).output.contains("/applications/0/note"))
  }

  /// Another layout says the same.
  @Test func `white space makes no difference`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(Self.report(Self.file).utf8))
    let compact = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    #expect(Self.verified(String(decoding: compact, as: UTF8.self)).status == .success)
  }

  @Test func `another input program or edition is the cause`() throws {
    let made = Self.report(Self.file)
    let input = Self.verified(made, GoodFile.text + "\n")
    #expect(input.status == .ineligible)
    #expect(input.output.contains("another input: of a.json"))
    #expect(!input.output.contains("altered"))
    let program = Self.verified(
      made.replacing("\"\(Program.name) \(Version.current)\"", with: "\"jlcheck 99\""))
    #expect(program.output.contains("the report was written by jlcheck 99"))
    let edition = Self.verified(made.replacing("〔2024〕204号", with: "〔2020〕1号"))
    #expect(edition.output.contains("another edition"))
  }

  /// An application on a line of a file is found there.
  @Test func `a line of a file is found`() throws {
    let line = GoodFile.text.replacing("\n", with: " ")
    let intake = BatchWorld(["in.ndjson": "{}\n\(line)\n"])
    _ = intake.run(
      "screen", "in.ndjson", "--reports", "out", "--reports-format", "json", "--format", "csv")
    let made = try #require(intake.written.first { $0.key.contains("00002") }?.value)
    let files = ["r.json": made, "in.ndjson": "{}\n\(line)\n"]
    #expect(Self.run(files, ["verify", "r.json", "in.ndjson"]).status == .success)
    let moved = ["r.json": made, "in.ndjson": "\(line)\n{}\n"]
    #expect(Self.run(moved, ["verify", "r.json", "in.ndjson"]).status == .ineligible)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"reportVersion\": 1}", "null", "{\"reportVersion\": 2, \"program\": \"x\"}",
    "%PDF", "{\"reportVersion\": 1, \"applications\": [1]}", String(repeating: "[", count: 10_000),
  ])
  func `what is no report is refused`(text: String) {
    let verified = Self.verified(text)
    #expect(verified.status == .malformed)
    #expect(verified.error.contains("r.json: it is no report"))
    #expect(verified.output.isEmpty)
  }

  @Test func `programs are told the same`() throws {
    let made = Self.report(Self.file).replacing(
      "\"verdict\": \"eligible\"", with: "\"verdict\": \"x\"")
    let told = Self.run(
      ["r.json": made, "a.json": GoodFile.text],
      ["verify", "--format", "json", "--lang", "en", "r.json", "a.json"])
    struct Told: Decodable {
      struct Difference: Decodable {
        let pointer: String
        let recorded: String?
        let recomputed: String?
      }
      let isSame: Bool
      let causes: [String]
      let differences: [Difference]
    }
    let decoded = try JSONDecoder().decode(Told.self, from: Data(told.output.utf8))
    #expect(!decoded.isSame)
    #expect(decoded.causes.isEmpty)
    #expect(decoded.differences.map(\.pointer) == ["/applications/0/verdict"])
    #expect(decoded.differences.first?.recomputed == "“eligible”")
  }

  /// Many differences are counted, and hostile texts stay on their line.
  @Test func `many differences are counted`() throws {
    let made = Self.report(Self.file)
      .replacing("\"outcome\": \"met\"", with: "\"outcome\": \"\\u001b[2J\\n::error::\"")
    let verified = Self.verified(made)
    #expect(verified.status == .ineligible)
    #expect(!verified.output.contains("\u{1B}"))
    #expect(!verified.output.contains("\n::error"))
  }
}
