// Claims files come from other machines, so they are read as strictly as applications are.

import ChampionRules
import Eligibility
import LocatedJSON

/// The lines of claims files, for reading.
enum ClaimFormat {
  /// The line that begins a part.
  static let part = ValueReader.complete(
    [
      kind(),
      Field("claimsVersion", .count, zh: "格式版本", en: "format version") {
        $0.version = $1 ?? $0.version
      },
      Field("program", .text, zh: "程序及版本", en: "program and version") { $0.program = $1 ?? "" },
      Field("key", .text, zh: "密钥名称", en: "name of the key") { $0.key = $1 ?? "" },
      Field("isStrict", .flag, zh: "评审指标视为必备", en: "indicators count as conditions") {
        $0.isStrict = $1 ?? false
      },
    ],
    or: [Field("asOf", .day, zh: "假定的申报日", en: "filing date assumed") { $0.asOf = $1 }],
    blank: ClaimsHeader.init)

  /// One application of a part.
  struct Claim: Sendable {
    /// The file; `nil` where the line does not say it.
    var source: String?
    /// The line of the file.
    var line: Int?
    /// What is claimed.
    var record = ClaimRecord()
  }

  /// The line of an application.
  static let claim = ValueReader.object(
    [
      kind(),
      Field("source", .name, zh: "文件", en: "file") { $0.source = $1 },
      Field("line", .rank, zh: "行", en: "line") { $0.line = $1 },
      Field("isEligible", .flag, zh: "是否符合条件", en: "eligible") {
        $0.record.isEligible = $1 ?? false
      },
      Field("bureau", .choice(), zh: "受理的工信部门", en: "bureau filed with") {
        $0.record.bureau = $1
      },
      Field("creditCode", .packedCode, zh: "统一社会信用代码", en: "social credit code") {
        $0.record.creditCode = $1
      },
      Field("name", .hash(bits: ClaimRecord.nameWidth), zh: "企业名称的摘要", en: "hash of the name") {
        $0.record.name = $1 ?? 0
      },
      Field("product", .hash(bits: 32), zh: "产品名称的摘要", en: "hash of the product's name") {
        $0.record.product = UInt32($1 ?? 0)
      },
      Field("content", .hash(bits: 64), zh: "内容的摘要", en: "hash of the content") {
        $0.record.content = $1 ?? 0
      },
      Field("classification", productClass, zh: "产品分类", en: "class of the product") {
        $0.record.productClass = $1
      },
      Field("year", .marketYear, zh: "市场数据的年份", en: "year of the market's figures") {
        $0.record.year = $1 ?? 0
      },
      Field("basis", .choice(), zh: "占有率口径", en: "basis of the shares") { $0.record.basis = $1 },
      Field("isFirstInProvince", .flag, zh: "称全省第一", en: "claims to be first in the province") {
        $0.record.isFirstInProvince = $1 ?? false
      },
      Field("nationalRank", .rank, zh: "全国名次", en: "rank in the country") {
        $0.record.nationalRank = UInt16(exactly: $1 ?? 0) ?? 0
      },
      Field("worldRank", .rank, zh: "全球名次", en: "rank in the world") {
        $0.record.worldRank = UInt16(exactly: $1 ?? 0) ?? 0
      },
      Field("provincialShare", .decimal, zh: "全省占有率", en: "share of the province") {
        $0.record.provincialShare = MarketShare($1)
      },
      Field("nationalShare", .decimal, zh: "全国占有率", en: "share of the country") {
        $0.record.nationalShare = MarketShare($1)
      },
    ], blank: Claim.init)

  private static let productClass = ValueReader<ProductClass?>.object(
    [
      Field("productCatalogue", .productClass(.productCatalogue), zh: "产品目录", en: "catalogue") {
        $0 = $1
      },
      Field("productiveServices", .productClass(.productiveServices), zh: "服务业", en: "services") {
        $0 = $1
      },
      Field("custom", .hash(bits: 64), zh: "自行说明的摘要", en: "hash of a description") {
        $0 = $1.flatMap { ProductClass(ownDescription: $0) }
      },
    ], blank: { nil }
  ).stated()

  /// The line that ends a part.
  static let totals = ValueReader.complete(
    [
      kind(),
      Field("applications", .count, zh: "申请数", en: "applications") { $0.applications = $1 ?? 0 },
      Field("verdicts", counts(Verdict.allCases), zh: "各结论", en: "verdicts") {
        $0.verdicts = $1 ?? [:]
      },
      Field("unreadable", .count, zh: "无法读取", en: "unreadable") { $0.unreadable = $1 ?? 0 },
      Field("withFaults", .count, zh: "文件有错误", en: "with faults") { $0.withFaults = $1 ?? 0 },
      Field("eligibleWithPriority", .count, zh: "符合且优先", en: "eligible with priority") {
        $0.eligibleWithPriority = $1 ?? 0
      },
      Field("exitStatus", .exitStatus, zh: "退出状态", en: "exit status") {
        $0.status = $1 ?? .success
      },
      Field("criteria", criteria, zh: "各项标准", en: "criteria") {
        $0.criteria = $1 ?? $0.criteria
      },
    ], blank: Totals.init)

  /// A criterion's totals under its identifier, for every criterion there is.
  private static let criteria = ValueReader.complete(
    Rulebook.champion.criteria.enumerated().map { number, criterion in
      Field(criterion.id, ClaimFormat.criterion, zh: criterion.title.zh, en: criterion.title.en) {
        $0[number] = $1 ?? Totals.Criterion()
      }
    }, blank: { Rulebook.champion.criteria.map { _ in Totals.Criterion() } })

  private static let criterion = ValueReader.complete(
    [
      Field("outcomes", counts(Outcome.allCases), zh: "各结果", en: "outcomes") {
        $0.outcomes = $1 ?? [:]
      },
      Field("nearestMisses", .list(of: nearMiss, blank: { nil }), zh: "差距最小", en: "near misses") {
        $0.nearestMisses = ($1 ?? []).compactMap { $0 }
      },
    ], blank: Totals.Criterion.init)

  private static let nearMiss: ValueReader<Totals.NearMiss?> = {
    struct Entry: Sendable {
      var source = ""
      var line: Int?
      var enterprise: String?
      var gap: Quantity?
    }
    let entry = ValueReader<Entry>.complete(
      [
        Field("source", .name, zh: "文件", en: "file") { $0.source = $1 ?? "" },
        Field("gap", gap, zh: "差距", en: "gap") { $0.gap = $1 },
      ],
      or: [
        Field("line", .rank, zh: "行", en: "line") { $0.line = $1 },
        Field("enterprise", .name, zh: "企业", en: "enterprise") { $0.enterprise = $1 },
      ], blank: Entry.init)
    return entry.map { entry in
      entry.gap.map { gap in
        Totals.NearMiss(
          place: BatchPlace(source: entry.source, line: entry.line), enterprise: entry.enterprise,
          gap: gap)
      }
    }
  }()

  private static let gap = ValueReader<Quantity?>.object(
    [
      Field("count", .count, zh: "数量", en: "number") { $0 = $1.map { .count($0) } },
      Field("days", .count, zh: "天", en: "days") { $0 = $1.map { .days($0) } },
      Field("years", .count, zh: "年", en: "years") { $0 = $1.map { .years($0) } },
      Field("places", .count, zh: "位", en: "places") { $0 = $1.map { .places($0) } },
      Field("money", .decimal, zh: "元", en: "yuan") {
        $0 = $1.flatMap { try? Money($0, in: .yuan) }.map { .money($0) }
      },
      Field("number", .plainNumber, zh: "数", en: "exact number") { $0 = $1.map { .digits($0) } },
    ], blank: { nil }
  ).stated()

  /// How often each of some cases occurred.
  private static func counts<Case>(_ cases: [Case]) -> ValueReader<[Case: Int]>
  where Case: RawRepresentable & Hashable & Sendable, Case.RawValue == String {
    .complete(
      cases.map { value in
        Field(value.rawValue, .count, zh: value.rawValue, en: value.rawValue) { counts, count in
          // None is the same as no entry.
          counts[value] = count == 0 ? nil : count
        }
      }, blank: { [:] })
  }

  /// The member by which the lines are told apart, which has been looked at before.
  private static func kind<Owner>() -> Field<Owner> {
    Field("kind", .text, zh: "种类", en: "kind") { _, _ in }
  }
}

extension ValueReader {
  /// An object in which some members have to be.
  fileprivate static func complete(
    _ required: [Field<Value>], or others: [Field<Value>] = [],
    blank: @escaping @Sendable () -> Value
  ) -> ValueReader {
    let members = ValueReader.object(required + others, blank: blank)
    return ValueReader(type: members.type) { index, intake in
      for field in required
      where !intake.document.members(of: index).contains(where: {
        intake.document.isText($0.key, utf8: field.key) && intake.document[$0.value].kind != .null
      }) {
        intake.note(.memberMissing, ["key": .text(field.description.key)], at: index)
      }
      return members.read(index, &intake)
    } plain: { _ throws(NotPlain) in
      // There are few such lines, and each is looked at closely.
      throw NotPlain()
    }
  }

  /// A value that is known once it has been read; it is a fault to leave it open.
  fileprivate func stated<Known>() -> ValueReader<Known> where Value == Known? {
    ValueReader<Known>(type: type) { index, intake in
      guard let value = read(index, &intake) else { return nil }
      if case nil = value { intake.note(.nothingStated, at: index) }
      return value
    } plain: { intake throws(NotPlain) in
      guard let value = try plain(&intake) else { throw NotPlain() }
      return value
    }
  }

  /// What another reader's values stand for.
  fileprivate func map<Other>(_ change: @escaping @Sendable (Value) -> Other) -> ValueReader<Other>
  {
    ValueReader<Other>(type: type) { index, intake in
      read(index, &intake).map(change)
    } plain: { intake throws(NotPlain) in
      change(try plain(&intake))
    }
  }

  /// A text of one form.
  fileprivate static func formed(
    _ form: Wording, _ make: @escaping @Sendable (String) -> Value?
  ) -> ValueReader {
    ValueReader(type: .code(form)) { index, intake in
      guard let text = intake.text(at: index, for: .code(form)) else { return nil }
      if let value = make(text) { return value }
      intake.note(.badCode, ["found": .text(text), "expected": .term(form)], at: index)
      return nil
    } plain: { intake throws(NotPlain) in
      guard let value = make(try intake.reader.text().string) else { throw NotPlain() }
      return value
    }
  }
}

extension ValueReader<String> {
  /// Any text: files may have strange names.
  fileprivate static let name = formed(Wording(zh: "文字", en: "a text")) { $0 }

  /// A number in plain digits, however many they are.
  fileprivate static let plainNumber = formed(
    Wording(zh: "由数字和小数点组成的数", en: "a number in plain digits, as text")
  ) { text in
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.isASCIIDigits } ? text : nil
  }
}

extension ValueReader<UInt64> {
  /// A hash of so many bits, which is not 0.
  fileprivate static func hash(bits: Int) -> ValueReader {
    formed(Wording(zh: "\(bits / 4) 位十六进制数", en: "\(bits / 4) hexadecimal digits")) { text in
      guard text.utf8.count == bits / 4, text.utf8.allSatisfy(\.isHexadecimal),
        let hash = UInt64(text, radix: 16), hash != 0
      else { return nil }
      return hash
    }
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
    default: false
    }
  }
}

extension ValueReader<PackedCreditCode> {
  /// A social credit code, whether its check character is right or not.
  fileprivate static let packedCode = formed(
    Wording(zh: "18 位统一社会信用代码", en: "a social credit code of 18 characters")
  ) { text in
    (try? SocialCreditCode(text)).map(PackedCreditCode.packed)
  }
}

extension ValueReader<ProductClass> {
  /// A code of a catalogue.
  fileprivate static func productClass(
    _ scheme: Product.Classification.Scheme
  ) -> ValueReader {
    formed(Wording(zh: "该目录的代码", en: "a code of that catalogue")) { ProductClass.code(scheme, $0) }
  }
}

extension ValueReader<Int> {
  /// A year that a record can keep.
  fileprivate static let marketYear = whole(1...9999, type: .year)
}

extension ValueReader<ExitStatus> {
  /// How the screening of the part ended.
  fileprivate static let exitStatus: ValueReader = {
    let numbers = ValueReader<Int>.whole(0...255, type: .count(from: 0))
    return ValueReader(type: numbers.type) { index, intake in
      guard let number = numbers.read(index, &intake) else { return nil }
      if let status = ExitStatus(rawValue: Int32(number)) { return status }
      intake.noteWrongType(at: index, expected: numbers.type)
      return nil
    } plain: { _ throws(NotPlain) in
      throw NotPlain()
    }
  }()
}
