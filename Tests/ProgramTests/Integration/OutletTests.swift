// One run can write several reports; which goes where follows from the order of the flags.

import Foundation
import Testing

@testable import Commands
@testable import Judging
@testable import Reports

struct OutletTests {
  private func targets(_ words: String) throws -> [String] {
    let line = ParsedLine(
      ["check", "a.json"] + words.split(separator: " ").map(String.init), language: .en)
    guard case .check(let options) = try #require(line.invocation) else { return [] }
    return options.targets.all.map { "\($0.format) \($0.destination.name)" }
  }

  private func faults(_ words: String, command: String = "check a.json") -> [UsageFault] {
    let line = ParsedLine(
      "\(command) \(words)".split(separator: " ").map(String.init), language: .en)
    return line.faults
  }

  @Test(arguments: [
    ("", ["text -"]), ("--format json", ["json -"]), ("-o x", ["text x"]),
    ("-o x --format json", ["json x"]), ("--format json -o x", ["json x"]),
    ("--format json -o x --format text", ["json x", "text -"]),
    ("--format text --format json -o x", ["text -", "json x"]),
    ("-o x --format json --format text", ["json x", "text -"]),
    ("-o x --format json --format text -o y", ["json x", "text y"]),
    ("--format json -o x --format json -o y", ["json x", "json y"]),
    ("--format json -o - --format text -o y", ["json -", "text y"]),
    (
      "--format junit -o x --quiet --format sarif -o y --format text",
      ["junit x", "sarif y", "text -"]
    ),
  ])
  func `a place belongs to the form before it`(words: String, expected: [String]) throws {
    #expect(try targets(words) == expected)
  }

  @Test func `places without a form are faults`() {
    #expect(faults("-o x -o y") == [.surplusOutput("y")])
    #expect(faults("--format json -o x -o y -o -") == [.surplusOutput("y"), .surplusOutput("-")])
    #expect(faults("-o x --format json -o y") == [.surplusOutput("y")])
    #expect(faults("-o x -o y", command: "completions bash") == [.surplusOutput("y")])
  }

  @Test func `reports that would run into each other are faults`() {
    #expect(
      faults("--format text --format json -o x --format junit -o -")
        == [.sharedStandardOutput([.text, .junit])])
    #expect(faults("--format text -o x --format json -o x") == [.sharedFile("x")])
    #expect(faults("--format text -o a/x --format json -o ./a//x") == [.sharedFile("./a//x")])
    #expect(faults("--format text -o /x --format json -o x").isEmpty)
    #expect(faults("--format text -o y --format json -o a.json") == [.outputIsInput("a.json")])
  }

  @Test(arguments: Command.all.filter { !$0.formats.isEmpty }.map(\.name))
  func `every command with forms takes several`(name: String) throws {
    let command = try #require(Command.named(name))
    let operands = Array(repeating: "a.json", count: min(2, command.operands.count.lowerBound))
    let (one, other) = (command.formats[1].rawValue, command.formats[0].rawValue)
    let words = [name] + operands + ["--format", one, "--output", "x", "--format", other]
    #expect(ParsedLine(words, language: .en).faults == [])
  }

  @Test func `mends say what to write`() {
    #expect(
      UsageFault.surplusOutput("y").mend.en == "leave it out, or write a --format before it")
    #expect(
      UsageFault.sharedStandardOutput([.text, .json]).problem.en
        == "2 reports would go to standard output: text, json")
    #expect(UsageFault.sharedFile("x").problem.zh == "不止一份报告要写入“x”")
  }

  @Test func `a run writes each report as if alone`() {
    let path = "Fixtures/Applications/ineligible/average-revenue-one-fen-below.json"
    let world = World()
    let text = (try? String(contentsOf: Fixture.root.appending(path: path), encoding: .utf8)) ?? ""
    let environment = world.environment(
      "check", path, "--format", "junit", "-o", "a.xml", "--format", "text", "--format", "sarif",
      "-o", "a.sarif", files: [path: text])
    #expect(run(environment) == .ineligible)
    #expect(world.output == Fixture.run(["check", path]).output)
    for (file, format) in [("a.xml", "junit"), ("a.sarif", "sarif")] {
      #expect(world.written[file] == Fixture.run(["check", "--format", format, path]).output)
    }
    #expect(world.written.count == 2)
  }

  @Test func `quiet leaves the files`() {
    let world = World()
    let environment = world.environment(
      "check", "a", "-q", "--format", "text", "--format", "json", "-o", "x", files: ["a": "{}"])
    #expect(run(environment) == .undetermined)
    #expect(world.output.isEmpty && world.written["x"]?.hasPrefix("{") == true)
  }

  @Test func `what cannot be read is told to servers only`() {
    let world = World()
    let environment = world.environment(
      "check", "gone", "--format", "json", "-o", "x", "--format", "junit", "-o", "y")
    #expect(run(environment) == .unreadable)
    #expect(Array(world.written.keys) == ["y"])
    #expect(world.written["y"]?.contains("<error message=\"Unreadable file: ") == true)
  }
}
