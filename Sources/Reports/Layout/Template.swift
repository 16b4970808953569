// Pages are real files with a few holes; this fills the holes and looks at nothing else.

/// A text with placeholders: `{{name}}`.
public struct Template {
  private let source: [UInt8]

  /// Creates a template from its text in UTF-8.
  public init(_ source: [UInt8]) { self.source = source }

  /// The text with the values in place of the names; what a value holds is not looked at again.
  ///
  /// A placeholder without a value is a defect of the page and stays to be seen.
  public func filled(with values: [String: [UInt8]]) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(source.count + values.values.reduce(0) { $0 + $1.count })
    var start = 0
    for (range, name) in placeholders {
      guard let value = values[name] else { continue }
      filled += source[start..<range.lowerBound]
      filled += value
      start = range.upperBound
    }
    return filled + source[start...]
  }

  /// The names of the placeholders, in the order of the text.
  var names: [String] { placeholders.map { $0.name } }

  private var placeholders: [(range: Range<Int>, name: String)] {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var placeholders: [(range: Range<Int>, name: String)] = []
    var place = 0
    while place + 1 < source.count {
      guard source[place] == open, source[place + 1] == open,
        let end = source[place...].firstIndex(of: close), end + 1 < source.count,
        source[end + 1] == close
      else {
        place += 1
        continue
      }
      let name = String(decoding: source[(place + 2)..<end], as: UTF8.self)
      placeholders.append((place..<(end + 2), name))
      place = end + 2
    }
    return placeholders
  }
}
