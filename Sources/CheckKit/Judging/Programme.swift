// A programme of recognition is one value, so that commands and reports are written once for all of them.

import Eligibility
import LocatedJSON

/// The numbers of a regulation from one day on, as a report cites them.
struct EditionDescription: Hashable, Sendable {
  /// The document that put them in force.
  let document: String
  /// The first day on which they hold.
  let inForce: Day
}

/// One programme of recognition: whose rules are applied, to which facts of which form.
///
/// It knows its own types of facts and shows none of them.
package final class Programme: Sendable {
  /// A stable identifier: `jilin-single-champion`.
  let id: String
  /// What the regulation is called.
  let title: Wording
  /// What else may be asked of an applicant that the rulebook does not hold.
  let beyond: Wording?
  /// The editions, oldest first.
  let editions: [EditionDescription]
  /// The criteria in the regulation's order.
  let criteria: [CriterionDescription]
  /// The bureaus with which applications are filed.
  let bureaus: [ChoiceWord]
  /// The kind of value that an application is, with all its members; made when it is asked for.
  let schema: @Sendable () -> ValueType
  /// The rules of the criteria with the numbers of the newest edition.
  let rules: @Sendable () -> [Reason]
  private let judgeText: @Sendable (Programme, ApplicationText, JudgingOptions) -> JudgedApplication
  /// Makes what judges the applications of a batch as fast as their texts allow.
  let fastJudge: @Sendable (JudgingOptions, Detail) -> FastJudge

  /// The criteria of each role.
  let indicators: CriterionSet
  let judgements: CriterionSet
  let preferences: CriterionSet

  /// The first day on which the regulation was in force.
  var inForce: Day { editions[0].inForce }

  /// The newest edition.
  var newest: EditionDescription { editions[editions.count - 1] }

  /// Puts a programme together.
  ///
  /// - Parameters:
  ///   - rulebook: the rules.
  ///   - table: how applications are read.
  ///   - schema: the same for people and programs, made once.
  ///   - bureaus: the bureaus with which applications are filed.
  ///   - facts: what is asked of the facts besides the rules.
  init<Facts>(
    rulebook: Rulebook<Facts>, table: FactTable<Facts>, schema: @escaping @Sendable () -> ValueType,
    bureaus: [ChoiceWord], facts: FactQuestions<Facts>
  ) {
    id = rulebook.id
    title = rulebook.title
    beyond = rulebook.beyond
    editions = rulebook.editions.map {
      EditionDescription(document: $0.document, inForce: $0.inForce)
    }
    criteria = rulebook.criteria.map(\.about)
    self.bureaus = bureaus
    self.schema = schema
    rules = {
      let thresholds = rulebook.newest.thresholds
      return rulebook.criteria.map { $0.statedRule(under: thresholds) }
    }
    let judge = Judge(rulebook: rulebook, table: table, facts: facts)
    judgeText = judge.judge
    fastJudge = judge.fast
    indicators = rulebook.criteria(of: .indicator)
    judgements = rulebook.criteria(of: .judgement)
    preferences = rulebook.criteria(of: .preference)
  }

  /// Judges an application in full.
  func judge(_ text: ApplicationText, _ options: JudgingOptions) -> JudgedApplication {
    judgeText(self, text, options)
  }

  /// The numbers of the criteria of a role.
  func criteria(of role: Role) -> [Int] {
    criteria.indices.filter { criteria[$0].role == role }
  }

  /// What a fact is called, its containers first: `历年数据 › 第 2 项 › 利润`.
  func label(of pointer: Pointer, in language: Language) -> String {
    var labels = schema().labels(of: pointer).map { $0[language] }
    if let index = pointer.index, !labels.isEmpty {
      // The item's number follows the list's name; a list is never the last container but one deep.
      let depth = pointer.template.split(separator: "/").firstIndex(of: "*") ?? labels.count
      let number = language == .zh ? "第 \(index + 1) 项" : "item \(index + 1)"
      labels.insert(number, at: min(depth, labels.count))
    }
    return labels.joined(by: " › ")
  }
}

/// What is asked of an application's facts besides what the rules say of them.
struct FactQuestions<Facts: Sendable>: Sendable {
  /// Who applies, for what, when and where.
  let header: @Sendable (Facts) -> ApplicationHeader
  /// Takes another filing date.
  let assume: @Sendable (Day, inout Facts) -> Void
  /// What is odd.
  let notices: @Sendable (Facts) -> [Notice]
  /// What the application claims that others may contradict, with hashes of a key.
  let claims: @Sendable (Facts, _ isEligible: Bool, ClaimKey) -> ClaimRecord
  /// Where what was submitted for a judgement or a bonus stands, as far as it counts.
  let statements: @Sendable (Facts, _ criterion: String) -> [StatementPlace]
}

/// Who applies, for what, when and where: what heads a report.
struct ApplicationHeader: Sendable {
  /// The registered name.
  var enterprise: String?
  /// The social credit code.
  var creditCode: SocialCreditCode?
  /// What is applied for.
  var product: String?
  /// The year of the round.
  var year: Int?
  /// The filing date.
  var filingDate: Day?
  /// The kind of application, as the form calls it.
  var kind: String?
  /// What is said of that kind, where it is not the usual one.
  var kindNote: Wording?
  /// The bureau with which it is filed, by its number in the programme.
  var bureau: Int?
}

/// How applications are judged, whatever they say.
struct JudgingOptions: Sendable {
  /// The filing date to assume instead of the one in the file.
  var asOf: Day?
  /// Which roles count as requirements.
  var strictness = Strictness.conditionsOnly
  /// The key under which claims are hashed; `nil` where no claims are wanted.
  var claimKey: ClaimKey?
  /// Whether evidence and statements are gathered, which only a full report shows.
  var isForReport = true
}
