// A page grows line by line; paragraphs are wrapped to its width.

import HostSystem

/// Text being laid out.
public struct Page {
  /// The width in columns that paragraphs keep to.
  let width: Int
  /// What has been written, names of files as their texts.
  private var content: [UInt8] = []
  /// What has been written, in UTF-8 but for names of files, which are the bytes given.
  public var bytes: [UInt8] { FileName.written(in: content) }
  /// Whether nothing has been written.
  public var isEmpty: Bool { content.isEmpty }
  /// What has been written.
  public var text: String { FileName.text(of: bytes) }

  /// Creates an empty page whose paragraphs keep to a width in columns.
  public init(width: Int) {
    self.width = width
    content.reserveCapacity(Page.usualLength)
  }

  /// Few texts are longer, and room that is made at once need not be made again and again.
  private static let usualLength = 1 << 13

  /// Writes a part of a line as it is.
  mutating func write(_ part: String) { content += part.utf8 }

  /// Writes one line, or the end of one, as it is.
  public mutating func append(_ line: String) {
    write(line)
    content.append(UInt8(ascii: "\n"))
  }

  /// Writes a paragraph, wrapped, its lines beginning as given.
  public mutating func paragraph(_ words: String, first: String = "", hanging: String = "") {
    if Layout.fitsAsItIs(words, in: width, after: first) {
      write(first)
      append(words)
      return
    }
    for line in Layout.wrapped(words, width: width, first: first, hanging: hanging) { append(line) }
  }

  /// Writes a paragraph, wrapped and indented.
  public mutating func paragraph(_ words: String, indent: Int) {
    if Layout.fitsAsItIs(words, in: width - indent) {
      for _ in 0..<indent { content.append(UInt8(ascii: " ")) }
      append(words)
      return
    }
    let margin = String(repeating: " ", count: indent)
    paragraph(words, first: margin, hanging: margin)
  }
}
