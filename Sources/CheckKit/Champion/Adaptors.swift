// Names under which the rest of CheckKit knows the champion's format until it takes any programme's.

import ChampionRules
import Eligibility
import LocatedJSON

typealias Document = JSONDocument
typealias Position = TextPosition
typealias Filing = ParsedApplication<Application>

extension ParsedApplication<Application> {
  /// The facts; those with a fault are unknown.
  var application: Application {
    get { facts }
    set { facts = newValue }
  }

  /// Reads an application and collects all its faults.
  init(
    source: String, line: Int? = nil, bytes: [UInt8], decodeGB18030: ([UInt8]) -> [UInt8]?
  ) {
    self = ChampionFormat.table.parse(
      source: source, line: line, bytes: bytes, decodeGB18030: decodeGB18030)
  }
}

enum ApplicationFormat {
  static let version = ChampionFormat.table.version
  static let schemaKey = ChampionFormat.schemaKey
  static let longestList = ValueFormat<Int>.longestList
  static let application = ChampionFormat.table.root

  /// The kind of value that an application is, with all its members; putting it together takes long.
  static let type = ChampionFormat.table.schema

  /// The meaning of the member that a pointer names, its containers' meanings first.
  static func labels(of pointer: Pointer) -> [Wording] { type.labels(of: pointer) }
}

extension Outcome: Choice {
  var label: Wording { name }
}

extension Verdict: Choice {
  var label: Wording { name }
}
