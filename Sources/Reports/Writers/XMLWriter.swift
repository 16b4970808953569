// XML for CI servers holds strangers' texts; the writer is the one place where these become XML.

/// Writes XML 1.0 elements in UTF-8 into one growing buffer, each on lines of its own.
///
/// Tags are always closed. Texts are sanitised, which shows the characters that XML forbids as
/// escapes, and then escaped, so that they cannot become markup.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []
  private var depth: Int

  /// Begins at a depth of nesting.
  init(depth: Int = 0) { self.depth = depth }

  /// An element that holds elements, or nothing.
  mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String?)],
    _ body: (inout XMLWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    let start = bytes.count
    bytes += [UInt8(ascii: ">"), UInt8(ascii: "\n")]
    let content = bytes.count
    depth += 1
    body(&self)
    depth -= 1
    if bytes.count == content {
      bytes.removeSubrange(start...)
      bytes += "/>\n".utf8
    } else {
      indent()
      close(name)
    }
  }

  /// An element that holds lines of text, or nothing.
  mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String?)], lines: [String]
  ) {
    if lines.isEmpty { return element(name, attributes) }
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    for (number, line) in lines.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: "\n")) }
      bytes.append(markup: line)
    }
    close(name)
  }

  private mutating func open(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String?)]
  ) {
    indent()
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for case (let key, let value?) in attributes {
      bytes.append(UInt8(ascii: " "))
      append(key)
      bytes += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      bytes.append(markup: value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func close(_ name: StaticString) {
    bytes += [UInt8(ascii: "<"), UInt8(ascii: "/")]
    append(name)
    bytes += [UInt8(ascii: ">"), UInt8(ascii: "\n")]
  }

  private mutating func indent() {
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
