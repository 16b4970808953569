// A file may hold one text a line; its lines are found before anything is read, or while it is.

/// The lines of a text, in order, as ranges without their line feeds; an empty last line is none.
public struct Lines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0
  /// Up to where a line may be read before its end is known.
  private let lastEnd: Int

  /// The lines of bytes that outlive this value.
  public init(of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lastEnd = FastReader.lastEnd(in: bytes)
  }

  /// How many line feeds there are.
  public static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    ByteScanner(bytes).lineFeeds()
  }

  /// The next line.
  public mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = ByteScanner(bytes).lineEnd(start)
    defer { start = end + 1 }
    return start..<end
  }

  /// Whether there is no further line.
  public var isAtEnd: Bool { start >= bytes.count }

  /// The next line and all that follow.
  public var rest: Slice<UnsafeBufferPointer<UInt8>> { bytes[start...] }

  /// Reads the next line as a plain text, which finds its end on the way, and stays there.
  ///
  /// - Returns: where the line ends; `nil` where the line is not plain or the closure has read less, as
  ///   for ``FastReader/read(_:in:_:)``.
  public func readFast(_ body: (inout FastReader) throws(FastStop) -> Void) -> Int? {
    if start <= lastEnd {
      return FastReader.readLine(at: start, of: bytes, before: lastEnd, body)
    }
    var following = self
    guard let range = following.next(), FastReader.read(range, in: bytes, body) != nil else {
      return nil
    }
    return range.upperBound
  }

  /// Goes behind the end of a line.
  public mutating func pass(lineThatEndsAt end: Int) { start = end + 1 }
}
