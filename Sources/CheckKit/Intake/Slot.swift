// The format's tables say where in memory a fact is kept, so that reading it takes no call of its own;
// everything that relies on this being right is in this file.

/// The place of one fact within the value being read; it lives only while its owner is being read.
///
/// Its memory holds a value of one type, the one that the key path named from which the offset of a
/// ``Field`` was taken; who keeps a fact in it names the same type, because ``Members`` accepts only a
/// key path to what the reader reads.
struct Slot {
  private let address: UnsafeMutableRawPointer

  private init(_ address: UnsafeMutableRawPointer) { self.address = address }

  /// Lends the place of a variable to a body.
  @inline(__always)
  static func of<Owner, Outcome, Failure: Error>(
    _ owner: inout Owner, _ body: (Slot) throws(Failure) -> Outcome
  ) throws(Failure) -> Outcome {
    try withUnsafeMutablePointer(to: &owner) { pointer throws(Failure) in
      try body(Slot(UnsafeMutableRawPointer(pointer)))
    }
  }

  /// The place of a stored property of the value in this place.
  @inline(__always)
  func member(at offset: Int) -> Slot { Slot(address + offset) }

  /// Keeps a fact.
  @inline(__always)
  func keep<Value>(_ value: consuming Value) {
    address.assumingMemoryBound(to: Value.self).pointee = value
  }

  /// The value in this place.
  @inline(__always)
  func value<Value>(_ type: Value.Type) -> UnsafeMutablePointer<Value> {
    address.assumingMemoryBound(to: type)
  }
}
