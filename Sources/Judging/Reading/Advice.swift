// A fault of the syntax knows no form, and “a list is expected” does not say what belongs into it: what to write
// instead is said here, where a fault meets the member of the form that it stands at.

import Eligibility
import HostSystem
import LocatedJSON

/// Where a fault stands, and what the form wants there.
struct FaultyMember {
  /// The JSON Pointer of the value.
  let pointer: String
  /// What kind of value belongs there, as far as the form knows it.
  let type: ValueType?
  /// The unit of amounts there, where it is stated.
  let unit: Money.Unit?
}

extension ValueType {
  /// The JSON text to write instead of a text without quotation marks; `nil` where that is not sure.
  func meant(by text: String, in unit: Money.Unit?) -> String? {
    guard text.utf8.count <= Reason.Values.longest else { return nil }
    if let answer = AnswerInWords.rewritten(text, for: self) { return answer }
    let plain = text.withPlainWidth()
    func quoted(_ text: String) -> String? { text.isPlainInJSON ? "\"\(text)\"" : nil }
    switch self {
    case .text: return quoted(text)
    case .day:
      let date = PartialDate(iso: plain) == nil ? DateText.rewritten(plain) : plain
      // A month or a year would be the next fault.
      return date.flatMap { $0.utf8.count == 10 ? quoted($0) : nil }
    case .partialDate:
      return (PartialDate(iso: plain) == nil ? DateText.rewritten(plain) : plain).flatMap(quoted)
    case .year, .count, .decimal: return NumberText.rewritten(text, as: .number)
    case .money: return NumberText.rewritten(text, as: .amount(unit))
    case .code: return plain.utf8.allSatisfy { $0 < 0x80 } ? quoted(plain) : nil
    case .choice(let words):
      if words.contains(where: { $0.word == text }) { return quoted(text) }
      return
        (AnswerInWords.word(called: text, among: words)
        ?? Suggestion.nearest(to: text, among: words.map { $0.word })).flatMap(quoted)
    case .flag, .list, .object: return nil
    }
  }

  /// An object or a list of them with their members and what each of these may be, cut where there are
  /// many; `nil` for other values.
  ///
  /// - Parameter text: what people wrote instead, which is kept in the first member that takes a text.
  func skeleton(keeping text: String = "") -> String? {
    switch self {
    case .object(let fields):
      if fields.isEmpty { return nil }
      let most = 8
      let keeper = text.isEmpty || !text.isPlainInJSON ? nil : fields.firstIndex { $0.type.isText }
      let members = fields.prefix(most).enumerated().map { place, field in
        "\"\(field.key)\": " + (place == keeper ? "\"\(text)\"" : field.type.blank)
      }
      return "{" + members.joined(by: ", ") + (fields.count > most ? ", …" : "") + "}"
    case .list(let item, _): return "[\(item.skeleton(keeping: text) ?? item.blank)]"
    default: return nil
    }
  }

  private var isText: Bool { if case .text = self { true } else { false } }

  /// What stands for a value in a skeleton: the words where there are few, or that there is something.
  private var blank: String {
    switch self {
    case .object: "{ }"
    case .list: "[ ]"
    case .text, .code, .day, .partialDate: "\"…\""
    case .flag: "true | false"
    case .choice(let words):
      words.prefix(4).map { "\"\($0.word)\"" }.joined(by: " | ") + (words.count > 4 ? " | …" : "")
    case .year, .count, .decimal, .money: "…"
    }
  }
}

extension Message {
  /// The same as ``wrongType``, where an object is expected.
  static let wrongTypeOfObject = Message(
    "wrong-type", says: wrongType.says,
    mend: Wording(
      zh: "请写 {meant}；没有的，删去此项", en: "write {meant}, or leave the member out"))
  /// The same as ``wrongType``, where a list is expected.
  static let wrongTypeOfList = Message(
    "wrong-type", says: wrongType.says,
    mend: Wording(
      zh: "请写 {meant}；没有的，写 []", en: "write {meant}, or [] where there is none"))
}

extension DocumentReader {
  /// What is said of a value of the wrong type, of which nobody can tell what was meant.
  ///
  /// - Parameters:
  ///   - answer: the text that it is; empty where it is none.
  ///   - isRoot: whether it is the whole file, of which `init` writes a blank one.
  func wrongType(
    _ found: Wording, _ answer: String, expected type: ValueType, isRoot: Bool
  ) -> Reason {
    let values: Reason.Values = ["found": .term(found), "expected": .term(type.expectation)]
    if isRoot {
      return Reason(
        Message("wrong-type", says: Message.wrongType.says, mend: Message.chooseAnother), values)
    }
    guard let skeleton = type.skeleton(keeping: answer) else { return Reason(.wrongType, values) }
    let message: Message = if case .list = type { .wrongTypeOfList } else { .wrongTypeOfObject }
    return Reason(message, values.with("meant", .text(skeleton)))
  }

  /// For each of some faults of the syntax, in the order of their places, the member at which it stands.
  func members(at faults: ArraySlice<SyntaxFault>) -> [FaultyMember?] {
    var members: [FaultyMember?] = []
    var rest = faults
    if let root = document.root {
      locate(&rest, within: root, FaultyMember(pointer: "", type: nil, unit: nil), format, &members)
    }
    for _ in rest { members.append(nil) }
    return members
  }

  /// Goes once through what contains faults.
  private func locate(
    _ faults: inout ArraySlice<SyntaxFault>, within container: JSONDocument.Index,
    _ member: FaultyMember, _ rule: ValueRule?, _ members: inout [FaultyMember?]
  ) {
    let isObject = document[container].kind == .object
    let rule = rule?.written
    var unit = member.unit
    if case .object(let object)? = rule {
      let key = object.use { $0.unitKey }
      if isObject, !key.isEmpty { unit = amountUnit(of: container, at: key) }
    }
    let own = member.pointer.isEmpty ? nil : member
    for (place, child) in document.children(of: container).enumerated() {
      let node = document[child]
      let start = isObject ? Int(document[child - 1].start) : Int(node.start)
      while let fault = faults.first, fault.range.lowerBound < start {
        members.append(own)
        faults.removeFirst()
      }
      guard let fault = faults.first else { return }
      if fault.range.lowerBound > Int(node.end) { continue }
      let key = isObject ? (document.text(child - 1) ?? "").excerpt : String(place)
      let inner = rule?.ofChild(called: key)
      let found = FaultyMember(
        pointer: member.pointer + "/" + key.asPointerToken, type: inner?.type, unit: unit)
      let isContainer = node.kind == .object || node.kind == .array
      // What has no name has no place of its own.
      let isNamed = !isObject || document[child - 1].kind == .string
      while let fault = faults.first, fault.range.lowerBound <= Int(node.end) {
        if isContainer, fault.range.lowerBound > Int(node.start),
          fault.range.lowerBound < Int(node.end)
        {
          locate(&faults, within: child, found, inner, &members)
        } else {
          members.append(isNamed ? found : own)
          faults.removeFirst()
        }
      }
    }
    while let fault = faults.first, fault.range.lowerBound < Int(document[container].end) {
      members.append(own)
      faults.removeFirst()
    }
  }
}

extension ValueRule {
  /// How the value itself is written, whatever is checked or made of it afterwards.
  fileprivate var written: ValueRule {
    switch self {
    case .optional(let rule): rule.use { $0.inner }.written
    case .checked(let rule): rule.use { $0.inner }.written
    case .derived(let rule): rule.use { $0.inner }.written
    default: self
    }
  }

  /// How a member or an item is read.
  fileprivate func ofChild(called key: String) -> ValueRule? {
    switch self {
    case .object(let object): object.use { $0.fields }.first { $0.key == key }?.rule
    case .list(let list): list.use { $0.item }
    case .attachments: .text
    default: nil
    }
  }
}
