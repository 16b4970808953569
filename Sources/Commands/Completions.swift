// Shells complete what the tables of commands and flags hold; their scripts are written from those.

import Eligibility
import Judging
import Reports

/// Writes completion scripts.
enum Completions {
  /// The completion script for a shell, its descriptions in a language.
  static func script(
    for shell: Shell, in language: Language, _ programmes: ProgrammeList
  ) -> String {
    let lines =
      switch shell {
      case .bash: BashScript(programmes: programmes).lines
      case .zsh: ZshScript(language: language, programmes: programmes).lines
      case .fish: FishScript(language: language, programmes: programmes).lines
      }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A text between single quotes, in which a shell sees nothing but text.
private func quoted(_ text: String, closing escape: String = #"'\''"#) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: escape) + "'"
}

extension Flag {
  /// Its long form and, where there is one, its short form, as typed.
  fileprivate var forms: [String] { [long] + (short.map { ["-\($0)"] } ?? []) }
}

/// Words only: this shell shows no descriptions. Written for version 3.2, which has no `mapfile`.
private struct BashScript {
  let programmes: ProgrammeList

  var lines: [String] {
    [
      "# Completion of \(Program.name) for bash.",
      "_\(Program.name)() {",
      "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"\" command=\"\" word=\"\"",
      "  local skip=0 place",
      "  [ \"$COMP_CWORD\" -gt 0 ] && previous=\"${COMP_WORDS[COMP_CWORD-1]}\"",
      "  # The shell may cut --flag=value into three words.",
      "  if [ \"$current\" = \"=\" ]; then",
      "    current=\"\"",
      "  elif [ \"$previous\" = \"=\" ] && [ \"$COMP_CWORD\" -gt 1 ]; then",
      "    previous=\"${COMP_WORDS[COMP_CWORD-2]}\"",
      "  fi",
      "  COMPREPLY=()",
      "  for ((place = 1; place < COMP_CWORD; place++)); do",
      "    word=\"${COMP_WORDS[place]}\"",
      "    if [ \"$skip\" = 1 ] && [ \"$word\" != \"=\" ]; then skip=0; continue; fi",
      "    case \"$word\" in",
      "      \(takers.joined(separator: "|"))) skip=1 ;;",
      "      -*|=) ;;",
      "      *) command=\"$word\"; break ;;",
      "    esac",
      "  done",
      "  case \"$command $previous\" in",
    ] + Command.all.flatMap(values) + values(of: Flag.general, under: "*") + [
      "  esac",
      "  case \"$command\" in",
      "    '') _\(Program.name)_words \"\(words(Command.all.map { $0.name }, Flag.general))\" ;;",
    ] + Command.all.flatMap(operands) + [
      "  esac",
      "}",
      "_\(Program.name)_words() {",
      "  local IFS=$' \\t\\n'",
      "  COMPREPLY=($(compgen -W \"$1\" -- \"$current\"))",
      "}",
      "_\(Program.name)_files() {",
      "  local IFS=$'\\n'",
      "  compopt -o filenames 2>/dev/null",
      "  COMPREPLY=($(compgen -f -- \"$current\"))",
      "}",
      "complete -F _\(Program.name) \(Program.name)",
    ]
  }

  /// Every form of every flag that takes a value.
  private var takers: [String] { Flag.all.filter { $0.value != nil }.flatMap { $0.forms } }

  private func words(_ words: [String], _ flags: [Flag]) -> String {
    (words + flags.flatMap { $0.forms }).joined(separator: " ")
  }

  private func values(of command: Command) -> [String] {
    values(of: command.flags, under: command.name, command)
  }

  /// What completes a value, by the command and the flag before it.
  private func values(
    of flags: [Flag], under name: String, _ command: Command? = nil
  ) -> [String] {
    flags.compactMap { flag in
      guard let value = flag.value else { return nil }
      let pattern = flag.forms.map { form in
        name == "*" ? "*\" \(form)\"" : "\"\(name) \(form)\""
      }
      return
        "    \(pattern.joined(separator: "|"))) \(action(value.domain(command, programmes))); return ;;"
    }
  }

  private func operands(of command: Command) -> [String] {
    let flags = words([], command.allFlags)
    let offered = action(command.operands.domain(programmes))
    return [
      "    \(command.name))",
      "      case \"$current\" in",
      "        -*) _\(Program.name)_words \"\(flags)\" ;;",
      "        *) \(offered) ;;",
      "      esac ;;",
    ]
  }

  private func action(_ domain: Flag.Domain) -> String {
    switch domain {
    case .choice(let words): "_\(Program.name)_words \"\(words.joined(separator: " "))\""
    case .file: "_\(Program.name)_files"
    case .described: ":"
    }
  }
}

/// Flags and words with descriptions, by the shell's own argument parser.
private struct ZshScript {
  let language: Language
  let programmes: ProgrammeList

  var lines: [String] {
    [
      "#compdef \(Program.name)",
      "# Completion of \(Program.name) for zsh.",
      "_\(Program.name)() {",
      "  local curcontext=\"$curcontext\" state line",
      "  typeset -A opt_args",
      "  _arguments -C -s -S \\",
    ] + Flag.general.flatMap { specifications($0, nil) }.map { "    \($0) \\" } + [
      "    '1: :->command' '*:: :->operands'",
      "  case $state in",
      "    command)",
      "      local -a commands",
      "      commands=(",
    ] + Command.all.map { "        " + quoted("\($0.name):\(escaped($0.summary[language]))") } + [
      "      )",
      "      _describe -t commands command commands ;;",
      "    operands)",
      "      case $words[1] in",
    ] + Command.all.flatMap(branch) + [
      "      esac ;;",
      "  esac",
      "}",
      "if [ \"$funcstack[1]\" = \"_\(Program.name)\" ]; then",
      "  _\(Program.name) \"$@\"",
      "else",
      "  compdef _\(Program.name) \(Program.name)",
      "fi",
    ]
  }

  private func branch(of command: Command) -> [String] {
    var arguments = command.allFlags.flatMap { specifications($0, command) }
    if command.operands.count.upperBound > 0 {
      let place = command.operands.count.upperBound == 1 ? "1" : "*"
      arguments.append(
        quoted(
          "\(place):\(command.operands.placeholder):\(action(command.operands.domain(programmes)))")
      )
    }
    return ["        \(command.name))", "          _arguments -s -S \\"]
      + arguments.map { "            \($0) \\" }
      + ["          ;;"]
  }

  /// A flag in the parser's notation, one for each form; each excludes the other where the flag may
  /// stand only once.
  private func specifications(_ flag: Flag, _ command: Command?) -> [String] {
    flag.forms.map { form in
      // A form of one letter takes its value in the same or the next word, a long one after `=` too.
      let attachment = flag.value == nil ? "" : form.hasPrefix("--") ? "=" : "+"
      let value =
        flag.value.map { ":\($0.placeholder):\(action($0.domain(command, programmes)))" } ?? ""
      let others = flag.frequency == .once ? "(\(flag.forms.joined(separator: " ")))" : "*"
      return quoted("\(others)\(form)\(attachment)[\(escaped(flag.summary[language]))]\(value)")
    }
  }

  private func action(_ domain: Flag.Domain) -> String {
    switch domain {
    case .choice(let words): "(\(words.joined(separator: " ")))"
    case .file: "_files"
    case .described: " "
    }
  }

  /// Without what has a meaning inside a description.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if #"\[]:"#.contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

/// One line for each word and flag, with the condition under which it is offered.
private struct FishScript {
  let language: Language
  let programmes: ProgrammeList

  var lines: [String] {
    ["# Completion of \(Program.name) for fish.", "complete -c \(Program.name) -f"]
      + Command.all.map { command in
        line("__fish_use_subcommand", ["-a", command.name], command.summary)
      }
      + Flag.general.map { line("__fish_use_subcommand", arguments($0, nil), $0.summary) }
      + Command.all.flatMap(lines)
  }

  private func lines(of command: Command) -> [String] {
    let condition = "__fish_seen_subcommand_from \(command.name)"
    let flags = command.allFlags.map { line(condition, arguments($0, command), $0.summary) }
    switch command.operands.domain(programmes) {
    case .choice(let words) where !words.isEmpty:
      return flags + [
        line(condition, ["-a", quoted(words.joined(separator: " "), closing: #"\'"#)])
      ]
    case .file: return flags + [line(condition, ["-F"])]
    case .choice, .described: return flags
    }
  }

  private func arguments(_ flag: Flag, _ command: Command?) -> [String] {
    var arguments = ["-l", flag.name]
    if let short = flag.short { arguments += ["-s", String(short)] }
    guard let value = flag.value else { return arguments }
    switch value.domain(command, programmes) {
    case .choice(let words):
      arguments += ["-x", "-a", fishQuoted(words.joined(separator: " "))]
    case .file: arguments += ["-r", "-F"]
    case .described: arguments.append("-x")
    }
    return arguments
  }

  private func line(_ condition: String, _ arguments: [String], _ text: Wording? = nil) -> String {
    let description = text.map { ["-d", fishQuoted($0[language])] } ?? []
    let words = ["complete", "-c", Program.name, "-n", fishQuoted(condition)]
    return (words + arguments + description).joined(separator: " ")
  }

  /// Between single quotes, where this shell still reads backslashes.
  private func fishQuoted(_ text: String) -> String {
    let text = text.split(separator: "\\", omittingEmptySubsequences: false).joined(
      separator: #"\\"#)
    return quoted(text, closing: #"\'"#)
  }
}
