// What programmes answer alike of the facts of an application: the bureau's number, statements, columns, claims.

import CommonFacts
import Eligibility
import Judging

extension Bureau {
  /// The bureau's number among those of a programme.
  var number: Int { Int(ordinal(self)) - 1 }
}

extension [ChoiceWord] {
  /// The bureaus that receive applications, as forms call them.
  static var bureaus: [ChoiceWord] {
    Bureau.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.label) }
  }
}

extension StatementPlace {
  /// The place of a statement on what a criterion asks experts, as far as it counts.
  init(of statement: Statement, for criterion: String) {
    self.init(
      path: ["statements", criterion], hasText: statement.hasText,
      hasProofs: statement.evidence != nil)
  }
}

extension TabulatedFact {
  /// The day of filing.
  static func filingDate(_ day: @escaping @Sendable (Facts) -> Day?) -> TabulatedFact {
    TabulatedFact("filing-date", zh: "申报日", en: "Filing date", for: .table) {
      day($0).map { .day($0) }
    }
  }
}

extension ClaimRecord {
  /// What an application claims whose programme compares no figures; its hashes are those of a key.
  ///
  /// - Parameters:
  ///   - name: the applicant's name, where it may stand in for a code.
  ///   - object: the name of what is applied for.
  init(
    isEligible: Bool, bureau: Bureau?, creditCode: SocialCreditCode?, name: String?,
    object: String?,
    _ key: ClaimKey
  ) {
    self.init(isEligible: isEligible)
    self.bureau = bureau?.number
    self.creditCode = creditCode.map(PackedCreditCode.packed)
    self.name = name?.looseHash(key, bits: ClaimRecord.nameWidth) ?? 0
    product = UInt32(object?.looseHash(key, bits: 32) ?? 0)
  }
}
