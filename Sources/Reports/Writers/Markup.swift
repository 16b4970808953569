// XML and HTML make strangers' texts harmless in one way.

import HostSystem

extension [UInt8] {
  /// Adds a text that can stand in XML and HTML, also in an attribute within double quotes; it is sanitised
  /// first.
  mutating func append(markup text: String) {
    var harmless = text.sanitized()
    harmless.withUTF8 { text in
      // In pieces up to the next sign that needs an escape, as most texts hold none.
      var start = 0
      for place in text.indices {
        let escape: StaticString
        switch text[place] {
        case UInt8(ascii: "&"): escape = "&amp;"
        case UInt8(ascii: "<"): escape = "&lt;"
        case UInt8(ascii: ">"): escape = "&gt;"
        case UInt8(ascii: "\""): escape = "&quot;"
        default: continue
        }
        append(contentsOf: text[start..<place])
        escape.withUTF8Buffer { append(contentsOf: $0) }
        start = place + 1
      }
      append(contentsOf: text[start...])
    }
  }
}
