// Nearly every character of a report is one of a few kinds, of which nothing needs to be looked up.

extension Unicode.Scalar {
  /// Whether it is a blank or one of the visible characters of which reports mostly consist: never
  /// obeyed, never hidden, and one character by itself unless another joins it.
  ///
  /// Asking for the properties of these, too, would take most of a report's time.
  public var isSimple: Bool {
    switch value {
    case 0x20..<0x7F, 0xA1...0xAC, 0xAE...0xFF, 0x2010...0x2027, 0x2030...0x205E,
      0x2100...0x214F, 0x2190...0x22FF, 0x270C...0x2727, 0x3001...0x301F, 0x4E00...0x9FFF,
      0xFF01...0xFF5E:
      true
    default: false
    }
  }

  /// How many terminal columns a usual scalar takes.
  public var usualColumns: Int { value < 0x3000 ? 1 : 2 }
}

extension StringProtocol {
  /// Whether all of it is printable ASCII, as identifiers and most English text are.
  public var isPrintableASCII: Bool { !hasByte { !(0x20..<0x7F).contains($0) } }

  /// Whether all of its characters are simple.
  public var isSimple: Bool {
    // Bytes that lie in one piece, as they nearly always do, are looked through faster; most are ASCII.
    utf8.withContiguousStorageIfAvailable { bytes in
      var place = 0
      while place < bytes.count {
        let lead = bytes[place]
        let scalar: UInt32
        switch lead {
        case ..<0x80: scalar = UInt32(lead)
        case ..<0xE0: scalar = UInt32(lead & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F)
        case ..<0xF0:
          scalar =
            UInt32(lead & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
            | UInt32(bytes[place + 2] & 0x3F)
        default: return false
        }
        guard Unicode.Scalar(scalar)?.isSimple == true else { return false }
        place += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
      }
      return true
    } ?? unicodeScalars.allSatisfy { $0.isSimple }
  }

  /// Whether one of the bytes of the text's UTF-8 is such.
  public func hasByte(where isSuch: (UInt8) -> Bool) -> Bool {
    // Bytes that lie in one piece, as they nearly always do, are looked through faster.
    utf8.withContiguousStorageIfAvailable { $0.contains(where: isSuch) }
      ?? utf8.contains(where: isSuch)
  }

  /// The columns of a text of usual characters; `nil` where there are others.
  public var usualColumns: Int? {
    var columns = 0
    for scalar in unicodeScalars {
      guard scalar.isSimple else { return nil }
      columns += scalar.usualColumns
    }
    return columns
  }
}
