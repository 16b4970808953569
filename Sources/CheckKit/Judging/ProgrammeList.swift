// An application may say to which programme it belongs; whoever judges it looks here for that one.

import Eligibility
import LocatedJSON

/// The programmes that there are.
package struct ProgrammeList: Hashable, Sendable {
  /// All of them.
  let all: [Programme]

  /// The one that is meant where nothing names another.
  var usual: Programme { all[0] }

  /// Lists programmes, the usual one first.
  init(_ usual: Programme, _ others: Programme...) { all = [usual] + others }

  /// The programme of that identifier.
  func named(_ id: String) -> Programme? { all.first { $0.id == id } }

  /// The programme that an application names; one that names none, or none of these, is for another.
  func programme(of text: ApplicationText, or usual: Programme) -> Programme {
    let document = text.document
    guard all.count > 1, let root = document.root else { return usual }
    let member = document.members(of: root).first { document.isText($0.key, "programme") }
    return member.flatMap { document.text($0.value) }.flatMap(named) ?? usual
  }

  /// The words for the bureaus of all programmes, each once.
  var bureaus: [String] {
    var words: [String] = []
    for bureau in all.flatMap(\.bureaus) where !words.contains(bureau.word) {
      words.append(bureau.word)
    }
    return words
  }
}

extension Programme: Hashable {
  static func == (left: Programme, right: Programme) -> Bool { left === right }

  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
