// The file format of expectations: its members in the order in which they are written.

import Eligibility
import Judging
import LocatedJSON

/// The format of expectations of one programme's applications.
struct ExpectationFormat: Sendable {
  /// The programme.
  let programme: Programme
  /// What is expected of one application.
  let expectation: ValueFormat<Expectation>
  /// The expectations for the applications of a folder.
  let manifest: ValueFormat<[String: ExpectationFile.Entry]>

  init(_ programme: Programme) {
    self.programme = programme
    let expectation = ExpectationFormat.expectation(of: programme)
    self.expectation = expectation
    let entries = ExpectationFormat.entries(of: expectation)
    manifest = .object(blank: { [:] }) { member in
      [member("applications", entries, zh: "各份申报材料", en: "applications") { $0 = $1 ?? [:] }]
    }
  }

  private static func expectation(of programme: Programme) -> ValueFormat<Expectation> {
    let fields = fields(of: programme)
    return .custom(type: fields.type) { index, reader in
      let expectation = reader.read(index, fields)
      if expectation != nil, reader.document.faults.isEmpty, statesNothing(index, reader) {
        reader.note(.statesNothing, at: index)
      }
      return expectation
    }
  }

  private static func fields(of programme: Programme) -> ValueFormat<Expectation> {
    .object(blank: { Expectation() }) { member in
      [
        member("shows", .text, { .of(&$0.shows) }, zh: "用途", en: "what it shows"),
        member(
          "asOf", .filingDay(since: programme.inForce), { .of(&$0.asOf) }, zh: "假定的申报日",
          en: "filing date assumed"),
        member("strict", .flag, zh: "评审指标视同必备条件", en: "indicators as conditions") {
          $0.strictness = $1 == true ? .indicatorsToo : .conditionsOnly
        },
        programme.isForHolders
          ? member(
            "standing", ValueFormat<TitleState>.choice().stated, zh: "称号状态",
            en: "how the title stands"
          ) { $0.standing = $1 }
          : member("verdict", ValueFormat<Verdict>.choice().stated, zh: "结论", en: "verdict") {
            $0.verdict = $1
          },
        member("criteria", criteria(of: programme), zh: "各标准的结果", en: "outcomes of criteria") {
          $0.criteria = $1 ?? [:]
        },
        member(
          "faults", ValueFormat.list(of: fault.stated).stated, zh: "文件错误",
          en: "faults of the file"
        ) {
          $0.faults = $1.map { faults in
            Stated(value: faults.value.map { $0 ?? unreadFault }, range: faults.range)
          }
        },
      ]
    }
  }

  private static func criteria(of programme: Programme) -> ValueFormat<[Int: Stated<Outcome>]> {
    .object(blank: { [:] }) { member in
      programme.criteria.enumerated().map { number, criterion in
        let outcome = ValueFormat<Outcome>.choice(of: criterion.outcomes)
        return member(
          criterion.id, outcome.stated, zh: criterion.title.zh, en: criterion.title.en
        ) { $0[number] = $1 }
      }
    }
  }

  private static let fault = ValueFormat<ExpectedFault>.custom(type: faultFields.type) {
    index, reader in
    guard let fault = reader.read(index, faultFields) else { return nil }
    // Where the syntax is broken, what is missing may only be hidden.
    if reader.document.faults.isEmpty, reader.member("reason", of: index) == nil {
      reader.note(.faultWithoutReason, at: index)
    }
    if fault.column != nil, fault.line == nil { reader.note(.columnWithoutLine, at: index) }
    return fault
  }

  static let faultFields = ValueFormat.object(blank: { ExpectedFault() }) { member in
    [
      member("reason", .text, zh: "编号", en: "identifier") { $0.reason = $1 ?? "" },
      member("pointer", pointer, zh: "所在的项", en: "value concerned") { $0.pointer = $1 },
      member("line", .rank, zh: "行", en: "line") { $0.line = $1 },
      member("column", .rank, zh: "列", en: "column") { $0.column = $1 },
    ]
  }

  /// A JSON Pointer; that of a whole file is empty.
  private static let pointer = ValueFormat<String>.custom(type: .text) { index, reader in
    reader.text(at: index, for: .text)
  }

  /// What stands for a fault that could not be read; the file is not used then.
  private static let unreadFault = Stated(value: ExpectedFault(), range: 0..<0)

  /// The entries of a manifest, each named for its application.
  private static func entries(
    of expectation: ValueFormat<Expectation>
  ) -> ValueFormat<[String: ExpectationFile.Entry]> {
    .custom(type: .object([])) { index, reader in
      guard reader.expect(.object([]), .object, at: index) else { return nil }
      var entries: [String: ExpectationFile.Entry] = [:]
      var names: Set<String> = []
      for (key, value) in reader.document.members(of: index) {
        let range = reader.document[key].range
        guard let name = reader.document.text(key) else { continue }
        if !names.insert(name).inserted {
          reader.note(.duplicateKey, ["key": .text(name)], in: range, at: value)
        }
        if let stated = reader.read(value, expectation) {
          entries[name] = ExpectationFile.Entry(name: name, range: range, expectation: stated)
        }
      }
      return entries
    }
  }

  private static func statesNothing(
    _ index: JSONDocument.Index, _ reader: DocumentReader
  ) -> Bool {
    let document = reader.document
    func states(_ key: String) -> JSONDocument.Index? {
      reader.member(key, of: index).flatMap { document[$0].kind == .null ? nil : $0 }
    }
    let criteria = states("criteria").map { document.members(of: $0).contains { _ in true } }
    return states("verdict") == nil && states("standing") == nil && criteria != true
      && states("faults") == nil
  }
}

extension ValueFormat where Value: Sendable {
  /// The value and where it stands.
  fileprivate var stated: ValueFormat<Stated<Value>> {
    ValueFormat<Stated<Value>>.custom(type: type) { index, reader in
      reader.read(index, self).map { Stated(value: $0, range: reader.document[index].range) }
    }
  }
}

extension Message {
  fileprivate static let statesNothing = Message(
    "states-nothing",
    says: Wording(zh: "没有写明任何预期", en: "no expectation is stated here"),
    mend: Wording(
      zh: "写明 verdict（持有人的写 standing）、criteria 或 faults",
      en: "state a verdict (of a holder its standing), criteria or faults"))
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
