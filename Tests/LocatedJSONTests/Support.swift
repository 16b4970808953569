// What the tests share: a readable form of a document, a check of its tape, and seeded chance.
import LocatedJSON

func parse(_ text: String, limits: Limits = Limits()) -> JSONDocument {
  JSONDocument(parsing: Array(text.utf8), limits: limits)
}

func fault(_ kind: SyntaxFault.Kind, _ lower: Int, _ upper: Int) -> SyntaxFault {
  SyntaxFault(kind, lower..<upper)
}

extension JSONDocument {
  /// The values that were understood, as compact JSON; `!` stands for an invalid value or key.
  var outline: String {
    root.map { outline(of: $0) } ?? ""
  }

  private func outline(of index: Index) -> String {
    switch self[index].kind {
    case .object:
      "{"
        + members(of: index).map { outline(of: $0.key) + ":" + outline(of: $0.value) }
        .joined(separator: ",") + "}"
    case .array: "[" + children(of: index).map { outline(of: $0) }.joined(separator: ",") + "]"
    case .string: quoted(text(index) ?? "?")
    case .number: lexeme(index)
    case .true: "true"
    case .false: "false"
    case .null: "null"
    case .invalid: "!"
    }
  }

  /// What is wrong with the tape itself, which must be in order however faulty the text is.
  func tapeDefects() -> [String] {
    var defects: [String] = []
    for (index, node) in nodes.enumerated() {
      if node.start > node.end || Int(node.end) > bytes.count {
        defects.append("node \(index) is out of the text")
      }
      if Int(node.content.lowerBound) > Int(node.content.upperBound) {
        defects.append("node \(index) has no content")
      }
      let isContainer = node.kind == .object || node.kind == .array
      if Int(node.next) > nodes.count || Int(node.next) <= index
        || !isContainer && Int(node.next) != index + 1
      {
        defects.append("node \(index) leads to \(node.next)")
      }
      var place = index + 1
      for member in members(of: index) {
        if member.key != place { defects.append("node \(index) skips to key \(member.key)") }
        if self[member.key].kind != .string && self[member.key].kind != .invalid {
          defects.append("key \(member.key) is a \(self[member.key].kind)")
        }
        place = Int(self[member.value].next)
      }
      if node.kind == .array {
        for child in children(of: index) {
          if child != place { defects.append("node \(index) skips to item \(child)") }
          place = Int(self[child].next)
        }
      }
      if place != Int(node.next) { defects.append("node \(index) ends at \(place)") }
    }
    if let root, Int(self[root].next) != nodes.count { defects.append("there are loose nodes") }
    let starts = nodes.map(\.start)
    if starts != starts.sorted() { defects.append("nodes are not in document order") }
    for fault in faults where fault.range.upperBound > bytes.count {
      defects.append("\(fault) is out of the text")
    }
    let places = faults.filter {
      // That there are too many faults is said last, wherever it was noticed.
      if case .tooManyFaults = $0.kind { false } else { true }
    }.map(\.range.lowerBound)
    if places != places.sorted() { defects.append("faults are not in order") }
    return defects
  }
}

/// A string as JSON writes it.
func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\u{0}"..<" ":
      quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// Chance that is the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A JSON value to write and read back.
indirect enum Sample: Equatable {
  case object([(String, Sample)])
  case array([Sample])
  case string(String)
  case number(String)
  case literal(String)

  static func == (a: Sample, b: Sample) -> Bool { a.compact == b.compact }

  var compact: String {
    switch self {
    case .object(let members):
      "{" + members.map { quoted($0.0) + ":" + $0.1.compact }.joined(separator: ",") + "}"
    case .array(let items): "[" + items.map(\.compact).joined(separator: ",") + "]"
    case .string(let text): quoted(text)
    case .number(let text), .literal(let text): text
    }
  }

  /// The value in one of the many ways to write it: with any blanks and any escapes.
  func written(_ chance: inout Seeded) -> String {
    func blank(_ chance: inout Seeded) -> String {
      ["", "", "", " ", "\n", "\r\n", "\t", "\n            "].randomElement(using: &chance) ?? ""
    }
    func string(_ text: String, _ chance: inout Seeded) -> String {
      var written = "\""
      for scalar in text.unicodeScalars {
        if Int.random(in: 0..<8, using: &chance) == 0 {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16, uppercase: Bool.random(using: &chance))
            written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else if scalar == "\n" {
          written += "\\n"
        } else if scalar == "/" {
          written += "\\/"
        } else {
          written.unicodeScalars.append(
            contentsOf: quoted(String(scalar)).unicodeScalars.dropFirst().dropLast())
        }
      }
      return written + "\""
    }
    var text = blank(&chance)
    switch self {
    case .object(let members):
      var parts: [String] = []
      for (key, value) in members {
        parts.append(
          blank(&chance) + string(key, &chance) + blank(&chance) + ":" + value.written(&chance))
      }
      text += "{" + (parts.isEmpty ? blank(&chance) : parts.joined(separator: ",")) + "}"
    case .array(let items):
      var parts: [String] = []
      for item in items { parts.append(item.written(&chance)) }
      text += "[" + (parts.isEmpty ? blank(&chance) : parts.joined(separator: ",")) + "]"
    case .string(let value): text += string(value, &chance)
    case .number(let value), .literal(let value): text += value
    }
    return text + blank(&chance)
  }

  static func random(_ chance: inout Seeded, depth: Int = 0) -> Sample {
    switch Int.random(in: depth > 5 ? 2..<6 : 0..<6, using: &chance) {
    case 0:
      var members: [(String, Sample)] = []
      for number in 0..<Int.random(in: 0..<6, using: &chance) {
        // The number keeps the keys apart; they are what a pointer has to tell apart.
        members.append(
          (randomText(&chance) + String(number), random(&chance, depth: depth + 1)))
      }
      return .object(members)
    case 1:
      var items: [Sample] = []
      for _ in 0..<Int.random(in: 0..<14, using: &chance) {
        items.append(random(&chance, depth: depth + 1))
      }
      return .array(items)
    case 2: return .literal(["true", "false", "null"].randomElement(using: &chance) ?? "null")
    case 3:
      let numbers = ["0", "-0", "1", "-12", "3.25", "1e5", "2E-3", "-0.0e+7", "1234567890123"]
      return .number(numbers.randomElement(using: &chance) ?? "0")
    default: return .string(randomText(&chance))
    }
  }

  static func randomText(_ chance: inout Seeded) -> String {
    let letters: [Unicode.Scalar] = [
      "a", "b", "z", "0", " ", "~", "/", "\"", "\\", "\n", "\u{1}", "\u{1F}", "é", "中", "文", "：",
      "“", "😀", "\u{10FFFF}", "\u{301}", "-", "\u{FFFD}", "\u{0}", "\u{7F}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<20, using: &chance) {
      text.unicodeScalars.append(letters.randomElement(using: &chance) ?? "a")
    }
    return text
  }
}
