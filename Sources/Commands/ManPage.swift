// The page that `man jlcheck` shows is written from the tables of commands and flags, as help is.

import Eligibility
import Judging
import Reports

/// The manual's page in one language, as roff with the macros of man(7).
struct ManPage {
  /// The language.
  let language: Language
  /// The programmes that there are.
  let programmes: ProgrammeList

  /// The whole page.
  func text() -> String {
    var lines = [
      #".\" \#(Program.name) help --man"#,
      #".TH \#(Program.name.uppercased()) 1 "" "\#(Program.name) \#(Version.current)" """#,
    ]
    lines += section(Headings.name, ["\(Program.name) \\- \(escaped(Program.purpose[language]))"])
    lines += section(
      Headings.synopsis,
      Array(
        Command.all.map { command in
          let words = escaped("[\(Headings.flag[language])…]\(command.operands.usage)")
          return [".B \(Program.name) \(command.name)", words]
        }.joined(separator: [".br"])))
    lines += section(Headings.commands, Command.all.flatMap(entry))
    lines += section(Headings.flags, Flag.all.flatMap(entry))
    lines += section(
      Headings.exitStatus,
      ExitStatus.allCases.flatMap { tagged([String($0.rawValue)], $0.meaning[language]) }
        + [".PP", escaped(Headings.highest[language])])
    lines += section(
      Headings.environment,
      Headings.variables.flatMap { tagged([$0.name], $0.meaning[language]) })
    return lines.map { $0 + "\n" }.joined()
  }

  private func section(_ heading: Wording, _ lines: [String]) -> [String] {
    [".SH \"\(heading[language])\""] + lines
  }

  /// What a command does, its flags by name, and lines worth copying.
  private func entry(of command: Command) -> [String] {
    var lines = [".SS \"\(escaped(command.usage))\"", escaped(command.about[language]), ".PP"]
    let flags = command.flags.map { "\\fB\(escaped($0.long))\\fR" }
    if !flags.isEmpty {
      // Of a list without spaces roff would make one line.
      lines.append("\(Headings.takes[language])\(flags.joined(separator: ", "))")
    }
    if !command.examples.isEmpty {
      lines += [".PP", ".nf"] + command.examples.map { "    " + escaped($0) } + [".fi"]
    }
    return lines
  }

  /// What a flag does, and the words there are to choose from.
  private func entry(of flag: Flag) -> [String] {
    let names = (flag.short.map { ["-\($0)"] } ?? []) + [flag.long]
    let text = flag.explained(for: nil, programmes, in: language)
    return tagged(names, value: flag.value?.placeholder, text)
  }

  private func tagged(_ names: [String], value: String? = nil, _ text: String) -> [String] {
    let bold = names.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
    return [".TP", bold + (value.map { " \\fI\(escaped($0))\\fR" } ?? ""), escaped(text)]
  }

  /// A text in which roff sees nothing but text: a backslash begins an escape, a hyphen would become a
  /// typographic one that no shell takes, and a quotation mark ends an argument.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += #"\e"#
      case "-": result += #"\-"#
      case "\"": result += #"\(dq"#
      case "…": result += "..."
      default: result.append(character)
      }
    }
    // At the beginning of a line these two would begin a request.
    return result.hasPrefix(".") || result.hasPrefix("'") ? #"\&"# + result : result
  }
}

private enum Headings {
  static let name = Wording(zh: "名称", en: "NAME")
  static let synopsis = Wording(zh: "概要", en: "SYNOPSIS")
  static let flag = Wording(zh: "选项", en: "FLAG")
  static let commands = Wording(zh: "命令", en: "COMMANDS")
  static let flags = Wording(zh: "选项", en: "FLAGS")
  static let takes = Wording(zh: "可用选项：", en: "Takes ")
  static let exitStatus = Wording(zh: "退出状态", en: "EXIT STATUS")
  static let highest = Wording(
    zh: "多个文件取最大者。", en: "A run on several files ends with the highest among them.")
  static let environment = Wording(zh: "环境变量", en: "ENVIRONMENT")

  /// The variables that the program looks at, as `TerminalSettings` does.
  static let variables: [(name: String, meaning: Wording)] = [
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Wording(
        zh: "未写 --lang 时所用的语言：第一个非空者以 zh 开头即为中文，否则为英文",
        en: "the language without --lang: Chinese if the first that is not empty begins with zh")
    ),
    ("NO_COLOR", Wording(zh: "非空则不用颜色", en: "no colour if it is not empty")),
    ("TERM", Wording(zh: "为 dumb 则不用颜色", en: "no colour if it is dumb")),
  ]
}
