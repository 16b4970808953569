// What an applicant says to experts is counted here and read by them.

import Eligibility

/// A statement and the proofs that go with it.
public struct Statement: Hashable, Sendable {
  /// Whether the enterprise says something.
  public var hasText = false
  /// How many proofs are attached.
  public var evidence: Int?

  /// A statement that says nothing.
  public init() {}

  /// Whether at least one proof is attached.
  public var hasProof: Bool { Kleene(attached: evidence) == .yes }
  /// Whether it says something and at least one proof is attached, so that experts can judge it.
  public var isProven: Bool { hasText && hasProof }
}

extension Kleene {
  /// Whether a document is attached: an empty list of names says that there is none.
  public init(attached count: Int?) { self.init(count.map { $0 > 0 }) }
}

extension AskedFact {
  /// What is asked of the statement on a judgement: that it says something, and a proof.
  @inlinable
  public static func statement(
    on judgement: String, _ statement: @escaping @Sendable (Applicant) -> Statement?
  ) -> [AskedFact] {
    [
      AskedFact(Pointer("/statements/\(judgement)/text")) { statement($0)?.hasText != true },
      AskedFact(Pointer("/statements/\(judgement)/evidence")) { statement($0)?.hasProof != true },
    ]
  }
}

extension Evidence {
  /// The proofs of the statement on a judgement.
  ///
  /// - Parameters:
  ///   - title: what the judgement is called.
  ///   - isWanted: whether an applicant needs them.
  @inlinable
  public static func proofs(
    of title: Wording, on judgement: String,
    when isWanted: @escaping @Sendable (Applicant) -> Bool = { _ in true },
    _ statement: @escaping @Sendable (Applicant) -> Statement?
  ) -> Evidence {
    Evidence(
      zh: "\(title.zh)的证明材料", en: "evidence for: \(title.en)", by: .applicant,
      at: Pointer("/statements/\(judgement)/evidence"), when: isWanted
    ) { statement($0)?.evidence }
  }
}
