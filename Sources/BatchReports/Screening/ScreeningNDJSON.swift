// The batch as a stream: a line for each application as it is judged, so that no batch is too large.

import Batch
import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

/// Writes a batch as NDJSON: a line for each application, one for each contradiction, the totals.
///
/// Lines hold identifiers and exact values, no prose, and are the same in every language.
public struct ScreeningNDJSON: Sendable {
  let language: Language
  private let identifiers: Identifiers

  /// Creates a writer for a programme's applications; lines are the same in every language.
  public init(_ programme: Programme, language: Language) {
    self.language = language
    identifiers = Identifiers(programme.criteria)
  }

  /// The form in which batches are written.
  public var format: ScreeningFormat {
    .streaming({ write($0, to: &$1) }, end: { end($0, piecewise: $1) })
  }

  /// Adds the line of an application.
  public func write(_ row: Row, to lines: inout [UInt8]) {
    // By far most of the lines are these, so they are put together from bytes.
    LineBuffer.append(to: &lines) { line in
      line.text(#"{"kind":"application","source":"#, row.place.source)
      line.number(#","line":"#, row.place.line)
      line.text(#","enterprise":"#, row.enterprise)
      line.code(#","creditCode":"#, row.creditCode)
      line.text(#","product":"#, row.product)
      line.append(row.verdict.map(ScreeningNDJSON.member) ?? #","verdict":null"#)
      line.number(#","noticeCount":"#, row.notices.count)
      line.number(#","exitStatus":"#, Int(row.status.rawValue))
      if row.open.isEmpty {
        line.append(#","unmet":[],"undetermined":[],"indicatorsUnmet":["#)
      } else {
        line.append(#","unmet":["#)
        write(row.open, .unmet, to: &line)
        line.append(#"],"undetermined":["#)
        write(row.open, .undetermined, to: &line)
        line.append(#"],"indicatorsUnmet":["#)
      }
      write(row.indicatorsUnmet, to: &line)
      line.append(#"],"judgementsWithoutMaterial":["#)
      write(row.judgementsWithoutMaterial, to: &line)
      line.append(row.hasPriority ? #"],"hasPriority":true"# : #"],"hasPriority":false"#)
      if let order = row.fileOrder { line.text(#","fileOrder":"#, order.fileOrderID) }
      if row.faults.isEmpty, row.notices.isEmpty, row.failure == nil {
        line.append(",\"faultCount\":0,\"faults\":[],\"notices\":[],\"failure\":null}\n")
      } else {
        writeDoubts(about: row, to: &line)
      }
    }
  }

  private static func member(_ verdict: Verdict) -> StaticString {
    switch verdict {
    case .eligible: #","verdict":"eligible""#
    case .ineligible: #","verdict":"ineligible""#
    case .undetermined: #","verdict":"undetermined""#
    }
  }

  private func writeDoubts(about row: Row, to line: inout LineBuffer) {
    line.number(#","faultCount":"#, row.faultCount)
    line.append(#","faults":["#)
    line.list(row.faults.prefix(ScreeningWords.shownAtMost)) { line, fault in
      line.text(#"{"reason":"#, fault.reason.message.id)
      line.text(#","pointer":"#, fault.pointer)
      line.number(#","line":"#, fault.position?.line)
      line.number(#","column":"#, fault.position?.column)
      if let earlier = fault.earlier {
        line.number(#","earlier":{"line":"#, earlier.line)
        line.number(#","column":"#, earlier.column)
        line.append("}")
      }
      line.append("}")
    }
    line.append(#"],"notices":["#)
    line.list(row.notices.listed) { $0.text("", $1.reason.message.id) }
    line.append("]")
    line.unlisted(#","noticesNotListed":"#, row.notices.unlisted)
    line.text(#","failure":"#, row.failure?.id)
    line.append("}\n")
  }

  private func write(_ open: [NumberedFinding], _ outcome: Outcome, to line: inout LineBuffer) {
    line.list(open.indices.lazy.filter { open[$0].finding.outcome == outcome }) { line, number in
      line.append(#"{"criterion":"#)
      identifiers.write(open[number].criterion, to: &line)
      line.text(#","reason":"#, open[number].finding.reason.message.id)
      line.append(#","gap":"#)
      line.gap(open[number].gap)
      line.append(#","missing":["#)
      let missing = open[number].finding.missing
      line.list(missing.listed) { $0.text("", $1.description) }
      line.append("]")
      line.unlisted(#","missingNotListed":"#, missing.unlisted)
      line.append("}")
    }
  }

  private func write(_ criteria: CriterionSet, to line: inout LineBuffer) {
    line.list(criteria) { identifiers.write($1, to: &$0) }
  }

  /// How many bytes are written at once.
  private static let piece = 1 << 16

  /// Writes the lines of the files that were not judged, those of the contradictions and that of the
  /// totals, in pieces of about 64 KiB.
  public func end(_ screening: Screening, piecewise write: ([UInt8]) -> Void) {
    var bytes: [UInt8] = []
    let members = ScreeningMembers(screening, prose: nil)
    func writeLine(_ kind: String, _ body: (inout JSONObject) -> Void) {
      JSONWriter.appendObject(to: &bytes, .compact) { line in
        line.member("kind", kind)
        body(&line)
      }
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count < ScreeningNDJSON.piece { return }
      write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    for other in screening.passedOver {
      writeLine("passedOver") { members.write(other, into: &$0) }
    }
    for contradiction in screening.contradictions {
      writeLine("contradiction") { members.write(contradiction, into: &$0) }
    }
    writeLine("totals") { members.writeTotals(into: &$0) }
    if !bytes.isEmpty { write(bytes) }
  }
}

/// The identifiers of the criteria as JSON.
private struct Identifiers {
  /// One behind the other.
  private var texts: [UInt8] = []
  private var ends = [0]

  init(_ criteria: [CriterionDescription]) {
    for criterion in criteria {
      texts += "\"\(criterion.id)\"".utf8
      ends.append(texts.count)
    }
  }

  func write(_ criterion: Int, to line: inout LineBuffer) {
    texts.withUnsafeBytes {
      line.append(UnsafeRawBufferPointer(rebasing: $0[ends[criterion]..<ends[criterion + 1]]))
    }
  }
}

extension LineBuffer {
  /// Writes bytes as they are, and behind them a number, or `null`.
  fileprivate mutating func number(_ name: StaticString, _ value: Int?) {
    append(name)
    if let value { append(value) } else { append("null") }
  }

  /// Writes how many entries of a list are left out, where some are.
  fileprivate mutating func unlisted(_ name: StaticString, _ count: Int) {
    if count > 0 { number(name, count) }
  }

  /// Writes bytes as they are, and behind them a text, or `null`.
  fileprivate mutating func text(_ name: StaticString, _ value: String?) {
    append(name)
    guard let value else { return append("null") }
    let isPlain = value.utf8.withContiguousStorageIfAvailable { text in
      let text = UnsafeRawBufferPointer(text)
      guard text.standsForItself else { return false }
      append(text, between: UInt8(ascii: "\""))
      return true
    }
    if isPlain != true {
      // What is to be escaped, and how, only one place knows.
      let escaped = JSONWriter.array(.compact) { $0.element(value) }
      escaped.withUnsafeBytes { append(UnsafeRawBufferPointer(rebasing: $0[1..<($0.count - 1)])) }
    }
  }

  /// Writes bytes as they are, and behind them a code, or `null`.
  fileprivate mutating func code(_ name: StaticString, _ value: SocialCreditCode?) {
    append(name)
    guard let value else { return append("null") }
    // Digits and letters stand for themselves.
    withUnsafeBytes(of: value.utf8) { append($0, between: UInt8(ascii: "\"")) }
  }

  fileprivate mutating func list<Elements: Sequence>(
    _ elements: Elements, _ write: (inout LineBuffer, Elements.Element) -> Void
  ) {
    var isFirst = true
    for element in elements {
      if !isFirst { append(",") }
      isFirst = false
      write(&self, element)
    }
  }

  fileprivate mutating func gap(_ gap: Quantity?) {
    switch gap?.magnitude {
    case nil: append("null")
    case .money(let money):
      text(#"{"kind":"money","value":"#, money.digits(in: .yuan, fractionDigits: 2))
      append("}")
    case .places(let places):
      number(#"{"kind":"places","value":"#, places)
      append("}")
    case .days(let days):
      number(#"{"kind":"days","value":"#, days)
      append("}")
    case let other?:
      // What other kinds there are, and how they are written, only one place knows.
      let object = JSONWriter.object(.compact) { other.write(into: &$0, .en) }
      object.withUnsafeBytes { append($0) }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether no byte needs an escape in JSON, whatever it belongs to: ASCII, the middle of any
  /// character, or the beginning of a Chinese one. A number sign may, behind another one.
  fileprivate var standsForItself: Bool {
    typealias Sixteen = SIMD16<UInt8>
    // Sixteen bytes at once, the last of them together with those before.
    guard count >= Sixteen.scalarCount else { return allSatisfy(UInt8.standsForItself) }
    let last = count - Sixteen.scalarCount
    var place = 0
    while true {
      // Within bounds: the place is at most the last one from which sixteen bytes are left.
      let bytes = loadUnaligned(fromByteOffset: place, as: Sixteen.self)
      let isSign =
        (bytes .< Sixteen(repeating: 0x20)) .| (bytes .== Sixteen(repeating: 0x7F))
        .| (bytes .== Sixteen(repeating: UInt8(ascii: "\"")))
        .| (bytes .== Sixteen(repeating: UInt8(ascii: "\\")))
        .| (bytes .== Sixteen(repeating: UInt8(ascii: "#")))
      let isRareBeginning =
        (bytes .>= Sixteen(repeating: 0xC0))
        .& ((bytes &- Sixteen(repeating: 0xE4)) .> Sixteen(repeating: 0xE9 - 0xE4))
      // The standard library's `any` looks at each place in turn.
      let halves = unsafeBitCast(isSign .| isRareBeginning, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 { return false }
      if place == last { return true }
      place = Swift.min(place + Sixteen.scalarCount, last)
    }
  }
}

extension UInt8 {
  fileprivate static func standsForItself(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "#"): false
    case 0x20..<0x7F, 0x80...0xBF, 0xE4...0xE9: true
    default: false
    }
  }
}
