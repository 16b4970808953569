// The batch as a stream: a line for each application as it is judged, so that no batch is too large.

import ChampionRules
import Eligibility

/// Writes a batch as NDJSON: a line for each application, one for each contradiction, the totals.
///
/// Lines hold identifiers and exact values, no prose, and are the same in every language.
struct ScreeningNDJSON: ScreeningFormat {
  let language: Language

  static var streams: Bool { true }

  func line(_ row: Row) -> [UInt8] {
    // By far most of the lines are these, so they are put together from bytes.
    var line = JSONLine()
    line.raw(#"{"kind":"application","source":"#)
    line.text(row.place.source)
    line.raw(#","line":"#)
    line.number(row.place.line)
    line.raw(#","enterprise":"#)
    line.text(row.enterprise)
    line.raw(#","creditCode":"#)
    line.text(row.creditCode)
    line.raw(#","product":"#)
    line.text(row.product)
    line.raw(#","verdict":"#)
    line.text(row.verdict?.rawValue)
    line.raw(#","exitStatus":"#)
    line.number(Int(row.status.rawValue))
    line.raw(#","unmet":"#)
    line.open(row.unmet)
    line.raw(#","undetermined":"#)
    line.open(row.undetermined)
    line.raw(#","indicatorsUnmet":"#)
    line.criteria(row.indicatorsUnmet)
    line.raw(#","judgementsWithoutMaterial":"#)
    line.criteria(row.judgementsWithoutMaterial)
    line.raw(row.hasPriority ? #","hasPriority":true"# : #","hasPriority":false"#)
    line.raw(#","faultCount":"#)
    line.number(row.faults.count)
    line.raw(#","faults":"#)
    line.list(row.faults.prefix(ScreeningWords.shownAtMost)) { line, fault in
      line.raw(#"{"reason":"#)
      line.text(fault.reason.message.id)
      line.raw(#","pointer":"#)
      line.text(fault.pointer)
      line.raw(#","line":"#)
      line.number(fault.position?.line)
      line.raw(#","column":"#)
      line.number(fault.position?.column)
      line.raw("}")
    }
    line.raw(#","notices":"#)
    line.list(row.notices) { $0.text($1.message.id) }
    line.raw(#","failure":"#)
    line.text(row.failure?.id)
    line.raw("}\n")
    return line.bytes
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
    return Invisibles.escaped(bytes)
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

/// One line of JSON being written.
private struct JSONLine {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(768) }

  /// Bytes as they are.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int?) {
    if let value { bytes.append(contentsOf: String(value).utf8) } else { raw("null") }
  }

  mutating func text(_ value: String?) {
    guard var value else { return raw("null") }
    raw("\"")
    value.withUTF8 { utf8 in
      var written = 0
      var place = 0
      while place < utf8.count {
        let byte = utf8[place]
        // Chinese begins with none of these bytes, so nearly all of it is passed over at once.
        let isPlain =
          byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
          && byte != 0xC2 && byte != 0xE2
        if isPlain {
          place += 1
          continue
        }
        let length = escapedLength(at: place, of: utf8)
        if length > 0 {
          bytes.append(contentsOf: utf8[written..<place])
          appendEscape(of: utf8[place..<(place + length)])
          written = place + length
        }
        place += max(1, length)
      }
      bytes.append(contentsOf: utf8[written...])
    }
    raw("\"")
  }

  /// How many bytes from a place on are to be escaped together; none for what stands for itself.
  private func escapedLength(at place: Int, of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    utf8[place] < 0x80 ? 1 : Invisibles.length(at: place, of: utf8)
  }

  private mutating func appendEscape(of utf8: Slice<UnsafeBufferPointer<UInt8>>) {
    switch utf8[utf8.startIndex] {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    default: Invisibles.appendEscape(of: utf8, to: &bytes)
    }
  }

  mutating func list<Elements: Collection>(
    _ elements: Elements, _ write: (inout JSONLine, Elements.Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }

  mutating func open(_ criteria: [Row.OpenCriterion]) {
    list(criteria) { line, open in
      line.raw(#"{"criterion":"#)
      line.text(Rulebook.champion.criteria[open.criterion].id)
      line.raw(#","reason":"#)
      line.text(open.finding.reason.message.id)
      line.raw(#","gap":"#)
      line.gap(open.gap)
      line.raw(#","missing":"#)
      line.list(open.finding.missing) { $0.text($1.description) }
      line.raw("}")
    }
  }

  private mutating func gap(_ gap: Quantity?) {
    guard let gap else { return raw("null") }
    JSONWriter.appendObject(to: &bytes, .compact) { gap.shortfall.write(into: &$0, .en) }
  }

  mutating func criteria(_ numbers: [Int]) {
    list(numbers) { $0.text(Rulebook.champion.criteria[$1].id) }
  }
}

/// Characters that JSON allows as they are, but that end a line for some readers of lines, or make a
/// terminal show something else than is there.
enum Invisibles {
  /// Finished JSON with such characters as escapes, which stand for the same text.
  static func escaped(_ json: [UInt8]) -> [UInt8] {
    json.withUnsafeBufferPointer { utf8 in
      var escaped: [UInt8] = []
      escaped.reserveCapacity(utf8.count)
      var place = 0
      while place < utf8.count {
        // Outside of strings JSON has nothing but ASCII.
        let length = utf8[place] < 0x80 ? 0 : length(at: place, of: utf8)
        if length == 0 {
          escaped.append(utf8[place])
          place += 1
        } else {
          appendEscape(of: utf8[place..<(place + length)], to: &escaped)
          place += length
        }
      }
      return escaped
    }
  }

  /// How many bytes such a character has at a place; none where there is another one.
  ///
  /// These are U+0080 to U+009F, U+200B to U+200F, U+2028 to U+202E and U+2060 to U+206F.
  fileprivate static func length(at place: Int, of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    func byte(_ offset: Int) -> UInt8 { place + offset < utf8.count ? utf8[place + offset] : 0 }
    switch (byte(0), byte(1), byte(2)) {
    case (0xC2, 0x80...0x9F, _): return 2
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA0...0xAF): return 3
    default: return 0
    }
  }

  /// Writes a character of at most three bytes as four hexadecimal digits.
  fileprivate static func appendEscape(
    of utf8: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]
  ) {
    var code = UInt32(utf8[utf8.startIndex])
    if utf8.count > 1 {
      code = utf8.dropFirst().reduce(code & (utf8.count == 2 ? 0x1F : 0x0F)) { code, byte in
        code << 6 | UInt32(byte & 0x3F)
      }
    }
    bytes.append(contentsOf: "\\u".utf8)
    let digits = Array("0123456789abcdef".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(code >> UInt32(shift)) & 15]) }
  }
}
