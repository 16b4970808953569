// Properties speak of every member of the format, so the members are taken from the format's own table.

import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Programmes

/// One member of the format, at any depth; of a list the member of its first item.
struct FormatMember: Sendable, CustomTestStringConvertible {
  /// The way to it from the top of an application.
  let way: [Tree.Step]
  /// What kind of value it has.
  let type: ValueType

  var testDescription: String { Tree.pointer(way) }

  /// Every member, a container before what is in it.
  static let all = members(of: ChampionFormat.schema, at: [])

  private static func members(of type: ValueType, at way: [Tree.Step]) -> [FormatMember] {
    switch type {
    case .object(let fields):
      fields.flatMap { field in
        let inner = way + [.member(field.key)]
        return [FormatMember(way: inner, type: field.type)] + members(of: field.type, at: inner)
      }
    case .list(let item, _): members(of: item, at: way + [.item(0)])
    default: []
    }
  }

  /// The kind of value at a way; `nil` where the format has none.
  static func type(at way: [Tree.Step]) -> ValueType? {
    way.reduce(Optional(ChampionFormat.schema)) { type, step in
      switch (type, step) {
      case (.object(let fields)?, .member(let key)): fields.first { $0.key == key }?.type
      case (.list(let item, _)?, .item): item
      default: nil
      }
    }
  }
}

extension Tree {
  static let null = Tree.scalar("null")

  /// The JSON Pointer of a way.
  static func pointer(_ way: [Step]) -> String {
    way.map { step in
      switch step {
      case .member(let name): "/" + name
      case .item(let number): "/\(number)"
      }
    }.joined()
  }

  /// The way that a JSON Pointer describes; no member of the format has digits for a name.
  static func way(to pointer: Pointer) -> [Step] {
    pointer.description.split(separator: "/").map { token in
      Int(token).map { .item($0) } ?? .member(String(token))
    }
  }

  /// The value at a way.
  subscript(way: [Step]) -> Tree? {
    way.reduce(Optional(self)) { tree, step in
      switch (tree, step) {
      case (.object(let members)?, .member(let key)): members.first { $0.key == key }?.value
      case (.list(let items)?, .item(let number)): number < items.count ? items[number] : nil
      default: nil
      }
    }
  }

  /// The tree with another value at a way, or without one; containers on the way are made.
  func setting(_ way: some Collection<Step>, to value: Tree?) -> Tree {
    guard let step = way.first else { return value ?? .null }
    let rest = way.dropFirst()
    switch step {
    case .member(let key):
      var members: [Member] = if case .object(let members) = self { members } else { [] }
      let place = members.firstIndex { $0.key == key }
      switch (place, value) {
      case (let place?, nil) where rest.isEmpty: members.remove(at: place)
      case (let place?, _): members[place].value = members[place].value.setting(rest, to: value)
      case (nil, nil): break
      case (nil, _?): members.append(Member(key: key, value: Tree.null.setting(rest, to: value)))
      }
      return .object(members)
    case .item(let number):
      var items: [Tree] = if case .list(let items) = self { items } else { [] }
      while items.count <= number { items.append(.object([])) }
      items[number] = items[number].setting(rest, to: value)
      return .list(items)
    }
  }
}

struct FormatMemberTests {
  /// The table is walked to its end: every member that a good application has is found in it.
  @Test func `every member of an application is found`() {
    let known = Set(FormatMember.all.map { Tree.pointer($0.way) })
    let used = Tree.good.members.map { Tree.pointer($0.object, $0.key) }
    // An item other than the first is like the first.
    let first = used.filter { !$0.split(separator: "/").contains { $0 != "0" && Int($0) != nil } }
    #expect(first.filter { !known.contains($0) } == [])
    #expect(known.count == FormatMember.all.count)
    #expect(first.count > 80)
  }

  @Test func `a tree is changed where it is said`() throws {
    let way = Tree.way(to: Pointer("/figures/years/*/profit", at: 1))
    #expect(Tree.pointer(way) == "/figures/years/1/profit")
    let changed = Tree.good.setting(way, to: .scalar("7"))
    #expect(changed[way]?.written() == "7")
    #expect(changed.setting(way, to: Tree.good[way]).written() == Tree.good.written())
    #expect(changed.setting(way, to: nil)[way] == nil)
    let made = Tree.object([]).setting(way, to: .scalar("7"))
    #expect(made.written() == #"{"figures":{"years":[{},{"profit":7}]}}"#)
  }
}
