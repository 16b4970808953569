// Millions of lines are put together from many short pieces, so a piece must cost hardly anything.

/// Bytes to be appended to an array, gathered in a piece of memory of fixed size.
///
/// All unsafe writing of lines is here: a piece is copied only after ``makeRoom(for:)`` has found
/// that it fits.
struct LineBuffer: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer
  private var count = 0
  private var bytes: [UInt8]

  /// More than most lines need, and little enough to stand on the stack.
  private static let size = 1024

  private init(_ memory: UnsafeMutableRawBufferPointer, after bytes: consuming [UInt8]) {
    self.memory = memory
    self.bytes = bytes
  }

  /// Appends what a body writes to an array.
  static func append(to bytes: inout [UInt8], _ body: (inout LineBuffer) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { memory in
      var line = LineBuffer(memory, after: bytes)
      // From here on the line alone holds the bytes, which are not copied in order to grow.
      bytes = []
      body(&line)
      line.empty()
      bytes = line.bytes
    }
  }

  /// Makes sure that some more bytes fit into the memory.
  ///
  /// - Returns: whether they do; more than all of it has to go to the array at once.
  @inline(__always)
  private mutating func makeRoom(for more: Int) -> Bool {
    if more > memory.count - count { empty() }
    return more <= memory.count - count
  }

  /// Moves what has been gathered to the array.
  private mutating func empty() {
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    count = 0
  }

  /// Writes bytes.
  @inline(__always)
  mutating func append(_ piece: UnsafeRawBufferPointer) {
    guard makeRoom(for: piece.count) else { return bytes.append(contentsOf: piece) }
    memory[count...].copyBytes(from: piece)
    count += piece.count
  }

  /// Writes bytes between two others.
  @inline(__always)
  mutating func append(_ piece: UnsafeRawBufferPointer, between sign: UInt8) {
    guard makeRoom(for: piece.count + 2) else {
      return bytes.append(contentsOf: [sign] + piece + [sign])
    }
    memory[count] = sign
    memory[(count + 1)...].copyBytes(from: piece)
    memory[count + 1 + piece.count] = sign
    count += piece.count + 2
  }

  /// Writes a text of the program.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a number in decimal digits.
  mutating func append(_ number: Int) {
    // The 19 digits of the greatest number, and a sign.
    guard makeRoom(for: 20) else { return }
    if number < 0 {
      memory[count] = UInt8(ascii: "-")
      count += 1
    }
    var width = 1
    var rest = number.magnitude / 10
    while rest > 0 {
      width += 1
      rest /= 10
    }
    rest = number.magnitude
    for place in (count..<(count + width)).reversed() {
      memory[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += width
  }
}
