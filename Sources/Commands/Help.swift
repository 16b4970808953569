// Help is written from the tables of commands and flags, so that it cannot forget or invent one.

import Eligibility
import Judging
import Reports

/// Help in one language, for one width of the page.
struct Help {
  /// The language.
  let language: Language
  /// The width in columns.
  let width: Int
  /// The programmes that there are.
  let programmes: ProgrammeList

  /// Help in general.
  func text() -> String {
    var lines = ["\(Program.name) \(Version.current)"]
    lines += wrapped(Program.purpose[language])
    lines += section(Headings.usage, ["\(Program.name) \(Headings.anyCommand[language])"])
    lines += section(
      Headings.commands, rows(Command.all.map { ($0.usage, $0.summary[language]) }))
    lines += section(Headings.generalFlags, rows(Flag.general.map { row(of: $0, for: nil) }))
    lines += section(
      Headings.exitStatus,
      rows(ExitStatus.allCases.map { (String($0.rawValue), $0.meaning[language]) }))
    lines += [""] + wrapped(Headings.readOn[language])
    return page(lines)
  }

  /// Help on a command.
  func text(on command: Command) -> String {
    var lines = wrapped(
      "\(Program.name) \(command.name) \(Headings.dash[language]) \(command.summary[language])")
    lines += section(
      Headings.usage,
      ["\(Program.name) \(command.name) [\(Headings.flag[language])…]\(command.operands.usage)"])
    lines += [""] + wrapped(command.about[language])
    for group in Flag.Group.allCases {
      let flags = command.allFlags.filter { $0.group == group }
      if !flags.isEmpty {
        lines += section(group.title, rows(flags.map { row(of: $0, for: command) }))
      }
    }
    if !command.examples.isEmpty { lines += section(Headings.examples, command.examples) }
    return page(lines)
  }

  private func page(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  private func wrapped(_ text: String) -> [String] { Layout.wrapped(text, width: width) }

  private func section(_ heading: Wording, _ lines: [String]) -> [String] {
    [""] + wrapped(heading[language]) + lines.map { "  " + $0 }
  }

  /// A flag's name and what it does, with the values to choose from.
  private func row(of flag: Flag, for command: Command?) -> (String, String) {
    let short = flag.short.map { "-\($0), " } ?? "    "
    return (short + flag.usage, flag.explained(for: command, programmes, in: language))
  }

  /// Two columns, the second wrapped; the names share the width of the longest.
  private func rows(_ rows: [(name: String, text: String)]) -> [String] {
    let gap = 2
    let column = (rows.map { $0.name.columns }.max() ?? 0) + gap
    return rows.flatMap { row in
      let hanging = String(repeating: " ", count: column)
      return Layout.wrapped(
        row.text, width: width - 2, first: row.name.padded(to: column), hanging: hanging)
    }
  }
}

extension Flag {
  /// What it does, with the words to choose from, for a command or for any.
  func explained(
    for command: Command?, _ programmes: ProgrammeList, in language: Language
  ) -> String {
    guard let choices = value?.domain(command, programmes).choices, !choices.isEmpty else {
      return summary[language]
    }
    let list = choices.joined(separator: Wording(zh: "、", en: ", ")[language])
    return summary[language] + Wording(zh: "（\(list)）", en: " (\(list))")[language]
  }
}

private enum Headings {
  static let usage = Wording(zh: "用法：", en: "Usage:")
  static let anyCommand = Wording(zh: "命令 [选项…] [参数…]", en: "COMMAND [FLAG…] [OPERAND…]")
  static let flag = Wording(zh: "选项", en: "FLAG")
  static let commands = Wording(zh: "命令：", en: "Commands:")
  static let generalFlags = Wording(zh: "各命令共有的选项：", en: "Flags of every command:")
  static let examples = Wording(zh: "示例：", en: "Examples:")
  static let exitStatus = Wording(
    zh: "退出状态（多个文件取最大者）：", en: "Exit status (of several files the highest):")
  static let readOn = Wording(
    zh: "某个命令的选项见 \(Program.name) help 命令。",
    en: "For the flags of a command see \(Program.name) help COMMAND.")
  static let dash = Wording(zh: "——", en: "–")
}
