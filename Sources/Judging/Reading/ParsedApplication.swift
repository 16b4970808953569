// Reads one application by the table of its programme: its facts, and everything found wrong or odd.

import Eligibility
import LocatedJSON

/// The text of one application, parsed but not understood.
public struct ApplicationText: Sendable {
  /// The file's name as the user gave it, `-` for standard input.
  public let source: String
  /// The line of the file that the text is, where the file holds one application a line.
  public let line: Int?
  /// The bytes as they were given, without the changes that are tried.
  public internal(set) var original: [UInt8]
  /// The text that was read.
  let document: JSONDocument
  /// What was done to the file in order to read it.
  let notice: Notice?
  /// Why it is no text.
  let fault: Fault?

  /// The line of the file on which the text begins.
  public var firstLine: Int { line ?? 1 }
  /// The file and the line, which no other application of a run shares.
  var place: [String] { [source, String(firstLine)] }

  /// The programme that the text names; `nil` where it names none.
  public var named: String? {
    document.root.flatMap { document.member("programme", of: $0) }.flatMap { document.text($0) }
  }

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - source: the file's name.
  ///   - line: the line of the file that the text is, where it is one.
  ///   - decodeGB18030: converts GB18030 to UTF-8, or returns `nil`.
  public init(
    source: String, line: Int? = nil, bytes: [UInt8], decodeGB18030: ([UInt8]) -> [UInt8]?
  ) {
    let decoded = Encoding.decode(bytes, decodeGB18030: decodeGB18030)
    self.source = source
    self.line = line
    original = bytes
    document = JSONDocument(
      parsing: decoded.bytes,
      limits: decoded.fault == nil ? Limits() : Limits(maximumBytes: 0))
    notice = decoded.notice
    fault = decoded.fault
  }
}

/// The facts of an application and what was found on reading them.
struct ParsedApplication<Facts: Sendable> {
  /// The facts; those with a fault are unknown.
  var facts: Facts
  /// What cannot be taken as written, in the order of the file; of very many the first ones, and then
  /// how many more.
  let faults: [Fault]
  /// How many faults there are, listed or not.
  let faultCount: Int
  /// What was done to the file in order to read it.
  let notices: [Notice]
  /// Whether the file is one of the format at all, with whatever faults.
  let isApplication: Bool
}

/// The whole format of one programme's applications.
public struct FactTable<Facts: Sendable>: Sendable {
  /// The version that the table describes.
  public let version: Int
  /// A whole application.
  public let root: PartFormat<Facts>

  /// Creates a format from its version and how a whole application is written.
  public init(version: Int, root: PartFormat<Facts>) {
    self.version = version
    self.root = root
  }

  /// An application of which nothing is known.
  var blank: Facts { root.blank() }

  /// What an application holds, for people and programs; putting it together takes long.
  public var schema: ValueType { root.type }

  /// Reads the facts of an application and collects all its faults.
  func read(_ text: ApplicationText) -> ParsedApplication<Facts> {
    let notices = [text.notice].compactMap { $0 }
    if let fault = text.fault {
      return ParsedApplication(
        facts: blank, faults: [fault], faultCount: 1, notices: notices, isApplication: false)
    }
    var facts = blank
    let reader = DocumentReader(text.document, by: root.rule)
    let isApplication = reader.isOfFormat
    if let root = text.document.root {
      if isApplication || text.document[root].kind != .object {
        _ = reader.read(root, self.root, into: &facts)
      } else {
        reader.note(.noApplication, at: root)
      }
    }
    let (faults, count) = reader.faultsInOrder()
    // What the members of another version mean is not known.
    if reader.isOfOtherVersion { facts = blank }
    return ParsedApplication(
      facts: facts, faults: faults, faultCount: count, notices: notices + reader.notices,
      isApplication: isApplication)
  }

  /// Reads the facts of an application without any fault or notice of reading.
  ///
  /// - Parameter facts: blank ones; of no use where the text is not so.
  /// - Returns: whether the text is so.
  func readPlain(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, into facts: inout Facts
  ) -> Bool {
    let rule = root.rule
    return PropertyAddress.of(&facts) { place in
      FastReader.read(range, in: bytes) { reader throws(FastStop) in
        try FactTable.read(&reader, rule, into: place)
      } != nil
    }
  }

  /// Likewise the facts that the next line states.
  ///
  /// - Returns: where the line ends; `nil` where its text is not so.
  public func readPlain(nextOf lines: Lines, into facts: inout Facts) -> Int? {
    let rule = root.rule
    return PropertyAddress.of(&facts) { place in
      lines.readFast { reader throws(FastStop) in
        try FactTable.read(&reader, rule, into: place)
      }
    }
  }

  private static func read(
    _ reader: inout FastReader, _ rule: ValueRule, into place: PropertyAddress
  ) throws(FastStop) {
    var facts = FactReader(FastSource(reader: reader))
    _ = try facts.read(FastSource.Next(), by: rule, into: place)
    reader = facts.source.reader
  }
}
