// Applicants' text must not move the cursor, reorder or forge a line, or command a CI server; it is shown,
// never obeyed.

extension StringProtocol {
  /// The text with everything that a terminal would obey or hide written as a visible escape.
  ///
  /// Escaped are control characters (line ends too), bidirectional and other invisible formatting,
  /// separators of lines, private and unassigned scalars: `\n`, `\u{202E}`. Variation selectors
  /// pass directly after a visible character, where they choose a form of it.
  ///
  /// CI servers take commands from the lines of a job's log: `::name::` behind blanks at most, `##[name]`
  /// and `##name[` anywhere. So the second of two colons or number signs is escaped too, wherever a
  /// report may break its line. All else stays.
  public func sanitized() -> String {
    if !hasCommandSign, isSimple { return String(self) }
    var result = String.UnicodeScalarView()
    var isAfterVisible = false
    for scalar in unicodeScalars {
      if scalar.isSimple, !(scalar.beginsCommand && result.last == scalar) {
        result.append(scalar)
        isAfterVisible = scalar != " "
        continue
      }
      let isSelector = scalar.properties.isVariationSelector
      if isSelector ? isAfterVisible : scalar.isHarmless && !scalar.beginsCommand {
        result.append(scalar)
      } else {
        // One by one, since appending several at once copies all that is there.
        for sign in scalar.visibleEscape.unicodeScalars { result.append(sign) }
      }
      isAfterVisible = !isSelector && scalar.isHarmless && !scalar.properties.isWhitespace
    }
    return String(result)
  }

  /// Whether two signs stand side by side with which commands to CI servers begin.
  private var hasCommandSign: Bool {
    var last: UInt8 = 0
    return hasByte { byte in
      defer { last = byte }
      return byte == last && (byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#"))
    }
  }
}

extension Unicode.Scalar {
  /// Whether commands to CI servers begin with two of it.
  fileprivate var beginsCommand: Bool { self == ":" || self == "#" }

  /// Whether the scalar shows as itself and does nothing else.
  public var isHarmless: Bool {
    if isSimple { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default:
      // Fillers are letters by category, yet draw nothing.
      return !properties.isDefaultIgnorableCodePoint
    }
  }

  /// The scalar as Swift source writes it, and a byte of a file's name as C source does.
  fileprivate var visibleEscape: String {
    if let byte = FileName.byte(of: self) { return FileName.escape(byte) }
    return switch self {
    case "\n": #"\n"#
    case "\r": #"\r"#
    case "\t": #"\t"#
    default: #"\u{"# + String(value, radix: 16, uppercase: true) + "}"
    }
  }
}
