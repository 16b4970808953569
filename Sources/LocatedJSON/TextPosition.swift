// Turns byte offsets, which are cheap to keep, into the lines and columns people look for.

/// A place in a text as people count it: lines and columns from one.
///
/// A column is one Unicode scalar, and so is a tab. Bytes that are not UTF-8 take a column each.
/// Lines end at a line feed, a carriage return, or both; the line break belongs to its line.
public struct TextPosition: Hashable, Comparable, Sendable {
  /// The line, from one.
  public let line: Int
  /// The column, from one.
  public let column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The beginning of every text.
  public static let start = TextPosition(line: 1, column: 1)

  /// Whether one place comes before another.
  public static func < (a: TextPosition, b: TextPosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// Finds the positions of many offsets of one text without going through it each time.
public struct LineIndex: Sendable {
  private struct Checkpoint {
    let offset: Int
    let position: TextPosition
  }

  // Long lines get additional checkpoints, so that a look-up in a text of a single long line is
  // not slow either.
  private static let spacing = 1024

  private let bytes: [UInt8]
  private let checkpoints: [Checkpoint]

  private let isOneLine: Bool

  /// Goes through a text once.
  ///
  /// - Parameter isOneLine: whether the text is a line of a file whose lines end at line feeds only, so
  ///   that a carriage return in it ends nothing.
  public init(_ bytes: [UInt8], isOneLine: Bool = false) {
    var found = [Checkpoint(offset: 0, position: .start)]
    bytes.withUnsafeBufferPointer { buffer in
      var walk = Walk(scanner: ByteScanner(buffer), isOneLine: isOneLine)
      var last = 0
      while walk.offset < buffer.count {
        let line = walk.line
        walk.step()
        if walk.line != line || walk.offset - last >= Self.spacing {
          last = walk.offset
          found.append(Checkpoint(offset: walk.offset, position: walk.position))
        }
      }
    }
    self.bytes = bytes
    self.isOneLine = isOneLine
    self.checkpoints = found
  }

  /// The position of an offset; one within a character is that of the character, and one outside of
  /// the text is that of the nearest end.
  public func position(at offset: Int) -> TextPosition {
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if checkpoints[middle].offset <= offset {
        low = middle
      } else {
        high = middle
      }
    }
    let checkpoint = checkpoints[low]
    return bytes.withUnsafeBufferPointer { buffer in
      var walk = Walk(
        scanner: ByteScanner(buffer), isOneLine: isOneLine, offset: checkpoint.offset,
        line: checkpoint.position.line, column: checkpoint.position.column)
      return walk.position(at: offset)
    }
  }
}

/// A walk through a text, character by character, that counts lines and columns.
struct Walk {
  let scanner: ByteScanner
  var isOneLine = false
  var offset = 0
  var line = 1
  var column = 1

  var position: TextPosition { TextPosition(line: line, column: column) }

  mutating func step() {
    let byte = scanner[offset]
    let width = byte < 0x80 ? 1 : scanner.scalar(at: offset).width
    offset += width
    // The carriage return of a CRLF does not end the line; the line feed after it does.
    if byte == Byte.lineFeed
      || byte == Byte.carriageReturn && !isOneLine && scanner[offset] != Byte.lineFeed
    {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  mutating func position(at target: Int) -> TextPosition {
    while offset < target, offset < scanner.count {
      let before = self
      step()
      if offset > target { return before.position }
    }
    return position
  }
}
