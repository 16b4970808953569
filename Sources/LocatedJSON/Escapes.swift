// Resolves the escapes of a string when its text is asked for, not before.

/// The UTF-8 text a string with escapes stands for.
///
/// The parser has reported every bad escape, so that this only has to be forgiving: a lone surrogate
/// or an incomplete `\u` becomes U+FFFD, and any other unknown escape the character it precedes.
@usableFromInline
func unescaped(_ content: ArraySlice<UInt8>) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(content.count)
  var rest = content
  while let byte = rest.popFirst() {
    guard byte == Byte.backslash, let sign = rest.popFirst() else {
      text.append(byte)
      continue
    }
    switch sign {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(Byte.lineFeed)
    case UInt8(ascii: "r"): text.append(Byte.carriageReturn)
    case UInt8(ascii: "t"): text.append(Byte.tab)
    case UInt8(ascii: "u"):
      let scalar = unicodeEscape(&rest) ?? "\u{FFFD}"
      text.append(contentsOf: String(scalar).utf8)
    default: text.append(sign)
    }
  }
  return text
}

/// Takes the four digits after a `\u`, and the second half of a surrogate pair with them.
private func unicodeEscape(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard let first = codeUnit(&rest) else { return nil }
  guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
  var second = rest
  guard second.popFirst() == Byte.backslash, second.popFirst() == UInt8(ascii: "u"),
    let trail = codeUnit(&second), UTF16.isTrailSurrogate(trail)
  else { return nil }
  rest = second
  return Unicode.Scalar(0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(trail) & 0x3FF)
}

private func codeUnit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
  var value: UInt16 = 0
  for _ in 0..<4 {
    guard let byte = rest.first, let digit = hexadecimalDigit(byte) else { return nil }
    rest.removeFirst()
    value = value << 4 | UInt16(digit)
  }
  return value
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
