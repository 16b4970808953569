// One application as it was filed: its facts, and everything found wrong or odd on reading it.

import ChampionRules
import Eligibility
import LocatedJSON

/// An application read from a file.
struct Filing {
  /// The file's name as the user gave it, `-` for standard input.
  let source: String
  /// The line of the file that the text is, where the file holds one application a line.
  let line: Int?
  /// The line of the file on which the text begins.
  var firstLine: Int { line ?? 1 }
  /// The file and the line, which no other application of a run shares.
  var place: [String] { [source, String(firstLine)] }
  /// The text that was read.
  let document: Document
  /// The facts; those with a fault are unknown.
  var application: Application
  /// What cannot be taken as written, in the order of the file; of very many the first ones, and then
  /// how many more.
  let faults: [Fault]
  /// How many faults there are, listed or not.
  let faultCount: Int
  /// What was done to the file in order to read it.
  let notices: [Notice]

  /// Reads an application and collects all its faults.
  init(
    source: String, line: Int? = nil, bytes: [UInt8], decodeGB18030: ([UInt8]) -> [UInt8]?
  ) {
    let decoded = Encoding.decode(bytes, decodeGB18030: decodeGB18030)
    self.source = source
    self.line = line
    let document = Document(
      parsing: decoded.bytes,
      limits: decoded.fault == nil ? Limits() : Limits(maximumBytes: 0))
    self.document = document
    var notices = [decoded.notice].compactMap { $0 }
    if let fault = decoded.fault {
      application = Application()
      faults = [fault]
      faultCount = 1
    } else {
      var intake = Intake(document)
      var application = Application()
      if let root = document.root {
        _ = ApplicationFormat.application.read(root, &intake, into: &application)
      }
      let found = intake.faultsInOrder()
      faults = found.listed
      faultCount = found.count
      // What the members of another version mean is not known.
      if intake.isOfOtherVersion {
        application = Application()
      }
      self.application = application
      if let root = document.root, document[root].kind == .object,
        intake.member("formatVersion", of: root).map({ document[$0].kind == .null }) ?? true
      {
        notices.append(
          Notice(
            .versionMissing, ["version": .count(ApplicationFormat.version)], at: ["/formatVersion"])
        )
      }
    }
    self.notices = notices
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
