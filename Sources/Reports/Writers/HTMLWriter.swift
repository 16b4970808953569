// Pages hold strangers' texts; the writer is the one place where these become HTML, and harmless.

/// Writes the contents of an HTML element in UTF-8 into one growing buffer.
///
///     HTMLWriter.bytes { html in
///       html.element("p", ["class": "name"]) { $0.text(enterprise) }
///     }
///
/// Tags are always closed. Whatever is not a tag's or an attribute's name is sanitised, so that it
/// cannot reorder a line, and escaped, so that it cannot become markup.
public struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// What a body writes.
  public static func bytes(_ body: (inout HTMLWriter) -> Void) -> [UInt8] {
    var html = HTMLWriter()
    body(&html)
    return html.bytes
  }

  /// JSON that can stand in a `script` element: without `<`, the one sign by which that could end early.
  ///
  /// The line separators of Unicode are escaped already, as everything is that nobody sees.
  public static func scriptData(_ json: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count)
    for byte in json {
      if byte == UInt8(ascii: "<") {
        bytes.append(contentsOf: #"\u003c"#.utf8)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// An element; attributes without a value are written with an empty one.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    bytes += [UInt8(ascii: "<"), UInt8(ascii: "/")]
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element that holds a text only.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// A text.
  public mutating func text(_ text: String) { bytes.append(markup: text) }

  /// A line end between elements, where it means nothing but makes the source readable.
  public mutating func lineBreak() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (key, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      append(key)
      bytes += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      bytes.append(markup: value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
