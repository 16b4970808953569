// Programs rely on the JSON report, so its members and exact figures are held against the contract.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import LocatedJSON
import Testing

@testable import Judging
@testable import Programmes
@testable import Reports

struct JSONReportTests {
  private typealias Object = [String: Any]

  private func parsed(_ reports: [JudgedApplication], _ language: Language) throws -> Object {
    let bytes = JSONReport(language: language).bytes(reports, usual: .champion)
    #expect(bytes.last == UInt8(ascii: "\n"))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
  }

  private func entry(_ text: String, _ language: Language = .en) throws -> Object {
    let top = try parsed([try Judged(text).report], language)
    return try #require((top["applications"] as? [Object])?.first)
  }

  private func finding(_ id: String, in entry: Object) throws -> Object {
    let findings = try #require(entry["findings"] as? [Object])
    return try #require(findings.first { $0["criterion"] as? String == id })
  }

  @Test(arguments: Language.allCases)
  func `a run says by what it judges`(language: Language) throws {
    let reports = [
      try Judged(GoodFile.text).report, try Judged("{}").report, try Judged("[").report,
    ]
    let top = try parsed(reports, language)
    #expect(top["program"] as? String == "jlcheck \(Version.current)")
    #expect(top["reportVersion"] as? Int == 1)
    #expect(top["language"] as? String == language.rawValue)
    let rulebook = try #require(top["rulebook"] as? Object)
    #expect(rulebook["id"] as? String == "jilin-single-champion")
    #expect(rulebook["title"] as? String == Rulebook.champion.title[language])
    let counts = try #require(top["counts"] as? [String: Int])
    #expect(counts == ["eligible": 1, "ineligible": 0, "undetermined": 2, "withFaults": 1])
    #expect((top["applications"] as? [Object])?.count == 3)
  }

  @Test(arguments: Language.allCases)
  func `an application has every member promised`(language: Language) throws {
    let entry = try entry(GoodFile.text, language)
    #expect(entry["source"] as? String == "f.json")
    #expect(entry["verdict"] as? String == "eligible")
    #expect(entry["exitStatus"] as? Int == 0)
    #expect(entry["filingDate"] as? String == "2025-09-10")
    #expect(entry["filingDateAssumed"] as? Bool == false)
    #expect(entry["applicationYear"] as? Int == 2025)
    #expect(entry["creditCode"] as? String == "91220101MA0YB1X78E")
    let edition = try #require(entry["edition"] as? [String: String])
    #expect(edition == ["document": "吉工信产业规〔2024〕204号", "inForce": "2024-07-23"])
    for list in ["findings", "faults", "notices", "evidence", "evidenceToAttach"] {
      #expect(entry[list] is [Any], "\(list)")
    }
    let findings = try #require(entry["findings"] as? [Object])
    #expect(
      findings.map { $0["criterion"] as? String } == Rulebook.champion.criteria.map { $0.id })
    for (criterion, finding) in zip(Rulebook.champion.criteria, findings) {
      #expect(finding["role"] as? String == criterion.role.rawValue)
      #expect(finding["outcome"] as? String != nil)
      #expect((finding["clauses"] as? [String])?.count == criterion.clauses.count)
      #expect((finding["sentence"] as? String)?.isEmpty == false)
      let reason = try #require(finding["reason"] as? Object)
      #expect(reason["id"] is String)
      #expect(reason["values"] is Object)
      #expect(finding["missing"] is [Any])
      for place in try #require(finding["places"] as? [Object]) {
        #expect(place["pointer"] is String && place["label"] is String)
        #expect(place["line"] is Int && place["column"] is Int, "\(criterion.id)")
      }
    }
  }

  /// Exact figures, as digits and not as binary fractions.
  @Test func `margins are exact`() throws {
    let entry = try entry(
      GoodFile.replacing(
        "\"mainBusinessRevenue\": 26150", with: "\"mainBusinessRevenue\": 15599.749999"))
    #expect(entry["verdict"] as? String == "ineligible")
    #expect(entry["exitStatus"] as? Int == 1)
    let finding = try finding("average-revenue", in: entry)
    #expect(finding["outcome"] as? String == "unmet")
    let margin = try #require((finding["margins"] as? [Object])?.first)
    #expect(margin["name"] as? String == "sum of main-business revenue")
    #expect(margin["bound"] as? String == "atLeast")
    #expect(
      margin.compactMapValues { $0 as? [String: String] } == [
        "value": ["kind": "money", "value": "599999999.99"],
        "threshold": ["kind": "money", "value": "600000000.00"],
        "surplus": ["kind": "money", "value": "-0.01"],
        "written": [
          "value": "¥599,999,999.99", "requirement": "at least ¥600,000,000.00",
          "distance": "¥0.01 short",
        ],
      ])
    #expect(entry["decidedBy"] as? [String] == ["average-revenue"])
    #expect((finding["sentence"] as? String)?.contains("¥599,999,999.99") == true)
    #expect(finding["mend"] is String)
  }

  @Test func `faults have their places`() throws {
    let entry = try entry("{\n  \"market\": {\"province\": {\"rank\": \"一\"}},\n  \"knid\": 1\n}")
    #expect(entry["exitStatus"] as? Int == 65)
    let faults = try #require(entry["faults"] as? [Object])
    #expect(faults.count == 2)
    #expect(faults.first?["pointer"] as? String == "/market/province/rank")
    #expect(faults.first?["line"] as? Int == 2)
    #expect(faults.first?["column"] as? Int == 35)
    #expect((faults.last?["reason"] as? Object)?["id"] as? String == "misspelt-key")
    #expect(faults.last?["line"] as? Int == 3)
    #expect(faults.last?["column"] as? Int == 3)
    for fault in faults {
      #expect((fault["sentence"] as? String)?.isEmpty == false)
      #expect((fault["mend"] as? String)?.isEmpty == false)
    }
  }

  /// A fault of the syntax has the pointer of the member beside it, and null where there is none.
  @Test func `syntax faults have a place and a pointer where there is one`() throws {
    let faults = try #require(try entry("{\"kind\": \"first\",}")["faults"] as? [Object])
    #expect(faults.count == 1)
    #expect(faults.first?["pointer"] as? String == "/kind")
    #expect(faults.first?["column"] as? Int == 17)
  }

  @Test func `evidence is listed named or not`() throws {
    let text = try GoodFile.replacing(
      "\"licence\": [\n      \"营业执照副本.pdf\"\n    ]", with: "\"licence\": []")
    for (text, isNamed) in [(GoodFile.text, true), (text, false)] {
      let evidence = try #require(try entry(text)["evidence"] as? [Object])
      let licence = try #require(
        evidence.first { ($0["criteria"] as? [String])?.contains("jilin-registered") == true })
      #expect(licence["isNamed"] as? Bool == isNamed)
      #expect(licence["documents"] as? [String] == (isNamed ? ["营业执照副本.pdf"] : []))
      #expect(licence["places"] as? [String] == (isNamed ? [] : ["/enterprise/licence"]))
    }
  }

  @Test func `missing facts and evidence have their places`() throws {
    let entry = try entry("{\n  \"market\": {\n    \"year\": 2024}\n}")
    let finding = try finding("market-position", in: entry)
    let missing = try #require(finding["missing"] as? [Object])
    #expect(missing.contains { $0["pointer"] as? String == "/applicationYear" })
    let rank = try #require(missing.first { $0["pointer"] as? String == "/market/nation/rank" })
    #expect(rank["line"] as? Int == 2)
    #expect(rank["column"] as? Int == 13)
    let wanted = try #require(entry["evidenceToAttach"] as? [Object])
    let share = try #require(
      wanted.first { ($0["criteria"] as? [String]) == ["market-position"] })
    #expect(
      (share["places"] as? [Object])?.map { $0["pointer"] as? String } == ["/market/evidence"])
    // The licence is wanted by two criteria and asked for once.
    #expect(
      wanted.contains { ($0["criteria"] as? [String]) == ["jilin-registered", "legal-person"] })
  }

  @Test func `readings show what each answers`() throws {
    let entry = try entry(
      GoodFile.replacing("\"policyClass\": \"permitted\"", with: "\"policyClass\": \"restricted\""))
    let readings = try #require(try finding("product-policy", in: entry)["readings"] as? [Object])
    #expect(
      readings.map { $0["reading"] as? String } == ["all-products", "product-applied-for"])
    #expect(readings.map { $0["outcome"] as? String } == ["unmet", "met"])
  }

  @Test func `an assumed filing date is said`() throws {
    let report = JudgedApplication(
      try Judged(GoodFile.text).text, asOf: "2025-09-11", strictness: .indicatorsToo)
    let top = try parsed([report], .en)
    let entry = try #require((top["applications"] as? [Object])?.first)
    #expect(entry["filingDate"] as? String == "2025-09-11")
    #expect(entry["filingDateAssumed"] as? Bool == true)
    #expect(entry["strictness"] as? String == "indicatorsToo")
  }

  /// Strangers' texts come back exactly, whatever is in them, and cannot break the report.
  @Test func `hostile texts come back exactly`() throws {
    let name = "\"},]\\{\n\u{1B}[2J\u{202E}\u{2028}\u{0}</script>😀\u{9B}"
    let escaped = name.unicodeScalars.map {
      $0.value > 0xFFFF ? String($0) : "\\u" + String(0x10000 + $0.value, radix: 16).dropFirst()
    }.joined()
    let text = try GoodFile.replacing("长春曜北精密轴承有限公司", with: escaped)
    let bytes = JSONReport(language: .zh).bytes([try Judged(text).report], usual: .champion)
    let top = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
    let entry = try #require((top["applications"] as? [Object])?.first)
    #expect(entry["enterprise"] as? String == name)
    // Nothing in the bytes moves a cursor.
    #expect(
      String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
        $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
      })
  }

  /// Both languages say the same facts.
  @Test func `languages differ in words only`() throws {
    for text in [GoodFile.text, "{}", "{\"kind\": 1}"] {
      let (zh, en) = (try entry(text, .zh), try entry(text, .en))
      for member in ["verdict", "exitStatus", "source", "filingDate", "creditCode"] {
        #expect("\(zh[member] ?? "")" == "\(en[member] ?? "")")
      }
      let keys = { (entry: Object) -> [[String]] in
        (entry["findings"] as? [Object] ?? []).map { finding in
          [
            "\(finding["criterion"] ?? "")", "\(finding["outcome"] ?? "")",
            "\((finding["reason"] as? Object)?["id"] ?? "")",
            "\((finding["missing"] as? [Object] ?? []).map { $0["pointer"] as? String ?? "" })",
          ]
        }
      }
      #expect(keys(zh) == keys(en))
      #expect(zh["meaning"] as? String != en["meaning"] as? String)
    }
  }
}
