// The README describes commands and flags; it derives from the tables so that both say the same.

import Eligibility

@testable import Commands
@testable import Judging

/// The reference of commands and flags in Markdown.
enum Reference {
  /// A table of commands.
  static func commands(in language: Language) -> String {
    table(
      [Wording(zh: "命令", en: "command"), Wording(zh: "作用", en: "does")].map { $0[language] },
      Command.all.map { ["`\($0.usage)`", $0.summary[language]] })
  }

  /// A table of flags with the commands that take them.
  static func flags(in language: Language) -> String {
    let every = Wording(zh: "所有命令", en: "every command")[language]
    return table(
      [
        Wording(zh: "选项", en: "flag"), Wording(zh: "作用", en: "does"),
        Wording(zh: "适用命令", en: "taken by"),
      ].map { $0[language] },
      Flag.all.map { flag in
        let takers = Command.all.filter { $0.flags.contains { $0.name == flag.name } }
        let short = flag.short.map { "`-\($0)`, " } ?? ""
        let choices =
          flag.value?.domain(nil, .tested).choices.map { "`\($0)`" }.joined(separator: " ") ?? ""
        return [
          "\(short)`\(flag.usage)`",
          flag.summary[language] + (choices.isEmpty ? "" : " (\(choices))"),
          takers.isEmpty ? every : takers.map { "`\($0.name)`" }.joined(separator: " "),
        ]
      })
  }

  /// A table of exit statuses.
  static func exitStatuses(in language: Language) -> String {
    table(
      [Wording(zh: "退出状态", en: "exit status"), Wording(zh: "含义", en: "means")].map { $0[language] },
      ExitStatus.allCases.map { [String($0.rawValue), $0.meaning[language]] })
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let rule = head.map { _ in "---" }
    return ([head, rule] + rows).map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
