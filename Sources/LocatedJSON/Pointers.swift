// JSON Pointers (RFC 6901) name a value by the way to it, for reports that outlive the text.

/// Where a JSON Pointer led.
public struct Found: Hashable, Sendable {
  /// The value reached: the one meant if the pointer is complete, otherwise the deepest value on the
  /// way that exists; nil only if the document has no value.
  public let node: JSONDocument.Index?
  /// How many parts of the pointer could be followed.
  public let matched: Int
  /// Whether the whole pointer could be followed.
  public let isComplete: Bool
}

extension JSONDocument {
  /// The JSON Pointer of a value; that of a key is the one of its value.
  ///
  /// It leads back to the value, unless an equal key comes earlier in the same object or the value
  /// has no readable key.
  public func pointer(to target: Index) -> String {
    precondition(nodes.indices.contains(target), "the document has no such node")
    var pointer: [UInt8] = []
    var container = 0
    while target > container {
      // The target is within this container, so that there is a first child that ends after it.
      for (place, child) in children(of: container).enumerated()
      where target < Int(nodes[child].next) {
        pointer.append(Byte.slash)
        if nodes[container].kind == .object {
          append(key: child - 1, to: &pointer)
        } else {
          pointer.append(contentsOf: String(place).utf8)
        }
        container = child
        break
      }
    }
    return String(decoding: pointer, as: UTF8.self)
  }

  private func append(key: Index, to pointer: inout [UInt8]) {
    let written = bytes[nodes[key].content]
    for byte in nodes[key].hasEscapes ? unescaped(written)[...] : written {
      switch byte {
      case UInt8(ascii: "~"): pointer.append(contentsOf: "~0".utf8)
      case Byte.slash: pointer.append(contentsOf: "~1".utf8)
      default: pointer.append(byte)
      }
    }
  }

  /// Follows a JSON Pointer as far as it leads. Of equal keys the first one is taken.
  public func find(_ pointer: String) -> Found {
    guard var node = root else { return Found(node: nil, matched: 0, isComplete: false) }
    var rest = Array(pointer.utf8)[...]
    var matched = 0
    while rest.popFirst() == Byte.slash {
      let end = rest.firstIndex(of: Byte.slash) ?? rest.endIndex
      guard let token = resolved(rest[..<end]), let child = child(of: node, named: token) else {
        return Found(node: node, matched: matched, isComplete: false)
      }
      node = child
      matched += 1
      rest = rest[end...]
    }
    // A pointer that does not begin with a slash has lost a character here and names nothing.
    let isComplete = pointer.utf8.isEmpty || matched > 0
    return Found(node: node, matched: matched, isComplete: isComplete)
  }

  private func child(of node: Index, named token: [UInt8]) -> Index? {
    if nodes[node].kind == .object {
      return members(of: node).first { isText($0.key, utf8: token) }?.value
    }
    guard let place = itemNumber(token) else { return nil }
    return children(of: node).dropFirst(place).first { _ in true }
  }
}

/// A part of a pointer with `~0` and `~1` resolved; nil if it has another `~`.
private func resolved(_ token: ArraySlice<UInt8>) -> [UInt8]? {
  var name: [UInt8] = []
  var rest = token
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "~") else {
      name.append(byte)
      continue
    }
    switch rest.popFirst() {
    case UInt8(ascii: "0"): name.append(UInt8(ascii: "~"))
    case UInt8(ascii: "1"): name.append(Byte.slash)
    default: return nil
    }
  }
  return name
}

/// The number of an item: digits without a leading zero.
private func itemNumber(_ token: [UInt8]) -> Int? {
  guard let first = token.first, first != Byte.zero || token.count == 1,
    token.allSatisfy({ (Byte.zero...Byte.nine).contains($0) })
  else { return nil }
  return Int(String(decoding: token, as: UTF8.self))
}
