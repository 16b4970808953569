// What an enterprise wrote for experts is read by no rule, so a report takes it from the file itself.

import ChampionRules
import Eligibility
import LocatedJSON

/// A statement and the proofs named with it, as they were filed: hostile until escaped.
struct Material {
  /// What the enterprise says.
  let text: String?
  /// The names of the proofs.
  let proofs: [String]
}

extension Filing {
  /// What was submitted for a judgement or a bonus; nothing for other criteria.
  func material(for criterion: Criterion<Application>) -> [Material] {
    switch criterion.role {
    case .judgement:
      member("statements").flatMap { member(criterion.id, of: $0) }.map { [material(at: $0)] } ?? []
    case .bonus:
      member("bonuses").flatMap { member(criterion.id, of: $0) }
        .map { document.children(of: $0).map(material) } ?? []
    case .condition, .indicator, .preference: []
    }
  }

  private func material(at index: Document.Index) -> Material {
    Material(
      text: member("text", of: index).flatMap(shownText),
      proofs: member("evidence", of: index)
        .map { document.children(of: $0).compactMap(shownText) } ?? [])
  }

  private func shownText(at index: Document.Index) -> String? {
    document.text(index).flatMap { $0.unicodeScalars.allSatisfy(\.isInvisible) ? nil : $0 }
  }

  private func member(_ key: String, of object: Document.Index? = nil) -> Document.Index? {
    (object ?? document.root).flatMap { object in
      document.members(of: object).first { document.isText($0.key, utf8: Array(key.utf8)) }?.value
    }
  }
}
