// Documents and issue trackers read Markdown; applicants' text must not become markup there.

import HostSystem

/// Makes a text mean itself in Markdown.
public enum MarkdownText {
  /// The text on one line, without markup, HTML, links, ends of cells, or references.
  ///
  /// Issue trackers look for references to people and issues in what is shown, where a backslash or an
  /// entity is no longer to be seen; an empty comment behind the sign parts it from the name.
  public static func escaped(_ text: String) -> String {
    let scalars = Array(text.sanitized().unicodeScalars)
    var escaped = ""
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      // An entity, because programs disagree on where a backslash and a bar end a cell.
      case "|": escaped += "&#124;"
      // Bare addresses become links by these.
      case ":" where place + 1 < scalars.count && scalars[place + 1] == "/": escaped += "&#58;"
      case "." where place > 0 && ["w", "W"].contains(scalars[place - 1]): escaped += "&#46;"
      case "\\", "`", "*", "_", "[", "]", "~", "!", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
      if beginsReference(scalars[place...], after: scalars[..<place]) { escaped += "<!-- -->" }
    }
    return escaped
  }

  /// The same at the beginning of a line, where headings, lists, rules and blocks of code begin.
  public static func escapedLine(_ text: String) -> String {
    let escaped = escaped(text)
    let number = escaped.utf8.prefix { (0x30...0x39).contains($0) }
    if !number.isEmpty, let sign = escaped.utf8.dropFirst(number.count).first,
      sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
    {
      let end = escaped.utf8.index(escaped.startIndex, offsetBy: number.count)
      return escaped[..<end] + "\\" + escaped[end...]
    }
    switch escaped.utf8.first {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
      return "\\" + escaped
    case UInt8(ascii: " "): return "&#32;" + escaped.dropFirst()
    default: return escaped
    }
  }

  /// Whether a text begins with the sign of a reference: `@name`, `#1`, `!1`, the hyphen of `GH-1`.
  private static func beginsReference(
    _ text: ArraySlice<Unicode.Scalar>, after before: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let sign = text.first, let next = text.dropFirst().first else { return false }
    switch sign {
    case "@": return !next.properties.isWhitespace
    case "#", "!", "$", "%", "&", "~": return next.properties.numericType != nil
    case "-":
      return next.properties.numericType != nil
        && ["GH", "gh", "Gh", "gH"].contains(before.suffix(2).map { String($0) }.joined())
    default: return false
    }
  }
}
