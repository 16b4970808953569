// Programs read reports as JSON; the writer keeps keys in order and makes ill-formed JSON impossible.

import HostSystem

/// Writes JSON (RFC 8259) in UTF-8 into one growing buffer.
///
///     JSONWriter.object(.pretty) { report in
///       report.member("verdict", "eligible")
///       report.array("findings") { findings in
///         findings.object { $0.member("id", "average-revenue") }
///       }
///     }
public enum JSONWriter {
  /// How JSON is laid out.
  public enum Layout: Hashable, Sendable {
    /// A line for each member, indented by two spaces.
    case pretty
    /// Everything on one line, without spaces.
    case compact
  }

  /// A document that is an object; no line end follows it.
  public static func object(
    _ layout: Layout, _ body: (inout JSONObject) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    appendObject(to: &bytes, layout, body)
    return bytes
  }

  /// A document that is an array; no line end follows it.
  public static func array(
    _ layout: Layout, _ body: (inout JSONArray) -> Void
  ) -> [UInt8] {
    let text = JSONText(layout: layout)
    var array = JSONArray(opening: text)
    body(&array)
    array.close()
    return text.bytes
  }

  /// An object after what a buffer already holds, a line of NDJSON perhaps.
  public static func appendObject(
    to bytes: inout [UInt8], _ layout: Layout, _ body: (inout JSONObject) -> Void
  ) {
    let text = JSONText(layout: layout, after: bytes)
    // From here on the text alone holds the bytes, which are not copied in order to grow.
    bytes = []
    var object = JSONObject(opening: text)
    body(&object)
    object.close()
    bytes = text.bytes
  }
}

/// An object being written.
public struct JSONObject: ~Copyable {
  private let text: JSONText
  private var keys = KnownKeys()

  fileprivate init(opening text: JSONText) {
    self.text = text
    text.open("{")
  }

  fileprivate consuming func close() { text.close("}") }

  /// A member that is a string, or null.
  public mutating func member(_ key: String, _ value: String?) {
    write(key)
    text.append(value)
  }

  /// A member that is a whole number, or null.
  public mutating func member(_ key: String, _ value: Int?) {
    write(key)
    text.append(value)
  }

  /// A member that is true or false, or null.
  public mutating func member(_ key: String, _ value: Bool?) {
    write(key)
    text.append(value)
  }

  /// A member that is a number already written as JSON writes it; anything else is a defect.
  public mutating func member(_ key: String, number: String) {
    write(key)
    text.append(number: number)
  }

  /// A member that is null.
  public mutating func null(_ key: String) {
    write(key)
    text.append(nil as String?)
  }

  /// A member that is an object.
  public mutating func object(_ key: String, _ body: (inout JSONObject) -> Void) {
    write(key)
    var inner = JSONObject(opening: text)
    body(&inner)
    inner.close()
  }

  /// A member that is an array.
  public mutating func array(_ key: String, _ body: (inout JSONArray) -> Void) {
    write(key)
    var inner = JSONArray(opening: text)
    body(&inner)
    inner.close()
  }

  /// The members of an object that is written already, on one line without spaces; none of them may be
  /// written again.
  public mutating func members(of written: [UInt8]) {
    if written.count <= 2 { return }
    text.next()
    text.append(written: written.dropFirst().dropLast())
  }

  private mutating func write(_ key: String) {
    // Readers disagree on which of two equal keys counts, so writing both is a defect.
    assert(keys.insert(key), "the key \(key) is written twice")
    text.begin(key)
  }
}

/// An array being written.
public struct JSONArray: ~Copyable {
  private let text: JSONText

  fileprivate init(opening text: JSONText) {
    self.text = text
    text.open("[")
  }

  fileprivate consuming func close() { text.close("]") }

  /// An element that is a string, or null.
  public mutating func element(_ value: String?) {
    text.next()
    text.append(value)
  }

  /// An element that is a whole number, or null.
  public mutating func element(_ value: Int?) {
    text.next()
    text.append(value)
  }

  /// An element that is true or false, or null.
  mutating func element(_ value: Bool?) {
    text.next()
    text.append(value)
  }

  /// An element that is a number already written as JSON writes it; anything else is a defect.
  mutating func element(number: String) {
    text.next()
    text.append(number: number)
  }

  /// An element that is null.
  public mutating func null() {
    text.next()
    text.append(nil as String?)
  }

  /// An element that is an object.
  public mutating func object(_ body: (inout JSONObject) -> Void) {
    text.next()
    var inner = JSONObject(opening: text)
    body(&inner)
    inner.close()
  }

  /// An element that is an object on a line of its own.
  public mutating func line(_ body: (inout JSONObject) -> Void) {
    text.next()
    text.onOneLine {
      var inner = JSONObject(opening: text)
      body(&inner)
      inner.close()
    }
  }

  /// An element that is an array.
  public mutating func array(_ body: (inout JSONArray) -> Void) {
    text.next()
    var inner = JSONArray(opening: text)
    body(&inner)
    inner.close()
  }

  /// All elements, already written with a comma after each.
  fileprivate mutating func elements(written: [UInt8]) { text.append(written: written.dropLast()) }
}

/// Objects of one kind as columns, in which each value that recurs stands once.
///
/// Written out, the rows of a large batch say the same words over and over; readers then take seconds for
/// what is nearly all repetition.
public struct JSONColumns {
  private var columns: [Column] = []
  private var count = 0
  /// The keys of members that differ from object to object, whose values are not worth a list.
  private let plain: Set<String>
  /// The values that stand in the list, as JSON with a comma after each.
  private var values: [UInt8] = []
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  private struct Column {
    let key: String
    let isPlain: Bool
    /// The values themselves, or their numbers in the list, with a comma after each.
    var entries: [UInt8] = []
    var count = 0
    /// The last value, and the entry it has, since the next object often has the same.
    var last: ArraySlice<UInt8> = []
    var entry: [UInt8] = []
  }

  /// Creates columns without objects.
  ///
  /// - Parameter plain: the keys of members that differ from object to object.
  public init(plain: Set<String>) { self.plain = plain }

  /// Adds an object.
  public mutating func add(_ body: (inout JSONObject) -> Void) {
    let text = JSONText(layout: .compact, marksMembers: true)
    var object = JSONObject(opening: text)
    body(&object)
    object.close()
    let bytes = text.bytes
    for (place, member) in text.members.enumerated() {
      let isLast = place + 1 == text.members.count
      let end = isLast ? bytes.count - 1 : text.members[place + 1].start
      add(bytes[member.value..<end], at: column(member.key, from: place))
    }
    count += 1
    for number in columns.indices where columns[number].count < count { leaveOut(number) }
  }

  /// The number of a member's column, looked for first where the last object had it.
  private mutating func column(_ key: String, from place: Int) -> Int {
    for number in place..<max(place, columns.count) where columns[number].key == key {
      return number
    }
    if let number = columns.firstIndex(where: { $0.key == key }) { return number }
    columns.append(Column(key: key, isPlain: plain.contains(key)))
    for _ in 0..<count { leaveOut(columns.count - 1) }
    return columns.count - 1
  }

  /// Says that an object does not have a member.
  private mutating func leaveOut(_ column: Int) {
    columns[column].entries += columns[column].isPlain ? "null,".utf8 : "-1,".utf8
    columns[column].count += 1
  }

  private mutating func add(_ value: ArraySlice<UInt8>, at column: Int) {
    columns[column].count += 1
    if columns[column].isPlain {
      columns[column].entries += value
      columns[column].entries.append(UInt8(ascii: ","))
      return
    }
    if columns[column].last != value {
      let (kept, number) = shared(value)
      columns[column].last = kept
      columns[column].entry = Array("\(number),".utf8)
    }
    columns[column].entries += columns[column].entry
  }

  /// A value that outlives the text it stands in, and its number in the list.
  private mutating func shared(_ value: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int) {
    if let place = numbers.index(forKey: value) {
      return (numbers[place].key, numbers[place].value)
    }
    let kept = Array(value)[...]
    let number = numbers.count
    numbers[kept] = number
    values += value
    values.append(UInt8(ascii: ","))
    return (kept, number)
  }

  /// Writes the list as `values`, and as `columns` the key of each with its `plain` values or their
  /// numbers in the list, -1 for a member that an object does not have.
  public func write(into object: inout JSONObject) {
    object.array("values") { $0.elements(written: values) }
    object.array("columns") { list in
      for column in columns {
        list.object { entry in
          entry.member("key", column.key)
          entry.array(column.isPlain ? "plain" : "shared") { $0.elements(written: column.entries) }
        }
      }
    }
  }
}

/// The keys of an object so far; asked in debug builds only.
private struct KnownKeys {
  private var keys: Set<String> = []

  mutating func insert(_ key: String) -> Bool { keys.insert(key).inserted }
}

/// The text written so far and the place in it, shared by all that is being written.
private final class JSONText {
  private(set) var bytes: [UInt8]
  private let layout: JSONWriter.Layout
  private var depth = 0
  private var isFirst = true
  private var isOnOneLine = false
  private let marksMembers: Bool
  /// Of the outermost object, where marked: each key, where its member begins, and where its value does.
  private(set) var members: [(key: String, start: Int, value: Int)] = []

  init(layout: JSONWriter.Layout, after bytes: [UInt8] = [], marksMembers: Bool = false) {
    self.layout = layout
    self.bytes = bytes
    self.marksMembers = marksMembers
  }

  /// Goes on to a member, up to where its value begins.
  func begin(_ key: String) {
    let start = bytes.count
    next()
    append(key)
    separateValue()
    if marksMembers, depth == 1 { members.append((key, start, bytes.count)) }
  }

  /// Adds what is JSON already.
  func append(written: ArraySlice<UInt8>) {
    bytes += written
    isFirst = isFirst && written.isEmpty
  }

  func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    isFirst = true
  }

  func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if !isFirst, !isOnOneLine { breakLine() }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  /// Goes on to the next member or element.
  func next() {
    if !isFirst {
      bytes.append(UInt8(ascii: ","))
      if isOnOneLine, layout == .pretty { bytes.append(0x20) }
    }
    isFirst = false
    if !isOnOneLine { breakLine() }
  }

  /// Writes something whose parts begin no lines.
  func onOneLine(_ body: () -> Void) {
    isOnOneLine = true
    body()
    isOnOneLine = false
  }

  private func separateValue() {
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
  }

  func append(_ value: String?) {
    guard let value else { return append(literal: "null") }
    JSONText.append(value, to: &bytes)
  }

  /// Adds a string to bytes that are accessed once for all of it: SARIF of a batch takes a tenth fewer instructions.
  private static func append(_ value: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly every text stands for itself and can be copied as a whole.
    let isCopied = value.utf8.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy(standsForItself), !hasCommandSign(text) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    if isCopied != true {
      for scalar in value.unicodeScalars {
        if let byte = UInt8(exactly: scalar.value), byte < 0x7F {
          // Some CI servers obey `##[name]` wherever it stands in a line.
          if byte == UInt8(ascii: "#"), bytes.last == byte {
            append(hidden: scalar, to: &bytes)
          } else if standsForItself(byte) {
            bytes.append(byte)
          } else {
            append(escaped: byte, to: &bytes)
          }
        } else if scalar.isHarmless {
          bytes.append(contentsOf: String(scalar).utf8)
        } else {
          append(hidden: scalar, to: &bytes)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hasCommandSign(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.indices.dropFirst().contains {
      text[$0] == UInt8(ascii: "#") && text[$0 - 1] == UInt8(ascii: "#")
    }
  }

  private static func standsForItself(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    // ASCII; the middle of any character; the beginning of a Chinese one.
    case 0x20..<0x7F, 0x80...0xBF, 0xE4...0xE9: true
    // Among the others are characters that nobody sees, so they need a closer look.
    default: false
    }
  }

  /// Writes a character that would reorder or hide others as its escape, which means the same.
  private static func append(hidden scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      bytes += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
    }
  }

  func append(_ value: Int?) {
    append(literal: value.map { String($0) } ?? "null")
  }

  func append(_ value: Bool?) {
    append(literal: value.map { $0 ? "true" : "false" } ?? "null")
  }

  func append(number: String) {
    assert(JSONText.isNumber(number), "\(number) is no JSON number")
    append(literal: number)
  }

  private func append(literal: String) { bytes.append(contentsOf: literal.utf8) }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case ..<0x20: bytes += ("u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
    default: bytes.append(byte)
    }
  }

  private func breakLine() {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  /// Whether a text is a number in the grammar of RFC 8259, section 6.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func digits() -> Int {
      let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !leadsWithZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
