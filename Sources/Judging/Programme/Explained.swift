// People ask about a criterion or a member of the form by whatever they have read of it.

import Eligibility

/// A member of a programme's form, wherever in it.
public struct FormMember: Sendable {
  /// Where it stands, with `*` for the items of lists.
  public let pointer: Pointer
  /// What it is called, its containers first.
  public let labels: [Wording]
  /// What is to be written.
  public let field: FieldSchema
}

/// What someone may mean who asks for an explanation.
public struct Explained: Sendable {
  /// The programme.
  public let programme: Programme
  /// Criteria, by their numbers.
  public var criteria: [Int] = []
  /// Members of the form.
  public var members: [FormMember] = []

  /// Creates an answer from criteria, by their numbers in the programme, and members.
  public init(programme: Programme, criteria: [Int] = [], members: [FormMember] = []) {
    self.programme = programme
    self.criteria = criteria
    self.members = members
  }
}

extension ProgrammeList {
  /// What a word may mean: the identifier or title of a criterion, or the pointer, name or label of a
  /// member, titles and labels also with characters left out; `nil` where it means nothing.
  ///
  /// - Parameter programme: the programme that is looked through before the others.
  public func meaning(of word: String, in programme: Programme) -> Explained? {
    let programmes = [programme] + all.filter { $0 != programme }
    return programmes.lazy.compactMap { $0.meaning(of: word) }.first
  }
}

extension Programme {
  /// All members of the form, in its order, containers before what they hold.
  public var members: [FormMember] {
    var members: [FormMember] = []
    func visit(_ type: ValueType, _ pointer: String, _ labels: [Wording]) {
      switch type {
      case .object(let fields):
        for field in fields {
          let (pointer, labels) = ("\(pointer)/\(field.key)", labels + [field.label])
          members.append(FormMember(pointer: Pointer(pointer), labels: labels, field: field))
          visit(field.type, pointer, labels)
        }
      case .list(let item, _): visit(item, "\(pointer)/*", labels)
      default: break
      }
    }
    visit(schema(), "", [])
    return members
  }

  /// The criteria that read a member or what it holds.
  public func criteria(reading member: Pointer) -> [CriterionDescription] {
    criteria.filter { criterion in
      criterion.reads.contains {
        $0.template == member.template || $0.template.hasPrefix(member.template + "/")
      }
    }
  }

  fileprivate func meaning(of word: String) -> Explained? {
    let named = criteria.indices.filter { criteria[$0].id == word }
    if !named.isEmpty { return Explained(programme: self, criteria: named) }
    let members = members
    let place = word.asTemplate
    func isCalled(_ label: Wording, _ matches: (String) -> Bool) -> Bool {
      matches(label.zh) || matches(label.en)
    }
    let ways: [(String) -> Bool] = [
      { $0.lowercased() == word.lowercased() }, { $0.hasInOrder(charactersOf: word) },
    ]
    for (way, matches) in ways.enumerated() {
      let found = Explained(
        programme: self,
        criteria: criteria.indices.filter { isCalled(criteria[$0].title, matches) },
        members: members.filter { member in
          member.pointer.template == place || isCalled(member.field.label, matches)
            // Characters left out of a name in the file say too little.
            || way == 0 && matches(member.field.key)
        })
      if !found.criteria.isEmpty || !found.members.isEmpty { return found }
    }
    return nil
  }
}

extension String {
  /// A place as a report shows it, with `*` for the numbers of items as the form has it.
  var asTemplate: String {
    if !hasPrefix("/") { return self }
    return split(separator: "/").map { $0.isASCIIDigits ? "/*" : "/" + $0 }.joined()
  }

  /// Whether it holds all characters of a text of two or more in their order.
  fileprivate func hasInOrder(charactersOf text: String) -> Bool {
    var rest = text.lowercased()[...]
    guard rest.count > 1 else { return false }
    for character in lowercased() where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
