// Whoever has no application yet begins with a blank one: every member in the form's order, nothing known.

import Eligibility

extension ValueRule {
  /// A value of which nothing is known, as JSON text with its members in the form's order.
  ///
  /// What may be known or not as a whole is null, so that a blank value says no more than an empty file.
  ///
  /// - Parameters:
  ///   - known: the JSON text of members that are known at the top level.
  ///   - depth: how far the lines within are indented, in steps of two spaces.
  func blankText(known: [String: String] = [:], items: Int = 0, depth: Int = 0) -> String {
    func block(_ open: String, _ lines: [String], _ close: String) -> String {
      let margin = String(repeating: "  ", count: depth + 1)
      let inner = lines.map { margin + $0 }.joined(separator: ",\n")
      return "\(open)\n\(inner)\n\(margin.dropLast(2))\(close)"
    }
    switch self {
    case .object(let object):
      let fields = object.use { $0.fields }
      let lines = fields.compactMap { field -> String? in
        if case .ignored = field.rule { return nil }
        let value =
          known[field.key] ?? field.rule.blankText(items: field.blankItems, depth: depth + 1)
        return "\"\(field.key)\": \(value)"
      }
      return block("{", lines, "}")
    case .list(let list) where items > 0:
      let item = list.use { $0.item }.blankText(depth: depth + 1)
      return block("[", Array(repeating: item, count: items), "]")
    default: return "null"
    }
  }
}

extension FactTable {
  /// A blank application of a programme.
  func blankText(of programme: String) -> String {
    let known = ["formatVersion": String(version), "programme": "\"\(programme)\""]
    return root.rule.blankText(known: known) + "\n"
  }
}
