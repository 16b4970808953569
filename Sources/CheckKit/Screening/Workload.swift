// A batch is cut into pieces of work that can be judged apart and put together again in order.

import Eligibility
import LocatedJSON

/// A piece of work: what one worker takes at a time.
enum Work: Sendable {
  /// Files with one application each.
  case files([String])
  /// Whole lines of a file with one application a line; the source is `-` for standard input.
  case lines(source: String, firstLine: Int, bytes: [UInt8])
  /// Something that was named and cannot be read.
  case failure(source: String, ReadFailure)
}

/// Goes through everything named, in order, and cuts it into pieces of work.
struct Workload: Sendable {
  private let environment: Environment
  private let standardInput: BatchPlace
  /// What is still to be opened, the next one last.
  private var pending: [Item]
  /// How many of these are no single files.
  private var streams: Int
  private var open: OpenStream?
  private var failures: [Work] = []

  /// Something to be read.
  private enum Item: Sendable {
    case operand(String)
    case file(String)
    case lines(String?)

    var isFile: Bool { if case .file = self { true } else { false } }
  }

  /// A file of lines that is being read.
  private struct OpenStream: Sendable {
    let source: String
    let stream: ByteStream
    var nextLine: Int
    /// The beginning of a line whose end has not come yet.
    var rest: [UInt8] = []
  }

  /// - Parameter standardInput: what the first line of standard input is called.
  init(
    _ operands: [String], _ environment: Environment,
    standardInput: BatchPlace = BatchPlace(source: "-", line: 1)
  ) {
    self.environment = environment
    self.standardInput = standardInput
    pending = operands.reversed().map { .operand($0) }
    streams = pending.count
  }

  /// A workload of lines only, whatever the names of the files.
  init(linesOf operands: [String], _ environment: Environment) {
    self.init([], environment)
    push(operands.reversed().map { .lines($0 == "-" ? nil : $0) })
  }

  /// How many files a worker takes at a time: enough that handing them out costs little.
  private static let filesAtOnce = 32

  /// How many files are still to be opened; `nil` while lines are, whose number nobody knows.
  var filesLeft: Int? { open == nil && streams == 0 ? pending.count : nil }

  private mutating func push(_ items: some Sequence<Item>) {
    for item in items {
      pending.append(item)
      if !item.isFile { streams += 1 }
    }
  }

  private mutating func pop() -> Item? {
    guard let item = pending.popLast() else { return nil }
    if !item.isFile { streams -= 1 }
    return item
  }

  /// The next piece of work, or `nil` at the end.
  mutating func next() -> Work? {
    while true {
      if let work = nextLines() { return work }
      guard let item = pop() else { return nil }
      switch item {
      case .operand(let path):
        if let failure = expand(path) { return failure }
      case .file(let path):
        var paths = [path]
        while paths.count < Workload.filesAtOnce, case .file(let another)? = pending.last {
          paths.append(another)
          pending.removeLast()
        }
        return .files(paths)
      case .lines(let path):
        let place = path.map { BatchPlace(source: $0, line: 1) } ?? standardInput
        switch environment.batch.stream(path) {
        case .success(let stream):
          open = OpenStream(source: place.source, stream: stream, nextLine: place.line ?? 1)
        case .failure(let failure): return .failure(source: place.source, failure)
        }
      }
    }
  }

  /// Puts what an operand stands for in the place of it.
  private mutating func expand(_ path: String) -> Work? {
    if path == "-" {
      push([.lines(nil)])
      return nil
    }
    switch environment.batch.list(path) {
    case .success(let entries):
      var found: [String] = []
      var failures: [Work] = []
      collect(entries, of: path, into: &found, &failures)
      // By bytes, so that the order does not depend on the system's language.
      found.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      push(found.reversed().map(Workload.item))
      self.failures += failures
      return self.failures.popLast()
    case .failure(.notPermitted): return .failure(source: path, .notPermitted)
    case .failure:
      // Not a folder; whether it is a file shows when it is read.
      push([Workload.item(path)])
      return nil
    }
  }

  private func collect(
    _ entries: [FolderEntry], of folder: String, into found: inout [String],
    _ failures: inout [Work]
  ) {
    for entry in entries {
      let path = folder.hasSuffix("/") ? folder + entry.name : folder + "/" + entry.name
      if entry.isFolder {
        switch environment.batch.list(path) {
        case .success(let inner): collect(inner, of: path, into: &found, &failures)
        case .failure(let failure): failures.append(.failure(source: path, failure))
        }
      } else if Workload.isApplications(entry.name) {
        found.append(path)
      }
    }
  }

  private static func item(_ path: String) -> Item { isLines(path) ? .lines(path) : .file(path) }

  /// Whether a file of that name in a folder holds applications.
  static func isApplications(_ name: String) -> Bool {
    (name.hasSuffix(".json") || isLines(name)) && !ExpectationFile.isName(name)
  }

  /// Whether a file of that name holds one application a line.
  static func isLines(_ path: String) -> Bool {
    path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl")
  }

  /// The next whole lines of the open file.
  private mutating func nextLines() -> Work? {
    if let failure = failures.popLast() { return failure }
    guard var stream = open else { return nil }
    while true {
      var bytes: [UInt8]
      let known = stream.rest.count
      switch stream.stream.next(stream.rest) {
      case .success(let grown): bytes = grown
      case .failure(let failure):
        open = nil
        return .failure(source: stream.source, failure)
      }
      if bytes.count == known {
        open = nil
        if bytes.isEmpty { return nil }
        return .lines(source: stream.source, firstLine: stream.nextLine, bytes: bytes)
      }
      guard let end = bytes[known...].lastIndex(of: UInt8(ascii: "\n")) else {
        stream.rest = bytes
        if stream.rest.count > environment.greatestSize {
          open = nil
          let limit = ByteSize.written(environment.greatestSize).en
          return .failure(
            source: stream.source, .other("line \(stream.nextLine) is longer than \(limit)"))
        }
        continue
      }
      stream.rest = Array(bytes[(end + 1)...])
      bytes.removeLast(stream.rest.count)
      let work = Work.lines(source: stream.source, firstLine: stream.nextLine, bytes: bytes)
      stream.nextLine += bytes.withUnsafeBufferPointer { Lines.count(in: $0) }
      open = stream
      return work
    }
  }

  /// Calls a body with the range of each line that is not blank, and its number.
  ///
  /// - Parameter plainly: does the work for a plain line, the next one, and says where it ends, or does
  ///   nothing.
  static func eachLine(
    of bytes: UnsafeBufferPointer<UInt8>, from firstLine: Int,
    plainly: (Lines, Int) -> Int? = { _, _ in nil }, _ body: (Range<Int>, Int) -> Void
  ) {
    var lines = Lines(of: bytes)
    var line = firstLine
    while !lines.isAtEnd {
      if let end = plainly(lines, line) {
        lines.pass(lineThatEndsAt: end)
      } else if let range = lines.next(), !isBlank(bytes[range]) {
        body(range, line)
      }
      line += 1
    }
  }

  private static func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0x0D || $0 == 0x09 }
  }
}
