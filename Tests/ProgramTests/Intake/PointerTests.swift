// Criteria and notices name facts by pointers; each must lead to a member of the format, with its label.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import LocatedJSON
import Testing

@testable import Judging
@testable import Programmes

struct PointerTests {
  /// Follows a pointer through the format by itself: the names on the way, or `nil` where it dangles.
  private func names(_ pointer: Pointer) -> [Wording]? {
    var type = ChampionFormat.schema
    var names: [Wording] = []
    for token in pointer.template.split(separator: "/") {
      switch type {
      case .object(let fields):
        guard let field = fields.first(where: { $0.key == token }) else { return nil }
        names.append(field.label)
        type = field.type
      case .list(let item, _):
        guard token == "*" else { return nil }
        type = item
      default: return nil
      }
    }
    return names
  }

  private func check(_ pointer: Pointer, _ user: String) {
    guard let names = names(pointer), pointer.template.hasPrefix("/") else {
      Issue.record("\(user) names \(pointer), which is not in the format")
      return
    }
    #expect(names.count >= 1, "\(user): \(pointer)")
    for language in Language.allCases {
      let label = pointer.label(in: language)
      var parts = label.components(separatedBy: " › ")
      if let index = pointer.index {
        let number = language == .zh ? "第 \(index + 1) 项" : "item \(index + 1)"
        let place = parts.firstIndex(of: number)
        #expect(place == pointer.template.split(separator: "/").firstIndex(of: "*"), "\(pointer)")
        parts.removeAll { $0 == number }
      }
      #expect(parts == names.map { $0[language] }, "\(user): \(pointer)")
    }
  }

  @Test func `every fact that criteria read is in the format`() {
    for criterion in Rulebook.champion.criteria {
      #expect(!criterion.reads.isEmpty, "\(criterion.id)")
      for pointer in criterion.reads { check(pointer, criterion.id) }
    }
  }

  /// Every fact of the format is read by a criterion or a notice, or says what the file is about.
  @Test func `every member of the format has two labels`() {
    var paths: [String] = []
    func walk(_ type: ValueType, _ path: String) {
      switch type {
      case .object(let fields):
        #expect(Set(fields.map(\.key)).count == fields.count, "\(path)")
        // A word of 64 bits remembers which members were seen.
        #expect(fields.count <= 64)
        for field in fields {
          #expect(!field.label.zh.isEmpty && !field.label.en.isEmpty, "\(path)/\(field.key)")
          #expect(field.label.zh.unicodeScalars.contains { $0.value > 0x2E80 })
          #expect(field.label.en.utf8.allSatisfy { $0 < 0x80 })
          if let hint = field.hint {
            #expect(hint.zh.unicodeScalars.contains { $0.value > 0x2E80 }, "\(path)/\(field.key)")
            #expect(!hint.en.isEmpty && hint.en.utf8.count <= 120, "\(path)/\(field.key)")
          }
          if case .choice(let words) = field.type {
            #expect(Set(words.map(\.label.zh)).count == words.count, "\(path)/\(field.key)")
            #expect(Set(words.map(\.label.en)).count == words.count, "\(path)/\(field.key)")
          }
          paths.append(path + "/" + field.key)
          walk(field.type, path + "/" + field.key)
        }
      case .list(let item, _): walk(item, path + "/*")
      default:
        #expect(!type.expectation.zh.isEmpty && !type.expectation.en.isEmpty, "\(path)")
      }
    }
    walk(ChampionFormat.schema, "")
    // The good application uses nearly every member; what it uses is in the format.
    let used = Set(Tree.good.members.map { Tree.template($0.object, $0.key) })
    #expect(used.isSubset(of: paths))
    #expect(used.count > 100)
  }

  @Test func `matters are called as their criteria`() throws {
    let matters =
      Judgement.allCases.map { ("/statements/", $0.rawValue) }
      + Bonus.allCases.map { ("/bonuses/", $0.rawValue) }
    for (container, id) in matters {
      let criterion = try #require(Rulebook.champion.criterion(id))
      #expect(
        Programme.champion.schema().labels(of: Pointer(container + id)).last == criterion.title)
    }
  }

  /// Applications with as little as possible in them, so that everything is missing somewhere.
  private static let bare = [
    "{}",
    """
    {"incidents": [{}, {"kind": "qualityAccident", "determination": {"status": "confirmed"}}],
     "revocations": [{}, {"article": 13}], "recognitions": [{}, {"kind": "littleGiant"}],
     "otherProducts": [{}, {}], "applicationYear": 2025, "filingDate": "2025-09-10",
     "figures": {"unit": "元", "years": [{}, {"year": 2024}, {"year": 2023, "isAudited": false,
       "mainBusinessRevenue": 1, "operatingRevenue": 0, "productRevenue": 2,
       "internationalRevenue": 3, "researchAndDevelopment": 3}]},
     "innovation": {"institutions": [{}, {}], "coreIntellectualProperty": [{}, {}],
       "standards": [{}, {}], "appliedResults": [{}, {"isInUse": true}]},
     "talent": {"programmes": [{}, {}], "cooperations": [{}, {}]},
     "statements": {"steady-growth": {}, "culture": {"text": "一"}},
     "bonuses": {"bonus-national-innovation": [{}, {"text": "一"}], "bonus-chain-strengthening": [{}],
       "bonus-open-innovation": [{}]},
     "product": {"energy": {"hasQuotaStandard": true}, "isNew": true, "fieldSince": "2020"},
     "market": {"year": 2020, "province": {"rank": 2, "share": 101},
       "nation": {"rank": 1, "share": 102}, "world": {"share": 99}}}
    """,
    """
    {"incidents": [{"date": "2026-01-01"}], "filingDate": "2025-09-10", "applicationYear": 2026,
     "bureau": "changbaishan",
     "revocations": [{"article": 13, "decided": "2030", "event": "2025"}],
     "enterprise": {"domicile": "220106", "creditCode": "91350100M000100Y43", "founded": "2020",
       "abnormalOperationsList": {"isListed": false, "lookedUp": "2025-10-01"},
       "seriousDishonestyList": {"isListed": true, "lookedUp": "2025-09-11"}},
     "product": {"fieldSince": "2010", "policyClass": "permitted"},
     "otherProducts": [{"policyClass": "prohibited"}],
     "kind": "review", "figures": {"unit": "亿元", "years": [{"year": 2023, "mainBusinessRevenue": 1},
       {"year": 2024, "mainBusinessRevenue": 1000000}, {"year": 2025, "mainBusinessRevenue": 9999999}]}}
    """,
  ]

  @Test func `everything missing wanted or odd is in the format`() throws {
    var seen: Set<String> = []
    for text in Self.bare + [GoodFile.text] {
      let judged = try Judged(text)
      let report = judged.report
      #expect(judged.ids.isEmpty)
      for (criterion, finding) in zip(
        report.programme.criteria, report.findings)
      {
        for pointer in finding.missing + finding.places { check(pointer, criterion.id) }
        // A criterion misses only what it says that it reads.
        let reads = criterion.reads.map(\.template)
        for pointer in finding.missing {
          #expect(
            reads.contains { $0 == pointer.template || $0.hasPrefix(pointer.template + "/") },
            "\(criterion.id) misses \(pointer) and does not read it")
          seen.insert(pointer.template)
        }
      }
      for wanted in report.evidence {
        for pointer in wanted.places { check(pointer, wanted.what.en) }
        #expect(!wanted.criteria.isEmpty)
      }
      for notice in report.notices {
        for pointer in notice.places { check(pointer, notice.reason.message.id) }
      }
    }
    #expect(seen.count > 60)
  }
}
