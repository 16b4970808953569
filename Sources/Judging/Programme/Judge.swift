// Applications are judged here and nowhere else: in full for a report, in short for a batch.

import Eligibility
import LocatedJSON

/// Judges the applications of one programme; the edition of the law is resolved first, so that nothing
/// can fail.
struct Judge<Facts: Subject>: Sendable {
  let rulebook: Rulebook<Facts>
  let table: FactTable<Facts>
  let facts: FactQuestions<Facts>

  /// Judges an application in full.
  func judge(
    _ programme: Programme, _ text: ApplicationText, _ options: JudgingOptions
  ) -> JudgedApplication {
    var parsed = table.read(text)
    if let day = options.asOf { facts.assume(day, &parsed.facts) }
    let application = parsed.facts
    let header = facts.header(application)
    let edition = rulebook.editionInForce(on: header.filingDate)
    let assessment = rulebook.assess(
      application, under: edition, strictness: options.strictness)
    var judged = JudgedApplication(
      programme: programme, text: text,
      edition: EditionDescription(document: edition.document, inForce: edition.inForce),
      header: header, isFilingDateAssumed: options.asOf != nil, strictness: options.strictness,
      findings: assessment.findings, rulesVerdict: assessment.verdict, faults: parsed.faults,
      faultCount: parsed.faultCount, isApplication: parsed.isApplication,
      notices: parsed.notices + facts.notices(application),
      bases: options.isForReport
        ? zip(rulebook.criteria, assessment.findings).map { $0.basis(of: $1, on: application) }
        : [],
      askedEvidence: options.isForReport ? askedEvidence(application) : [],
      statements: options.isForReport ? statements(application) : [])
    judged.title = facts.title?(application, edition.thresholds)
      .doubted(because: parsed.faultCount)
    judged.claims = options.claimKey.map { key in
      facts.claims(application, judged.verdict == .eligible, key)
    }
    if options.claimKey != nil { judged.participants = facts.participants(application) }
    if options.isForTable { judged.tabulated = tabulated(application) }
    return judged
  }

  /// The facts that tables show.
  private func tabulated(_ application: Facts) -> [Quantity?] {
    facts.tabulation().facts.map { $0.value(application) }
  }

  /// For each criterion where what was submitted for experts stands.
  private func statements(_ application: Facts) -> [[StatementPlace]] {
    rulebook.criteria.map { criterion in
      switch criterion.role {
      case .judgement, .bonus: facts.statements(application, criterion.id)
      case .condition, .indicator, .preference, .formality, .quota, .duty: []
      }
    }
  }

  /// What is to be attached: for each request the places where its name is wanted.
  private func askedEvidence(_ application: Facts) -> [WantedEvidence] {
    var asked: [WantedEvidence] = []
    for (number, criterion) in rulebook.criteria.enumerated() {
      for request in criterion.evidence {
        let (given, lacking) = request.places(of: application)
        if given.isEmpty && lacking.isEmpty { continue }
        let wanted = WantedEvidence(
          what: request.what, criteria: [number], places: lacking, given: given)
        wanted.join(&asked)
      }
    }
    return asked
  }

  /// Makes what judges the applications of a batch.
  func fast(_ options: JudgingOptions, explaining detail: Detail) -> FastJudge {
    let summariser = rulebook.summariser()
    let key = options.claimKey
    @Sendable func judge(_ application: inout Facts) -> JudgedInShort {
      if let day = options.asOf { facts.assume(day, &application) }
      let header = facts.header(application)
      let summary = summariser.summarise(
        application, under: rulebook.editionInForce(on: header.filingDate),
        strictness: options.strictness, explaining: detail)
      return JudgedInShort(
        enterprise: header.enterprise, creditCode: header.creditCode, product: header.product,
        summary: summary, notices: facts.notices(application),
        claims: key.map { facts.claims(application, summary.verdict == .eligible, $0) },
        participants: key == nil ? [] : facts.participants(application),
        tabulated: options.isForTable ? tabulated(application) : [])
    }
    return FastJudge { bytes, range in
      var application = table.blank
      guard table.readPlain(range, in: bytes, into: &application) else { return nil }
      return judge(&application)
    } judgeNext: { lines in
      var application = table.blank
      guard let end = table.readPlain(nextOf: lines, into: &application) else { return nil }
      return (judge(&application), end)
    }
  }
}

/// Judges applications without any fault in one pass over their bytes.
public struct FastJudge: Sendable {
  /// Judges the application that is a part of some bytes; `nil` where it has to be read with care.
  public let judge: @Sendable (UnsafeBufferPointer<UInt8>, Range<Int>) -> JudgedInShort?
  /// Judges the application of the next line, and says where the line ends.
  public let judgeNext: @Sendable (Lines) -> (judged: JudgedInShort, end: Int)?
}

/// What a batch keeps of an application without any fault.
public struct JudgedInShort: Sendable {
  /// The registered name.
  public let enterprise: String?
  /// The social credit code.
  public let creditCode: SocialCreditCode?
  /// What is applied for.
  public let product: String?
  /// What the rules say.
  public let summary: Summary
  /// What is odd.
  public let notices: [Notice]
  /// What it claims, where that is wanted.
  public let claims: ClaimRecord?
  /// Whom no other application may name as well, where that is wanted.
  public let participants: [PackedCreditCode]
  /// The facts that tables show, where they are wanted.
  public let tabulated: [Quantity?]
}

extension TitleStatus {
  /// The same, with nothing decided where the file has faults: what they hide may be what ends a title.
  fileprivate func doubted(because faults: Int) -> TitleStatus {
    if faults == 0 { return self }
    return TitleStatus(
      .undetermined,
      Reason(
        Message(
          "faults-first", zh: "文件有 {count} 处错误，更正后才能判定",
          en: "faults of the file to be corrected first: {count}"), ["count": .count(faults)]),
      dates: dates)
  }
}
