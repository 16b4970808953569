// Walks the direct contents of a container on the tape without allocating anything.

/// The values directly within a container.
@frozen
public struct Children: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let nodes: [Node]
  @usableFromInline var position: Int
  @usableFromInline let end: Int
  // How many nodes stand before each value: one, its key, in an object.
  @usableFromInline let keys: Int

  @inlinable
  init(nodes: [Node], position: Int, end: Int, keys: Int) {
    self.nodes = nodes
    self.position = position
    self.end = end
    self.keys = keys
  }

  /// The next value.
  @inlinable
  public mutating func next() -> JSONDocument.Index? {
    guard position < end else { return nil }
    let value = position + keys
    position = Int(nodes[value].next)
    return value
  }
}

/// The members directly within an object.
@frozen
public struct Members: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var values: Children

  @inlinable
  init(values: Children) {
    self.values = values
  }

  /// The next member.
  @inlinable
  public mutating func next() -> (key: JSONDocument.Index, value: JSONDocument.Index)? {
    guard let value = values.next() else { return nil }
    return (value - 1, value)
  }
}

extension JSONDocument {
  /// The value of a member of an object; of equal keys the first, `nil` where there is none.
  @inlinable
  public func member(_ key: String, of object: Index) -> Index? {
    for member in members(of: object) where isText(member.key, utf8: key.utf8) {
      return member.value
    }
    return nil
  }
}
