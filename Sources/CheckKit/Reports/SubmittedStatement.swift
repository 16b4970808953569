// What an enterprise wrote for experts is read by no rule, so a report takes it from the file itself.

import ChampionRules
import Eligibility
import LocatedJSON

/// A statement and the proofs named with it, as they were filed: hostile until escaped.
struct SubmittedStatement {
  /// What the enterprise says.
  let text: String?
  /// The names of the proofs.
  let proofs: [String]
}

extension Filing {
  /// What was submitted for a judgement or a bonus; nothing for other criteria.
  ///
  /// Only what counts as a fact is taken: what stands twice or is damaged is not shown either.
  ///
  /// - Parameters:
  ///   - role: the criterion's role.
  ///   - criterion: its identifier.
  func material(for role: Role, _ criterion: String) -> [SubmittedStatement] {
    switch role {
    case .judgement:
      guard let judgement = Judgement(rawValue: criterion),
        let statement = application.statements[judgement],
        let index = member(criterion, of: member("statements"))
      else { return [] }
      return [material(of: statement, at: index)]
    case .bonus:
      guard let bonus = Bonus(rawValue: criterion), let claims = application.bonuses[bonus],
        let index = member(criterion, of: member("bonuses"))
      else { return [] }
      return zip(claims, document.children(of: index)).map { material(of: $0, at: $1) }
    case .condition, .indicator, .preference: return []
    }
  }

  private func material(of statement: Statement, at index: Document.Index) -> SubmittedStatement {
    var proofs: [String] = []
    if statement.evidence != nil, let list = member("evidence", of: index) {
      for item in document.children(of: list) {
        if let proof = shownText(at: item) { proofs.append(proof) }
      }
    }
    let text = statement.hasText ? member("text", of: index) : nil
    return SubmittedStatement(text: text.flatMap { document.text($0) }, proofs: proofs)
  }

  private func shownText(at index: Document.Index) -> String? {
    document.text(index).flatMap { $0.unicodeScalars.allSatisfy(\.isInvisible) ? nil : $0 }
  }

  private func member(_ key: String) -> Document.Index? { member(key, of: document.root) }

  private func member(_ key: String, of object: Document.Index?) -> Document.Index? {
    let key = Array(key.utf8)
    return object.flatMap { object in
      document.members(of: object).first { document.isText($0.key, utf8: key) }?.value
    }
  }
}
