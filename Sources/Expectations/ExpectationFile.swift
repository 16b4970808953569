// Expectations stand in files of their own, beside an application or once for a whole folder.

import Batch
import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

/// A file of expectations.
public struct ExpectationFile {
  /// The name of the manifest of a folder.
  public static let manifestName = ExpectationName.manifest
  /// How the name of a file about one application ends, instead of `.json`.
  public static let ending = ExpectationName.ending

  /// The application that a file of that name is about; `nil` for any other name.
  static func application(of name: String) -> String? {
    name.hasEnding(ending) ? name.dropping(ending) + name.suffix(5) : nil
  }

  /// The name of the file about one application alone.
  static func name(for application: String) -> String {
    application.hasEnding(".json")
      ? application.dropping(".json") + ".expect" + application.suffix(5) : application + ending
  }

  /// What is expected of one application.
  struct Entry {
    /// The application's name in the folder, for one of many with its line: `round.ndjson:3`.
    let name: String
    /// The bytes that name it.
    let range: Range<Int>
    /// What is expected.
    var expectation: Expectation
  }

  /// The path of the file.
  public let path: String
  /// Whether it is the manifest of its folder.
  let isManifest: Bool
  /// The expectations, by the names of the applications.
  var entries: [String: Entry]
  /// What cannot be taken as written.
  public private(set) var faults: [Fault]
  private let lines: LineIndex
  private let format: ExpectationFormat

  /// Reads a file.
  ///
  /// - Parameter application: the application that it is about; `nil` for the manifest of a folder.
  init(
    path: String, about application: String?, in format: ExpectationFormat, bytes: [UInt8],
    decodeGB18030: ([UInt8]) -> [UInt8]?
  ) {
    let decoded = Encoding.decode(bytes, decodeGB18030: decodeGB18030)
    let document = JSONDocument(parsing: decoded.bytes)
    self.path = path
    self.format = format
    isManifest = application == nil
    lines = LineIndex(document.bytes)
    let reader = DocumentReader(document)
    entries = [:]
    if let root = document.root {
      if let application {
        let range = document[root].range
        if let expectation = reader.read(root, format.expectation) {
          entries[application] = Entry(
            name: application, range: range, expectation: expectation)
        }
      } else if let read = reader.read(root, format.manifest) {
        if document.faults.isEmpty, reader.member("applications", of: root) == nil {
          reader.note(.manifestWithoutApplications, at: root)
        }
        entries = read
      }
    }
    faults = decoded.fault.map { [$0] } ?? reader.faultsInOrder().listed
  }

  /// A file that does not exist yet.
  init(path: String, about application: String?, in format: ExpectationFormat) {
    self.format = format
    self.path = path
    isManifest = application == nil
    entries = [:]
    faults = []
    lines = LineIndex([])
  }

  /// The expectations in the order in which they are written.
  var inOrder: [Entry] {
    entries.values.map { (ApplicationName($0.name), $0) }.sorted { $0.0 < $1.0 }.map { $0.1 }
  }

  /// The place of some bytes.
  public func location(of range: Range<Int>?) -> Location {
    Location(
      path: path,
      region: range.map { lines.position(at: $0.lowerBound)..<lines.position(at: $0.upperBound) })
  }

  /// Notes that another file is about the same application.
  mutating func note(_ entry: Entry, alsoIn other: String) {
    faults.append(
      Fault(
        .statedTwice, ["name": .text(entry.name), "other": .text(other)], in: entry.range, at: nil))
  }
}

/// A place in a file.
public struct Location: Hashable, Sendable {
  /// The file.
  public let path: String
  /// From where to where, where that is known.
  public let region: Range<TextPosition>?

  /// Names a file, and a region in it where that is known.
  public init(path: String, region: Range<TextPosition>?) {
    self.path = path
    self.region = region
  }

  /// The place as editors follow it.
  public var link: String { SourceMap.link(path, region?.lowerBound) }
}

// MARK: Writing

extension ExpectationFile {
  /// The file in its one layout: applications by name, criteria in the order of the regulation.
  public var bytes: [UInt8] {
    var bytes = JSONWriter.object(.pretty) { top in
      guard isManifest else {
        for entry in inOrder { write(entry.expectation, into: &top) }
        return
      }
      top.object("applications") { list in
        for entry in inOrder {
          list.object(entry.name) { write(entry.expectation, into: &$0) }
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(_ expectation: Expectation, into object: inout JSONObject) {
    if let shows = expectation.shows { object.member("shows", shows) }
    if let day = expectation.asOf { object.member("asOf", day.description) }
    if expectation.strictness == .indicatorsToo { object.member("strict", true) }
    if let verdict = expectation.verdict { object.member("verdict", verdict.value.rawValue) }
    if let standing = expectation.standing { object.member("standing", standing.value.rawValue) }
    if !expectation.criteria.isEmpty {
      object.object("criteria") { criteria in
        for (number, outcome) in expectation.criteria.sorted(by: { $0.key < $1.key }) {
          criteria.member(format.programme.criteria[number].id, outcome.value.rawValue)
        }
      }
    }
    if let faults = expectation.faults {
      object.array("faults") { list in
        for fault in faults.value { list.line { fault.value.write(into: &$0) } }
      }
    }
  }
}

extension ExpectedFault {
  /// Writes what is known of it.
  public func write(into object: inout JSONObject) {
    object.member("reason", reason)
    if let pointer { object.member("pointer", pointer) }
    if let line { object.member("line", line) }
    if let column { object.member("column", column) }
  }
}

/// The name of an application in a folder, taken apart so that line 10 follows line 9.
struct ApplicationName: Comparable {
  /// The file.
  let file: String
  /// The line, for one application of many.
  let line: Int

  init(_ name: String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    if let last = parts.last, parts.count > 1, last.isASCIIDigits, let line = Int(last) {
      file = parts.dropLast().joined(separator: ":")
      self.line = line
    } else {
      file = name
      line = 0
    }
  }

  static func < (left: ApplicationName, right: ApplicationName) -> Bool {
    left.file == right.file
      ? left.line < right.line : left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
  }
}
