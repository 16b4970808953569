// One application as it was filed: its text, its facts, and everything found wrong or odd on reading it.

import Eligibility
import LocatedJSON

/// The text of one application, parsed but not understood.
struct ApplicationText: Sendable {
  /// The file's name as the user gave it, `-` for standard input.
  let source: String
  /// The line of the file that the text is, where the file holds one application a line.
  let line: Int?
  /// The text that was read.
  let document: Document
  /// What was done to the file in order to read it.
  let notice: Notice?
  /// Why it is no text.
  let fault: Fault?

  /// The line of the file on which the text begins.
  var firstLine: Int { line ?? 1 }
  /// The file and the line, which no other application of a run shares.
  var place: [String] { [source, String(firstLine)] }

  /// Parses a text.
  init(
    source: String, line: Int? = nil, bytes: [UInt8], decodeGB18030: ([UInt8]) -> [UInt8]?
  ) {
    let decoded = Encoding.decode(bytes, decodeGB18030: decodeGB18030)
    self.source = source
    self.line = line
    document = Document(
      parsing: decoded.bytes,
      limits: decoded.fault == nil ? Limits() : Limits(maximumBytes: 0))
    notice = decoded.notice
    fault = decoded.fault
  }
}

/// The facts of an application; those with a fault are unknown.
struct ParsedApplication<Facts> {
  /// The facts.
  var facts: Facts
  /// What cannot be taken as written, in the order of the file; of very many the first ones, and then
  /// how many more.
  let faults: [Fault]
  /// How many faults there are, listed or not.
  let faultCount: Int
  /// What was done to the file in order to read it.
  let notices: [Notice]
}

/// The form of applications of one programme.
struct ApplicationForm<Facts: Sendable>: Sendable {
  /// The version of the form.
  let version: Int
  /// How an application is read.
  let table: PartReader<Facts>
  /// The same for plain texts.
  let plain: @Sendable () -> PlainForm
  /// The kind of value that an application is; putting it together takes long.
  let type: @Sendable () -> ValueType

  /// An application of which nothing is known.
  func blank() -> Facts { table.blank() }

  /// Reads the facts of an application and collects all its faults.
  func read(_ text: ApplicationText) -> ParsedApplication<Facts> {
    let notices = [text.notice].compactMap { $0 }
    if let fault = text.fault {
      return ParsedApplication(facts: blank(), faults: [fault], faultCount: 1, notices: notices)
    }
    let document = text.document
    var intake = Intake(document)
    var facts = blank()
    if let root = document.root { _ = table.read(root, &intake, into: &facts) }
    let found = intake.faultsInOrder()
    // What the members of another version mean is not known.
    if intake.isOfOtherVersion { facts = blank() }
    let statesNoVersion =
      document.root.map { root in
        document[root].kind == .object
          && intake.member("formatVersion", of: root).map { document[$0].kind == .null } ?? true
      } ?? false
    return ParsedApplication(
      facts: facts, faults: found.listed, faultCount: found.count,
      notices: notices
        + (statesNoVersion
          ? [Notice(.versionMissing, ["version": .count(version)], at: ["/formatVersion"])] : []))
  }

  /// Reads the facts of an application without any fault or notice of reading.
  ///
  /// - Parameter facts: blank ones; of no use where the text is not plain.
  /// - Returns: whether the text is plain.
  func readPlain(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, into facts: inout Facts
  ) -> Bool {
    Slot.of(&facts) { slot in PlainIntake.read(plain(), range, in: bytes, into: slot) }
  }

  /// Likewise the facts that the next line states.
  ///
  /// - Returns: where the line ends; `nil` where it is not plain.
  func readPlain(nextOf lines: Lines, into facts: inout Facts) -> Int? {
    Slot.of(&facts) { slot in PlainIntake.read(plain(), nextOf: lines, into: slot) }
  }
}

extension Message {
  static let versionMissing = Message(
    "version-missing",
    says: Wording(
      zh: "没有 formatVersion，按版本 {version} 读取",
      en: "formatVersion is missing; read as version {version}"),
    mend: Wording(zh: "加上 \"formatVersion\": {version}", en: "add \"formatVersion\": {version}"))
}
