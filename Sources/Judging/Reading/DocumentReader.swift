// A text that may hold any fault is parsed as a whole first; its values are then read with every fault
// noted, in words that help whoever has to mend it.

import Eligibility
import HostSystem
import LocatedJSON

/// The values of a document that was parsed, and what was found wrong with them.
///
/// A class, so that a value with a way of its own of being read (``ValueFormat/custom(type:_:)``) notes
/// its faults in the same list.
public final class DocumentReader: ValueSource {
  /// What is read.
  public let document: JSONDocument
  /// What was remarked on besides faults.
  private(set) var notices: [Notice] = []
  /// Whether the application says to be of a version that cannot be read.
  private(set) var isOfOtherVersion = false
  /// The faults found so far, as many as can be listed and one more.
  private var found: [Found] = []
  /// How many faults were found.
  private var count = 0
  /// Which values the faults of the syntax reach; `nil` where there are none.
  private let reach: FaultReach?
  /// Whether what follows the object to be read may have cut off the last value in it.
  private var isEndDamaged = false
  /// How the whole file is read, where a member that is not known may belong elsewhere in it.
  private(set) var format: ValueRule?
  /// The kind of value that the whole file is, once it was asked for.
  private var formatType: ValueType?

  /// A fault whose place has no name yet; naming all of them at once spares a walk for each.
  private struct Found {
    let reason: Reason
    let range: Range<Int>
    let value: JSONDocument.Index
    var earlier: Range<Int>?
  }

  /// Creates a reader of a document; its values are read once they are asked for.
  ///
  /// - Parameter format: how the whole file is read, to say where a member that stands elsewhere belongs.
  convenience init(_ document: JSONDocument, by format: ValueRule) {
    self.init(document)
    self.format = format
  }

  /// Creates a reader of a document whose format is not known as a whole.
  public init(_ document: JSONDocument) {
    self.document = document
    reach = FaultReach(document)
    if let reach, let root = document.root { isEndDamaged = reach.reachesEnd(ofRoot: root) }
  }

  /// Whether the document is of the format at all: an object that is empty, damaged, or has a member which
  /// the format knows, by whatever name.
  var isOfFormat: Bool {
    guard let root = document.root, document[root].kind == .object,
      case .object(let object)? = format
    else { return false }
    let fields = object.use { $0.fields }
    let members = document.members(of: root)
    func isOfFormat(_ isKnown: (String) -> Bool) -> Bool {
      members.contains { key, _ in document.text(key).map(isKnown) == true }
    }
    if isOfFormat({ name in fields.contains { $0.key == name } }) { return true }
    if !document.faults.isEmpty || members.allSatisfy({ _ in false }) { return true }
    let keys = fields.map { $0.key }
    return isOfFormat { name in
      suggestion(for: name, among: keys) != nil || typeOfFormat?.hasMember(called: name) == true
    }
  }

  /// Reads a value that is known or is not.
  public func read<Known>(_ index: JSONDocument.Index, _ format: ValueFormat<Known>) -> Known? {
    var known: Known?
    return PropertyAddress.of(&known) { read(index, by: format.rule, into: $0) } ? known : nil
  }

  /// Reads a value into a blank one; `false` where nothing was read.
  public func read<Part>(
    _ index: JSONDocument.Index, _ format: PartFormat<Part>, into part: inout Part
  ) -> Bool {
    PropertyAddress.of(&part) { read(index, by: format.rule, into: $0) }
  }

  private func read(
    _ index: JSONDocument.Index, by rule: ValueRule, into place: PropertyAddress
  ) -> Bool {
    var reader = FactReader(self)
    return reader.read(index, by: rule, into: place)
  }

  // MARK: Objects

  /// The members of an object.
  struct Members: Contents {
    fileprivate let object: JSONDocument.Index
    fileprivate var rest: LocatedJSON.Members
    /// The member to be read; `nil` behind the last one.
    fileprivate var current: (key: JSONDocument.Index, value: JSONDocument.Index)?
    /// Whether what follows the object may have cut off the last value in it.
    fileprivate let isEndDamaged: Bool
    /// Where each row's key stands first; most objects repeat none and are never asked.
    fileprivate var firstKeys: [Int: JSONDocument.Index]?

    var isEmpty: Bool { current == nil }
  }

  func beginObject(_ index: JSONDocument.Index, _ object: Permanent<ObjectRule>) -> Members? {
    guard document[index].kind == .object else {
      noteWrongType(at: index, expected: ValueRule.object(object).type)
      return nil
    }
    var members = Members(
      object: index, rest: document.members(of: index), isEndDamaged: isEndDamaged)
    _ = hasAnotherMember(&members)
    return members
  }

  func hasAnotherMember(_ members: inout Members) -> Bool {
    isEndDamaged = false
    members.current = members.rest.next()
    return members.current != nil
  }

  func row(
    of members: inout Members, in object: Permanent<ObjectRule>,
    from expected: UnsafePointer<ObjectRule.Row>, _ end: UnsafePointer<ObjectRule.Row>
  ) -> UnsafePointer<ObjectRule.Row>? {
    guard let key = members.current?.key else { return nil }
    let (rows, fields) = object.use { ($0.rows, $0.fields) }
    if let place = place(of: key, in: fields, from: expected - rows) { return rows + place }
    noteUnknownKey(key, among: fields)
    return nil
  }

  private func place(of key: JSONDocument.Index, in fields: [Field], from expected: Int) -> Int? {
    for offset in fields.indices {
      let place = (expected + offset) % fields.count
      if document.isText(key, utf8: fields[place].key.utf8) { return place }
    }
    return nil
  }

  func value(_ members: Members) -> JSONDocument.Index {
    members.current?.value ?? members.object
  }

  func noteRepeated(
    _ members: inout Members, _ row: UnsafePointer<ObjectRule.Row>,
    in object: Permanent<ObjectRule>
  ) {
    guard let (key, value) = members.current else { return }
    let (rows, fields) = object.use { ($0.rows, $0.fields) }
    if members.firstKeys == nil {
      var first: [Int: JSONDocument.Index] = [:]
      for (key, _) in document.members(of: members.object) {
        if let place = place(of: key, in: fields, from: 0), first[place] == nil {
          first[place] = key
        }
      }
      members.firstKeys = first
    }
    note(
      .duplicateKey, ["key": .text(document.text(key) ?? "")], in: document[key].range, at: value,
      earlier: members.firstKeys?[row - rows].map { document[$0].range })
  }

  func takesNull(_ index: JSONDocument.Index) -> Bool { document[index].kind == .null }

  func isReliable(_ members: Members) -> Bool {
    let (value, object) = (value(members), members.object)
    let isLast = document[value].next == document[object].next
    let isCutOff =
      reach?.reachesEnd(of: value, in: object) == true || isLast && members.isEndDamaged
    if document[value].kind == .object {
      // What is wrong behind an object concerns the last value in it.
      isEndDamaged = isCutOff
      return true
    }
    return !isCutOff && reach?.reachesWithin(value) != true
  }

  func noteMissing(_ field: @autoclosure () -> Field, of object: JSONDocument.Index) {
    switch field().absence {
    case .unremarkable: break
    case .notice(let notice): notices.append(notice)
    case .fault(let reason): note(reason, at: object)
    }
  }

  static var looksAhead: Bool { true }

  func amountUnit(of index: JSONDocument.Index, at key: @autoclosure () -> String) -> Money
    .Unit?
  {
    // A unit that stands there more than once, or is damaged, is not known.
    let key = key()
    let values = document.members(of: index).filter { document.isText($0.key, utf8: key.utf8) }
      .map { $0.value }
    guard values.count == 1, let value = values.first,
      reach?.reachesEnd(of: value, in: index) != true, reach?.reachesWithin(value) != true
    else { return nil }
    return document.text(value).flatMap { Money.Unit(rawValue: $0) }
  }

  /// The value of a member of an object; of equal keys the first, `nil` where there is none.
  public func member(_ key: String, of index: JSONDocument.Index) -> JSONDocument.Index? {
    document.member(key, of: index)
  }

  func needLookAhead() {}

  // MARK: Lists

  /// The items of a list.
  struct Items: Contents {
    fileprivate let list: JSONDocument.Index
    fileprivate var rest: LocatedJSON.Children
    /// The item to be read; `nil` behind the last one.
    fileprivate var current: JSONDocument.Index?

    var isEmpty: Bool { current == nil }
  }

  func beginList(_ index: JSONDocument.Index, atMost most: Int, by rule: ValueRule) -> Items? {
    guard document[index].kind == .array else {
      noteWrongType(at: index, expected: rule.type)
      return nil
    }
    guard document.hasItems(index, atMost: most) else {
      let count = document.children(of: index).reduce(0) { count, _ in count + 1 }
      note(.tooManyItems, ["found": .count(count), "limit": .count(most)], at: index)
      return nil
    }
    var items = Items(list: index, rest: document.children(of: index))
    items.current = items.rest.next()
    return items
  }

  func hasAnotherItem(_ items: inout Items) -> Bool {
    items.current = items.rest.next()
    return items.current != nil
  }

  func value(_ items: Items) -> JSONDocument.Index { items.current ?? items.list }

  func isReliable(_ items: Items) -> Bool { reach?.reaches(list: items.list) != true }

  // MARK: Scalars

  func visibleText(_ index: JSONDocument.Index) -> String? {
    guard let text = text(at: index, for: .text) else { return nil }
    // “None” as the name of a document, or as a ground, must not pass for one.
    if AnswerInWords.saysNothing(text) {
      note(.blankText, at: index)
      return nil
    }
    return text
  }

  func codeText(_ index: JSONDocument.Index, _ code: Permanent<CodeRule>) -> String? {
    let form = code.use { $0.form }
    if code.use({ $0.isVerbatim }) { return text(at: index, for: .code(form)) }
    if document[index].kind == .number {
      note(
        .codeAsNumber, ["found": .text(document.lexeme(index)), "expected": .term(form)], at: index)
      return nil
    }
    return text(at: index, for: .code(form)).map { $0.withPlainWidth().uppercased() }
  }

  func choice(_ index: JSONDocument.Index, _ choice: Permanent<ChoiceRule>) -> Int? {
    guard let word = text(at: index, for: .choice(choice.use { $0.described() })) else {
      return nil
    }
    if let place = choice.use({ $0.words.firstIndex(of: word) }) { return place }
    noteChoice(word, of: choice.use { $0.described() }, at: index)
    return nil
  }

  func flag(_ index: JSONDocument.Index) -> Bool? {
    switch document[index].kind {
    case .true: return true
    case .false: return false
    default:
      noteWrongType(at: index, expected: .flag)
      return nil
    }
  }

  func number(
    _ index: JSONDocument.Index, for rule: ValueRule, in unit: Money.Unit?
  ) -> WrittenNumber? {
    switch document[index].kind {
    case .number:
      if let number = document.withBytes(of: index, { Decimal(jsonNumber: $0) }) {
        return WrittenNumber(coefficient: number.coefficient, scale: number.scale)
      }
      let objection = inexpressible(index, for: rule, in: unit)
      note(objection, at: index)
    case .string: noteNumberAsText(document.text(index) ?? "", for: rule, in: unit, at: index)
    default: noteWrongType(at: index, expected: rule.type)
    }
    return nil
  }

  /// What is wrong with a number that has more digits than can be kept, where it stands.
  private func inexpressible(
    _ index: JSONDocument.Index, for rule: ValueRule, in unit: Money.Unit?
  ) -> Reason {
    let found = Quantity.text(document.lexeme(index))
    if case .whole(let range) = rule { return range.objection(found) }
    let (whole, fraction) = document.withBytes(of: index) { Decimal.extent(ofJSONNumber: $0) }
    if case .money = rule, let unit {
      // What is within the limit has its many digits behind the point.
      return whole > Money.limit.digits(in: unit).utf8.count - 1
        ? Reason(
          .amountTooLarge,
          ["found": found, "unit": .text(unit.rawValue), "limit": .moneyInWords(Money.limit)])
        : Reason(.finerThanAFen, ["found": found])
    }
    let message: Message =
      if whole > Decimal.greatestExtent {
        .numberTooLarge
      } else if fraction > Decimal.greatestExtent {
        .numberTooFine
      } else {
        .tooManyDigits
      }
    return Reason(message, ["found": found])
  }

  private func noteNumberAsText(
    _ text: String, for rule: ValueRule, in unit: Money.Unit?, at index: JSONDocument.Index
  ) {
    let measure: NumberText.Measure = if case .money = rule { .amount(unit) } else { .number }
    guard text.utf8.count <= Reason.Values.longest,
      let number = NumberText.rewritten(text, as: measure)
    else { return noteWrongType(at: index, expected: rule.type) }
    note(
      .numberAsText,
      [
        "found": .text(text), "expected": .term(rule.type.expectation), "meant": .text(number),
      ], at: index)
  }

  func date(_ index: JSONDocument.Index, for rule: ValueRule) -> PartialDate? {
    let isNumber = document[index].kind == .number
    // A bare year is written as a number as often as not, and means the same.
    if isNumber, let year = PartialDate(iso: document.lexeme(index)) { return year }
    guard
      let text = isNumber && document.lexeme(index).isASCIIDigits
        ? document.lexeme(index) : text(at: index, for: rule.type)?.withPlainWidth()
    else { return nil }
    if let date = PartialDate(iso: text) { return date }
    let values: Reason.Values = ["found": .text(text), "expected": .term(rule.type.expectation)]
    if text.utf8.count <= Reason.Values.longest, let written = DateText.rewritten(text) {
      note(.dateForm, values.with("meant", .text(written)), at: index)
    } else if let meant = AnswerInWords.rewritten(text, for: rule.type) {
      note(.answerInWords, values.with("meant", .text(meant)), at: index)
    } else {
      note(.badDate, values, at: index)
    }
    return nil
  }

  static func read(
    _ index: JSONDocument.Index, _ custom: Permanent<CustomRule>, into place: PropertyAddress,
    _ reader: inout FactReader<DocumentReader>
  ) -> Bool {
    custom.use { $0.take(index, reader.source, place) }
  }

  /// Whether the value is a container of this type; if not, a fault is noted.
  public func expect(
    _ type: ValueType, _ kind: Node.Kind, at index: JSONDocument.Index
  ) -> Bool {
    if document[index].kind == kind { return true }
    noteWrongType(at: index, expected: type)
    return false
  }

  /// The text of a string.
  public func text(
    at index: JSONDocument.Index, for type: @autoclosure () -> ValueType
  ) -> String? {
    if let text = document.text(index) { return text }
    noteWrongType(at: index, expected: type())
    return nil
  }

  // MARK: Faults

  /// Notes a fault of the value at an index.
  public func note(_ reason: @autoclosure () -> Reason, at index: JSONDocument.Index) {
    let reason = reason()
    note(reason.message, reason.values, at: index)
  }

  /// Likewise, as a message and its values.
  public func note(
    _ message: Message, _ values: Reason.Values = [:], at index: JSONDocument.Index
  ) {
    note(message, values, in: document[index].range, at: index)
  }

  /// Notes a fault of a value, shown at other bytes than its own, and perhaps at earlier ones too.
  public func note(
    _ message: Message, _ values: Reason.Values, in range: Range<Int>, at index: JSONDocument.Index,
    earlier: Range<Int>? = nil
  ) {
    if message == .unsupportedVersion || message == .otherProgramme { isOfOtherVersion = true }
    count += 1
    if found.count > DocumentReader.mostListed { return }
    found.append(
      Found(
        reason: Reason(message, values.excerpted), range: range, value: index, earlier: earlier))
  }

  /// Notes that a value is of the wrong type; a value that could not be read has its fault already.
  func noteWrongType(at index: JSONDocument.Index, expected type: ValueType) {
    let kind = document[index].kind
    if kind == .invalid { return }
    let expected = Quantity.term(type.expectation)
    let answer = document.text(index) ?? (kind == .number ? document.lexeme(index) : "")
    if let meant = AnswerInWords.rewritten(answer, for: type) {
      note(
        .answerInWords, ["found": .text(answer), "expected": expected, "meant": .text(meant)],
        at: index)
    } else {
      note(
        wrongType(
          kind.name, kind == .string ? answer : "", expected: type, isRoot: index == document.root),
        at: index)
    }
  }

  /// Notes that a word is none of those possible, and which one was probably meant, if any.
  public func noteChoice(_ word: String, of words: [ChoiceWord], at index: JSONDocument.Index) {
    let type = ValueType.choice(words)
    let values: Reason.Values = ["found": .text(word), "expected": .term(type.expectation)]
    if let meant = AnswerInWords.rewritten(word, for: type) {
      note(.answerInWords, values.with("meant", .text(meant)), at: index)
    } else if let meant = AnswerInWords.word(called: word, among: words) {
      note(.labelAsChoice, ["found": .text(word), "meant": .text(meant)], at: index)
    } else if let meant = suggestion(for: word, among: words.map({ $0.word })) {
      note(.misspeltChoice, values.with("meant", .text(meant)), at: index)
    } else {
      note(.unknownChoice, values, at: index)
    }
  }

  /// The word that was probably meant; a text far too long for one is not compared.
  private func suggestion(for word: String, among words: [String]) -> String? {
    word.utf8.count > Reason.Values.longest ? nil : Suggestion.nearest(to: word, among: words)
  }

  /// The kind of value that the whole file is, put together once for all keys that are not known.
  private var typeOfFormat: ValueType? {
    if formatType == nil { formatType = format?.type }
    return formatType
  }

  private func noteUnknownKey(_ key: JSONDocument.Index, among fields: [Field]) {
    if document[key].kind != .string { return }
    // What can no more be listed needs no words.
    if self.found.count > DocumentReader.mostListed {
      count += 1
      return
    }
    let found = document.text(key) ?? ""
    let keys = fields.map { $0.key }
    let values: Reason.Values = [
      "found": .text(found), "expected": .list(keys.map { .text($0) }),
    ]
    if let field = fields.first(where: { AnswerInWords.isCalled($0.label, found) }) {
      let values: Reason.Values = ["found": .text(found), "meant": .text(field.key)]
      note(.labelAsKey, values, in: document[key].range, at: key + 1)
    } else if let meant = suggestion(for: found, among: keys) {
      note(.misspeltKey, values.with("meant", .text(meant)), in: document[key].range, at: key + 1)
    } else if let type = typeOfFormat, let place = type.onlyPlace(of: found) {
      let labels = type.labels(of: Pointer(place))
      let values: Reason.Values = [
        "found": .text(found),
        "place": .term(
          Wording(
            zh: labels.map { $0.zh }.joined(by: " › "), en: labels.map { $0.en }.joined(by: " › "))),
        "meant": .text(place),
      ]
      note(.misplacedKey, values, in: document[key].range, at: key + 1)
    } else {
      note(.unknownKey, values, in: document[key].range, at: key + 1)
    }
  }

  /// How many faults are listed; as many of the syntax alone end the reading.
  static let mostListed = Limits().maximumFaults

  /// The faults in the order in which a reader meets them, those of the syntax first at each place, and
  /// how many there are; where some are not listed, the list says so.
  public func faultsInOrder() -> (listed: [Fault], count: Int) {
    let pointers = document.pointers(to: found.map { $0.value })
    // That the rest was not read is said in any case.
    var syntax = document.faults[...]
    var last: SyntaxFault?
    if case .tooManyFaults = syntax.last?.kind { last = syntax.removeLast() }
    // Those that are not listed need no place.
    let places = members(at: syntax.prefix(DocumentReader.mostListed))
    let faults =
      syntax.enumerated().map { number, fault in
        Fault(
          syntax: fault, at: number < places.count ? places[number] : nil,
          reading: String(decoding: document.bytes[fault.range], as: UTF8.self).excerpt)
      }
      + found.map {
        Fault($0.reason, in: $0.range, at: pointers[$0.value], earlier: $0.earlier)
      }
    let inOrder = faults.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.range?.lowerBound, right.element.range?.lowerBound)
        return (first ?? 0, left.offset) < (second ?? 0, right.offset)
      }
      .map { $0.element }
    var listed = Array(inOrder.prefix(DocumentReader.mostListed))
    let left = syntax.count + count - listed.count
    if left > 0 {
      listed.append(
        Fault(.moreFaults, ["count": .count(left)], in: inOrder[listed.count].range, at: nil))
    }
    if let last { listed.append(Fault(syntax: last, at: nil, reading: "")) }
    return (listed, document.faults.count + count)
  }
}

extension String: WrittenText {
  var string: String { self }

  func withCharacters<Outcome>(_ body: (Span<UInt8>) -> Outcome) -> Outcome { body(utf8.span) }
}

extension Reason.Values {
  /// These values and one more.
  public func with(_ name: String, _ quantity: Quantity) -> Reason.Values {
    Reason.Values(entries: entries + [Entry(name, quantity)])
  }

  /// How many characters of an applicant's text a fault quotes at most.
  static let longest = 200

  /// These values with long texts cut, so that a fault stays readable whatever it is about.
  fileprivate var excerpted: Reason.Values {
    Reason.Values(
      entries: entries.map { entry in
        guard case .text(let text) = entry.quantity else { return entry }
        return Entry(entry.name, .text(text.excerpt))
      })
  }
}

extension JSONDocument {
  /// Whether a list has no more items than so many.
  func hasItems(_ list: Index, atMost most: Int) -> Bool {
    // Each takes a node at least, so most lists need not be gone through.
    if Int(self[list].next) - list - 1 <= most { return true }
    return children(of: list).prefix(most + 1).reduce(0) { count, _ in count + 1 } <= most
  }

  /// The JSON Pointers of values, found in one walk through what contains them.
  fileprivate func pointers(to targets: [Index]) -> [Index: String] {
    guard let root else { return [:] }
    var rest = Array(Set(targets)).sorted()[...]
    var pointers: [Index: String] = [:]
    if rest.first == root { pointers[rest.removeFirst()] = "" }
    collect(&rest, within: root, named: "", into: &pointers)
    return pointers
  }

  private func collect(
    _ rest: inout ArraySlice<Index>, within container: Index, named name: String,
    into pointers: inout [Index: String]
  ) {
    for (place, child) in children(of: container).enumerated() {
      guard let target = rest.first, target < Int(self[container].next) else { return }
      if target >= Int(self[child].next) { continue }
      let token =
        self[container].kind == .object ? (text(child - 1) ?? "").excerpt : String(place)
      let pointer = name + "/" + token.asPointerToken
      if target == child { pointers[rest.removeFirst()] = pointer }
      collect(&rest, within: child, named: pointer, into: &pointers)
    }
  }
}

extension String {
  /// The text, cut where it is too long to be quoted.
  public var excerpt: String {
    if utf8.count <= Reason.Values.longest { return self }
    let excerpt = unicodeScalars.prefix(Reason.Values.longest)
    return excerpt.endIndex == unicodeScalars.endIndex ? self : String(excerpt) + "…"
  }

  /// A key as JSON Pointers write it (RFC 6901, section 3).
  ///
  /// Written sign by sign: the standard way to replace brings a library for regular expressions
  /// along, which would have to be loaded at every start.
  var asPointerToken: String {
    var token: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "~"): token += "~0".utf8
      case UInt8(ascii: "/"): token += "~1".utf8
      default: token.append(byte)
      }
    }
    return String(decoding: token, as: UTF8.self)
  }
}

extension Node.Kind {
  /// What messages call a value of this kind.
  var name: Wording {
    switch self {
    case .object: Wording(zh: "对象 { }", en: "an object { }")
    case .array: Wording(zh: "列表 [ ]", en: "a list [ ]")
    case .string: Wording(zh: "文字", en: "a text")
    case .number: Wording(zh: "数字", en: "a number")
    case .true: Wording(zh: "布尔值 true", en: "true")
    case .false: Wording(zh: "布尔值 false", en: "false")
    case .null: Wording(zh: "空值 null", en: "null")
    case .invalid: Wording(zh: "无法识别的内容", en: "something unreadable")
    }
  }
}
