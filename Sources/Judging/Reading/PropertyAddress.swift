// A table says where in memory a fact is kept, so that storing it takes no call of its own; everything
// that relies on this being right is in this file.

/// The address of a fact within the value being read, valid only while its owner is being read.
///
/// Its memory holds a value of the type of the ``Property`` from which the row's offset was computed.
/// Whoever keeps a fact there names the same type, because ``FieldBuilder`` accepts only a property of
/// the type that the row's format reads.
public struct PropertyAddress {
  private let address: UnsafeMutableRawPointer

  @inline(__always)
  init(_ address: UnsafeMutableRawPointer) { self.address = address }

  /// Lends the address of a variable to a body.
  @inline(__always)
  static func of<Owner, Outcome, Failure: Error>(
    _ owner: inout Owner, _ body: (PropertyAddress) throws(Failure) -> Outcome
  ) throws(Failure) -> Outcome {
    try withUnsafeMutablePointer(to: &owner) { pointer throws(Failure) in
      try body(PropertyAddress(UnsafeMutableRawPointer(pointer)))
    }
  }

  /// The address of a stored property of the value at this one.
  @inline(__always)
  func member(at offset: Int) -> PropertyAddress { PropertyAddress(address + offset) }

  /// Keeps a fact.
  @inline(__always)
  func keep<Value>(_ value: consuming Value) {
    pointer(to: Value.self).pointee = value
  }

  /// The value at this address.
  @inline(__always)
  func pointer<Value>(to type: Value.Type) -> UnsafeMutablePointer<Value> {
    address.assumingMemoryBound(to: type)
  }

  /// Checks that what an optional value holds begins where the optional value does, so that it can be
  /// changed in place.
  static func checkThatOptionalsBegin<Value>(like value: Value) {
    var optional = Optional(value)
    let outer = PropertyAddress.of(&optional) { $0.address }
    // swift-format-ignore: NeverForceUnwrap
    let inner = PropertyAddress.of(&optional!) { $0.address }
    precondition(outer == inner, "an optional value begins where its value does")
  }
}

/// A stored property of an owner, as a row of a table names it: `{ .of(&$0.name) }`.
///
/// Embedded Swift has no key paths, so the closure is called once on a blank owner while the table is
/// made, and only the distance from the owner's beginning is kept.
public struct Property<Value> {
  private let address: UnsafeMutableRawPointer

  /// Names a property.
  @inline(__always)
  public static func of(_ value: inout Value) -> Property {
    withUnsafeMutablePointer(to: &value) { Property(address: UnsafeMutableRawPointer($0)) }
  }

  /// How many bytes of the owner come before the property.
  static func offset<Owner>(
    in blank: UnsafeMutablePointer<Owner>, _ property: (inout Owner) -> Property
  ) -> Int {
    let offset = property(&blank.pointee).address - UnsafeMutableRawPointer(blank)
    // A computed property is handed over in a variable of its own, which lies elsewhere.
    precondition(
      offset >= 0 && offset + MemoryLayout<Value>.size <= MemoryLayout<Owner>.size,
      "a fact is kept in a stored property")
    return offset
  }
}
