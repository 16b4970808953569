// Claims files come from other machines, so they are read as strictly as applications are.

import Eligibility
import HostSystem
import Judging

/// The lines of claims files, for reading.
struct ClaimFormat: Sendable {
  /// The programme whose applications were screened.
  let programme: Programme
  /// The line of an application.
  let claim: FactTable<Claim>
  /// The line that ends a part.
  let totals: ValueFormat<Totals>

  init(_ programme: Programme) {
    self.programme = programme
    claim = FactTable(
      version: ClaimsHeader.currentVersion, root: ClaimFormat.claim(of: programme))
    totals = ClaimFormat.totals(of: programme)
  }

  /// The line that begins a part.
  let part = ValueFormat.complete(blank: ClaimsHeader.init) { member in
    [
      kind,
      member("claimsVersion", .count, zh: "格式版本", en: "format version") {
        $0.version = $1 ?? $0.version
      },
      member("program", .text, zh: "程序及版本", en: "program and version") { $0.program = $1 ?? "" },
      member("key", .text, zh: "密钥名称", en: "name of the key") { $0.key = $1 ?? "" },
      member("isStrict", .flag, zh: "评审指标视同必备条件", en: "indicators count as conditions") {
        $0.isStrict = $1 ?? false
      },
    ]
  } or: { member in
    member("asOf", .day, { .of(&$0.asOf) }, zh: "假定的申报日", en: "filing date assumed")
  }

  /// One application of a part.
  struct Claim: Sendable {
    /// The file; `nil` where the line does not say it.
    var source: String?
    /// The line of the file.
    var line: Int?
    /// What is claimed.
    var record = ClaimRecord()
    /// Whom no other application may name as well; `nil` where nobody is named.
    var participants: [PackedCreditCode?]?
  }

  /// The line of an application.
  private static func claim(of programme: Programme) -> PartFormat<Claim> {
    PartFormat.object(blank: Claim.init) { member in
      [
        kind,
        member("source", .name, { .of(&$0.source) }, zh: "文件", en: "file"),
        member("line", .rank, { .of(&$0.line) }, zh: "行", en: "line"),
        member("isEligible", .flag, zh: "是否符合条件", en: "eligible") {
          $0.record.isEligible = $1 ?? false
        },
        member("bureau", .choice(of: programme.bureaus), zh: "受理的工信部门", en: "bureau filed with") {
          $0.record.bureau = $1
        },
        member("creditCode", .packedCode, zh: "统一社会信用代码", en: "social credit code") {
          $0.record.creditCode = $1
        },
        member("name", .hash(bits: ClaimRecord.nameWidth), zh: "企业名称的摘要", en: "hash of the name") {
          $0.record.name = $1 ?? 0
        },
        member("product", .hash(bits: 32), zh: "产品名称的摘要", en: "hash of the product's name") {
          $0.record.product = UInt32($1 ?? 0)
        },
        member("content", .hash(bits: 64), zh: "内容的摘要", en: "hash of the content") {
          $0.record.content = $1 ?? 0
        },
        member("classification", productClass, zh: "产品分类", en: "class of the product") {
          $0.record.productClass = $1
        },
        member("year", .marketYear, zh: "市场数据的年份", en: "year of the market's figures") {
          $0.record.year = $1 ?? 0
        },
        member("basis", .choice(), zh: "占有率口径", en: "basis of the shares") { $0.record.basis = $1 },
        member("isFirstInProvince", .flag, zh: "称居全省第一", en: "claims to be first in the province") {
          $0.record.isFirstInProvince = $1 ?? false
        },
        member("nationalRank", .rank, zh: "全国名次", en: "rank in the country") {
          $0.record.nationalRank = UInt16(exactly: $1 ?? 0) ?? 0
        },
        member("worldRank", .rank, zh: "全球名次", en: "rank in the world") {
          $0.record.worldRank = UInt16(exactly: $1 ?? 0) ?? 0
        },
        member("provincialShare", .decimal, zh: "全省占有率", en: "share of the province") {
          $0.record.provincialShare = MarketShare($1)
        },
        member("nationalShare", .decimal, zh: "全国占有率", en: "share of the country") {
          $0.record.nationalShare = MarketShare($1)
        },
        member(
          "participants", .list(of: .packedCode), { .of(&$0.participants) }, zh: "所列企业的代码",
          en: "codes of the enterprises named"),
      ]
    }
  }

  private static let productClass = ValueFormat<ProductClass>.stated { member in
    [
      member(
        "productCatalogue", .productClass(.productCatalogue), zh: "统计用产品分类目录",
        en: "product catalogue"
      ) {
        $0 = $1
      },
      member(
        "productiveServices", .productClass(.productiveServices), zh: "生产性服务业统计分类",
        en: "services catalogue"
      ) {
        $0 = $1
      },
      member("custom", .hash(bits: 64), zh: "自行说明的摘要", en: "hash of a description") {
        $0 = $1.flatMap { ProductClass(ownDescription: $0) }
      },
    ]
  }

  /// The line that ends a part.
  private static func totals(of programme: Programme) -> ValueFormat<Totals> {
    ValueFormat.complete(blank: { Totals(programme) }) { member in
      [
        kind,
        member("applications", .count, zh: "申报材料份数", en: "applications") {
          $0.applications = $1 ?? 0
        },
        member("verdicts", counts(Verdict.allCases), zh: "各结论", en: "verdicts") {
          $0.verdicts = $1 ?? [:]
        },
        member("unreadable", .count, zh: "无法读取", en: "unreadable") { $0.unreadable = $1 ?? 0 },
        member("withFaults", .count, zh: "文件有错误", en: "with faults") { $0.withFaults = $1 ?? 0 },
        member("eligibleWithPriority", .count, zh: "符合条件且优先推荐", en: "eligible with priority") {
          $0.eligibleWithPriority = $1 ?? 0
        },
        member("exitStatus", .exitStatus, zh: "退出状态", en: "exit status") {
          $0.status = $1.flatMap { ExitStatus(rawValue: Int32($0)) } ?? .success
        },
        member("criteria", criteria(of: programme), zh: "各项标准", en: "criteria") {
          $0.criteria = $1 ?? $0.criteria
        },
      ]
    }
  }

  /// A criterion's totals under its identifier, for every criterion there is.
  private static func criteria(of programme: Programme) -> ValueFormat<[Totals.Criterion]> {
    .complete(blank: { programme.criteria.map { _ in Totals.Criterion() } }) { member in
      programme.criteria.enumerated().map { number, criterion in
        member(criterion.id, ClaimFormat.criterion, zh: criterion.title.zh, en: criterion.title.en)
        {
          $0[number] = $1 ?? Totals.Criterion()
        }
      }
    }
  }

  private static let criterion = ValueFormat.complete(blank: Totals.Criterion.init) { member in
    [
      member("outcomes", counts(Outcome.allCases), zh: "各结果", en: "outcomes") {
        $0.outcomes = $1 ?? [:]
      },
      member(
        "nearestMisses",
        .list(of: nearMiss, atMost: Totals.nearMissesKept), zh: "差距最小",
        en: "near misses"
      ) {
        $0.nearestMisses = ($1 ?? []).compactMap { $0?.miss }
      },
    ]
  }

  private struct NearMissEntry: Sendable {
    var source = ""
    var line: Int?
    var enterprise: String?
    var gap: Quantity?

    /// `nil` where the gap is not known.
    var miss: Totals.NearMiss? {
      gap.map { gap in
        Totals.NearMiss(
          place: ApplicationLocation(source: source, line: line), enterprise: enterprise, gap: gap)
      }
    }
  }

  private static let nearMiss = ValueFormat.complete(blank: NearMissEntry.init) { member in
    [
      member("source", .name, zh: "文件", en: "file") { $0.source = $1 ?? "" },
      member("gap", gap, { .of(&$0.gap) }, zh: "差距", en: "gap"),
    ]
  } or: { member in
    member("line", .rank, { .of(&$0.line) }, zh: "行", en: "line")
    member("enterprise", .name, { .of(&$0.enterprise) }, zh: "企业", en: "enterprise")
  }

  private static let gap = ValueFormat<Quantity>.stated { member in
    [
      member("count", .count, zh: "数量", en: "number") { $0 = $1.map { .count($0) } },
      member("days", .count, zh: "天", en: "days") { $0 = $1.map { .days($0) } },
      member("years", .count, zh: "年", en: "years") { $0 = $1.map { .years($0) } },
      member("places", .count, zh: "位", en: "places") { $0 = $1.map { .places($0) } },
      member("money", .decimal, zh: "元", en: "yuan") {
        $0 = $1.flatMap { try? Money($0, in: .yuan) }.map { .money($0) }
      },
      member("number", .plainNumber, zh: "数", en: "exact number") { $0 = $1.map { .digits($0) } },
    ]
  }

  /// How often each of some cases occurred.
  private static func counts<Case>(_ cases: [Case]) -> ValueFormat<[Case: Int]>
  where Case: RawRepresentable & Hashable & Sendable, Case.RawValue == String {
    .complete(blank: { [:] }) { member in
      cases.map { value in
        member(value.rawValue, .count, zh: value.rawValue, en: value.rawValue) { counts, count in
          // None is the same as no entry.
          counts[value] = count == 0 ? nil : count
        }
      }
    }
  }

  /// The member by which the lines are told apart, which has been looked at before.
  private static let kind = Field.ignored("kind", zh: "种类", en: "kind")
}

extension ValueFormat {
  /// An object in which some members have to be.
  fileprivate static func complete(
    blank: @escaping @Sendable () -> Value,
    @FieldListBuilder _ required: (FieldBuilder<Value>) -> [Field],
    @FieldListBuilder or others: (FieldBuilder<Value>) -> [Field] = { _ in [] }
  ) -> ValueFormat {
    object(blank: blank) { member in
      required(member).map { field in
        field.whereMissing(.fault(Reason(.memberMissing, ["key": .text(field.key)])))
      }
      others(member)
    }
  }

  /// An object of which it is a fault to state nothing.
  fileprivate static func stated(
    @FieldListBuilder _ fields: (FieldBuilder<Value?>) -> [Field]
  ) -> ValueFormat {
    let check = FieldCheck<Value?> { $0 == nil ? Reason(.nothingStated) : nil }
    return ValueFormat(PartFormat<Value?>.object(blank: { nil }, checks: [check], fields))
  }

  /// A text of one form.
  fileprivate static func formed(
    _ form: Wording, _ make: @escaping @Sendable (String) -> Value?
  ) -> ValueFormat {
    code(form, isVerbatim: true) { characters in
      make(characters.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
  }
}

extension ValueFormat<String> {
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

extension ValueFormat<UInt64> {
  /// A hash of so many bits, which is not 0.
  fileprivate static func hash(bits: Int) -> ValueFormat {
    formed(Wording(zh: "十六进制数（\(bits / 4) 位）", en: "\(bits / 4) hexadecimal digits")) { text in
      guard text.utf8.count == bits / 4, text.utf8.allSatisfy({ $0.isHexadecimal }),
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

extension ValueFormat<PackedCreditCode> {
  /// A social credit code, whether its check character is right or not.
  fileprivate static let packedCode = formed(
    Wording(zh: "统一社会信用代码（18 位）", en: "a social credit code of 18 characters")
  ) { text in
    (try? SocialCreditCode(text)).map(PackedCreditCode.packed)
  }
}

extension ValueFormat<ProductClass> {
  /// A code of a catalogue.
  fileprivate static func productClass(
    _ scheme: ProductClass.Scheme
  ) -> ValueFormat {
    formed(Wording(zh: "该目录的代码", en: "a code of that catalogue")) { ProductClass(scheme, $0) }
  }
}

extension ValueFormat<Int> {
  /// A year that a record can keep.
  fileprivate static let marketYear = whole(1...9999, isYear: true)
}

extension ValueFormat<Int> {
  /// How the screening of the part ended.
  fileprivate static let exitStatus = whole(0...255).checked { number in
    if ExitStatus(rawValue: Int32(number)) != nil { return nil }
    let known = ExitStatus.allCases.map { String($0.rawValue) }
    let form = Wording(
      zh: "\(known.joined(by: "、")) 之一", en: "one of \(known.joined(by: ", "))")
    return Reason(.badCode, ["found": .text(String(number)), "expected": .term(form)])
  }
}
