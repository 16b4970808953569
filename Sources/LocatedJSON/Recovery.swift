// Where a text is wrong, finds out what was most likely meant, reports that as one fault, and goes
// on so that the rest of the text is still read for what it says.
//
// Some recoveries look ahead. Each of them reports a fault, and faults are limited in number, so
// that looking ahead cannot make reading take more than time in proportion to the text.

extension Parser {
  // MARK: Faults

  /// Notes a fault, and gives the text up if there are too many.
  mutating func report(_ kind: SyntaxFault.Kind, _ range: Range<Int>) {
    guard !isFinished else { return }
    if faults.count < max(limits.maximumFaults, 1) {
      faults.append(SyntaxFault(kind, range))
    } else {
      faults.append(SyntaxFault(.tooManyFaults(limit: faults.count), range))
      isFinished = true
    }
  }

  /// The faults in the order of their places; that there are too many of them comes last.
  func orderedFaults() -> [SyntaxFault] {
    var ordered = faults.enumerated().sorted { a, b in
      (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
    }.map { $0.element }
    let last = ordered.firstIndex {
      if case .tooManyFaults = $0.kind { true } else { false }
    }
    if let last { ordered.append(ordered.remove(at: last)) }
    return ordered
  }

  // MARK: Expectations that were not met

  /// Reads on where a key or the end of the object was expected.
  mutating func recoverKey() {
    if skipTrivia() { return }
    guard at < scanner.count else { return endMembers() }
    let sign = scanner.sign(at: at)
    switch sign.meant {
    case Byte.quote:
      foreignString(sign, isKey: true)
      expected = .colon
    case Byte.closeBrace, Byte.closeBracket:
      endMembers()
    case Byte.comma:
      superfluousComma(sign, isFirst: expected == .firstKey)
    case Byte.colon, Byte.openBrace, Byte.openBracket:
      report(.missingKey, at..<at)
      append(.invalid, at, at)
      expected = sign.meant == Byte.colon ? .colon : .value
    case Byte.zero, Byte.minus, Byte.plus, Byte.dot:
      if !thousands() { bareKey(.numberAsKey) }
    case Byte.letter:
      bareKey(.unquotedKey)
    default:
      _ = unexpected(sign)
    }
  }

  /// Reads on where a colon was expected.
  mutating func recoverColon() {
    if skipTrivia() || resumeString(isKey: true) { return }
    let place = afterPrevious()
    guard at < scanner.count else { return skipColon(place) }
    let sign = scanner.sign(at: at)
    switch sign.meant {
    case Byte.colon:
      foreignPunctuation(sign, meant: ":")
      expected = .value
    case _ where scanner[at] == Byte.equals:
      foreignPunctuation(sign, meant: ":")
      expected = .value
    case Byte.comma, Byte.closeBrace, Byte.closeBracket:
      skipColon(place)
    case 0, Byte.space:
      _ = unexpected(sign)
    default:
      report(.missingColon, place..<place)
      expected = .value
    }
  }

  /// Reads on where a value was expected.
  mutating func recoverValue() {
    if skipTrivia() { return }
    guard at < scanner.count else { return skipValue() }
    let sign = scanner.sign(at: at)
    switch sign.meant {
    case Byte.quote:
      foreignString(sign, isKey: false)
      expected = .separator
    case Byte.openBrace:
      openForeign(sign, .object, meant: "{")
    case Byte.openBracket:
      openForeign(sign, .array, meant: "[")
    case Byte.comma where expected != .value && pendingJunk == nil:
      superfluousComma(sign, isFirst: expected == .firstItem)
    case Byte.comma, Byte.closeBrace, Byte.closeBracket:
      if container == Self.none { skipJunk(sign) } else { skipValue() }
    case Byte.zero, Byte.minus, Byte.plus, Byte.dot:
      unusualNumber()
      expected = .separator
    case Byte.letter:
      bareWord()
      expected = .separator
    default:
      skipJunk(sign)
    }
  }

  /// Reads on where a comma, a closing bracket or the end of the text was expected.
  mutating func recoverSeparator() {
    if skipTrivia() { return }
    guard container != Self.none else { return end() }
    if resumeString(isKey: false) { return }
    guard at < scanner.count else { return reportUnclosed() }
    let sign = scanner.sign(at: at)
    let next = isInObject ? Expectation.key : .item
    switch sign.meant {
    case Byte.comma:
      comma = at
      if sign.isForeign, isInObject, foreignThousands() { return }
      foreignPunctuation(sign, meant: ",")
      expected = next
    case _ where scanner[at] == Byte.semicolon:
      comma = at
      foreignPunctuation(sign, meant: ",")
      expected = next
    case Byte.closeBrace, Byte.closeBracket:
      closer(sign)
    case Byte.colon:
      strayColon(sign)
    case Byte.quote, Byte.openBrace, Byte.openBracket:
      missingComma()
      expected = next
    case Byte.letter, Byte.zero, Byte.minus, Byte.plus, Byte.dot:
      textAfterValue()
    default:
      _ = unexpected(sign)
    }
  }

  // MARK: White space and comments

  /// Skips comments and blanks JSON does not know. Whether there were any.
  private mutating func skipTrivia() -> Bool {
    let start = at
    at = scanner.afterBlanks(at)
    if scanner[at] == Byte.slash {
      switch scanner[at + 1] {
      case Byte.slash: lineComment()
      case Byte.asterisk: blockComment()
      default: break
      }
    } else if at < scanner.count {
      let sign = scanner.sign(at: at)
      if sign.meant == Byte.space { report(.wrongSpace(sign.scalar), skipRun(sign)) }
    }
    return at > start
  }

  private mutating func lineComment() {
    let start = at
    while at < scanner.count, scanner[at] != Byte.lineFeed, scanner[at] != Byte.carriageReturn {
      at += 1
    }
    report(.comment, start..<at)
  }

  private mutating func blockComment() {
    let start = at
    at += 2
    while at < scanner.count {
      if scanner[at] == Byte.asterisk, scanner[at + 1] == Byte.slash {
        at += 2
        return report(.comment, start..<at)
      }
      at += 1
    }
    report(.unterminatedComment, start..<at)
  }

  // MARK: Punctuation

  /// Skips a run of equal characters.
  private mutating func skipRun(_ sign: Sign) -> Range<Int> {
    let start = at
    repeat {
      at += sign.width
    } while at < scanner.count
      && (0..<sign.width).allSatisfy { scanner[at + $0] == scanner[start + $0] }
    return start..<at
  }

  /// Reports and skips what means nothing here.
  private mutating func unexpected(_ sign: Sign) -> Range<Int> {
    let byte = scanner[at]
    let range = skipRun(sign)
    report(sign.isMalformed ? .malformedByte(byte) : .unexpectedCharacter(sign.scalar), range)
    return range
  }

  /// Skips a sign of JSON, and reports it if another one was written.
  private mutating func foreignPunctuation(_ sign: Sign, meant: Unicode.Scalar) {
    if sign.isForeign {
      report(.wrongPunctuation(found: sign.scalar, meant: meant), at..<at + sign.width)
    }
    at += sign.width
  }

  private mutating func openForeign(_ sign: Sign, _ kind: Node.Kind, meant: Unicode.Scalar) {
    let start = at
    foreignPunctuation(sign, meant: meant)
    open(kind, start, width: sign.width)
  }

  private mutating func superfluousComma(_ sign: Sign, isFirst: Bool) {
    report(isFirst ? .leadingComma : .doubledComma, at..<at + sign.width)
    at += sign.width
  }

  private mutating func reportTrailingComma() {
    report(.trailingComma, comma..<comma + scanner.scalar(at: comma).width)
  }

  /// The end of what comes before here, blanks not counted: the place where a sign is missing.
  private func afterPrevious() -> Int {
    var place = at
    while place > 0, scanner.isBlank(scanner[place - 1]) { place -= 1 }
    return place
  }

  private mutating func missingComma() {
    let place = afterPrevious()
    report(.missingComma, place..<place)
  }

  // MARK: Ends

  /// What was expected was a key, but the object or the text ends here.
  private mutating func endMembers() {
    if expected == .key { reportTrailingComma() }
    expected = .separator
  }

  /// Puts a value in the place of one that is missing together with its colon.
  private mutating func skipColon(_ place: Int) {
    report(.missingColon, place..<place)
    append(.invalid, place, place)
    expected = .separator
  }

  /// What was expected was a value, but something else that is right follows, or the text ends.
  private mutating func skipValue() {
    let place = afterPrevious()
    if let junk = pendingJunk {
      append(.invalid, junk.lowerBound, junk.upperBound)
    } else if expected == .item {
      reportTrailingComma()
    } else if expected == .value {
      if container == Self.none {
        report(.emptyText, 0..<scanner.count)
        isFinished = true
        return
      }
      report(.missingValue, place..<place)
      append(.invalid, place, place)
    }
    expected = .separator
  }

  /// Skips what means nothing in the place of a value.
  private mutating func skipJunk(_ sign: Sign) {
    junk = (unexpected(sign), nodes.count)
    if expected == .firstItem { expected = .item }
  }

  private var pendingJunk: Range<Int>? {
    junk.flatMap { $0.nodes == nodes.count ? $0.range : nil }
  }

  /// The value of the text is complete.
  private mutating func end() {
    if at < scanner.count {
      if reopens() { return }
      var end = scanner.count
      while scanner.isBlank(scanner[end - 1]) { end -= 1 }
      report(.contentAfterEnd, at..<end)
    }
    isFinished = true
  }

  /// Takes up an outermost object again that a closing brace too many has ended: members follow.
  private mutating func reopens() -> Bool {
    let (brace, next) = (afterPrevious() - 1, scanner.afterBlanks(at + 1))
    guard scanner[at] == Byte.comma, nodes.first?.kind == .object, brace >= 0,
      scanner[brace] == Byte.closeBrace, Int(nodes[0].end) == brace + 1, memberFollows(next)
    else { return false }
    report(.surplusCloser("}"), brace..<brace + 1)
    nodes[0].next = UInt32(truncatingIfNeeded: Self.none)
    (container, isInObject, depth) = (0, true, 1)
    expected = .separator
    return true
  }

  private mutating func reportUnclosed() {
    var open = container
    while open != Self.none {
      reportUnclosed(open)
      open = parent(of: open)
    }
    isFinished = true
  }

  private mutating func reportUnclosed(_ container: Int) {
    let node = nodes[container]
    report(node.kind == .object ? .unclosedObject : .unclosedArray, node.range)
  }

  // MARK: Closing brackets

  /// Closes the innermost container with a bracket that is foreign or of the other kind.
  private mutating func closer(_ sign: Sign) {
    let range = at..<at + sign.width
    let isRight = (sign.meant == Byte.closeBrace) == isInObject
    if !isRight, isSurplus(sign) {
      report(.surplusCloser(sign.scalar), range)
      at = range.upperBound
      return
    }
    if !isRight, closesOuterContainer(sign) {
      // The bracket is that of the container around this one, which will close with it in turn.
      reportUnclosed(container)
      return close(afterPrevious())
    }
    let right: Unicode.Scalar = isInObject ? "}" : "]"
    report(
      isRight
        ? .wrongPunctuation(found: sign.scalar, meant: right)
        : .mismatchedCloser(found: sign.scalar, expected: right), range)
    at = range.upperBound
    close(at)
  }

  /// Whether a closing bracket of the wrong kind is most likely not a slip for the right one, but
  /// the right one for the container around this one, after a bracket was forgotten.
  private func closesOuterContainer(_ sign: Sign) -> Bool {
    let outer = parent(of: container)
    guard outer != Self.none, (nodes[outer].kind == .object) == (sign.meant == Byte.closeBrace)
    else { return false }
    let outermost = parent(of: outer)
    let next = scanner.afterBlanks(at + sign.width)
    let following = next < scanner.count ? scanner.sign(at: next).meant : Byte.space
    let outerIsObject = nodes[outer].kind == .object
    let outermostIsObject = outermost != Self.none && nodes[outermost].kind == .object
    switch following {
    case Byte.comma:
      // Whether a member or an item comes next tells which container is still open.
      let isMember = memberFollows(scanner.afterBlanks(next + 1))
      return isMember != outerIsObject && outermost != Self.none && isMember == outermostIsObject
    case Byte.closeBrace, Byte.closeBracket:
      // If the rest is closing brackets only, their number tells.
      if let brackets = closersUntilEnd(next) { return brackets + 1 < depth }
      return outermost != Self.none && outermostIsObject == (following == Byte.closeBrace)
        && outermostIsObject != outerIsObject
    default:
      return outermost == Self.none && next >= scanner.count
    }
  }

  /// Whether the brackets of the whole text are complete without a closing one, and something other than the
  /// end follows it.
  private func isSurplus(_ sign: Sign) -> Bool {
    let start = at + sign.width
    let next = scanner.afterBlanks(start)
    let isFollowed = next < scanner.count && closersUntilEnd(next) == nil
    return isFollowed && depth + balance(from: start) == 0
  }

  /// How many more brackets open than close from an offset to the end, those in strings not counted.
  private func balance(from offset: Int) -> Int {
    var (balance, next, isInString) = (0, offset, false)
    while next < scanner.count {
      switch scanner[next] {
      case Byte.quote: isInString.toggle()
      case Byte.backslash where isInString: next += 1
      case Byte.openBrace, Byte.openBracket: if !isInString { balance += 1 }
      case Byte.closeBrace, Byte.closeBracket: if !isInString { balance -= 1 }
      // A string that is not closed ends with its line.
      case Byte.lineFeed: isInString = false
      default: break
      }
      next += 1
    }
    return balance
  }

  private func memberFollows(_ offset: Int) -> Bool {
    guard scanner[offset] == Byte.quote else { return false }
    return colonFollows(scanner.afterPlainText(offset + 1) + 1)
  }

  func colonFollows(_ offset: Int) -> Bool {
    let next = scanner.afterBlanks(offset)
    return next < scanner.count && scanner.sign(at: next).meant == Byte.colon
  }

  /// How many closing brackets stand from here to the end of the text; nil if something else does.
  private func closersUntilEnd(_ offset: Int) -> Int? {
    var next = offset
    var brackets = 0
    while next < scanner.count {
      guard scanner[next] == Byte.closeBrace || scanner[next] == Byte.closeBracket else {
        return nil
      }
      brackets += 1
      next = scanner.afterBlanks(next + 1)
    }
    return brackets
  }

  // MARK: Stray text

  /// A colon after a value.
  private mutating func strayColon(_ sign: Sign) {
    guard isInObject else {
      // Someone wrote `["a": 1]`; the items are what can be saved.
      report(.wrongPunctuation(found: sign.scalar, meant: ","), at..<at + sign.width)
      comma = at
      at += sign.width
      expected = .item
      return
    }
    if let last = nodes.last, last.kind == .string, Int(last.end) == afterPrevious() {
      // The value before was truly the next key: that of the member before it is missing.
      let key = nodes[nodes.count - 2]
      nodes[nodes.count - 1] = Node(
        .invalid, start: Int(key.end), end: Int(key.end), next: nodes.count)
      append(
        .string, Int(last.start), Int(last.end), hasEscapes: last.hasEscapes,
        openingWidth: Int(last.openingWidth), closingWidth: Int(last.closingWidth))
      report(.missingValue, Int(key.end)..<Int(key.end))
      expected = .colon
    } else {
      _ = unexpected(sign)
      append(.invalid, at, at)
      expected = .value
    }
  }

  /// A word or a number after a value: another member or item without its comma, or nothing.
  private mutating func textAfterValue() {
    let start = at
    let end = scanner.afterWord(at)
    let isValue = scanner.sign(at: at).meant != Byte.letter || wordMeaning(start..<end) != .other
    if isInObject ? colonFollows(end) : isValue {
      missingComma()
      expected = isInObject ? .key : .item
    } else {
      at = scanner.afterWords(at)
      report(.strayText, start..<at)
    }
  }
}
