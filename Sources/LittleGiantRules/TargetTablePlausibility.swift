// The starting values of the target table are facts that stand elsewhere in the file too.

import CommonFacts
import Eligibility

/// What a starting value should be by the other facts.
private enum Expected {
  /// An exact quotient, to be rounded to the digits that are written.
  case quotient(Int128, over: Int128)
  /// A number of things.
  case count(Int)
  /// A word.
  case word(String)

  /// Whether what is written is the same; `nil` where it is no such value at all.
  func isMatched(by text: String) -> Bool? {
    switch self {
    case .quotient(let numerator, let denominator):
      GiantTableNumber(text).map { $0.isRounded(numerator, over: denominator) }
    case .count(let count):
      GiantTableNumber(text).map { $0.scale == 0 && $0.coefficient == Int64(count) }
    case .word(let word): text == word
    }
  }

  /// The value, in a report's words.
  var quantity: Quantity {
    switch self {
    case .quotient(let numerator, let denominator):
      .digits(Expected.decimal(numerator, over: denominator))
    case .count(let count): .count(count)
    case .word(let word): .text(word)
    }
  }

  /// A quotient to at most four digits behind the point, cut off, and whether more follow.
  private static func decimal(_ numerator: Int128, over denominator: Int128) -> String {
    let (scaled, rest) = (numerator.magnitude * 10_000)
      .quotientAndRemainder(dividingBy: denominator.magnitude)
    // Only a share beyond all sense is clamped, of which it does not matter by how much it differs.
    let digits = Decimal(Int64(clamping: scaled), scale: 4).digits
    return (numerator < 0 ? "-" : "") + digits + (rest == 0 ? "" : "…")
  }
}

extension GiantPlausibility {
  /// Points out starting values that differ from the facts, and targets that cannot be.
  static func targetTable(
    _ application: GiantApplication, _ law: GiantThresholds, _ notices: inout [Notice]
  ) {
    for row in GiantTarget.allCases {
      guard let text = application.targets[row].start,
        let expected = application.expected(row, law), expected.isMatched(by: text) == false
      else { continue }
      notices.append(
        Notice(
          Message(
            "start-differs", zh: "目标表“{row}”初始值写作 {found}，按其他各项应为 {expected}",
            en:
              "the target table starts {row} at {found}; by the other facts it should be {expected}",
            mend: Wording(zh: "核对目标表和有关数据", en: "check the table and the facts")),
          ["row": .term(row.name), "found": .text(text), "expected": expected.quantity],
          at: [Pointer("/targets/\(row.rawValue)/start")]))
    }
    let led = [GiantTarget.standardsLed, .industryStandardsLed].compactMap {
      application.targets[$0].start.flatMap { GiantTableNumber($0) }?.coefficient
    }.reduce(Int64(0), +)
    if let standards = application.innovation.standards, led > Int64(standards.count) {
      notices.append(
        Notice(
          Message(
            "more-led-than-listed", zh: "目标表中主持的标准共 {led} 项，多于所列的 {listed} 项",
            en: "the target table has {led} standards led, but only {listed} are listed",
            mend: Wording(zh: "核对所列标准", en: "check the standards listed")),
          ["led": .count(Int(led)), "listed": .count(standards.count)],
          at: ["/targets/standardsLed/start", "/innovation/standards"]))
    }
  }
}

extension GiantApplication {
  /// What the starting value of a row should be; `nil` where the facts do not say.
  fileprivate func expected(_ row: GiantTarget, _ law: GiantThresholds) -> Expected? {
    let year = figures.only(law.baseYear.value)
    let days = days(law)
    switch row {
    case .mainBusinessRevenue:
      return year?.mainBusinessRevenue.map {
        .quotient($0.fen, over: Money.Unit.tenThousandYuan.fen)
      }
    case .mainBusinessShare: return .share(year?.mainBusinessRevenue, of: year?.operatingRevenue)
    case .exportShare: return .share(year?.exports, of: year?.operatingRevenue)
    case .researchShare: return .share(year?.researchAndDevelopment, of: year?.operatingRevenue)
    case .revenueGrowth:
      let before = figures.only(law.baseYear.value - 1)?.mainBusinessRevenue
      let change = year?.mainBusinessRevenue.flatMap { after in before.map { after - $0 } }
      return .share(change, of: before)
    case .researchStaffShare:
      guard let staff = enterprise.researchStaff, let all = enterprise.headCount, all > 0 else {
        return nil
      }
      return .quotient(Int128(staff) * 100, over: Int128(all))
    case .foreignCertifications: return enterprise.foreignCertifications.map { .count($0) }
    case .awards: return enterprise.awards.map { .count($0) }
    case .meetsStandards: return enterprise.meetsStandards.map { .word($0 ? "是" : "否") }
    case .informationSystems:
      return enterprise.hasInformationSystems.map { .word($0 ? "是" : "否") }
    case .certifications:
      return .settled(
        CountedItems(innovation.certifications) { _, certification in
          Kleene(certification.system.map { $0 != .otherManagement })
            && certification.span.holds(on: .snapshot, days)
        })
    case .patentsInUse:
      return .settled(
        CountedItems(innovation.patents) { _, patent in
          Kleene(patent.kind.map { $0 == .invention }) && Kleene(patent.isInUse)
            && patent.span.holds(on: .snapshot, days)
        })
    case .standardsLed, .industryStandardsLed, .standardsTakenPartIn:
      return .settled(
        CountedItems(innovation.standards) { _, standard in
          standard.isCounted(in: row)
            && GiantSpan(began: standard.published, isCurrent: nil, ended: nil)
              .hasBegun(by: .snapshot, days)
        })
    case .institutionLevel:
      return innovation.institutions?.isEmpty == true ? .word("无研发机构") : nil
    case .listingPlan:
      switch listingPlan.stage {
      case .applicationFiled?: return .word("递交申请书")
      case .tutoring?: return .word("已进入辅导期")
      case .some(.none): return .word("无")
      case nil: return nil
      }
    // The notice gives no formula for the averages.
    case .averageRevenueGrowth, .averageProfitGrowth: return nil
    }
  }
}

extension Expected? {
  /// An amount in percent of another; nothing where there is no share.
  fileprivate static func share(_ part: Money?, of whole: Money?) -> Expected? {
    guard let part, let whole, whole > .zero else { return nil }
    return .quotient(part.fen * 100, over: whole.fen)
  }

  /// A number of items of which none is open.
  fileprivate static func settled(_ items: CountedItems) -> Expected? {
    items.isKnown && items.open == 0 ? .count(items.certain) : nil
  }
}

extension GiantInnovation.Standard {
  /// Whether it belongs to a row of the table.
  fileprivate func isCounted(in row: GiantTarget) -> Kleene {
    switch row {
    case .standardsLed:
      Kleene(part.map { $0 == .led })
        && Kleene(level.map { $0 == .international || $0 == .national })
    case .industryStandardsLed:
      Kleene(part.map { $0 == .led }) && Kleene(level.map { $0 == .industry })
    default: Kleene(part.map { $0 == .tookPart }) && Kleene(level.map { $0.isNamed })
    }
  }
}
