// What is tried is written into the text: where, and what is said where it cannot be.

import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Programmes

struct TriedChangeTests {
  private static let good = Tree.good

  @Test func `a change is tried and shown`() throws {
    let short = Self.good.with("/market/nation/rank", "6").with("/market/world/rank", "30")
    #expect(try PlanRun.report(short).outcome == "found")
    #expect(try PlanRun.report(short, "/market/nation/rank=5").outcome == "eligibleNow")
    #expect(try PlanRun.report(short, "/market/nation/rank=6").outcome == "found")
    let run = PlanRun(short.written(), "--assume", "/market/nation/rank=5")
    #expect(run.status == .eligible)
    #expect(run.output.contains("Changes assumed  1\n    /market/nation/rank=5\n"))
  }

  @Test func `changes are made in their order`() throws {
    let plan = try PlanRun.report(
      Self.good, "/figures/years/-={\"year\": 2025}", "/figures/years/3/isAudited=true",
      "/figures/years/3/mainBusinessRevenue=0", "/applicationYear=2026",
      "/filingDate=2026-09-10", "/market=null", "/market/province/rank=1")
    #expect(plan.firstRound == 2026)
    #expect(plan.open.map(\.criterion).contains("average-revenue"))
    #expect(plan.open.map(\.criterion).contains("market-position"))
  }

  @Test func `texts need no quotation marks`() throws {
    for change in ["/enterprise/domicile=210102", "/enterprise/domicile=\"210102\""] {
      #expect(try PlanRun.report(Self.good, change).blocking == ["jilin-registered"])
    }
    #expect(try PlanRun.report(Self.good, "/product/policyClass=restricted").outcome == "blocked")
    #expect(try PlanRun.report(Self.good, "/product/name=a=b").outcome == "eligibleNow")
  }

  @Test(arguments: [
    ("market", "expected a place and a value"),
    ("/market", "expected a place and a value"),
    ("/market=", "expected a place and a value"),
    ("/market/nation/rnak=5", "did you mean rank?"),
    ("/nonsense=5", "there is no member “nonsense” in /"),
    ("/=5", "there is no member"),
    ("/a~1b~0=5", "there is no member “a/b~” in /"),
    ("/market/nation/rank/x=5", "nothing of the kind stands below /market/nation/rank"),
    ("/figures/years/x=5", "nothing of the kind stands below /figures/years"),
    ("/figures/years/3/year=2025", "items in /figures/years, counted from 0: 3"),
    ("/figures/years/99999999999999999999/year=2025", "items in /figures/years"),
    ("/market/nation/rank=0", "--assume /market/nation/rank: found 0"),
    ("/market/nation/rank=five", "--assume /market/nation/rank: found a text"),
    ("/market=3", "--assume /market: found a number"),
    ("/filingDate=2020-01-01", "--assume /filingDate: "),
    ("/product/name=\u{1B}[31m\u{202E}", ""),
  ])
  func `what cannot be tried is said`(change: String, says: String) {
    let run = PlanRun(Self.good.written(), "--assume", change)
    if says.isEmpty {
      #expect(run.status == .eligible)
    } else {
      #expect(run.status == .usage)
      #expect(run.error.contains(says), "\(run.error)")
      #expect(run.output.isEmpty)
    }
    let harmless = (run.output + run.error).unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x202E || $0 == "\n"
    }
    #expect(harmless)
  }

  @Test func `a change may mend a fault and hides none`() throws {
    let faulty = Self.good.with("/bureau", "\"changchung\"")
    #expect(try PlanRun.report(faulty, "/bureau=changchun").outcome == "eligibleNow")
    #expect(try PlanRun.report(faulty, "/market/nation/rank=1").outcome == "faulty")
    // Where the syntax is wrong nothing can be written into it.
    #expect(PlanRun("{", "--assume", "/bureau=changchun").status == .malformed)
  }

  @Test func `as of tries a filing date`() {
    let run = PlanRun(Self.good.written(), "--as-of", "2025-12-01")
    #expect(run.status == .eligible)
    #expect(run.output.contains("/filingDate=\"2025-12-01\""))
    #expect(PlanRun(Self.good.written(), "--as-of", "2020-01-01").status == .usage)
  }

  // MARK: The text

  private func edited(_ text: String, _ pointer: String, _ value: FactValue) throws -> String {
    let text = ApplicationText(source: "a", bytes: Array(text.utf8)) { _ in nil }
    let edited = try text.edited([FactEdit(pointer, value)])
    return String(decoding: edited.document.bytes, as: UTF8.self)
  }

  @Test func `what is not touched stays as it is written`() throws {
    let text = #"{"a" : {"b":1.50,"c":[ 1,2 ]}, "\u0064": "\u4e07"}"#
    #expect(
      try edited(text, "/a/b", .number(2)) == #"{"a": {"b": 2, "c": [ 1,2 ]}, "\u0064": "\u4e07"}"#)
    #expect(try edited(text, "/d", .null) == #"{"a": {"b":1.50,"c":[ 1,2 ]}, "\u0064": null}"#)
    #expect(
      try edited(text, "/a/c/-", .text("x\"\\\n"))
        == #"{"a": {"b": 1.50, "c": [1, 2, "x\"\\\u000a"]}, "\u0064": "\u4e07"}"#)
    #expect(try edited(text, "/a/c/0", .flag(true)).contains("[true, 2]"))
    #expect(try edited("{}", "/x/y", .list([.number(1)])) == #"{"x": {"y": [1]}}"#)
    #expect(try edited(#"{"x": null}"#, "/x/-", .object([])) == #"{"x": [{}]}"#)
    #expect(try edited("{}", "/a~1b/m~0n", .null) == #"{"a/b": {"m~n": null}}"#)
  }

  @Test func `what has no place is refused`() {
    #expect(throws: EditFault.wildcard("/figures/years")) {
      try Programme.champion.edit("/figures/years/*/profit=1")
    }
    #expect(EditFault.wildcard("/figures/years").reason.message.says.zh.contains("{place}/0"))
    #expect(throws: EditFault.noContainer("/a")) { try edited(#"{"a": 1}"#, "/a/b", .null) }
    #expect(throws: EditFault.noContainer("/a")) { try edited(#"{"a": []}"#, "/a/b", .null) }
    #expect(throws: EditFault.noItem("/a", count: 1)) {
      try edited(#"{"a": [0]}"#, "/a/1", .null)
    }
  }
}
