// A report says how it came about; whoever has to rely on it can have it made again from that.

import Eligibility
import LocatedJSON

/// What a JSON report of `check` says of how it came about.
public struct Receipt {
  /// The program that wrote it: `jlcheck 0.1.0`.
  public let program: String
  /// The command line of the run, without the program's name.
  public let arguments: [String]
  /// The language of its sentences.
  public let language: Language
  /// The identifier of the programme whose rules were applied.
  public let programme: String
  /// The applications, in order.
  public let applications: [Filed]
  /// The report itself.
  let document: JSONDocument

  /// What is recorded of one application.
  public struct Filed {
    /// The file's name.
    public let source: String
    /// The line of the file on which it stands, in a file with one application a line.
    public let line: Int?
    /// The SHA-256 of its text.
    public let digest: String
    /// The document whose numbers were applied.
    public let edition: String
    /// The filing date that was assumed, where one was.
    public let assumedDay: Day?
    /// Which roles counted as requirements.
    public let strictness: Strictness
  }

  /// Reads a report; `nil` where the bytes are no such report.
  public init?(of report: [UInt8]) {
    let document = JSONDocument(parsing: report)
    guard document.faults.isEmpty, let root = document.root else { return nil }
    let top = RecordedObject(document, root)
    guard top.number("reportVersion") == JSONReport.version, let program = top.text("program"),
      let language = top.text("language").flatMap(Language.init),
      let programme = top.object("rulebook")?.text("id"), let arguments = top.list("arguments"),
      let applications = top.list("applications")
    else { return nil }
    var known: [Filed] = []
    for index in applications {
      guard let application = Filed(RecordedObject(document, index)) else { return nil }
      known.append(application)
    }
    self.document = document
    self.program = program
    self.arguments = arguments.compactMap { document.text($0) }
    self.language = language
    self.programme = programme
    self.applications = known
  }
}

extension Receipt.Filed {
  fileprivate init?(_ object: RecordedObject) {
    guard let source = object.text("source"), let digest = object.text("sha256"),
      let edition = object.object("edition")?.text("document"),
      let strictness = object.text("strictness").flatMap(Strictness.init)
    else { return nil }
    self.source = source
    line = object.number("sourceLine")
    self.digest = digest
    self.edition = edition
    self.strictness = strictness
    assumedDay =
      object.isTrue("filingDateAssumed") ? object.text("filingDate").flatMap { Day(iso: $0) } : nil
  }
}

extension Day {
  /// A day as a report writes it.
  fileprivate init?(iso text: String) {
    guard case .day(let day)? = PartialDate(iso: text) else { return nil }
    self = day
  }
}

/// An object of a report, by the names of its members.
private struct RecordedObject {
  private let document: JSONDocument
  private let index: JSONDocument.Index

  init(_ document: JSONDocument, _ index: JSONDocument.Index) {
    self.document = document
    self.index = index
  }

  private func member(_ name: String) -> JSONDocument.Index? {
    for (key, value) in document.members(of: index) where document.text(key) == name {
      return value
    }
    return nil
  }

  func text(_ name: String) -> String? { member(name).flatMap { document.text($0) } }

  func number(_ name: String) -> Int? { member(name).flatMap { Int(document.lexeme($0)) } }

  func isTrue(_ name: String) -> Bool { member(name).map { document.lexeme($0) } == "true" }

  func object(_ name: String) -> RecordedObject? {
    member(name).flatMap {
      document[$0].kind == .object ? RecordedObject(document, $0) : nil
    }
  }

  func list(_ name: String) -> [JSONDocument.Index]? {
    member(name).flatMap { document[$0].kind == .array ? Array(document.children(of: $0)) : nil }
  }
}
