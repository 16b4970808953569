// What the rest of the program sees of a text: values, each of which knows its place.

/// A JSON text that was read: its values in document order, and all its faults.
///
/// A text with faults still has nodes for everything that could be understood, so that what is
/// wrong with the values can be reported together with what is wrong with the syntax.
public struct JSONDocument: Sendable {
  /// The place of a node among the nodes of its document.
  public typealias Index = Int

  /// The text: UTF-8 without a byte order mark.
  public let bytes: [UInt8]
  /// The values and keys, in document order; empty if there is no value at all.
  public private(set) var nodes: [Node]
  /// The faults of the text in the order of their places; empty exactly if the text is valid JSON.
  public let faults: [SyntaxFault]

  /// Reads a text. Takes time in proportion to its length, whatever is in it.
  public init(parsing bytes: [UInt8], limits: Limits = Limits()) {
    let longest = min(limits.maximumBytes, Limits.mostBytes)
    if bytes.count > longest {
      nodes = []
      faults = [SyntaxFault(.textTooLong(limit: longest), longest..<bytes.count)]
    } else {
      (nodes, faults) = bytes.withUnsafeBufferPointer { buffer in
        var parser = Parser(scanner: ByteScanner(buffer), limits: limits)
        parser.run()
        return (parser.nodes, parser.orderedFaults())
      }
    }
    self.bytes = bytes
  }

  /// The outermost value, unless nothing could be read.
  @inlinable
  public var root: Index? { nodes.isEmpty ? nil : 0 }

  /// The node at an index.
  @inlinable
  public subscript(_ index: Index) -> Node { nodes[index] }

  /// The items of an array or the values of an object, in order; nothing for other values.
  @inlinable
  public func children(of index: Index) -> Children {
    let node = nodes[index]
    return switch node.kind {
    case .array: Children(nodes: nodes, position: index + 1, end: Int(node.next), keys: 0)
    case .object: Children(nodes: nodes, position: index + 1, end: Int(node.next), keys: 1)
    default: Children(nodes: nodes, position: index, end: index, keys: 0)
    }
  }

  /// The members of an object, in order; nothing for other values.
  ///
  /// A key is a string node, or an invalid one where there is a value without a key.
  @inlinable
  public func members(of index: Index) -> Members {
    Members(
      values: nodes[index].kind == .object
        ? children(of: index) : Children(nodes: nodes, position: index, end: index, keys: 0))
  }

  /// What a string or a key says, its escapes resolved; nil for anything else.
  ///
  /// In a faulty key an escape that means nothing stands for the character after its backslash.
  public func text(_ index: Index) -> String? {
    let node = nodes[index]
    guard node.kind == .string else { return nil }
    return node.hasEscapes
      ? String(decoding: unescaped(bytes[node.content]), as: UTF8.self)
      : String(decoding: bytes[node.content], as: UTF8.self)
  }

  /// Whether a string or a key says exactly this, character for character.
  @inlinable
  public func isText(_ index: Index, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { isText(index, utf8: $0) }
  }

  /// Whether a string or a key says exactly this, given in UTF-8.
  @inlinable
  public func isText(_ index: Index, utf8 text: some Collection<UInt8>) -> Bool {
    let node = nodes[index]
    guard node.kind == .string else { return false }
    guard !node.hasEscapes else { return unescaped(bytes[node.content]).elementsEqual(text) }
    let content = node.content
    guard content.count == text.count else { return false }
    var at = content.lowerBound
    for byte in text {
      guard bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  /// A value as it is written in the text.
  public func lexeme(_ index: Index) -> String {
    String(decoding: bytes[nodes[index].range], as: UTF8.self)
  }

  /// Calls a closure with the bytes of a value as written, those of a string without its quotation
  /// marks. The bytes may not be used after the closure returns.
  @inlinable
  public func withBytes<R, E: Error>(
    of index: Index, _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try bytes[nodes[index].content].withUnsafeBufferPointer(body)
  }

  /// The line and column of an offset. Goes through the text from its start; see `LineIndex` for
  /// many look-ups.
  public func position(at offset: Int) -> TextPosition {
    bytes.withUnsafeBufferPointer { buffer in
      var walk = Walk(scanner: ByteScanner(buffer))
      return walk.position(at: offset)
    }
  }
}
