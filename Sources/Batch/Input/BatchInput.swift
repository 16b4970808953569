// A batch is cut into pieces of work that can be judged apart and put together again in order.

import HostSystem
import Judging
import LocatedJSON

/// A piece of work: what one worker takes at a time.
public enum Work: Sendable {
  /// Files with one application each.
  case files([String])
  /// Whole lines of a file with one application a line; the source is `-` for standard input.
  case lines(source: String, firstLine: Int, bytes: [UInt8])
  /// Something that was named or found and cannot be read.
  case failure(ApplicationLocation, ReadFailure)
}

/// Goes through everything named, in order, and cuts it into pieces of work.
public struct BatchInput: Sendable {
  private let environment: Environment
  private let standardInput: ApplicationLocation
  private let patterns: [FilePattern]
  /// What is still to be opened, the next one last.
  private var pending: [Item]
  /// How many of these are no single files.
  private var streams: Int
  private var open: OpenStream?
  /// The files of folders that are not judged, in the order of their paths within each folder named.
  public private(set) var passedOver: [PassedOver] = []
  /// The folders that have been gone through.
  private var visited: Set<FileIdentity> = []

  /// Something to be read.
  private enum Item: Sendable {
    case operand(String)
    case file(String)
    case lines(String?)
    case failure(String, ReadFailure)

    var isFile: Bool { if case .file = self { true } else { false } }
  }

  /// A file of lines that is being read.
  private struct OpenStream: Sendable {
    let source: String
    let stream: ByteStream
    var nextLine: Int
    /// The beginning of a line whose end has not come yet.
    private(set) var rest: [UInt8] = []
    /// How many bytes of it are known to hold no line end.
    private(set) var searched = 0
    /// Whether that line is too long, which has been said, so that the rest of it is passed over.
    var isPassing = false

    init(source: String, stream: ByteStream, nextLine: Int) {
      self.source = source
      self.stream = stream
      self.nextLine = nextLine
    }

    mutating func keep(_ rest: [UInt8], searched: Int) {
      self.rest = rest
      self.searched = searched
    }
  }

  /// - Parameters:
  ///   - standardInput: what the first line of standard input is called.
  ///   - patterns: what is left out of folders.
  public init(
    _ operands: [String], _ environment: Environment,
    standardInput: ApplicationLocation = ApplicationLocation(source: "-", line: 1),
    excluding patterns: [FilePattern] = []
  ) {
    self.environment = environment
    self.patterns = patterns
    self.standardInput = standardInput
    pending = operands.reversed().map { .operand($0) }
    streams = pending.count
  }

  /// A workload of lines only, whatever the names of the files.
  public init(linesOf operands: [String], _ environment: Environment) {
    self.init([], environment)
    push(operands.reversed().map { .lines($0 == "-" ? nil : $0) })
  }

  /// How many files a worker takes at a time: enough that handing them out costs little.
  private static let filesAtOnce = 32

  /// How many files are still to be opened; `nil` while lines are, whose number nobody knows.
  public var filesLeft: Int? { open == nil && streams == 0 ? pending.count : nil }

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
  public mutating func next() -> Work? {
    while true {
      if let work = nextLines() { return work }
      guard let item = pop() else { return nil }
      switch item {
      case .operand(let path):
        expand(path)
      case .failure(let path, let failure):
        return .failure(ApplicationLocation(source: path, line: nil), failure)
      case .file(let path):
        var paths = [path]
        while paths.count < BatchInput.filesAtOnce, case .file(let another)? = pending.last {
          paths.append(another)
          pending.removeLast()
        }
        return .files(paths)
      case .lines(let path):
        let place = path.map { ApplicationLocation(source: $0, line: 1) } ?? standardInput
        switch environment.batch.stream(path) {
        case .success(let stream):
          open = OpenStream(source: place.source, stream: stream, nextLine: place.line ?? 1)
        case .failure(let failure):
          return .failure(ApplicationLocation(source: place.source, line: nil), failure)
        }
      }
    }
  }

  /// Puts what an operand stands for in the place of it.
  private mutating func expand(_ path: String) {
    if path == "-" { return push([.lines(nil)]) }
    switch environment.batch.list(path) {
    case .success(let entries):
      var found: [(path: String, item: Item)] = []
      var others: [PassedOver] = []
      var tree = FolderTree(environment, visited: visited, excluding: patterns)
      tree.visit(path, entries) { folder, entries in
        for entry in entries {
          let path = FolderTree.join(folder, entry.name)
          if entry.isFile, BatchInput.isApplications(entry.name) {
            found.append((path, BatchInput.item(path)))
          } else if let other = PassedOver(entry, at: path) {
            others.append(other)
          }
        }
      }
      visited = tree.visited
      others += tree.excluded.map { PassedOver(excluded: $0) }
      found += tree.failures.map { ($0.path, .failure($0.path, $0.failure)) }
      // By bytes, so that the order does not depend on the system's language.
      found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      push(found.reversed().lazy.map { $0.item })
      others.sort { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
      passedOver += others
    case .failure(.notPermitted): push([.failure(path, .notPermitted)])
    case .failure:
      // Not a folder; whether it is a file shows when it is read.
      push([BatchInput.item(path)])
    }
  }

  private static func item(_ path: String) -> Item { isLines(path) ? .lines(path) : .file(path) }

  /// Whether a file of that name in a folder holds applications.
  public static func isApplications(_ name: String) -> Bool {
    (name.hasEnding(".json") || isLines(name)) && !ExpectationName.isOne(name)
  }

  /// Whether a file of that name holds one application a line.
  public static func isLines(_ path: String) -> Bool {
    path.hasEnding(".ndjson") || path.hasEnding(".jsonl")
  }

  /// The next whole lines of the open file, or that one is too long.
  private mutating func nextLines() -> Work? {
    while var stream = open {
      var bytes: [UInt8]
      switch stream.stream.next(stream.rest) {
      case .success(let grown): bytes = grown
      case .failure(let failure):
        open = nil
        return .failure(ApplicationLocation(source: stream.source, line: nil), failure)
      }
      let isAtEnd = bytes.count == stream.rest.count
      let firstEnd = bytes[stream.searched...].firstIndex(of: UInt8(ascii: "\n"))
      if stream.isPassing {
        bytes.removeFirst(firstEnd.map { $0 + 1 } ?? bytes.count)
        if firstEnd != nil { stream.nextLine += 1 }
        stream.isPassing = firstEnd == nil
        stream.keep(bytes, searched: 0)
        open = isAtEnd && bytes.isEmpty ? nil : stream
        continue
      }
      // Only the first line can be too long; the others are within what was read at once.
      if (firstEnd ?? bytes.count) > environment.greatestSize {
        stream.isPassing = true
        stream.keep(Array(bytes[(firstEnd ?? bytes.count)...]), searched: 0)
        open = stream
        return .failure(
          ApplicationLocation(source: stream.source, line: stream.nextLine),
          .tooLarge(limit: environment.greatestSize))
      }
      if let firstEnd, let end = bytes[firstEnd...].lastIndex(of: UInt8(ascii: "\n")) {
        stream.keep(Array(bytes[(end + 1)...]), searched: bytes.count - (end + 1))
        bytes.removeLast(stream.rest.count)
        let work = Work.lines(source: stream.source, firstLine: stream.nextLine, bytes: bytes)
        stream.nextLine += bytes.withUnsafeBufferPointer { Lines.count(in: $0) }
        open = stream
        return work
      }
      if isAtEnd {
        open = nil
        if bytes.isEmpty { return nil }
        return .lines(source: stream.source, firstLine: stream.nextLine, bytes: bytes)
      }
      let count = bytes.count
      stream.keep(bytes, searched: count)
      open = stream
    }
    return nil
  }

  /// Calls a body with the range of each line that is not blank, and its number.
  ///
  /// - Parameter plainly: does the work for a plain line, the next one, and says where it ends, or does
  ///   nothing.
  public static func eachLine(
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
