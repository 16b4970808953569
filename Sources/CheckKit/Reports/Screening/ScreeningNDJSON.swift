// The batch as a stream: a line for each application as it is judged, so that no batch is too large.

import ChampionRules
import Eligibility

/// Writes a batch as NDJSON: a line for each application, one for each contradiction, the totals.
///
/// Lines hold identifiers and exact values, no prose, and are the same in every language.
struct ScreeningNDJSON: ScreeningFormat {
  let language: Language

  static var streams: Bool { true }

  func write(_ row: Row, to lines: inout [UInt8]) {
    // By far most of the lines are these, so they are put together from bytes.
    var line = JSONLine(bytes: lines)
    lines = []
    line.text(#"{"kind":"application","source":"#, row.place.source)
    line.raw(#","line":"#)
    line.number(row.place.line)
    line.text(#","enterprise":"#, row.enterprise)
    line.text(#","creditCode":"#, row.creditCode)
    line.text(#","product":"#, row.product)
    line.text(#","verdict":"#, row.verdict?.rawValue)
    line.raw(#","exitStatus":"#)
    line.number(Int(row.status.rawValue))
    if row.open.isEmpty {
      line.raw(#","unmet":[],"undetermined":[],"indicatorsUnmet":"#)
    } else {
      line.raw(#","unmet":"#)
      line.open(row.open, .unmet)
      line.raw(#","undetermined":"#)
      line.open(row.open, .undetermined)
      line.raw(#","indicatorsUnmet":"#)
    }
    line.criteria(row.indicatorsUnmet)
    line.raw(#","judgementsWithoutMaterial":"#)
    line.criteria(row.judgementsWithoutMaterial)
    line.raw(row.hasPriority ? #","hasPriority":true"# : #","hasPriority":false"#)
    if row.faults.isEmpty, row.notices.isEmpty, row.failure == nil {
      line.raw(",\"faultCount\":0,\"faults\":[],\"notices\":[],\"failure\":null}\n")
      lines = line.bytes
      return
    }
    line.raw(#","faultCount":"#)
    line.number(row.faults.count)
    line.raw(#","faults":"#)
    line.list(row.faults.prefix(ScreeningWords.shownAtMost)) { line, fault in
      line.text(#"{"reason":"#, fault.reason.message.id)
      line.text(#","pointer":"#, fault.pointer)
      line.raw(#","line":"#)
      line.number(fault.position?.line)
      line.raw(#","column":"#)
      line.number(fault.position?.column)
      line.raw("}")
    }
    line.raw(#","notices":"#)
    line.list(row.notices) { $0.text("", $1.message.id) }
    line.text(#","failure":"#, row.failure?.id)
    line.raw("}\n")
    lines = line.bytes
  }

  func end(_ screening: Screening) -> [UInt8] {
    var bytes: [UInt8] = []
    let members = ScreeningMembers(screening, prose: nil)
    for contest in screening.contests {
      JSONWriter.appendObject(to: &bytes, .compact) { line in
        line.member("kind", "contradiction")
        members.write(contest, into: &line)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    JSONWriter.appendObject(to: &bytes, .compact) { line in
      line.member("kind", "totals")
      members.writeTotals(into: &line)
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

extension ReadFailure {
  /// A stable identifier.
  var id: String {
    switch self {
    case .absent: "absent"
    case .isDirectory: "is-directory"
    case .notPermitted: "not-permitted"
    case .other: "other"
    }
  }
}

/// Lines of JSON being written.
private struct JSONLine {
  private(set) var bytes: [UInt8]

  init(bytes: consuming [UInt8]) { self.bytes = bytes }

  /// The identifiers of the criteria as JSON, one behind the other, and where each begins.
  private static let identifiers: (all: [UInt8], ends: [Int]) = {
    var all: [UInt8] = []
    var ends = [0]
    for criterion in Rulebook.champion.criteria {
      all += "\"\(criterion.id)\"".utf8
      ends.append(all.count)
    }
    return (all, ends)
  }()

  /// Bytes as they are.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int?) {
    if let value { bytes.append(contentsOf: String(value).utf8) } else { raw("null") }
  }

  /// Bytes as they are, and behind them a text, or `null`.
  mutating func text(_ name: StaticString, _ value: String?) {
    raw(name)
    guard let value else { return raw("null") }
    let isPlain = value.utf8.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy(JSONLine.standsForItself) else { return false }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: text)
      bytes.append(UInt8(ascii: "\""))
      return true
    }
    if isPlain != true {
      // What is to be escaped, and how, only one place knows.
      bytes += JSONWriter.array(.compact) { $0.element(value) }.dropFirst().dropLast()
    }
  }

  /// Whether a byte needs no escape, whatever it belongs to: ASCII, the middle of any character, or
  /// the beginning of a Chinese one.
  private static func standsForItself(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    case 0x20..<0x7F, 0x80...0xBF, 0xE4...0xE9: true
    default: false
    }
  }

  mutating func list<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONLine, Elements.Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func open(_ criteria: [Row.OpenCriterion], _ outcome: Outcome) {
    list(criteria.lazy.filter { $0.finding.outcome == outcome }) { line, open in
      line.raw(#"{"criterion":"#)
      line.identifier(open.criterion)
      line.text(#","reason":"#, open.finding.reason.message.id)
      line.raw(#","gap":"#)
      line.gap(open.gap)
      line.raw(#","missing":"#)
      line.list(open.finding.missing) { $0.text("", $1.description) }
      line.raw("}")
    }
  }

  private mutating func gap(_ gap: Quantity?) {
    guard let gap else { return raw("null") }
    JSONWriter.appendObject(to: &bytes, .compact) { gap.shortfall.write(into: &$0, .en) }
  }

  mutating func criteria(_ numbers: CriterionSet) {
    list(numbers) { $0.identifier($1) }
  }

  private mutating func identifier(_ criterion: Int) {
    let (all, ends) = JSONLine.identifiers
    all.withUnsafeBufferPointer {
      let identifier = $0[ends[criterion]..<ends[criterion + 1]]
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: identifier))
    }
  }
}
