// The program as a process: what only a real system can show, from exit statuses to broken pipes.

import Foundation
import Testing

/// Runs of the built executable.
struct ProcessTests {
  /// What a run printed and how it ended.
  struct Run {
    let status: Int32
    let output: String
    let complaint: String
  }

  /// The package's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The executable, which stands beside the tests' own.
  static let executable = URL(filePath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "jlcheck")

  /// Runs a shell command in which `jlcheck` is the built executable.
  static func shell(_ command: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = root
    // Built with a sanitizer, the executable is to heed what the tests were told of it.
    process.environment = ProcessInfo.processInfo.environment
      .filter { $0.key.hasSuffix("SAN_OPTIONS") }
      .merging(
        [
          "PATH": executable.deletingLastPathComponent().path() + ":/usr/bin:/bin",
          "LC_ALL": "C.UTF-8",
        ], uniquingKeysWith: { $1 })
    let (output, complaint) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try complaint.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      complaint: String(decoding: complained, as: UTF8.self))
  }

  static let eligible = "Fixtures/Applications/eligible/manufacturer-of-bearings.json"

  @Test func `version goes to standard output`() throws {
    let run = try ProcessTests.shell("jlcheck --version")
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /jlcheck \d+\.\d+\.\d+\n/) != nil)
    #expect(run.complaint.isEmpty)
  }

  /// Command lines and how they end.
  static let endings: [(String, Int32)] = [
    ("jlcheck check \(eligible)", 0),
    ("jlcheck check - < \(eligible)", 0),
    ("echo '{}' | jlcheck check -", 2),
    ("echo '{' | jlcheck check -", 65),
    ("jlcheck check absent.json", 66),
    ("jlcheck check Fixtures", 66),
    ("jlcheck check", 64),
    ("jlcheck chekc \(eligible)", 64),
    ("jlcheck check --as-of 2024-07-22 \(eligible)", 64),
    ("jlcheck check \(eligible) > /dev/full", 74),
    ("jlcheck check \(eligible) --output /proc/none", 74),
    ("echo '{}' | jlcheck check - \(eligible)", 2),
  ]

  @Test(arguments: endings)
  func `exit status`(command: String, status: Int32) throws {
    let run = try ProcessTests.shell(command)
    #expect(run.status == status, "\(command): \(run.complaint)")
    if status >= 64 { #expect(!run.complaint.isEmpty || !run.output.isEmpty) }
  }

  @Test func `an absent file does not hide the others`() throws {
    let run = try ProcessTests.shell("jlcheck check absent.json \(ProcessTests.eligible)")
    #expect(run.status == 66)
    #expect(run.output.hasPrefix("ELIGIBLE"))
    #expect(run.complaint.contains("absent.json"))
  }

  @Test func `a broken pipe ends quietly`() throws {
    let run = try ProcessTests.shell(
      "for i in 1 2 3 4 5 6 7 8 9; do set -- \"$@\" \(ProcessTests.eligible); done; "
        + "jlcheck check \"$@\" \"$@\" \"$@\" | true")
    #expect(run.complaint.isEmpty)
  }

  @Test func `the encoding of Chinese offices is read`() throws {
    let run = try ProcessTests.shell(
      "iconv -f UTF-8 -t GB18030 \(ProcessTests.eligible) | jlcheck check --format json -")
    let original = try ProcessTests.shell("jlcheck check --format json \(ProcessTests.eligible)")
    #expect(run.status == 0)
    let name = try #require(original.output.firstMatch(of: /"enterprise": ".+"/)).output
    #expect(run.output.contains(name))
    #expect(run.output.contains("read-as-gb18030"))
  }

  /// In this name's GB18030 bytes some look like a Chinese character in UTF-8.
  @Test func `a name that looks a little like UTF-8 is read too`() throws {
    let run = try ProcessTests.shell(
      #"printf '{"enterprise":{"name":"检测技术服务有限公司"}}' | iconv -f UTF-8 -t GB18030 "#
        + "| jlcheck check -")
    #expect(run.status == 2)
    #expect(run.output.contains("检测技术服务有限公司"))
  }

  @Test func `output is written whole and nothing is left behind`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jlcheck-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.txt").path()
    let run = try ProcessTests.shell("jlcheck check \(ProcessTests.eligible) --output \(file)")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["report.txt"])
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("ELIGIBLE"))
  }

  /// A sparse file takes no room on the disk, and reading it would take all memory.
  @Test func `a file that is too large is refused before it is read`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jlcheck-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "sparse.json").path()
    let run = try ProcessTests.shell(
      "truncate -s 2G \(file) && ulimit -v 1000000 && jlcheck check \(file)")
    #expect(run.status == 66)
    #expect(run.complaint.contains("larger than the limit of 16 MiB"))
    let batch = try ProcessTests.shell(
      "ulimit -v 1000000 && jlcheck screen --format ndjson \(folder.path())")
    #expect(batch.status == 66)
    #expect(batch.output.contains("\"failure\":\"too-large\""))
  }

  @Test func `a stream is cut off at the limit`() throws {
    let run = try ProcessTests.shell("jlcheck check - --max-size 100KiB < /dev/zero")
    #expect(run.status == 66)
    #expect(run.complaint.contains("larger than the limit of 100 KiB"))
    let pipe = try ProcessTests.shell("yes | jlcheck check - --max-size 100KiB")
    #expect(pipe.status == 66)
    let whole = try ProcessTests.shell("printf '{}' | jlcheck check - --max-size 2")
    #expect(whole.status == 2)
  }

  @Test func `standard input may be a pipe that comes slowly`() throws {
    let run = try ProcessTests.shell(
      "(printf '{\"applica'; sleep 0.2; printf 'tionYear\": 2025}') | jlcheck check -")
    #expect(run.status == 2)
  }
}
