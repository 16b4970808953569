// Tests read the page as a browser would, and more strictly: every tag closed, every value quoted.

/// The elements of a page in the order in which they open.
struct PageMarkup {
  /// An element.
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The text in it, that of the elements within included.
    var text = ""
    /// The elements around it, by their places among all, the innermost last.
    let ancestors: [Int]

    /// Its name and its attributes' names, without what applicants can influence.
    var shape: String { ([name] + attributes.keys.sorted()).joined(separator: " ") }
  }

  /// What is not well formed.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var elements: [Element] = []

  /// Elements that have no end tag.
  private static let void: Set = ["meta", "input"]
  /// Elements whose content is no markup.
  private static let raw: Set = ["script", "style"]

  init(_ bytes: [UInt8]) throws {
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    guard rest.hasPrefix("<!doctype html>\n") else { throw Malformed(description: "no doctype") }
    rest = rest.dropFirst(16)
    var open: [Int] = []
    while let start = rest.firstIndex(of: "<") {
      add(try PageMarkup.decoded(rest[..<start]), to: open)
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { throw PageMarkup.malformed(rest) }
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { throw PageMarkup.malformed(rest) }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
          throw PageMarkup.malformed(tag)
        }
        continue
      }
      let element = try PageMarkup.element(tag, in: open)
      elements.append(element)
      if PageMarkup.void.contains(element.name) { continue }
      open.append(elements.count - 1)
      if PageMarkup.raw.contains(element.name) {
        guard let close = rest.firstRange(of: "</") else { throw PageMarkup.malformed(rest) }
        add(String(rest[..<close.lowerBound]), to: [elements.count - 1])
        rest = rest[close.lowerBound...]
      }
    }
    guard open.isEmpty, rest.allSatisfy(\.isWhitespace) else { throw PageMarkup.malformed(rest) }
  }

  private mutating func add(_ text: String, to open: [Int]) {
    if text.isEmpty { return }
    for place in open { elements[place].text += text }
  }

  private static func element(_ tag: Substring, in open: [Int]) throws -> Element {
    let name = tag.prefix { $0.isLetter || $0.isNumber }
    guard !name.isEmpty else { throw malformed(tag) }
    var rest = tag.dropFirst(name.count).drop(while: \.isWhitespace)
    var attributes: [String: String] = [:]
    while !rest.isEmpty {
      let key = rest.prefix { $0.isLetter || $0 == "-" }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        guard let end = rest.firstIndex(of: "\"") else { throw malformed(tag) }
        value = try decoded(rest[..<end])
        rest = rest[rest.index(after: end)...]
      }
      guard !key.isEmpty, rest.isEmpty || rest.first?.isWhitespace == true,
        attributes.updateValue(value, forKey: String(key)) == nil
      else { throw malformed(tag) }
      rest = rest.drop(while: \.isWhitespace)
    }
    return Element(name: String(name), attributes: attributes, ancestors: open)
  }

  private static func decoded(_ text: Substring) throws -> String {
    guard text.contains("&") else { return String(text) }
    var decoded = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      decoded += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";"),
        let sign = entities[String(rest[start...end])]
      else { throw malformed(rest) }
      decoded += sign
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }

  private static let entities = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'",
  ]

  private static func malformed(_ text: Substring) -> Malformed {
    Malformed(description: String(text.prefix(200)))
  }

  // MARK: Questions

  /// The elements of a name, or those with a class.
  func all(_ name: String, class className: String? = nil) -> [Element] {
    elements.filter { element in
      element.name == name
        && (className == nil || element.classes.contains { $0 == className.map { $0[...] } })
    }
  }

  /// The elements within the element of an identifier.
  func inside(_ id: String) -> [Element] {
    guard let place = elements.firstIndex(where: { $0.attributes["id"] == id }) else { return [] }
    return elements.filter { $0.ancestors.contains(place) }
  }

  /// The element of an identifier.
  subscript(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }
}

extension PageMarkup.Element {
  var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }
}
