// A command line that is shown to be run again must mean to a shell what it meant, and do nothing else.

extension String {
  /// The text as one word of a command line, exactly as it is, for the shells of Unix.
  ///
  /// What means nothing to a shell stays; other texts stand between single quotes. Where something would
  /// be hidden, move a cursor or command a CI server, the word is `$'…'` with escapes (Bourne-again shell,
  /// Z shell, POSIX 2024), and so are the bytes of a file's name that are no characters.
  public func shellWord() -> String {
    if let first = utf8.first, first != UInt8(ascii: "="), utf8.allSatisfy(String.isPlainInShells) {
      return self
    }
    let isShownAsItIs = unicodeScalars.allSatisfy { $0.isHarmless } && sanitized() == self
    var word = isShownAsItIs ? "'" : "$'"
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      if isShownAsItIs {
        word += scalar == "'" ? #"'\''"# : String(scalar)
      } else if scalar == "'" || scalar == "\\" {
        word += "\\" + String(scalar)
      } else if let byte = FileName.byte(of: scalar) {
        word += FileName.escape(byte)
      } else if !scalar.isHarmless || (scalar == last && (scalar == ":" || scalar == "#")) {
        word += String.shellEscape(scalar)
      } else {
        word.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return word + "'"
  }

  /// Whether no shell reads a character as anything but itself, behind the first one of a word.
  private static func isPlainInShells(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "+"),
      UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// The bytes of a character, each as an escape.
  private static func shellEscape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map(FileName.escape).joined()
  }
}
