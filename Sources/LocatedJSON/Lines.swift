// A file may hold one text a line; its lines are found before anything is read.

/// The lines of a text, in order, as ranges without their line feeds; an empty last line is none.
public struct Lines: Sequence, IteratorProtocol {
  private let scanner: Scanner
  private var start = 0

  /// The lines of bytes that outlive this value.
  public init(of bytes: UnsafeBufferPointer<UInt8>) { scanner = Scanner(bytes) }

  /// How many line feeds there are.
  public static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    Scanner(bytes).lineFeeds()
  }

  /// The next line.
  public mutating func next() -> Range<Int>? {
    guard start < scanner.count else { return nil }
    let end = scanner.lineEnd(start)
    defer { start = end + 1 }
    return start..<end
  }
}
