// What an enterprise wrote for experts is read by no rule, so a report takes it from the file itself.

import Eligibility
import LocatedJSON

/// Where a statement for experts stands, and which of its parts count as facts.
struct StatementPlace: Hashable, Sendable {
  /// The statement.
  let pointer: Pointer
  /// Whether its text counts.
  let hasText: Bool
  /// Whether its proofs count.
  let hasProofs: Bool
}

/// A statement and the proofs named with it, as they were filed: hostile until escaped.
struct SubmittedStatement: Sendable {
  /// What the enterprise says.
  let text: String?
  /// The names of the proofs.
  let proofs: [String]
}

extension JudgedApplication {
  /// What was submitted for a judgement or a bonus; nothing for other criteria.
  ///
  /// Only what counts as a fact is taken: what stands twice or is damaged is not shown either.
  func submitted(for criterion: Int) -> [SubmittedStatement] {
    guard let places = statements[criterion] else { return [] }
    let map = SourceMap(text)
    return places.compactMap { place in
      map.value(of: place.pointer).map { submitted(place, at: $0) }
    }
  }

  private func submitted(_ place: StatementPlace, at index: JSONDocument.Index)
    -> SubmittedStatement
  {
    let document = text.document
    func member(_ key: StaticString) -> JSONDocument.Index? {
      document.members(of: index).first { document.isText($0.key, key) }?.value
    }
    let proofs = place.hasProofs ? member("evidence") : nil
    return SubmittedStatement(
      text: place.hasText
        ? document.text(index) ?? member("text").flatMap { document.text($0) } : nil,
      proofs: proofs.map { list in
        document.children(of: list).compactMap { document.text($0) }
          .filter { !$0.unicodeScalars.allSatisfy(\.isInvisible) }
      } ?? [])
  }
}
