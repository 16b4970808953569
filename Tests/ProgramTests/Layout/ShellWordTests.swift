// A command line on a report is copied into a shell, so each word must come out as it went in.

import Foundation
import Testing

@testable import HostSystem

struct ShellWordTests {
  @Test(arguments: [
    ("check", "check"), ("--lang=zh", "--lang=zh"), ("a/b_c.json", "a/b_c.json"), ("", "''"),
    ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("=a", "'=a'"), ("~", "'~'"),
    ("$(rm)", "'$(rm)'"), ("申报.json", "'申报.json'"), (#"a\b"#, #"'a\b'"#),
    ("a\nb", #"$'a\x0Ab'"#), ("\u{202E}a'\\", #"$'\xE2\x80\xAEa\'\\'"#),
    ("a::b:", #"$'a:\x3Ab:'"#), ("##[x]", #"$'#\x23[x]'"#),
    ("a\u{10FEB0}.json", #"$'a\xB0.json'"#),
  ])
  func `a word is written for shells`(word: String, written: String) {
    #expect(word.shellWord() == written)
  }

  /// The shell itself says what it reads.
  @Test func `a shell reads what was meant`() throws {
    let words = [
      "plain", "", "a b", "it's", "=a", "~", "$HOME `id` \"x\" \\", "申报 2025.json", "a\nb\tc",
      "\u{202E}x\u{200B}", "a::error::b", "##[x]", "*?[a]{b,c}", "-n", "!1 #c ;&|<>()",
      "\u{1B}[31m",
      "a\u{10FEB0}\u{10FE80}3", "\\x41", "'", "\u{7F}\u{85}", "e\u{301}", "😀",
    ]
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    let line = words.map { $0.shellWord() }.joined(separator: " ")
    process.arguments = ["-c", #"printf '%s\0' "# + line]
    process.standardOutput = output
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect([UInt8](read) == words.flatMap { FileName.bytes(of: $0) + [0] })
  }
}
