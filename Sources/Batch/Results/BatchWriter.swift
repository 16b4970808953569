// A batch is written as it goes, and yet a file of its name appears only when it is whole.

import Eligibility
import HostSystem
import Reports

/// Why nothing more can be written.
public struct WriteProblem: Sendable {
  /// What is not written.
  public let name: String
  /// Why, in the system's own words.
  public let reason: String

  init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }

  /// What is wrong with a result, if anything; to go away is a reader's right.
  init?(_ result: WriteResult, of name: String) {
    guard case .failed(let reason) = result else { return nil }
    self.init(name: name, reason: reason)
  }
}

/// Where a batch is written in one form.
public struct BatchWriter: Sendable {
  private var format: ScreeningFormat
  private let destination: Destination
  private let language: Language
  /// Whether nothing is to be said on standard output.
  private let isSilent: Bool
  private let environment: Environment
  private var file: PendingFile?
  /// Whether the reader went away; to others that makes no difference.
  private var isBroken = false

  /// Creates a writer; a file is opened by ``begin()``.
  ///
  /// - Parameter isSilent: whether standard output gets nothing; files are written all the same.
  public init(
    _ format: ScreeningFormat, to destination: Destination, in language: Language,
    isSilent: Bool,
    _ environment: Environment
  ) {
    self.format = format
    self.destination = destination
    self.language = language
    self.isSilent = isSilent
    self.environment = environment
  }

  private var name: String {
    switch destination {
    case .file(let path): path
    case .standardOutput: Wording(zh: "标准输出", en: "standard output")[language]
    }
  }

  /// Opens the file; says at once, before hours of work, that it cannot be written.
  public mutating func begin() -> WriteProblem? {
    guard case .file(let path) = destination else { return nil }
    switch environment.batch.begin(path) {
    case .success(let pending):
      file = pending
      return nil
    case .failure(.notWritable(let reason)): return WriteProblem(name: name, reason: reason)
    }
  }

  /// Adds what workers wrote, and what CI servers are told.
  public mutating func write(
    _ lines: [UInt8], _ inspections: [PreparedInspection]
  ) -> WriteProblem? {
    var bytes = lines
    for inspection in inspections { bytes += format.add(inspection) }
    return write(bytes)
  }

  /// Adds what can be said only at the end.
  public mutating func end(_ screening: Screening) -> WriteProblem? {
    var problem: WriteProblem?
    let format = self.format
    format.end(screening) { piece in problem = problem ?? write(piece) }
    return problem
  }

  private mutating func write(_ bytes: [UInt8]) -> WriteProblem? {
    if bytes.isEmpty || isBroken { return nil }
    if file == nil, isSilent { return nil }
    let result = file?.write(bytes) ?? environment.write(bytes, .output)
    if result == .brokenPipe { isBroken = true }
    return WriteProblem(result, of: name)
  }

  /// Gives the file its name.
  public mutating func complete() -> WriteProblem? {
    defer { file = nil }
    return file.flatMap { WriteProblem($0.complete(), of: name) }
  }

  /// Keeps what is not complete under another name, so that a complete file of its own stays.
  ///
  /// - Parameter say: called with that name and its own.
  public mutating func keep(_ say: (_ name: String, _ own: String) -> Void) -> WriteProblem? {
    guard let file else { return nil }
    self.file = nil
    switch file.keep() {
    case .success(let kept):
      if let kept { say(kept, name) }
      return nil
    case .failure(.notWritable(let reason)): return WriteProblem(name: name, reason: reason)
    }
  }

  /// Leaves nothing behind.
  public mutating func abandon() {
    file?.abandon()
    file = nil
  }
}

/// A folder with one full report of each application.
public struct ReportFolder: Sendable {
  private let path: String
  private let format: Format
  private let environment: Environment
  private var count = 0

  /// Names a folder and the form of its reports; the folder is made by ``begin()``.
  public init(_ path: String, _ format: Format, _ environment: Environment) {
    self.path = path
    self.format = format
    self.environment = environment
  }

  /// Makes the folder.
  public func begin() -> WriteProblem? {
    WriteProblem(environment.batch.makeFolder(path), of: path)
  }

  /// Writes reports, each whole or not at all, in the place of whatever has its name.
  public mutating func write(_ reports: [(enterprise: String?, bytes: [UInt8])]) -> WriteProblem? {
    for report in reports {
      count += 1
      let file = path + "/" + ReportFolder.name(count, report.enterprise, format)
      if let problem = WriteProblem(environment.batch.replace(file, report.bytes), of: file) {
        return problem
      }
    }
    return nil
  }

  /// Whether a file of that name might be a report in that form.
  public static func mayName(_ name: String, _ format: Format) -> Bool {
    name.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count >= 5
      && name.utf8.reversed().starts(with: ("." + format.ending).utf8.reversed())
  }

  /// A safe name: the number keeps the order and makes it unique, the enterprise's letters follow.
  static func name(_ number: Int, _ enterprise: String?, _ format: Format) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    // Only letters and digits: no separators, dots, blanks or signs that a shell or system reads.
    let letters = (enterprise ?? "").unicodeScalars.filter { $0.properties.isAlphabetic }.prefix(40)
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: letters)
    return padded + (kept.isEmpty ? "" : "-" + String(kept)) + "." + format.ending
  }
}
