// The file format of expectations: its members in the order in which they are written.

import Eligibility
import LocatedJSON

/// The format of expectations of one programme's applications.
struct ExpectationFormat: Sendable {
  /// The programme.
  let programme: Programme
  /// What is expected of one application.
  let expectation: ValueReader<Expectation>
  /// The expectations for the applications of a folder.
  let manifest: ValueReader<[String: ExpectationFile.Entry]>

  init(_ programme: Programme) {
    self.programme = programme
    let expectation = ExpectationFormat.expectation(of: programme)
    self.expectation = expectation
    let entries = ExpectationFormat.entries(of: expectation)
    manifest = .object(blank: { [:] }) { member in
      [member("applications", entries, zh: "各申请", en: "applications") { $0 = $1 ?? [:] }]
    }
  }

  private static func expectation(of programme: Programme) -> ValueReader<Expectation> {
    let fields = fields(of: programme)
    return ValueReader(type: fields.type) { index, intake in
      let expectation = fields.read(index, &intake)
      if expectation != nil, intake.document.faults.isEmpty, statesNothing(index, intake) {
        intake.note(.statesNothing, at: index)
      }
      return expectation
    }
  }

  private static func fields(of programme: Programme) -> ValueReader<Expectation> {
    ValueReader.object(blank: { Expectation() }) { member in
      [
        member("shows", .text, \.shows, zh: "用途", en: "what it shows"),
        member(
          "asOf", day(since: programme.inForce), \.asOf, zh: "假定的申报日", en: "filing date assumed"),
        member("strict", .flag, zh: "评审指标视为必备", en: "indicators as conditions") {
          $0.strictness = $1 == true ? .indicatorsToo : .conditionsOnly
        },
        member("verdict", ValueReader<Verdict>.choice().stated, zh: "结论", en: "verdict") {
          $0.verdict = $1
        },
        member("criteria", criteria(of: programme), zh: "各标准的结果", en: "outcomes of criteria") {
          $0.criteria = $1 ?? [:]
        },
        member(
          "faults",
          ValueReader.list(
            of: fault.stated, atMost: ApplicationFormat.longestList, blank: unreadFault
          ).stated, zh: "文件错误", en: "faults of the file"
        ) { $0.faults = $1 },
      ]
    }
  }

  private static func criteria(
    of programme: Programme
  ) -> ValueReader<[Int: Stated<Outcome>]> {
    ValueReader<[Int: Stated<Outcome>]>.object(blank: { [:] }) { member in
      programme.criteria.enumerated().map { number, criterion in
        member(
          criterion.id, outcome(of: criterion).stated, zh: criterion.title.zh,
          en: criterion.title.en
        ) { $0[number] = $1 }
      }
    }
  }

  private static func outcome(of criterion: CriterionDescription) -> ValueReader<Outcome> {
    let words = criterion.outcomes.map(\.rawValue)
    return ValueReader(type: .choice(words)) { index, intake in
      guard let word = intake.text(at: index, for: .choice(words)) else { return nil }
      if words.contains(word) { return Outcome(rawValue: word) }
      intake.noteChoice(word, of: words, at: index)
      return nil
    }
  }

  private static let fault = ValueReader<ExpectedFault>(type: faultFields.type) { index, intake in
    guard let fault = faultFields.read(index, &intake) else { return nil }
    // Where the syntax is broken, what is missing may only be hidden.
    if intake.document.faults.isEmpty, intake.member("reason", of: index) == nil {
      intake.note(.faultWithoutReason, at: index)
    }
    if fault.column != nil, fault.line == nil { intake.note(.columnWithoutLine, at: index) }
    return fault
  }

  private static let faultFields = ValueReader.object(blank: { ExpectedFault() }) { member in
    [
      member("reason", .text, zh: "编号", en: "identifier") { $0.reason = $1 ?? "" },
      member("pointer", pointer, zh: "所在的项", en: "value concerned") { $0.pointer = $1 },
      member("line", .rank, zh: "行", en: "line") { $0.line = $1 },
      member("column", .rank, zh: "列", en: "column") { $0.column = $1 },
    ]
  }

  /// A JSON Pointer; that of a whole file is empty.
  private static let pointer = ValueReader<String>(type: .text) { index, intake in
    intake.text(at: index, for: .text)
  }

  /// What stands for a fault that could not be read; the file is not used then.
  private static let unreadFault: @Sendable () -> Stated<ExpectedFault> = {
    Stated(value: ExpectedFault(), range: 0..<0)
  }

  /// A filing date on which the rules were in force.
  private static func day(since inForce: Day) -> ValueReader<Day> {
    ValueReader<Day>(type: .day) { index, intake in
      guard let day = ValueReader<Day>.day.read(index, &intake) else { return nil }
      if day >= inForce { return day }
      intake.note(
        .filedBeforeInForce, ["found": .day(day), "since": .day(inForce)], at: index)
      return nil
    }
  }

  /// The entries of a manifest, each named for its application.
  private static func entries(
    of expectation: ValueReader<Expectation>
  ) -> ValueReader<[String: ExpectationFile.Entry]> {
    ValueReader<[String: ExpectationFile.Entry]>(
      type: .object([])
    ) { index, intake in
      guard intake.expect(.object([]), .object, at: index) else { return nil }
      var entries: [String: ExpectationFile.Entry] = [:]
      var names: Set<String> = []
      for (key, value) in intake.document.members(of: index) {
        let range = intake.document[key].range
        guard let name = intake.document.text(key) else { continue }
        if !names.insert(name).inserted {
          intake.note(.duplicateKey, ["key": .text(name)], in: range, at: value)
        }
        if let stated = expectation.read(value, &intake) {
          entries[name] = ExpectationFile.Entry(name: name, range: range, expectation: stated)
        }
      }
      return entries
    }
  }

  private static func statesNothing(_ index: Document.Index, _ intake: Intake) -> Bool {
    let document = intake.document
    func states(_ key: StaticString) -> Document.Index? {
      intake.member(key, of: index).flatMap { document[$0].kind == .null ? nil : $0 }
    }
    let criteria = states("criteria").map { document.members(of: $0).contains { _ in true } }
    return states("verdict") == nil && criteria != true && states("faults") == nil
  }
}

extension ValueReader where Value: Sendable {
  /// The value and where it stands.
  fileprivate var stated: ValueReader<Stated<Value>> {
    ValueReader<Stated<Value>>(type: type) { index, intake in
      read(index, &intake).map { Stated(value: $0, range: intake.document[index].range) }
    }
  }
}

extension Message {
  fileprivate static let statesNothing = Message(
    "states-nothing",
    says: Wording(zh: "没有写明任何预期", en: "nothing is expected here"),
    mend: Wording(
      zh: "写明 verdict、criteria 或 faults", en: "state a verdict, criteria or faults"))
  fileprivate static let faultWithoutReason = Message(
    "fault-without-reason",
    says: Wording(zh: "没有写明是哪种错误", en: "the kind of fault is missing"),
    mend: Wording(zh: "填写 reason，如 \"wrong-type\"", en: "add its reason, such as \"wrong-type\""))
  fileprivate static let columnWithoutLine = Message(
    "column-without-line",
    says: Wording(zh: "有列而没有行", en: "a column stands without its line"),
    mend: Wording(zh: "补上 line", en: "add the line"))
  static let manifestWithoutApplications = Message(
    "manifest-without-applications",
    says: Wording(zh: "缺少 applications", en: "the member “applications” is missing"),
    mend: Wording(
      zh: "写作 {\"applications\": {\"文件名.json\": …}}",
      en: "write {\"applications\": {\"name.json\": …}}"))
  static let statedTwice = Message(
    "stated-twice",
    says: Wording(
      zh: "“{name}”的预期还写在 {other}", en: "what is expected of “{name}” is also stated in {other}"),
    mend: Wording(zh: "只保留一处", en: "keep one of the two"))
}
