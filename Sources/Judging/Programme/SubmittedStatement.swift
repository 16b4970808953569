// What an enterprise wrote for experts is read by no rule, so a report takes it from the file itself.

import Eligibility
import LocatedJSON

/// Where a statement for experts stands, and which of its parts count as facts.
public struct StatementPlace: Hashable, Sendable {
  /// The keys that lead to the statement, or to the list that it is in.
  public let path: [String]
  /// Its number in that list, from 0.
  public var item: Int?
  /// Whether its text counts.
  public let hasText: Bool
  /// Whether its proofs count.
  public let hasProofs: Bool

  /// Creates a place; without an item the keys lead to the statement itself.
  public init(path: [String], item: Int? = nil, hasText: Bool, hasProofs: Bool) {
    self.path = path
    self.item = item
    self.hasText = hasText
    self.hasProofs = hasProofs
  }
}

/// A statement and the proofs named with it, as they were filed: hostile until escaped.
public struct SubmittedStatement: Sendable {
  /// What the enterprise says.
  public let text: String?
  /// The names of the proofs.
  public let proofs: [String]
}

extension JudgedApplication {
  /// What was submitted for a judgement or a bonus; nothing for other criteria.
  ///
  /// Only what counts as a fact is taken: what stands twice or is damaged is not shown either.
  public func submitted(for criterion: Int) -> [SubmittedStatement] {
    guard statements.indices.contains(criterion) else { return [] }
    var submissions: [SubmittedStatement] = []
    for place in statements[criterion] {
      var index = text.document.root
      for key in place.path { index = index.flatMap { text.document.member(key, of: $0) } }
      if let list = index, let item = place.item { index = child(item, of: list) }
      if let index { submissions.append(submitted(place, at: index)) }
    }
    return submissions
  }

  /// The names of the documents that stand at some places, as they were filed: hostile until escaped.
  public func documents(at pointers: [Pointer], _ places: SourceMap) -> [String] {
    pointers.flatMap { pointer in
      places.value(at: pointer).map { index in
        text.document.text(index).map { [$0] } ?? proofs(in: index)
      } ?? []
    }
  }

  private func child(_ number: Int, of list: JSONDocument.Index) -> JSONDocument.Index? {
    var left = number
    for child in text.document.children(of: list) {
      if left == 0 { return child }
      left -= 1
    }
    return nil
  }

  private func submitted(
    _ place: StatementPlace, at index: JSONDocument.Index
  ) -> SubmittedStatement {
    let document = text.document
    let list = place.hasProofs ? document.member("evidence", of: index) : nil
    let statement =
      document.text(index)
      ?? document.member("text", of: index).flatMap { document.text($0) }
    return SubmittedStatement(
      text: place.hasText ? statement : nil, proofs: list.map(proofs(in:)) ?? [])
  }

  /// The texts of a list that say something.
  private func proofs(in list: JSONDocument.Index) -> [String] {
    var proofs: [String] = []
    for item in text.document.children(of: list) {
      if let proof = text.document.text(item), !AnswerInWords.saysNothing(proof) {
        proofs.append(proof)
      }
    }
    return proofs
  }
}
