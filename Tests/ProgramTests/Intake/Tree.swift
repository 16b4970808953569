// Tests change single members of an application, so they need it as a tree that can be written again.

import LocatedJSON

/// A JSON value with the members of objects in their order.
indirect enum Tree: Sendable {
  case object([Member])
  case list([Tree])
  /// Anything else, as it is written.
  case scalar(String)

  struct Member: Sendable {
    var key: String
    var value: Tree
  }

  /// The good application.
  static let good = Tree(JSONDocument(parsing: Array(GoodFile.text.utf8)), 0)

  init(_ document: JSONDocument, _ index: JSONDocument.Index) {
    switch document[index].kind {
    case .object:
      self = .object(
        document.members(of: index).map {
          Member(key: document.text($0.key) ?? "", value: Tree(document, $0.value))
        })
    case .array: self = .list(document.children(of: index).map { Tree(document, $0) })
    default: self = .scalar(document.lexeme(index))
    }
  }

  /// The value as a text, `blank()` wherever blanks may stand.
  func written(_ blank: () -> String = { "" }) -> String {
    switch self {
    case .scalar(let text): return text
    case .list(let items):
      let inside = items.map { blank() + $0.written(blank) + blank() }.joined(separator: ",")
      return "[" + (inside.isEmpty ? blank() : inside) + "]"
    case .object(let members):
      let inside = members.map {
        blank() + "\"\($0.key)\"" + blank() + ":" + blank() + $0.value.written(blank) + blank()
      }
      return "{" + (inside.isEmpty ? blank() : inside.joined(separator: ",")) + "}"
    }
  }

  /// The way to a value: names of members and numbers of items.
  enum Step: Hashable, Sendable {
    case member(String)
    case item(Int)
  }

  /// Every member of every object, by the way to the object and its name.
  var members: [(object: [Step], key: String)] {
    switch self {
    case .scalar: []
    case .list(let items):
      items.enumerated().flatMap { place, item in
        item.members.map { ([.item(place)] + $0.object, $0.key) }
      }
    case .object(let members):
      members.flatMap { member in
        [([], member.key)]
          + member.value.members.map { ([.member(member.key)] + $0.object, $0.key) }
      }
    }
  }

  /// The tree with the members of one object changed.
  func changing(_ way: some Collection<Step>, _ change: (inout [Member]) -> Void) -> Tree {
    switch (self, way.first) {
    case (.object(var members), nil):
      change(&members)
      return .object(members)
    case (.object(let members), .member(let key)?):
      return .object(
        members.map { member in
          member.key != key
            ? member
            : Member(key: key, value: member.value.changing(way.dropFirst(), change))
        })
    case (.list(let items), .item(let number)?):
      return .list(
        items.enumerated().map { place, item in
          place == number ? item.changing(way.dropFirst(), change) : item
        })
    default: return self
    }
  }

  /// The tree with the members of every object in another order.
  func shuffled(using dice: inout Dice) -> Tree {
    switch self {
    case .scalar: return self
    case .list(let items): return .list(items.map { $0.shuffled(using: &dice) })
    case .object(let members):
      var shuffled: [Member] = []
      for member in members {
        shuffled.append(Member(key: member.key, value: member.value.shuffled(using: &dice)))
      }
      return .object(shuffled.shuffled(using: &dice))
    }
  }

  /// The JSON Pointer of a member.
  static func pointer(_ object: [Step], _ key: String) -> String {
    (object + [.member(key)]).map { step in
      switch step {
      case .member(let name): "/" + name
      case .item(let number): "/\(number)"
      }
    }.joined()
  }

  /// The same with `*` for items.
  static func template(_ object: [Step], _ key: String) -> String {
    (object + [.member(key)]).map { step in
      switch step {
      case .member(let name): "/" + name
      case .item: "/*"
      }
    }.joined()
  }
}

/// Chance from a seed (SplitMix64, by Steele, Lea and Flood, 2014), the same on every machine.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
}
