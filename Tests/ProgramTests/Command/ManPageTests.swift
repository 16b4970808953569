// The manual's page has to say of commands and flags what help says, and to be nothing but text to roff.

import Eligibility
import Judging
import Programmes
import Reports
import Testing

@testable import Commands

struct ManPageTests {
  private func lines(_ language: Language) -> [Substring] {
    ManPage(language: language, programmes: .tested).text().split(separator: "\n")
  }

  @Test(arguments: Language.allCases)
  func `every command and flag has its entry`(language: Language) {
    let lines = lines(language)
    for command in Command.all {
      let escaped = command.usage.replacing("-", with: #"\-"#).replacing("…", with: "...")
      #expect(lines.count { $0 == #".SS "\#(escaped)""# } == 1, "\(command.name)")
    }
    for flag in Flag.all {
      let long = flag.long.replacing("-", with: #"\-"#)
      #expect(
        lines.count { $0.hasPrefix(#"\fB"#) && $0.contains(#"\fB\#(long)\fR"#) } == 1, "\(long)")
    }
  }

  @Test(arguments: Language.allCases)
  func `every exit status is named`(language: Language) {
    let lines = lines(language)
    for status in ExitStatus.allCases { #expect(lines.contains(#"\fB\#(status.rawValue)\fR"#)) }
  }

  /// A hyphen would be typeset as a dash that no shell takes, and other backslashes begin a request.
  @Test(arguments: Language.allCases)
  func `only what is meant is an escape`(language: Language) {
    let known = [#"\-"#, #"\e"#, #"\(dq"#, #"\&"#, #"\fB"#, #"\fI"#, #"\fR"#, #".\""#]
    for line in lines(language) {
      let rest = known.reduce(String(line)) { $0.replacing($1, with: "") }
      #expect(!rest.contains("\\"), "\(line)")
      #expect(line.hasPrefix(".") || !rest.contains("-"), "\(line)")
    }
  }

  @Test func `is written in the language of the run`() {
    let world = World()
    #expect(run(world.environment("help", "--man", "--lang", "zh")) == .success)
    #expect(world.output == ManPage(language: .zh, programmes: .tested).text())
    #expect(world.output.contains("\n.SH \"退出状态\"\n"))
  }
}
