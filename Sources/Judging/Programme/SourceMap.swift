// Findings name facts by pointers; people look for them by line and column.

import Eligibility
import HostSystem
import LocatedJSON

/// Finds places in a file's text; made once for a report.
public struct SourceMap {
  private let text: ApplicationText
  private let found = Found()

  /// What was worked out for the places asked for so far.
  private final class Found {
    /// Where the lines begin.
    var lines: LineIndex?
    /// The items of lists, so that a long list is not walked for each of them.
    var items: [JSONDocument.Index: [JSONDocument.Index]] = [:]
    /// The values of members, `nil` for those that are not there, so that an object with many members
    /// is not walked for each criterion that reads one of them.
    var members: [Member: JSONDocument.Index?] = [:]
  }

  /// A member of an object.
  private struct Member: Hashable {
    let object: JSONDocument.Index
    let key: Substring
  }

  /// Creates a map of a text; no place is looked for yet.
  public init(_ text: ApplicationText) { self.text = text }

  /// Where the lines begin; worked out once a place is asked for, which in most files none is.
  private var lines: LineIndex {
    if let lines = found.lines { return lines }
    let lines = LineIndex(text.document.bytes, isOneLine: text.line != nil)
    found.lines = lines
    return lines
  }

  /// The place of some bytes.
  public func position(of range: Range<Int>) -> TextPosition {
    let position = lines.position(at: range.lowerBound)
    return TextPosition(line: position.line + text.firstLine - 1, column: position.column)
  }

  /// The places of some bytes, from the first to the one behind the last.
  public func region(of range: Range<Int>) -> Range<TextPosition> {
    let start = position(of: range)
    return start..<max(start, position(of: range.upperBound..<range.upperBound))
  }

  /// Where a fact stands; where it is absent, an empty region at the value into which it belongs.
  public func region(of pointer: Pointer) -> Range<TextPosition>? {
    let (node, isComplete) = find(pointer)
    return node.map { node in
      let range = text.document[node].range
      return isComplete ? region(of: range) : position(of: range)..<position(of: range)
    }
  }

  /// Where a fact stands; where it is absent, the innermost value into which it belongs.
  public func position(of pointer: Pointer) -> TextPosition? {
    find(pointer).node.map { position(of: text.document[$0].range) }
  }

  /// Whether the fact itself is in the file.
  public func isPresent(_ pointer: Pointer) -> Bool {
    find(pointer).isComplete
  }

  /// The value that a pointer names; `nil` where it is not in the file.
  func value(at pointer: Pointer) -> JSONDocument.Index? {
    let (node, isComplete) = find(pointer)
    return isComplete ? node : nil
  }

  /// The value that a pointer names, or the innermost one on the way; of equal keys the first.
  private func find(_ pointer: Pointer) -> (node: JSONDocument.Index?, isComplete: Bool) {
    let document = text.document
    guard var node = document.root else { return (nil, false) }
    for token in pointer.template.utf8.split(separator: UInt8(ascii: "/")) {
      let child: JSONDocument.Index? =
        if token.elementsEqual(CollectionOfOne(UInt8(ascii: "*"))) {
          pointer.index.flatMap { item($0, of: node) }
        } else {
          member(Substring(token), of: node)
        }
      guard let child else { return (node, false) }
      node = child
    }
    return (node, true)
  }

  private func member(_ key: Substring, of object: JSONDocument.Index) -> JSONDocument.Index? {
    let member = Member(object: object, key: key)
    if let known = found.members[member] { return known }
    let value = text.document.member(String(key), of: object)
    found.members[member] = .some(value)
    return value
  }

  private func item(_ index: Int, of list: JSONDocument.Index) -> JSONDocument.Index? {
    guard text.document[list].kind == .array else { return nil }
    let items = found.items[list] ?? Array(text.document.children(of: list))
    found.items[list] = items
    return items.indices.contains(index) ? items[index] : nil
  }

  /// What a fact and its containers are called, an item of yearly figures by its year where it has one.
  public func labels(
    of pointer: Pointer, of programme: Programme, in language: Language
  ) -> [String] {
    var labels = programme.labels(of: pointer, in: language)
    let steps = pointer.template.utf8.split(separator: UInt8(ascii: "/"))
    guard pointer.index != nil,
      let depth = steps.firstIndex(where: { $0.elementsEqual(CollectionOfOne(UInt8(ascii: "*"))) }),
      let end = steps[depth].indices.last,
      let key = programme.yearKey(of: Pointer(String(pointer.template[...end]))),
      let year = value(
        at: Pointer(pointer.template[...end] + "/" + key, at: pointer.index)),
      text.document[year].kind == .number
    else { return labels }
    let number = text.document.lexeme(year)
    labels[depth] = Wording(zh: number + " 年", en: number)[language]
    return labels
  }

  /// `file:line:column`, as editors and terminals understand it.
  public func link(_ position: TextPosition?) -> String { SourceMap.link(text.source, position) }

  /// The same for a place that is known already.
  public static func link(_ source: String, _ position: TextPosition?) -> String {
    let name = source.sanitizedName()
    return position.map { "\(name):\($0.line):\($0.column)" } ?? name
  }
}
