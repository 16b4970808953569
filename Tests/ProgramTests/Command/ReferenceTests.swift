// The reference must hold a row for every entry of the tables, each of the same shape.

import Eligibility
import Testing

@testable import Commands
@testable import Judging

struct ReferenceTests {
  @Test(arguments: Language.allCases)
  func `every entry has its row`(language: Language) {
    let commands = Reference.commands(in: language).split(separator: "\n")
    #expect(commands.count == Command.all.count + 2)
    for (row, command) in zip(commands.dropFirst(2), Command.all) {
      #expect(row.hasPrefix("| `\(command.usage)` |") && row.contains(command.summary[language]))
    }
    let flags = Reference.flags(in: language).split(separator: "\n")
    #expect(flags.count == Flag.all.count + 2)
    for (row, flag) in zip(flags.dropFirst(2), Flag.all) {
      #expect(row.contains("`\(flag.usage)`") && row.contains(flag.summary[language]))
      #expect(row.count { $0 == "|" } == 4)
    }
    let statuses = Reference.exitStatuses(in: language).split(separator: "\n")
    #expect(statuses.count == ExitStatus.allCases.count + 2)
  }
}
