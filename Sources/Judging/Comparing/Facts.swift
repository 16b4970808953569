// To say which facts changed, two files are compared value by value, not line by line.

import Eligibility
import LocatedJSON

/// The single values of an application as it was filed.
public struct FiledFacts {
  /// One value and where it stands.
  public struct Fact {
    /// The value, written so that equal facts are written equally.
    public let value: String
    /// The JSON Pointer of the value in its own file.
    public let pointer: String
    /// The pointer with `*` for list items.
    let template: String
    /// The place in the file.
    public let position: TextPosition
  }

  /// The facts by what they are about: like the pointer, but years of figures by their year.
  private(set) var byKey: [String: Fact] = [:]
  /// The keys in the order of the file.
  private(set) var keys: [String] = []

  init(_ application: JudgedApplication) {
    let document = application.text.document
    guard let root = document.root else { return }
    var walk = Walk(document: document, places: SourceMap(application.text))
    walk.visit(root, application.programme.schema(), key: "", pointer: "", template: "")
    byKey = walk.facts
    keys = walk.keys
  }

  private struct Walk {
    let document: JSONDocument
    let places: SourceMap
    var facts: [String: Fact] = [:]
    var keys: [String] = []

    /// Goes through a value as deep as the format knows it; any other is one fact, so that what stands
    /// in it, under whatever names, costs no more than its length.
    mutating func visit(
      _ index: JSONDocument.Index, _ type: ValueType?, key: String, pointer: String,
      template: String
    ) {
      let node = document[index]
      switch (node.kind, type) {
      case (.object, .object(let fields)):
        for (name, value) in document.members(of: index)
        where !(pointer.isEmpty && document.isText(name, "$schema")) {
          let text = document.text(name) ?? ""
          let token = "/" + text
          let type = fields.first { $0.key == text }?.type
          visit(
            value, type, key: key + token, pointer: pointer + token, template: template + token)
        }
      case (.array, .list(let type, let most)) where document.hasItems(index, atMost: most):
        keep("[]", of: node, key: key, pointer: pointer, template: template)
        let template = template + "/*"
        for (number, item) in document.children(of: index).enumerated() {
          visit(
            item, type, key: key + "/" + identity(of: item, number: number),
            pointer: pointer + "/\(number)", template: template)
        }
      default:
        keep(written(index), of: node, key: key, pointer: pointer, template: template)
      }
    }

    private mutating func keep(
      _ value: String, of node: Node, key: String, pointer: String, template: String
    ) {
      // Of a repeated member the last is kept; that it is repeated is a fault of its own.
      if facts[key] == nil { keys.append(key) }
      facts[key] = Fact(
        value: value, pointer: pointer, template: template,
        position: places.position(of: node.range)
      )
    }

    /// What tells an item of a list from the others: its year, or else its number.
    private func identity(of item: JSONDocument.Index, number: Int) -> String {
      for (name, value) in document.members(of: item) where document.isText(name, "year") {
        // Anything longer is no year.
        if document[value].range.count <= 8 { return "year " + document.lexeme(value) }
      }
      return String(number)
    }

    private func written(_ index: JSONDocument.Index) -> String {
      switch document[index].kind {
      case .string: "“" + (document.text(index) ?? "") + "”"
      case .number:
        document.withBytes(of: index) { Decimal(jsonNumber: $0)?.digits }
          ?? document.lexeme(index)
      default: document.lexeme(index)
      }
    }
  }
}

/// A fact that is not the same in two files.
public struct FactChange {
  /// The fact in the old file, where it stands there.
  public let old: FiledFacts.Fact?
  /// The fact in the new file, where it stands there.
  public let new: FiledFacts.Fact?

  /// The pointer with `*` for list items.
  var template: String { new?.template ?? old?.template ?? "" }

  /// The pointer in the newer file that has the fact.
  public var pointer: String { new?.pointer ?? old?.pointer ?? "" }

  /// The facts that differ, in the order of the new file and then of the old one.
  static func all(from old: FiledFacts, to new: FiledFacts) -> [FactChange] {
    let known = new.keys.compactMap { key -> FactChange? in
      let before = old.byKey[key]
      let after = new.byKey[key]
      return before?.value == after?.value ? nil : FactChange(old: before, new: after)
    }
    let removed = old.keys.filter { new.byKey[$0] == nil }
      .map { FactChange(old: old.byKey[$0], new: nil) }
    // A list is named only where it came or went as a whole.
    return known + removed
  }
}
