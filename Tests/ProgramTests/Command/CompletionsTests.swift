// Completion scripts are programs in other languages; a shell that is present must understand them.

import Eligibility
import Foundation
import Testing

@testable import Commands

struct CompletionsTests {
  @Test(arguments: Shell.allCases, Language.allCases)
  func `scripts hold the whole table`(shell: Shell, language: Language) {
    let script = Completions.script(for: shell, in: language)
    for command in Command.all {
      #expect(script.contains(command.name))
      for flag in command.allFlags {
        #expect(script.contains(shell == .fish ? "-l \(flag.name)" : flag.long))
        let choices = flag.value?.domain(command, .tested).choices ?? []
        #expect(choices.isEmpty || script.contains(choices.joined(separator: " ")))
      }
    }
    for flag in Flag.all {
      if let short = flag.short {
        #expect(script.contains(shell == .fish ? "-s \(short)" : "-\(short)"))
      }
    }
    #expect(script.hasSuffix("\n"))
  }

  @Test(arguments: [Shell.zsh, .fish])
  func `descriptions are in the language asked for`(shell: Shell) {
    let script = Completions.script(for: shell, in: .zh)
    for command in Command.all { #expect(script.contains(command.summary.zh)) }
    for flag in Flag.all { #expect(script.contains(flag.summary.zh)) }
  }

  @Test(arguments: Shell.allCases)
  func `quotation marks are paired`(shell: Shell) {
    for language in Language.allCases {
      let script = Completions.script(for: shell, in: language)
      #expect(script.count { $0 == "'" }.isMultiple(of: 2))
      #expect(script.count { $0 == "\"" }.isMultiple(of: 2))
    }
  }

  private static let formsOfCheck = "text json markdown html letter junit sarif github"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: Bash.path)),
    arguments: [
      (
        "",
        "init check screen claims test compare plan ladder status verify criteria explain schema completions help "
          + "--lang --help -h --version"
      ),
      ("ch", "check"),
      ("co", "compare completions"),
      ("--l", "--lang"),
      ("check --f", "--format --fail-on"),
      ("check --format ", formsOfCheck),
      ("check --format = j", "json junit"),
      ("check --format =", formsOfCheck),
      ("check --format json --format s", "sarif"),
      ("check --color a", "auto always"),
      ("check --lang ", "zh en"),
      ("--lang zh cr", "criteria"),
      ("--lang = zh completions f", "fish"),
      ("completions ", "bash zsh fish"),
      ("help ex", "explain"),
      ("schema s", "screening screening-line status"),
      ("plan --format ", "text json markdown html"),
      ("criteria --st", ""),
      ("check --as-of ", ""),
      ("check -o unusual", "unusual name.json"),
      ("check unus", "unusual name.json"),
    ])
  func `bash completes`(typed: String, expected: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("completions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appendingPathComponent("unusual name.json"))
    let script = folder.appendingPathComponent(".script")
    try Completions.script(for: .bash, in: .zh).write(to: script, atomically: true, encoding: .utf8)
    let words = typed.split(separator: " ", omittingEmptySubsequences: false)
      .map { "'\($0)'" }.joined(separator: " ")
    let result = try Bash.output(
      of: """
        bash -n .script && . ./.script && COMP_WORDS=(jlcheck \(words))
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _jlcheck 2>&1; echo "${COMPREPLY[*]}"
        """,
      in: folder)
    #expect(result == expected + "\n")
  }
}

/// The shell as a program.
private enum Bash {
  static let path = "/bin/bash"

  static func output(of commands: String, in folder: URL) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", commands]
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
