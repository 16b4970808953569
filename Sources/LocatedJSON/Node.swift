// A document is a flat tape of these small fixed-size nodes, so that reading it allocates nothing
// per value and walking it touches memory in order.

/// One value of a document, or one key of an object: what it is and where it is written.
///
/// The nodes of a document stand in document order. A container is followed by everything within
/// it, and `next` leaps over all of that. In an object every key is a node of its own, directly
/// followed by the node of its value.
@frozen
public struct Node: Hashable, Sendable {
  /// What a node is.
  @frozen
  public enum Kind: UInt8, Hashable, Sendable {
    /// An object; its members follow, a key and a value each.
    case object
    /// An array; its items follow.
    case array
    /// A string, or the key of a member.
    case string
    /// A number as RFC 8259 writes it.
    case number
    /// The literal `true`.
    case `true`
    /// The literal `false`.
    case `false`
    /// The literal `null`.
    case null
    /// Something stood here, or should have, whose meaning is not known. A fault tells why.
    case invalid
  }

  /// The offset of the first byte of the value as written, the quotation mark of a string included.
  public var start: UInt32
  /// The offset after the last byte of the value as written.
  public var end: UInt32
  /// The index of the node after this one and everything within it.
  public var next: UInt32
  /// What the node is.
  public var kind: Kind
  /// Whether a string contains a backslash, so that its text differs from its bytes.
  public var hasEscapes: Bool
  /// The bytes the opening quotation mark takes: one as a rule, none where it is missing, and
  /// several where a typographic one was written.
  public var openingWidth: UInt8
  /// The bytes the closing quotation mark takes.
  public var closingWidth: UInt8

  @inlinable
  init(
    _ kind: Kind, start: Int, end: Int, next: Int, hasEscapes: Bool = false,
    openingWidth: Int = 0, closingWidth: Int = 0
  ) {
    // The text is never longer than a UInt32 can count (see Limits), and a text of n bytes has at
    // most about n nodes, so that truncation never happens; it is only cheaper than a trap.
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.next = UInt32(truncatingIfNeeded: next)
    self.kind = kind
    self.hasEscapes = hasEscapes
    self.openingWidth = UInt8(truncatingIfNeeded: openingWidth)
    self.closingWidth = UInt8(truncatingIfNeeded: closingWidth)
  }

  /// The bytes of the value as written.
  @inlinable
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// The bytes of the value without the quotation marks of a string.
  @inlinable
  public var content: Range<Int> {
    Int(start) + Int(openingWidth)..<Int(end) - Int(closingWidth)
  }
}
