// A wrong unit makes every amount ten thousand times too large or too small; neither may decide unseen.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Reports

struct AmountScaleTests {
  private static let confirmed: [Tree.Step] = [.member("figures"), .member("isUnitConfirmed")]
  private static let averageRevenue = "average-revenue"

  /// Eligible applications in which nobody has confirmed an unusual amount.
  private static let eligible: [Tree] = {
    var draw = ApplicationDraw(seed: 41)
    return (ApplicationDraw.bases.prefix(80) + (0..<80).compactMap { _ in try? draw.application() })
      .map { $0.setting(confirmed, to: nil) }
      .filter { (try? Judged($0.written()))?.report.status == .eligible }
  }()

  @Test func `amounts ten thousand times too large are not eligible`() throws {
    #expect(Self.eligible.count > 80)
    try expectNone { tree in
      let report = try Judged(tree.multiplyingAmounts(byTenTo: 4).written()).report
      return report.verdict == .eligible && !hasWordBesideVerdict(report) || decides(report)
    }
  }

  @Test func `amounts ten thousand times too small are not ineligible for it`() throws {
    try expectNone { tree in
      let report = try Judged(tree.multiplyingAmounts(byTenTo: -4).written()).report
      return report.verdict == .eligible || decides(report)
    }
  }

  @Test func `a confirmed unit settles the doubt`() throws {
    for (power, outcome) in [(4, Outcome.met), (-4, .unmet)] {
      try expectNone { tree in
        let scaled = tree.multiplyingAmounts(byTenTo: power)
          .setting(Self.confirmed, to: .scalar("true"))
        let report = try Judged(scaled.written()).report
        return report.faults.contains { $0.reason.message == .unknownKey }
          || report.faults.isEmpty
            && report[Self.averageRevenue]?.outcome != outcome
      }
    }
  }

  /// Expects that no eligible application is such.
  private func expectNone(
    at location: SourceLocation = #_sourceLocation, _ isSuch: (Tree) throws -> Bool
  ) throws {
    let such = try Self.eligible.filter(isSuch).map { $0.written() }
    #expect(such.count == 0, "such as \(such.first ?? "")", sourceLocation: location)
  }

  /// Whether the revenue decides; amounts that no format takes are faults, which pass no verdict.
  private func decides(_ report: JudgedApplication) -> Bool {
    report.faults.isEmpty
      && report[Self.averageRevenue]?.outcome != .undetermined
  }

  /// Whether the line of the verdict says more than the verdict.
  private func hasWordBesideVerdict(_ report: JudgedApplication) -> Bool {
    Language.allCases.allSatisfy { language in
      let text = TextReport(language: language, width: Layout.usualWidth, coloring: .plain)
        .text(report)
      return text.prefix { $0 != "\n" } != report.verdict.name[language]
    }
  }
}

extension Tree {
  /// The application with all its amounts multiplied by a power of ten.
  func multiplyingAmounts(byTenTo power: Int) -> Tree {
    members.reduce(self) { tree, member in
      let way = member.object + [.member(member.key)]
      guard case .money? = FormatMember.type(at: way), case .scalar(let amount)? = tree[way],
        amount != "null"
      else { return tree }
      return tree.setting(way, to: .scalar(Tree.multiplied(amount, byTenTo: power)))
    }
  }

  private static func multiplied(_ amount: String, byTenTo power: Int) -> String {
    let parts = amount.lowercased().split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return "\(parts[0])e\(exponent + power)"
  }
}
