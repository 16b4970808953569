// A command line has many spellings and many ways to be wrong; each is tried.

import Eligibility
import Testing

@testable import Commands
@testable import HostSystem
@testable import Reports

/// The faults of a command line, none where it is right.
private func faults(_ words: String...) -> [UsageFault] {
  ParsedLine(words, language: .en).faults
}

private func invocation(_ words: [String], language: Language = .en) throws -> Invocation {
  let line = ParsedLine(words, language: language)
  #expect(line.faults == [])
  return try #require(line.invocation)
}

private func checkOptions(_ words: String...) throws -> Options {
  guard case .check(let options) = try invocation(["check"] + words) else {
    throw UnexpectedInvocation()
  }
  return options
}

private struct UnexpectedInvocation: Error {}

struct ParsedLineTests {
  @Test func `defaults`() throws {
    let options = try checkOptions("a.json")
    #expect(
      options
        == Options(
          programmes: .tested, usualFormat: .text, language: .en,
          operands: ["a.json"]))
    #expect(options.targets.all == [ReportTarget(format: .text)] && options.asOf == nil)
    #expect(options.strictness == .conditionsOnly && options.verbosity == .report)
    #expect(options.color == .auto && options.operands.map { Source($0) } == [.file("a.json")])
  }

  @Test func `every flag is typed`() throws {
    let options = try checkOptions(
      "--format", "json", "--output", "r.json", "--lang", "zh", "--as-of", "2025-09-01",
      "--strict", "--color", "never", "--quiet", "a.json", "-", "b.json")
    var expected = Options(
      programmes: .tested, usualFormat: .text, language: .zh)
    expected.targetFlags = [.format(.json), .output(.file("r.json"))]
    expected.asOf = Day(2025, 9, 1)
    expected.strictness = .indicatorsToo
    expected.color = .never
    expected.verbosity = .statusOnly
    expected.operands = ["a.json", "-", "b.json"]
    #expect(options == expected)
    #expect(
      options.operands.map { Source($0) } == [.file("a.json"), .standardInput, .file("b.json")])
  }

  @Test(arguments: [
    ["check", "a", "--format", "json", "-q", "-o", "r"],
    ["check", "--format=json", "--quiet", "--output=r", "a"],
    ["--format=json", "-qor", "check", "a"],
    ["-qo", "r", "--format", "json", "check", "--", "a"],
    ["check", "-q", "-o=r", "a", "--format=json"],
  ])
  func `spellings are equal`(words: [String]) throws {
    guard case .check(let options) = try invocation(words) else { throw UnexpectedInvocation() }
    #expect(options.targets.all == [ReportTarget(format: .json, destination: .file("r"))])
    #expect(options.verbosity == .statusOnly && options.operands == ["a"])
  }

  @Test func `two dashes end the flags`() throws {
    #expect(try checkOptions("--", "--strict", "-q", "--").operands == ["--strict", "-q", "--"])
    #expect(try checkOptions("--", "-").operands.map { Source($0) } == [.standardInput])
    #expect(try checkOptions("--strict", "--", "a").strictness == .indicatorsToo)
  }

  @Test func `a dash is a stream`() throws {
    #expect(try checkOptions("-", "-o", "-").targets.all == [ReportTarget(format: .text)])
    #expect(try checkOptions("--output=-", "-").operands.map { Source($0) } == [.standardInput])
  }

  @Test func `an attached value may look like a flag`() throws {
    for path in ["--strict", "a=b"] {
      let targets = try checkOptions("--output=\(path)", "x").targets.all
      #expect(targets == [ReportTarget(format: .text, destination: .file(path))])
    }
  }

  @Test func `commands have their invocation`() throws {
    let options = Options(
      programmes: .tested, usualFormat: .text, language: .en)
    var explained = options
    explained.operands = ["culture"]
    var shell = options
    shell.operands = ["fish"]
    #expect(try invocation(["criteria"]) == .criteria(options))
    #expect(try invocation(["explain"]) == .explain(options))
    #expect(try invocation(["explain", "culture"]) == .explain(explained))
    #expect(try invocation(["completions", "fish"]) == .completions(.fish, shell))
  }

  @Test(arguments: [
    ["help", "check"], ["check", "--help"], ["check", "-h"], ["--help", "check"],
    ["check", "--help", "--no-such-flag", "--format=xml"],
  ])
  func `help on a command`(words: [String]) throws {
    #expect(try invocation(words) == .help(commandName: "check", .en))
  }

  @Test(arguments: [["help"], ["--help"], ["-h"], ["--help", "--version"], ["--version", "-h"]])
  func `help in general`(words: [String]) throws {
    #expect(try invocation(words) == .help(commandName: nil, .en))
  }

  @Test func `version is asked for anywhere`() throws {
    #expect(try invocation(["--version"]) == .version)
    #expect(try invocation(["check", "--version"]) == .version)
  }

  @Test func `help does not hide an unknown command`() {
    #expect(faults("chek", "--help") == [.unknownCommand("chek")])
    #expect(faults("chek", "--version") == [.unknownCommand("chek")])
  }
}

struct UsageFaultTests {
  private let files = Flag.Domain.file
  private let formats = Flag.Domain.choice(Command.check.formats.map(\.rawValue))

  @Test func `commands`() {
    #expect(faults() == [.noCommand])
    #expect(faults("--lang", "zh") == [.noCommand])
    #expect(faults("chek", "a") == [.unknownCommand("chek")])
    #expect(faults("") == [.unknownCommand("")])
    #expect(faults("-") == [.unknownCommand("-")])
  }

  @Test func `flags`() throws {
    let candidates = Command.check.allFlags.map(\.long)
    #expect(faults("check", "a", "--formt=x") == [.unknownFlag("--formt", candidates: candidates)])
    #expect(faults("check", "a", "-z") == [.unknownFlag("-z", candidates: candidates)])
    #expect(faults("check", "a", "-qz") == [.unknownFlag("-z", candidates: candidates)])
    #expect(faults("check", "a", "-output=r") == [.unknownFlag("-output", candidates: candidates)])
    #expect(faults("check", "a", "--Strict") == [.unknownFlag("--Strict", candidates: candidates)])
    #expect(
      faults("criteria", "--strict") == [
        .foreignFlag("--strict", command: "criteria", takers: ["check", "screen", "compare"])
      ])
    #expect(faults("check", "a", "--strict", "--strict") == [.repeatedFlag("--strict")])
    #expect(faults("check", "a", "-q", "--quiet", "-q") == [.repeatedFlag("--quiet")])
    #expect(faults("check", "a", "-o", "x", "--output=y") == [.surplusOutput("y")])
  }

  @Test func `values`() {
    #expect(
      faults("check", "a", "--strict=yes") == [.unexpectedValue(flag: "--strict", value: "yes")])
    #expect(faults("check", "a", "-q=yes") == [.unexpectedValue(flag: "-q", value: "yes")])
    #expect(
      faults("check", "a", "--strict=") == [.unexpectedValue(flag: "--strict", value: "")])
    for words in [["--output"], ["--output="], ["--output", "--strict"], ["--output", "-q"]] {
      let line = ParsedLine(["check", "a"] + words, language: .en)
      #expect(line.faults == [.missingValue(flag: "--output", placeholder: "FILE", files)])
      #expect(line.invocation == nil)
    }
    #expect(
      faults("check", "a", "-o") == [.missingValue(flag: "-o", placeholder: "FILE", files)])
    #expect(
      faults("check", "a", "--format", "xml") == [
        .badValue(flag: "--format", value: "xml", formats)
      ])
    #expect(
      faults("check", "a", "--format", "JSON") == [
        .badValue(flag: "--format", value: "JSON", formats)
      ])
  }

  @Test(arguments: [
    "2025", "2025-09", "2025-02-29", "2025-9-1", "01-09-2025", "today", "２０２５-09-01",
  ])
  func `days that are none`(text: String) throws {
    let domain = try #require(Flag.asOf.value?.domain(nil, .tested))
    #expect(
      faults("check", "a", "--as-of", text) == [
        .badValue(flag: "--as-of", value: text, domain)
      ])
  }

  @Test func `operands`() {
    #expect(
      faults("check") == [.missingOperand(command: "check", placeholder: "FILE", files)])
    #expect(
      faults("criteria", "x", "y") == [
        .surplusOperand("x", command: "criteria", limit: 0),
        .surplusOperand("y", command: "criteria", limit: 0),
      ])
    #expect(
      faults("explain", "culture", "y") == [.surplusOperand("y", command: "explain", limit: 1)])
    let shells = Flag.Domain.choice(["bash", "zsh", "fish"])
    #expect(
      faults("completions") == [
        .missingOperand(command: "completions", placeholder: "SHELL", shells)
      ])
    #expect(
      faults("completions", "tcsh") == [.badOperand("tcsh", placeholder: "SHELL", shells)])
    #expect(faults("help", "chek").count == 1)
    #expect(faults("check", "-", "a", "-", "-") == [.repeatedStandardInput])
    #expect(faults("check", "a", "b", "-o", "b") == [.outputIsInput("b")])
  }

  @Test func `all faults are reported in their order`() {
    let found = faults(
      "check", "--nonsense", "--strict=1", "--format=xml", "-q", "-q", "--as-of", "x", "--color")
    let kinds = found.map { "\($0)".prefix { $0 != "(" } }
    #expect(
      kinds == [
        "unknownFlag", "unexpectedValue", "badValue", "repeatedFlag", "badValue", "missingValue",
        "missingOperand",
      ])
    #expect(faults("chek", "--nonsense", "--format=xml", "--strict", "--strict").count == 4)
  }

  @Test func `the language is heard in spite of faults`() {
    #expect(ParsedLine(["chek", "--nonsense", "--lang", "zh"], language: .en).language == .zh)
    #expect(ParsedLine(["check", "--lang=en", "--format=x"], language: .zh).language == .en)
    #expect(ParsedLine(["check", "--lang=fr", "a"], language: .zh).language == .zh)
  }

  /// Every fault says what was found and how to mend it, in both languages.
  /// Names of files are written as they are, so that they can be found; other words have no need of that.
  @Test func `bytes that are no characters are shown as escapes`() {
    let word = FileName.text(of: [0x61, 0x9B, 0x33])
    #expect(UsageFault.unknownCommand(word).problem.en == #"there is no command “a\x9B3”"#)
  }

  @Test(arguments: [
    UsageFault.noCommand, .unknownCommand("chek"), .unknownCommand("x"), .unknownCommand("a.json"),
    .unknownFlag("--formt", candidates: ["--format"]), .unknownFlag("--zzzzz", candidates: []),
    .foreignFlag("--strict", command: "criteria", takers: ["check"]),
    .missingValue(flag: "--output", placeholder: "FILE", .file),
    .missingValue(flag: "-o", placeholder: "FILE", .file),
    .unexpectedValue(flag: "--strict", value: "yes"),
    .badValue(flag: "--format", value: "xml", .choice(["text", "json"])),
    .repeatedFlag("--strict"),
    .missingOperand(command: "check", placeholder: "FILE", .file),
    .surplusOperand("x", command: "criteria", limit: 0),
    .surplusOperand("x", command: "explain", limit: 1),
    .unknownName("x", ["a-criterion"]),
    .badOperand("tcsh", placeholder: "SHELL", .choice(["bash"])),
    .repeatedStandardInput, .outputIsInput("a"), .surplusOutput("a"),
    .sharedStandardOutput([.text, .json]), .sharedFile("a"),
  ])
  func `every fault speaks`(fault: UsageFault) {
    for wording in [fault.problem, fault.mend] {
      #expect(wording.zh.contains { $0.isWide })
      #expect(wording.en.allSatisfy { $0.isASCII || "“”".contains($0) } && wording.en.contains(" "))
    }
    #expect(fault.problem != fault.mend)
  }

  @Test func `mends are what a person would say`() {
    #expect(UsageFault.unknownCommand("chek").mend.en == "did you mean check?")
    #expect(
      UsageFault.unknownCommand("a.json").mend.en
        == "to check a file, write jlcheck check a.json")
    #expect(
      UsageFault.unknownFlag("--formt", candidates: ["--color", "--format"]).mend.zh
        == "是不是要写 --format？")
    #expect(
      UsageFault.missingValue(flag: "--format", placeholder: "FORMAT", formats).mend.en
        == "write --format=text")
    #expect(
      UsageFault.badValue(flag: "--format", value: "jsn", formats).mend.en
        == "did you mean json?")
  }

  @Test func `a long list is not recited`() {
    let ids = (1...40).map { "criterion-\($0)" }
    let fault = UsageFault.badOperand("nonsense", placeholder: "ID", .choice(ids))
    for text in [fault.problem.en, fault.problem.zh, fault.mend.en, fault.mend.zh] {
      #expect(text.columns < 120)
    }
    #expect(fault.problem.en.contains("40") && fault.problem.zh.contains("40"))
    let near = UsageFault.badOperand("critrion-7", placeholder: "ID", .choice(ids))
    #expect(near.mend.en == "did you mean criterion-7?")
  }

  @Test func `hostile words are shown harmless`() {
    let word = "--\u{1B}[2Jx\u{202E}\n::error::" + String(repeating: "长", count: 200)
    for fault in [
      UsageFault.unknownCommand(word), .unknownFlag(word, candidates: []),
      .badValue(flag: "--format", value: word, formats), .outputIsInput(word),
    ] {
      for text in [fault.problem.zh, fault.problem.en, fault.mend.zh, fault.mend.en] {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
        #expect(text.columns < 200)
      }
    }
  }
}

struct SuggestionTests {
  private let commands = ["check", "criteria", "explain", "completions", "help"]

  @Test(arguments: [
    ("chek", "check"), ("chcek", "check"), ("Check", "check"), ("CHECK", "check"),
    ("checkk", "check"), ("critera", "criteria"), ("exp", "explain"), ("compl", "completions"),
    ("completion", "completions"), ("hlep", "help"),
  ])
  func `near`(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, among: commands) == meant)
  }

  @Test(arguments: ["", "x", "banana", "status", "ch", "核对", String(repeating: "check", count: 9)])
  func `far`(word: String) {
    #expect(Suggestion.nearest(to: word, among: commands) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("中文", "文中", 1), ("a", "中", 1),
    ("abcd", "badc", 2),
  ])
  func `distance`(left: String, right: String, expected: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(Suggestion.distance(left, right) == expected)
    #expect(Suggestion.distance(right, left) == expected)
  }

  @Test func `the nearest wins and then the first`() {
    #expect(Suggestion.nearest(to: "texts", among: ["test", "text"]) == "text")
    #expect(Suggestion.nearest(to: "tet", among: ["text", "test"]) == "text")
  }
}
