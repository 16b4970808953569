// A programme of recognition is one value, so that commands and reports are written once for all of them.

import Eligibility
import HostSystem

/// The numbers of a regulation from one day on, as a report cites them.
public struct EditionDescription: Hashable, Sendable {
  /// The document that put them in force.
  public let document: String
  /// The first day on which they hold.
  public let inForce: Day
}

/// One programme of recognition: whose rules are applied, to which facts of which form.
///
/// It knows its own types of facts and shows none of them. Of two dozen parts, it is lent where each
/// application of a batch needs it, and not copied.
public struct Programme: Sendable {
  /// A stable identifier: `jilin-single-champion`.
  public let id: String
  /// What the regulation is called.
  public let title: Wording
  /// What else may be asked of an applicant that the rulebook does not hold.
  public let beyond: Wording?
  /// That its only round is over, `nil` where rounds go on.
  public let closed: Wording?
  /// What *eligible* means where it is not just that all conditions are met, a pattern with `{experts}`.
  let eligible: Wording?
  /// What the applicant and what is applied for are called.
  public let names: ApplicationNames
  /// How many applicants may be recommended at most, `nil` where there is no limit.
  public let quota: Quota?
  /// Whether its files are no applications, but histories of titles that were granted.
  public let isForHolders: Bool
  /// The editions, oldest first.
  let editions: [EditionDescription]
  /// The criteria in the regulation's order.
  public let criteria: [CriterionDescription]
  /// The bureaus with which applications are filed.
  public let bureaus: [ChoiceWord]
  /// The kind of value that an application is, with all its members; made when it is asked for.
  public let schema: @Sendable () -> ValueType
  /// A blank application, its members in the form's order.
  public let blankApplication: @Sendable () -> String
  /// A filled-in application of a fictional enterprise, as a file has it.
  public let example: @Sendable () -> [UInt8]
  /// The rules of the criteria with the numbers of the newest edition.
  public let rules: @Sendable () -> [Reason]
  private let judgeText: @Sendable (Programme, ApplicationText, JudgingOptions) -> JudgedApplication
  private let planText: @Sendable (Programme, ApplicationText, [FactEdit]) throws(EditFault) -> Plan
  /// Whether the programme says how its applications are planned ahead.
  public let canBePlanned: Bool
  /// Makes what judges the applications of a batch as fast as their texts allow.
  public let fastJudge: @Sendable (JudgingOptions, Detail) -> FastJudge

  /// The facts that tables show, in the order of their columns; made when they are asked for.
  public let factColumns: @Sendable () -> [FactColumn]
  /// The conditions of which tables show how much is lacking; made when they are asked for.
  public let gapColumns: @Sendable () -> [GapColumn]

  /// The criteria that reviewers weigh.
  public let indicators: CriterionSet
  /// The criteria that only experts can decide.
  public let judgements: CriterionSet
  /// The criteria that earn priority.
  public let preferences: CriterionSet
  /// The criteria that ask something of the file.
  public let formalities: CriterionSet

  /// The first day on which the regulation was in force.
  public var inForce: Day { editions[0].inForce }

  /// The newest edition.
  public var newest: EditionDescription { editions[editions.count - 1] }

  /// Puts a programme together.
  ///
  /// - Parameters:
  ///   - rulebook: the rules.
  ///   - table: how applications are read.
  ///   - schema: the same for people and programs, made once.
  ///   - bureaus: the bureaus with which applications are filed.
  ///   - example: a filled-in application of a fictional enterprise, as a file has it.
  ///   - names: what the applicant and what is applied for are called.
  ///   - quota: how many applicants may be recommended at most.
  ///   - facts: what is asked of the facts besides the rules.
  public init<Facts>(
    rulebook: Rulebook<Facts>, table: FactTable<Facts>, schema: @escaping @Sendable () -> ValueType,
    bureaus: [ChoiceWord], example: @escaping @Sendable () -> [UInt8],
    names: ApplicationNames = .usual, quota: Quota? = nil, facts: FactQuestions<Facts>
  ) {
    id = rulebook.id
    title = rulebook.title
    beyond = rulebook.beyond
    closed = rulebook.closed
    eligible = rulebook.eligible
    self.names = names
    self.quota = quota
    isForHolders = facts.title != nil
    editions = rulebook.editions.map {
      EditionDescription(document: $0.document, inForce: $0.inForce)
    }
    criteria = rulebook.criteria.map { $0.about }
    self.bureaus = bureaus
    self.schema = schema
    let id = id
    blankApplication = { table.blankText(of: id) }
    self.example = example
    rules = {
      let thresholds = rulebook.newest.thresholds
      return rulebook.criteria.map { $0.statedRule(under: thresholds) }
    }
    let judge = Judge(rulebook: rulebook, table: table, facts: facts)
    judgeText = judge.judge
    planText = judge.plan
    canBePlanned = facts.planning != nil
    fastJudge = judge.fast
    factColumns = { facts.tabulation().facts.map { $0.column } }
    gapColumns = { facts.tabulation().gaps }
    indicators = rulebook.criteria(of: .indicator)
    judgements = rulebook.criteria(of: .judgement)
    preferences = rulebook.criteria(of: .preference)
    formalities = rulebook.criteria(of: .formality)
  }

  /// Judges an application in full.
  public func judge(_ text: ApplicationText, _ options: JudgingOptions) -> JudgedApplication {
    judgeText(self, text, options)
  }

  /// Plans an application ahead, with changes made to it first; where it cannot be planned, nothing is proposed.
  public func plan(
    _ text: ApplicationText, trying edits: [FactEdit] = []
  ) throws(EditFault) -> Plan {
    try planText(self, text, edits)
  }

  /// The numbers of the criteria of a role.
  public func criteria(of role: Role) -> [Int] {
    criteria.indices.filter { criteria[$0].role == role }
  }

  /// What a fact is called, its containers first: `历年数据 › 第 2 项 › 利润`.
  public func label(of pointer: Pointer, in language: Language) -> String {
    labels(of: pointer, in: language).joined(by: " › ")
  }

  /// What kind of value a fact is; `nil` where the form does not know it.
  public func type(of pointer: Pointer) -> ValueType? { schema().type(of: pointer) }

  /// Whether a list may be there and have no items; of years there are always some.
  public func mayBeEmpty(_ list: Pointer) -> Bool {
    if case .list(.object, _)? = type(of: list) { yearKey(of: list) == nil } else { false }
  }

  /// The member by which yearly figures are told apart, of their list or of an item; `nil` where none is.
  func yearKey(of place: Pointer) -> String? {
    guard let first = type(of: place)?.members?.first, case .year = first.type else { return nil }
    return first.key
  }

  /// What stands at a place of a file, as JSON Pointers name it, its containers first; empty where the form
  /// does not know it.
  public func label(ofPlace pointer: String, in language: Language) -> String {
    let place = Pointer(pointer.asTemplate)
    return type(of: place) == nil ? "" : label(of: place, in: language)
  }

  /// What a fact and its containers are called, the outermost first.
  public func labels(of pointer: Pointer, in language: Language) -> [String] {
    var labels = schema().labels(of: pointer).map { $0[language] }
    if let index = pointer.index, !labels.isEmpty {
      // The item's number follows the list's name; a list is never the last container but one deep.
      let depth = pointer.template.split(separator: "/").firstIndex(of: "*") ?? labels.count
      let number = language == .zh ? "第 \(index + 1) 项" : "item \(index + 1)"
      labels.insert(number, at: min(depth, labels.count))
    }
    return labels
  }
}

/// What the applicant and what is applied for are called, in headers and tables.
public struct ApplicationNames: Hashable, Sendable {
  /// Who applies: 企业.
  public let applicant: Wording
  /// For what: 产品.
  public let object: Wording

  /// Creates names.
  public init(applicant: Wording, object: Wording) {
    self.applicant = applicant
    self.object = object
  }

  /// An enterprise and its product.
  public static let usual = ApplicationNames(
    applicant: Wording(zh: "企业", en: "Enterprise"), object: Wording(zh: "产品", en: "Product"))
}

/// A limit on how many applicants may be recommended, which only a batch can exceed.
public struct Quota: Hashable, Sendable {
  /// The identifier of the criterion that states it.
  public let criterion: String
  /// How many applicants at most.
  public let limit: Int
  /// What is said where more could be recommended, with `{limit}` and `{count}`.
  public let says: Message

  /// Creates a limit.
  public init(criterion: String, limit: Int, says: Message) {
    self.criterion = criterion
    self.limit = limit
    self.says = says
  }
}

/// What is asked of an application's facts besides what the rules say of them.
public struct FactQuestions<Facts: Subject>: Sendable {
  /// Who applies, for what, when and where.
  public let header: @Sendable (Facts) -> ApplicationHeader
  /// Takes another filing date.
  public let assume: @Sendable (Day, inout Facts) -> Void
  /// What is odd.
  public let notices: @Sendable (Facts) -> [Notice]
  /// What the application claims that others may contradict, with hashes of a key.
  public let claims: @Sendable (Facts, _ isEligible: Bool, ClaimKey) -> ClaimRecord
  /// Whom the application names that no other application of a batch may name as well.
  public let participants: @Sendable (Facts) -> [PackedCreditCode]
  /// Where what was submitted for a judgement or a bonus stands, as far as it counts.
  public let statements: @Sendable (Facts, _ criterion: String) -> [StatementPlace]
  /// How it is planned ahead, `nil` where the programme does not say.
  public let planning: PlannedAhead<Facts>?
  /// What tables show of it; made when it is asked for.
  public let tabulation: @Sendable () -> Tabulation<Facts>
  /// How a title stands and what is owed for it, where the facts are the history of one that was granted.
  public let title: (@Sendable (Facts, Facts.Thresholds) -> TitleStatus)?

  /// Creates the questions, each documented at its property; what is left out says nothing.
  public init(
    header: @escaping @Sendable (Facts) -> ApplicationHeader,
    assume: @escaping @Sendable (Day, inout Facts) -> Void,
    notices: @escaping @Sendable (Facts) -> [Notice] = { _ in [] },
    claims: @escaping @Sendable (Facts, _ isEligible: Bool, ClaimKey) -> ClaimRecord = {
      _, isEligible, _ in ClaimRecord(isEligible: isEligible)
    },
    participants: @escaping @Sendable (Facts) -> [PackedCreditCode] = { _ in [] },
    statements: @escaping @Sendable (Facts, _ criterion: String) -> [StatementPlace] = { _, _ in
      []
    },
    planning: PlannedAhead<Facts>? = nil,
    tabulation: @escaping @Sendable () -> Tabulation<Facts> = { Tabulation() },
    title: (@Sendable (Facts, Facts.Thresholds) -> TitleStatus)? = nil
  ) {
    self.header = header
    self.assume = assume
    self.notices = notices
    self.claims = claims
    self.participants = participants
    self.statements = statements
    self.planning = planning
    self.tabulation = tabulation
    self.title = title
  }
}

/// Who applies, for what, when and where: what heads a report.
public struct ApplicationHeader: Sendable {
  /// The registered name.
  public var enterprise: String?
  /// The social credit code.
  public var creditCode: SocialCreditCode?
  /// What is applied for.
  public var product: String?
  /// The year of the round.
  public var year: Int?
  /// The filing date.
  public var filingDate: Day?
  /// The kind of application, as the form calls it.
  public var kind: String?
  /// What is said of that kind, where it is not the usual one.
  public var kindNote: Wording?
  /// The bureau with which it is filed, by its number in the programme.
  public var bureau: Int?

  /// Creates a header of what is known.
  public init(
    enterprise: String? = nil, creditCode: SocialCreditCode? = nil, product: String? = nil,
    year: Int? = nil, filingDate: Day? = nil, kind: String? = nil, kindNote: Wording? = nil,
    bureau: Int? = nil
  ) {
    self.enterprise = enterprise
    self.creditCode = creditCode
    self.product = product
    self.year = year
    self.filingDate = filingDate
    self.kind = kind
    self.kindNote = kindNote
    self.bureau = bureau
  }
}

/// How applications are judged, whatever they say.
public struct JudgingOptions: Sendable {
  /// The filing date to assume instead of the one in the file.
  public var asOf: Day?
  /// Which roles count as requirements.
  public var strictness = Strictness.conditionsOnly
  /// The key under which claims are hashed; `nil` where no claims are wanted.
  public var claimKey: ClaimKey?
  /// Whether evidence and statements are gathered, which only a full report shows.
  public var isForReport = true
  /// Whether the facts are wanted that tables show.
  public var isForTable = false

  /// Creates options; by default those of a full report without claims.
  public init(
    asOf: Day? = nil, strictness: Strictness = Strictness.conditionsOnly, claimKey: ClaimKey? = nil,
    isForReport: Bool = true, isForTable: Bool = false
  ) {
    self.asOf = asOf
    self.strictness = strictness
    self.claimKey = claimKey
    self.isForReport = isForReport
    self.isForTable = isForTable
  }
}
