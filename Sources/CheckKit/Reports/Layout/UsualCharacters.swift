// Nearly every character of a report is one of a few kinds, of which nothing needs to be looked up.

extension Unicode.Scalar {
  /// Whether it is a blank or one of the visible characters of which reports mostly consist: never
  /// obeyed, never hidden, and one character by itself unless another joins it.
  ///
  /// Asking for the properties of these, too, would take most of a report's time.
  var isUsual: Bool {
    switch value {
    case 0x20..<0x7F, 0xA1...0xAC, 0xAE...0xFF, 0x2010...0x2027, 0x2030...0x205E,
      0x2100...0x214F, 0x2190...0x22FF, 0x270C...0x2727, 0x3001...0x301F, 0x4E00...0x9FFF,
      0xFF01...0xFF5E:
      true
    default: false
    }
  }

  /// How many terminal columns a usual scalar takes.
  var usualColumns: Int { value < 0x3000 ? 1 : 2 }
}

extension StringProtocol {
  /// The columns of a text of usual characters; `nil` where there are others.
  var usualColumns: Int? {
    var columns = 0
    for scalar in unicodeScalars {
      guard scalar.isUsual else { return nil }
      columns += scalar.usualColumns
    }
    return columns
  }
}
