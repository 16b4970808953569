// Every finding and notice is a sentence in two languages; one left half filled in would mislead.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Judging
@testable import Programmes
@testable import Reports

struct ReasonTests {
  /// The good application and one change of it after another, so that rules give many reasons.
  private static let changes: [(String, String)] = [
    ("\"kind\"", "\"kind\""), ("\"220106\"", "\"110101\""),
    ("\"isLegalPerson\": true", "\"isLegalPerson\": false"),
    ("91220101MA0YB1X78E", "91350100M000100Y43"), ("91220101MA0YB1X78E", "91350100M000100Y4Z"),
    ("轴承有限公司\"", "轴承分公司\""), ("\"3451\"", "\"5101\""),
    ("\"sector\": \"manufacturing\"", "\"sector\": \"productiveServices\""),
    ("\"development\": true", "\"development\": false"),
    ("\"hasHarmedPublicInterest\": false", "\"hasHarmedPublicInterest\": true"),
    ("\"filingDate\": \"2025-09-10\"", "\"filingDate\": \"2025-08-31\""),
    ("\"filingDate\": \"2025-09-10\"", "\"filingDate\": \"2026-09-10\""),
    ("\"encouraged\"", "\"prohibited\""), ("\"permitted\"", "\"restricted\""),
    ("\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": \"2018\""),
    ("\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": \"2018-01\""),
    ("\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": \"2020-01-01\""),
    (
      "\"fieldSince\": \"2012-03-01\",",
      "\"fieldSince\": \"2020-01-01\", \"noveltyGrounds\": \"一\","
    ),
    ("\"isNew\": false", "\"isNew\": true"),
    ("\"mainBusinessRevenue\": 26150", "\"mainBusinessRevenue\": 1"),
    ("\"mainBusinessRevenue\": 26150,", ""),
    ("\"year\": 2024,\n        \"isAudited\": true", "\"year\": 2024"),
    ("\"year\": 2024,\n        \"isAudited\": true", "\"year\": 2024, \"isAudited\": false"),
    ("\"year\": 2024,\n        \"isAudited\"", "\"year\": 2023, \"isAudited\""),
    ("\"year\": 2024,\n        \"isAudited\"", "\"year\": 2021, \"isAudited\""),
    ("\"unit\": \"万元\"", "\"unit\": \"亿元\""), ("\"unit\": \"万元\"", "\"unit\": \"元\""),
    ("\"rank\": 1,", "\"rank\": 2,"), ("\"rank\": 3,", "\"rank\": 6,"), ("\"rank\": 3,", ""),
    ("\"rank\": 9,", "\"rank\": 2,"), ("\"rank\": 1,", ""), ("\"rank\": 9,", "\"rank\": 11,"),
    ("\"year\": 2024,\n    \"basis\"", "\"year\": 2020, \"basis\""),
    ("\"consumption\": 0.52", "\"consumption\": 0.61"),
    ("\"hasQuotaStandard\": true", "\"hasQuotaStandard\": false"),
    ("\"productRevenue\": 21300", "\"productRevenue\": 99999"),
    ("\"share\": 61.5", "\"share\": 101"),
    ("\"share\": 61.5", "\"share\": 1"), ("\"changchun\"", "\"jilin\""),
    ("\"scope\": \"standalone\",", ""),
    ("\"founded\": \"2011-04-18\"", "\"founded\": \"2019\""),
    ("\"validUntil\": \"2026-06-30\"", "\"validUntil\": \"2025-01-01\""),
    ("\"recognitions\": [", "\"recognitions\": [], \"x\": ["),
    (
      "\"provincial\",\n        \"evidence\": [\n          \"认定文件.pdf\"",
      "\"below\",\n        \"evidence\": [\n          \"认定文件.pdf\""
    ),
    (
      "\"provincial\",\n        \"evidence\": [\n          \"入选文件.pdf\"",
      "\"national\",\n        \"evidence\": [\n          \"入选文件.pdf\""
    ),
    ("\"standards\": [", "\"standards\": [], \"x\": ["),
    (
      "\"incidents\": []",
      "\"incidents\": [{\"kind\": \"taxEvasion\", \"date\": \"2024\", \"determination\": {\"status\": \"confirmed\"}}]"
    ),
    (
      "\"incidents\": []",
      "\"incidents\": [{\"kind\": \"taxEvasion\", \"date\": \"2022-05-01\", \"determination\": {\"status\": \"confirmed\"}}]"
    ),
    (
      "\"incidents\": []",
      "\"incidents\": [{\"kind\": \"taxEvasion\", \"date\": \"2025-12\", \"determination\": {\"status\": \"confirmed\"}}]"
    ),
    (
      "\"incidents\": []",
      "\"incidents\": [{\"kind\": \"taxEvasion\", \"date\": \"2024\", \"determination\": {\"status\": \"pending\"}}]"
    ),
    (
      "\"incidents\": []",
      "\"incidents\": [{\"kind\": \"taxEvasion\", \"date\": \"2021\", \"determination\": {\"status\": \"confirmed\"}}]"
    ),
    ("\"incidents\": []", "\"incidents\": [{}]"),
    (
      "\"revocations\": []",
      "\"revocations\": [{\"article\": 13, \"decided\": \"2024-01-01\", \"event\": \"2023-01-01\"}]"
    ),
    (
      "\"revocations\": []",
      "\"revocations\": [{\"article\": 13, \"decided\": \"2024-01-01\", \"event\": \"2021-01-01\"}]"
    ),
    (
      "\"revocations\": []",
      "\"revocations\": [{\"article\": 13, \"decided\": \"2022\", \"event\": \"2022\"}]"
    ),
    ("\"revocations\": []", "\"revocations\": [{\"article\": 11}]"),
    ("\"revocations\": []", "\"revocations\": [{}]"),
  ]

  @Test func `every reason is whole in both languages`() throws {
    var messages: Set<String> = []
    var judgements = [try Judged("{}"), try Judged("{\"applicationYear\": 2025}")]
    for (passage, other) in Self.changes {
      let parts = GoodFile.text.split(
        separator: passage, maxSplits: 1, omittingEmptySubsequences: false)
      let (head, tail) = (
        try #require(parts.first), try #require(parts.dropFirst().first, "\(passage)")
      )
      judgements.append(try Judged(head + other + tail))
    }
    for judged in judgements {
      let reasons =
        judged.report.findings.map(\.reason) + judged.report.notices.map(\.reason)
      for reason in reasons {
        ReasonCheck.check(reason)
        messages.insert(reason.message.id)
        for language in Language.allCases {
          for sentence in [reason.says(in: language), reason.mend(in: language)].compactMap({ $0 })
          {
            #expect(!sentence.isEmpty)
            #expect(!sentence.contains("{") && !sentence.contains("}"), "\(sentence)")
            #expect(!sentence.contains("  "), "\(sentence)")
          }
        }
      }
      // An open or failed requirement says what would change it.
      for (criterion, finding) in judged.report.findings(.condition)
      where finding.outcome == .unmet || finding.outcome == .undetermined {
        for language in Language.allCases {
          #expect(finding.mend(in: language, .champion)?.isEmpty == false, "\(criterion.id)")
        }
      }
    }
    #expect(messages.count > 70)
  }

  @Test func `every rule is stated in both languages`() {
    for edition in Rulebook.champion.editions {
      for criterion in Rulebook.champion.criteria {
        let rule = criterion.statedRule(under: edition.thresholds)
        ReasonCheck.check(rule)
        for language in Language.allCases {
          #expect(!rule.says(in: language).contains("{"), "\(criterion.id)")
          #expect(!criterion.title[language].isEmpty)
          for reading in criterion.readings { #expect(!reading.meaning[language].isEmpty) }
          for evidence in criterion.evidence { #expect(!evidence.what[language].isEmpty) }
        }
      }
    }
  }
}
