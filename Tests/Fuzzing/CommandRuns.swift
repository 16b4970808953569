// All that reads files of its own is run as the commands that do, on files in memory, with the bytes as one.

import Commands
import HostSystem
import Judging
import Programmes
import Reports

/// What a command came to.
private struct CommandRun {
  let status: Judging.ExitStatus
  let world: FilesInMemory

  /// Runs a command on files; whatever they hold, it has to end with a status of theirs.
  @discardableResult init(
    _ arguments: [String], _ files: (path: String, bytes: [UInt8])...
  ) {
    world = FilesInMemory(files, decodeGB18030: decodeInPlace, randomWord: { 0 })
    status = Commands.run(world.environment(arguments), .all)
    require(status != .defect && status != .unwritable, "\(arguments) ended with \(status)")
    requireHarmless(world.error)
  }

  /// Runs a command in each of its forms.
  static func inForms(
    _ formats: [Format], _ arguments: [String], _ files: [(path: String, bytes: [UInt8])]
  ) {
    // All at once, as one may on a command line, each to a file.
    let world = FilesInMemory(files, decodeGB18030: decodeInPlace, randomWord: { 0 })
    let targets = formats.flatMap { ["--format", $0.rawValue, "--output", "out.\($0.rawValue)"] }
    let status = Commands.run(world.environment(arguments + targets), .all)
    require(status != .defect && status != .unwritable, "\(arguments) ended with \(status)")
    require(status != .usage || !world.error.isEmpty, "a usage fault without a word")
    requireHarmless(world.error)
    for (path, bytes) in world.written {
      if let format = formats.first(where: { path == "out.\($0.rawValue)" }) {
        examine(bytes, as: format)
      }
    }
  }
}

/// What stands for the bytes of names in texts, which no other text may hold.
private let standIns = (0x10FE80...0x10FEFF).compactMap { Unicode.Scalar($0 as UInt32) }

/// Requires that nothing of a message is obeyed by a terminal; a file's name stands in it with its own bytes,
/// which need not be UTF-8, or may be those of the characters that stand for such bytes.
private func requireHarmless(_ message: [UInt8]) {
  requireHarmless(
    String(decoding: message, as: UTF8.self), besides: standIns, in: "the message")
}

private let example = programme.example()

@Sendable func fuzzScreening(_ input: UnsafeBufferPointer<UInt8>) {
  let formats: [Format] = [
    .text, .csv, .ndjson, .json, .markdown, .html, .letter, .recommendation,
  ]
  CommandRun.inForms(
    formats + Format.integrations,
    ["screen", "fuzz.ndjson", "example.json", "--claims", "fuzz.claims", "--claims-key", "key"],
    [
      ("fuzz.ndjson", Array(input)), ("example.json", example),
      ("key", Array("a secret of some length".utf8)),
    ])
}

@Sendable func fuzzExpectations(_ input: UnsafeBufferPointer<UInt8>) {
  let bytes = Array(input)
  for name in ["folder/expectations.json", "folder/example.expect.json"] {
    let files = [("folder/example.json", example), (name, bytes)]
    CommandRun.inForms([.text, .json] + Format.integrations, ["test", "folder"], files)
    // What is written in the place of expectations that can be read holds.
    let update = CommandRun(["test", "--update", "folder"], files[0], files[1])
    guard let written = update.world.written.last, update.status < .usage else { continue }
    let again = CommandRun(["test", "folder"], files[0], (written.path, written.bytes))
    require(again.status == .success, "an update is not as expected: \(again.status)")
  }
}

@Sendable func fuzzClaims(_ input: UnsafeBufferPointer<UInt8>) {
  CommandRun.inForms([.text, .json, .ndjson], ["claims", "fuzz"], [("fuzz", Array(input))])
}

@Sendable func fuzzPlan(_ input: UnsafeBufferPointer<UInt8>) {
  CommandRun.inForms(
    [.text, .json, .markdown, .html], ["plan", "fuzz.json"], [("fuzz.json", Array(input))])
}

@Sendable func fuzzAssumptions(_ input: UnsafeBufferPointer<UInt8>) {
  let assumed = words(input).flatMap { ["--assume", $0] }
  CommandRun.inForms(
    [.json, .markdown], ["plan", "example.json"] + assumed, [("example.json", example)])
}

@Sendable func fuzzVerification(_ input: UnsafeBufferPointer<UInt8>) {
  CommandRun.inForms(
    [.text, .json], ["verify", "fuzz.json", "example.json"],
    [("fuzz.json", Array(input)), ("example.json", example)])
}

@Sendable func fuzzComparison(_ input: UnsafeBufferPointer<UInt8>) {
  let files = [("fuzz.json", Array(input)), ("example.json", example)]
  CommandRun.inForms([.text, .json], ["compare", "fuzz.json", "example.json"], files)
  CommandRun.inForms([.text, .json], ["compare", "example.json", "fuzz.json"], files)
}

@Sendable func fuzzCommands(_ input: UnsafeBufferPointer<UInt8>) {
  CommandRun(words(input), ("example.json", example))
}

/// The lines of the bytes as words of a command line, which hold no zero bytes; a few are enough.
private func words(_ input: UnsafeBufferPointer<UInt8>) -> [String] {
  input.split(separator: UInt8(ascii: "\n"), maxSplits: 12, omittingEmptySubsequences: false)
    .map { FileName.text(of: $0.filter { $0 != 0 }) }
}
