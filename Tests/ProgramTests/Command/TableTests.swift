// The tables of commands and flags promise much to those who derive from them; all of it is checked.

import Eligibility
import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging
@testable import Reports

struct TableTests {
  @Test func `names are unique`() {
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    for command in Command.all {
      let names = command.allFlags.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
    }
    let shorts = Flag.all.compactMap(\.short)
    #expect(Set(shorts).count == shorts.count)
  }

  @Test func `names are plain words`() {
    let names = Command.all.map(\.name) + Flag.all.map(\.name)
    for name in names {
      #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)")
    }
    for short in Flag.all.compactMap(\.short) { #expect(short.isLetter && short.isASCII) }
  }

  @Test func `everything is said in both languages`() {
    var wordings = [Program.purpose] + ExitStatus.allCases.map(\.meaning)
    for command in Command.all { wordings += [command.summary, command.about] }
    wordings += Flag.all.map(\.summary)
    wordings += [ReadFailure.absent, .isDirectory, .notPermitted].map(\.reason)
    for wording in wordings {
      #expect(wording.zh.contains { $0.isWide }, "\(wording.zh)")
      #expect(wording.en.contains { $0.isLetter } && wording.en.allSatisfy(\.isASCII), "\(wording)")
    }
  }

  @Test func `summaries fit one sentence`() {
    for summary in Command.all.map(\.summary) + Flag.all.map(\.summary) {
      #expect(summary.en.columns <= 72 && summary.zh.columns <= 72)
      #expect(!summary.en.hasSuffix(".") && !summary.zh.hasSuffix("。"))
      #expect(!summary.en.contains("\n") && !summary.zh.contains("\n"))
    }
  }

  /// A flag's value must be stored for every word it offers, and refused for another.
  @Test func `choices are stored and others refused`() {
    for command in Command.all {
      for flag in command.allFlags {
        guard let value = flag.value else { continue }
        let before = Options(
          programmes: .tested, usualFormat: .text, language: .en)
        var results: Set<Options> = []
        for choice in value.domain(command, .tested).choices {
          var options = before
          #expect(value.store(choice, &options), "\(flag.long) \(choice)")
          results.insert(options)
        }
        let choices = value.domain(command, .tested).choices
        #expect(results.count == choices.count, "\(flag.long): each choice must differ")
        if !choices.isEmpty {
          var options = before
          #expect(!value.store("no such word", &options))
          #expect(options == before)
        }
      }
    }
  }

  @Test func `switches change the options`() {
    for flag in Flag.all {
      guard case .set(let change) = flag.effect else { continue }
      let before = Options(
        programmes: .tested, usualFormat: .text, language: .en)
      var options = before
      change(&options)
      #expect(options != before, "\(flag.long)")
    }
  }

  @Test func `formats are offered exactly where reports are written`() {
    for command in Command.all {
      #expect(command.flags.contains { $0.name == "format" } == !command.formats.isEmpty)
      #expect(
        Flag.format.value?.domain(command, .tested).choices == command.formats.map(\.rawValue))
    }
  }

  @Test(arguments: Command.all.map(\.name))
  func `examples are right`(name: String) throws {
    let command = try #require(Command.named(name))
    #expect(!command.examples.isEmpty)
    for example in command.examples {
      let shown = example.split(separator: " < ")[0]
      let words = shown.split(separator: " ").map(String.init)
      #expect(words.first == Program.name)
      let line = ParsedLine(Array(words.dropFirst()), language: .en)
      #expect(line.faults == [])
      #expect(line.command?.name == name)
    }
  }

  @Test(arguments: Command.all.map(\.name), Language.allCases)
  func `help names every flag of its command`(name: String, language: Language) throws {
    let command = try #require(Command.named(name))
    let help = Help(language: language, width: 200).text(on: command)
    for flag in command.allFlags {
      #expect(help.contains(flag.usage))
      #expect(help.contains(flag.summary[language]))
      if let short = flag.short { #expect(help.contains("-\(short), --\(flag.name)")) }
      for choice in flag.value?.domain(command, .tested).choices ?? [] {
        #expect(help.contains(choice))
      }
    }
    for flag in Flag.all where !command.allFlags.contains(where: { $0.name == flag.name }) {
      #expect(!help.contains(flag.usage + " "), "\(flag.long) is not its flag")
    }
    for example in command.examples { #expect(help.contains(example)) }
    #expect(help.hasSuffix("\n") && !help.hasSuffix("\n\n"))
  }

  @Test(arguments: Language.allCases)
  func `general help names everything`(language: Language) {
    let help = Help(language: language, width: 200).text()
    for command in Command.all {
      #expect(help.contains(command.usage) && help.contains(command.summary[language]))
    }
    for flag in Flag.general { #expect(help.contains(flag.usage)) }
    for status in ExitStatus.allCases { #expect(help.contains(status.meaning[language])) }
  }

  @Test(arguments: Language.allCases, [40, 60, 80, 100])
  func `help keeps its width`(language: Language, width: Int) {
    let help = Help(language: language, width: width)
    let pages = [help.text()] + Command.all.map { help.text(on: $0) }
    let examples = Command.all.flatMap(\.examples)
    for line in pages.flatMap({ $0.split(separator: "\n") }) {
      // Examples are to be copied and so never broken.
      if examples.contains(where: { line == "  \($0)" }) { continue }
      #expect(line.columns <= width, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }
}

struct ExitStatusTests {
  @Test func `numbers are the contract`() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 70, 74, 130])
  }

  @Test func `a batch ends with its worst`() {
    #expect(EmptyCollection<Judging.ExitStatus>().worst() == .eligible)
    #expect([ExitStatus.eligible, .undetermined, .ineligible].worst() == .undetermined)
    #expect([ExitStatus.malformed, .unreadable, .ineligible].worst() == .unreadable)
    #expect(ExitStatus.allCases.sorted() == ExitStatus.allCases)
  }

  /// A run that fails for some causes passes over all others, and never over what cannot be read.
  @Test(arguments: [
    ("domicile-liaoning", ["unmet"], 1), ("domicile-liaoning", ["undetermined", "faults"], 0),
    ("domicile-liaoning", ["notices"], 2), ("domicile-liaoning", ["never"], 0),
    ("nothing-stated", ["undetermined"], 2), ("nothing-stated", ["unmet"], 0),
    ("ten-faults", ["faults"], 65), ("ten-faults", ["undetermined"], 2),
    ("ten-faults", ["unmet"], 0),
    ("manufacturer-of-bearings", ["unmet", "undetermined", "notices", "faults"], 0),
    ("a-list-instead-of-an-application", ["never"], 65), ("absent", ["never"], 66),
    ("absent", ["unmet"], 66),
  ])
  func `a run fails for the causes chosen`(name: String, causes: [String], status: Int) {
    let path = Fixture.named(name)?.path ?? name
    let run = Fixture.run(["check", path] + causes.flatMap { ["--fail-on", $0] })
    #expect(Int(run.status.rawValue) == status)
  }

  /// Sound JSON of something else is passed by where that is asked for, with a word; what may have been meant as
  /// an application never is.
  @Test(arguments: [
    ("Fixtures/derivations.json", 0, true), ("manufacturer-of-bearings", 0, false),
    ("a-list-instead-of-an-application", 65, false), ("Package.swift", 65, false),
    ("domicile-liaoning", 1, false), ("ten-faults", 65, false), ("nothing-stated", 2, false),
    ("absent", 66, false),
  ])
  func `what is of something else is passed by`(name: String, status: Int, isPassedBy: Bool) {
    let path = Fixture.named(name)?.path ?? name
    let run = Fixture.run(["check", "--applications-only", "--lang", "en", path])
    #expect(Int(run.status.rawValue) == status)
    #expect(run.error.contains(": it is no application, and is passed by") == isPassedBy)
    #expect(run.output.isEmpty == (isPassedBy || name == "absent"))
  }

  @Test func `verdicts have their status`() {
    #expect(Verdict.allCases.map { ExitStatus($0).rawValue }.sorted() == [0, 1, 2])
    #expect(ExitStatus(Verdict.ineligible) == .ineligible)
    #expect(ExitStatus(Verdict.undetermined) == .undetermined)
  }
}
