// Reads a text in one pass. Valid JSON is read here alone; at the first byte that does not fit, the
// recovery in Recovery.swift reports a fault and says where to go on.

/// Turns a text into a tape of nodes and a list of faults.
struct Parser {
  /// What may come next.
  enum Expectation {
    /// The value of the text or of a member.
    case value
    /// An item or the end of the array.
    case firstItem
    /// An item, after a comma.
    case item
    /// A key or the end of the object.
    case firstKey
    /// A key, after a comma.
    case key
    /// The colon after a key.
    case colon
    /// A comma, a closing bracket, or the end of the text.
    case separator
  }

  let scanner: ByteScanner
  let limits: Limits
  var nodes: [Node] = []
  var faults: [SyntaxFault] = []

  /// Where reading goes on after a recovery.
  var at = 0
  var expected = Expectation.value
  /// Whether nothing more is to be read.
  var isFinished = false

  /// The innermost open container. While a container is open its `next` holds the one around it, so
  /// that no stack is needed.
  var container = Parser.none
  var isInObject = false
  var depth = 0
  /// Where the latest comma stands.
  var comma = 0
  /// Meaningless characters read in the place of a value, and how many nodes there were then: as
  /// long as there are no more, no value is missing there.
  var junk: (range: Range<Int>, nodes: Int)?
  /// How far the text was searched for quotation marks with structure after them, in vain: it must
  /// not be searched again for every string on a long line.
  var searched: [Search: Int] = [:]

  /// What quotation marks were searched for.
  enum Search: Hashable {
    /// One that ends a key.
    case key
    /// One that ends a value.
    case value
    /// One of a foreign family.
    case foreign(ByteScanner.QuotationFamily)
  }

  static let none = Int(truncatingIfNeeded: UInt32.max)

  init(scanner: ByteScanner, limits: Limits) {
    self.scanner = scanner
    self.limits = limits
    // A guess from ordinary texts; the array grows where it is wrong.
    nodes.reserveCapacity(scanner.count / 12 + 16)
  }

  /// Reads the text.
  mutating func run() {
    let scanner = scanner
    var at = 0
    while !isFinished {
      switch expected {
      case .firstKey, .key:
        at = scanner.afterBlanks(at)
        if scanner[at] == Byte.quote {
          at = string(at, isKey: true)
        } else if scanner[at] == Byte.closeBrace, expected == .firstKey {
          expected = .separator
          continue
        } else {
          self.at = at
          recoverKey()
          at = self.at
          continue
        }
        fallthrough

      case .colon:
        at = scanner.afterBlanks(at)
        if scanner[at] == Byte.colon {
          at += 1
        } else {
          self.at = at
          expected = .colon
          recoverColon()
          at = self.at
          continue
        }
        expected = .value
        fallthrough

      case .value, .firstItem, .item:
        at = scanner.afterBlanks(at)
        switch scanner[at] {
        case Byte.quote:
          at = string(at, isKey: false)
        case Byte.openBrace:
          open(.object, at, width: 1)
          at += 1
          continue
        case Byte.openBracket:
          open(.array, at, width: 1)
          at += 1
          continue
        case Byte.minus, Byte.zero...Byte.nine:
          if let end = scanner.plainNumberEnd(at) {
            append(.number, at, end)
            at = end
          } else {
            fallthrough
          }
        default:
          if let (kind, end) = literal(at) {
            append(kind, at, end)
            at = end
          } else if scanner[at] == Byte.closeBracket, expected == .firstItem {
            // The end of an empty array is that of any other.
          } else {
            self.at = at
            recoverValue()
            at = self.at
            continue
          }
        }
        fallthrough

      case .separator:
        at = scanner.afterBlanks(at)
        let byte = scanner[at]
        if byte == Byte.comma, container != Self.none {
          comma = at
          at += 1
          expected = isInObject ? .key : .item
        } else if byte == (isInObject ? Byte.closeBrace : Byte.closeBracket),
          container != Self.none
        {
          at += 1
          close(at)
          expected = .separator
        } else {
          self.at = at
          expected = .separator
          recoverSeparator()
          at = self.at
        }
      }
    }
    self.at = at
    closeRemaining()
  }

  @inline(__always)
  private mutating func string(_ start: Int, isKey: Bool) -> Int {
    let end = scanner.afterPlainText(start + 1)
    guard scanner[end] == Byte.quote else {
      return unusualString(start, from: end, isKey: isKey)
    }
    append(.string, start, end + 1, openingWidth: 1, closingWidth: 1)
    return end + 1
  }

  /// The literal that begins here and ends cleanly.
  @inline(__always)
  private func literal(_ start: Int) -> (kind: Node.Kind, end: Int)? {
    let kind: Node.Kind
    let end: Int
    // Four letters as the number they are in memory, the first one lowest.
    switch scanner.four(at: start) {
    case 0x6575_7274: (kind, end) = (.true, start + 4)
    case 0x6C6C_756E: (kind, end) = (.null, start + 4)
    case 0x736C_6166 where scanner[start + 4] == UInt8(ascii: "e"):
      (kind, end) = (.false, start + 5)
    default: return nil
    }
    return scanner.endsCleanly(at: end) ? (kind, end) : nil
  }

  /// Puts a value that contains no others on the tape.
  @inline(__always)
  mutating func append(
    _ kind: Node.Kind, _ start: Int, _ end: Int, hasEscapes: Bool = false, openingWidth: Int = 0,
    closingWidth: Int = 0
  ) {
    nodes.append(
      Node(
        kind, start: start, end: end, next: nodes.count + 1, hasEscapes: hasEscapes,
        openingWidth: openingWidth, closingWidth: closingWidth))
  }

  /// Puts a container on the tape; what follows is within it.
  mutating func open(_ kind: Node.Kind, _ start: Int, width: Int) {
    guard depth < limits.maximumDepth else {
      report(.nestingTooDeep(limit: limits.maximumDepth), start..<start + width)
      isFinished = true
      return
    }
    depth += 1
    let parent = container
    container = nodes.count
    isInObject = kind == .object
    expected = isInObject ? .firstKey : .firstItem
    nodes.append(Node(kind, start: start, end: start + width, next: parent))
  }

  /// Ends the innermost container, whose closing bracket ends at an offset.
  mutating func close(_ end: Int) {
    let parent = parent(of: container)
    nodes[container].end = UInt32(truncatingIfNeeded: end)
    nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
    container = parent
    isInObject = parent != Self.none && nodes[parent].kind == .object
    depth -= 1
  }

  /// The container around an open one, or ``none``.
  func parent(of container: Int) -> Int {
    // Where Int has 32 bits, the mark of none is -1, and no text is long enough for another such one.
    Int(truncatingIfNeeded: nodes[container].next)
  }

  /// Completes the tape where reading stopped.
  private mutating func closeRemaining() {
    let end = min(at, scanner.count)
    if isInObject, expected == .colon || expected == .value { append(.invalid, end, end) }
    while container != Self.none { close(end) }
  }
}
