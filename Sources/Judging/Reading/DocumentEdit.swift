// Facts are made by reading a text and in no other way, so what is to be tried is written into the text.

import Eligibility
import LocatedJSON

/// Why a change cannot be made.
public enum EditFault: Error, Hashable, Sendable {
  /// The change is not written `/PLACE=VALUE`.
  case noEdit
  /// The form has no such member; the one that is meant perhaps.
  case unknownMember(String, in: String, meant: String?)
  /// What is there is a single value, or is a list and no number of an item follows.
  case noContainer(String)
  /// `*` stands for no item here.
  case wildcard(String)
  /// The list has fewer items.
  case noItem(String, count: Int)

  /// What is wrong and how to mend it.
  public var reason: Reason {
    func reason(_ id: String, zh: String, en: String, _ values: Reason.Values) -> Reason {
      Reason(Message(id, zh: zh, en: en), values)
    }
    switch self {
    case .noEdit:
      return reason("no-edit", zh: "应写作 /位置=值", en: "it is not written /PLACE=VALUE", [:])
    case .unknownMember(let name, let place, let meant?):
      return reason(
        "misspelt-member", zh: "{place} 中没有“{name}”一项；是不是要写 {meant}？",
        en: "there is no member “{name}” in {place}; did you mean {meant}?",
        [
          "name": .text(name.excerpt), "place": .text(place.asPlace), "meant": .text(meant),
        ])
    case .unknownMember(let name, let place, nil):
      return reason(
        "unknown-member", zh: "{place} 中没有“{name}”一项",
        en: "there is no member “{name}” in {place}",
        ["name": .text(name.excerpt), "place": .text(place.asPlace)])
    case .noContainer(let place):
      return reason(
        "no-container", zh: "{place} 之下不能这样写", en: "nothing of the kind stands below {place}",
        ["place": .text(place.asPlace)])
    case .wildcard(let place):
      return reason(
        "no-wildcard", zh: "* 不可用，请写序号，如 {place}/0",
        en: "* names no item; write a number, as in {place}/0",
        ["place": .text(place.asPlace)])
    case .noItem(let place, let count):
      return reason(
        "no-item", zh: "{place} 只有 {count} 项，从 0 数起；要加一项写 {place}/-",
        en: "items in {place}, counted from 0: {count}; to add one, write {place}/-",
        ["place": .text(place.asPlace), "count": .count(count)])
    }
  }
}

extension String {
  /// A pointer as messages name it; the empty one is the whole application.
  fileprivate var asPlace: String { isEmpty ? "/" : excerpt }
}

// MARK: Making changes

extension ApplicationText {
  /// The text with changes made one after the other; what they do not touch stays as it is written.
  ///
  /// - Precondition: the syntax of the text is without faults.
  func edited(_ edits: [FactEdit]) throws(EditFault) -> ApplicationText {
    if edits.isEmpty { return self }
    guard let root = document.root else { throw .noContainer("") }
    var value = EditedValue.kept(root)
    for edit in edits {
      value = try value.setting(
        edit.pointer.pointerTokens[...], to: edit.value, at: "", in: document)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.bytes.count + 1024)
    value.write(to: &bytes, document)
    var text = ApplicationText(source: source, bytes: bytes) { _ in nil }
    text.original = original
    return text
  }
}

/// A value of a text in which some parts are new; only the containers around these are taken apart.
private indirect enum EditedValue {
  /// As it stands in the text.
  case kept(JSONDocument.Index)
  /// A new one.
  case new(FactValue)
  case object([(key: Key, value: EditedValue)])
  case list([EditedValue])

  enum Key {
    case kept(JSONDocument.Index)
    case new(String)
  }

  /// The same with another value at the end of some steps.
  func setting(
    _ steps: ArraySlice<String>, to value: FactValue, at place: String, in document: JSONDocument
  ) throws(EditFault) -> EditedValue {
    guard let step = steps.first else { return .new(value) }
    let (rest, below) = (steps.dropFirst(), place + "/" + step)
    switch takenApart(document, isList: step == "-") {
    case .object(var members):
      let member = members.firstIndex { member in
        switch member.key {
        case .kept(let key): document.isText(key, utf8: step.utf8)
        case .new(let name): name == step
        }
      }
      if let member {
        members[member].value = try members[member].value
          .setting(rest, to: value, at: below, in: document)
      } else {
        let new = try EditedValue.new(.null).setting(rest, to: value, at: below, in: document)
        members.append((.new(step), new))
      }
      return .object(members)
    case .list(var items):
      guard step == "-" || step.isASCIIDigits else { throw .noContainer(place) }
      guard let number = step == "-" ? items.count : Int(step), number <= items.count else {
        throw .noItem(place, count: items.count)
      }
      if number == items.count, step != "-" { throw .noItem(place, count: items.count) }
      let old = number < items.count ? items[number] : .new(.null)
      let new = try old.setting(rest, to: value, at: below, in: document)
      if number < items.count { items[number] = new } else { items.append(new) }
      return .list(items)
    case .kept, .new: throw .noContainer(place)
    }
  }

  /// A container with its parts; of nothing a new one is made.
  private func takenApart(_ document: JSONDocument, isList: Bool) -> EditedValue {
    switch self {
    case .object, .list: self
    case .new(.null): isList ? .list([]) : .object([])
    case .new(.object(let members)): .object(members.map { (.new($0.name), .new($0.value)) })
    case .new(.list(let items)): .list(items.map { .new($0) })
    case .new: self
    case .kept(let index):
      switch document[index].kind {
      case .object: .object(document.members(of: index).map { (.kept($0.key), .kept($0.value)) })
      case .array: .list(document.children(of: index).map { .kept($0) })
      case .null: isList ? .list([]) : .object([])
      default: self
      }
    }
  }

  func write(to bytes: inout [UInt8], _ document: JSONDocument) {
    switch self {
    case .kept(let index): bytes += document.bytes[document[index].range]
    case .new(let value): bytes += value.json.utf8
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (number, member) in members.enumerated() {
        if number > 0 { bytes += ", ".utf8 }
        switch member.key {
        case .kept(let key): bytes += document.bytes[document[key].range]
        case .new(let name): bytes += name.asJSON.utf8
        }
        bytes += ": ".utf8
        member.value.write(to: &bytes, document)
      }
      bytes.append(UInt8(ascii: "}"))
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (number, item) in items.enumerated() {
        if number > 0 { bytes += ", ".utf8 }
        item.write(to: &bytes, document)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }
}

extension String {
  /// The steps of a JSON Pointer.
  var pointerTokens: [String] {
    split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      var plain = ""
      var rest = token[...]
      while let tilde = rest.firstIndex(of: "~") {
        plain += rest[..<tilde]
        rest = rest[tilde...].dropFirst()
        let code = rest.popFirst()
        plain += code == "0" ? "~" : code == "1" ? "/" : "~" + (code.map { String($0) } ?? "")
      }
      return plain + rest
    }
  }
}

extension FactValue {
  /// The value as JSON.
  public var json: String {
    switch self {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .number(let digits): return digits
    case .text(let text): return text.asJSON
    case .list(let items): return "[" + items.map { $0.json }.joined(separator: ", ") + "]"
    case .object(let members):
      let written = members.map { $0.name.asJSON + ": " + $0.value.json }
      return "{" + written.joined(separator: ", ") + "}"
    }
  }
}

extension String {
  /// The text as a string of JSON.
  fileprivate var asJSON: String {
    var escaped = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<" ":
        escaped += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
