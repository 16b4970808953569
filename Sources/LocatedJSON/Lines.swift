// A file may hold one text a line; its lines are found before anything is read.

/// The lines of a text, in order, as ranges without their line feeds; an empty last line is none.
public struct Lines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0
  /// The end of the last line behind whose end a reader may look.
  private let lastReadableEnd: Int

  /// The lines of bytes that outlive this value.
  public init(of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lastReadableEnd =
      bytes.dropLast(PlainReader.slack - 1).lastIndex(of: Byte.lineFeed) ?? -1
  }

  /// How many line feeds there are.
  public static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    Scanner(bytes).lineFeeds()
  }

  /// The next line.
  public mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = Scanner(bytes).lineEnd(start)
    defer { start = end + 1 }
    return start..<end
  }

  /// Whether there is no further line.
  public var isAtEnd: Bool { start >= bytes.count }

  /// Reads the next line as a plain text, which finds its end on the way, and stays there.
  ///
  /// - Returns: where the line ends; `nil` where the line is not plain or the closure has read less, as
  ///   for ``PlainReader/read(_:in:_:)``.
  public func readPlain(_ body: (inout PlainReader) throws(NotPlain) -> Void) -> Int? {
    guard !isAtEnd, let base = bytes.baseAddress else { return nil }
    if start <= lastReadableEnd {
      return PlainReader.readLine(from: base + start, before: base + lastReadableEnd, body)
        .map { $0 - base }
    }
    var following = self
    guard let range = following.next(), PlainReader.read(range, in: bytes, body) != nil else {
      return nil
    }
    return range.upperBound
  }

  /// Goes behind the end of a line.
  public mutating func pass(lineThatEndsAt end: Int) { start = end + 1 }
}
