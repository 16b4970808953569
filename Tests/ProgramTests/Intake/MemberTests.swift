// What is wrong with a member of any object must cost that fact alone, and must never go unsaid.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Programmes
@testable import Reports

struct MemberTests {
  private static let good = Tree.good

  private func without(_ object: [Tree.Step], _ key: String) -> Tree {
    Self.good.changing(object) { $0.removeAll { $0.key == key } }
  }

  @Test func `the tree is the file`() throws {
    let judged = try Judged(Self.good.written())
    #expect(judged.application == (try Judged(GoodFile.text)).application)
    #expect(Self.good.members.count > 150)
  }

  /// Two texts side by side are easily kept in the place of each other.
  @Test func `texts of a determination are kept where they belong`() throws {
    let incident =
      #"[{"determination": {"authority": "应急管理局", "document": "应急罚〔2020〕3号"}}]"#
    let judged = try Judged(Self.good.with("/incidents", incident).written())
    let determination = try #require(judged.application.incidents?.first?.determination)
    #expect(determination.authority == "应急管理局")
    #expect(determination.document == "应急罚〔2020〕3号")
  }

  /// Articles 12 to 14 revoke; a recognition ends under Article 10 and no other article speaks of it.
  @Test(arguments: [(11, false), (12, true), (13, true), (14, true), (15, false)])
  func `only articles that revoke are taken`(article: Int, isTaken: Bool) throws {
    let revocations = #"[{"article": \#(article), "decided": "2010-01-01"}]"#
    let judged = try Judged(Self.good.with("/revocations", revocations).written())
    #expect(judged.ids.isEmpty == isTaken)
    #expect(judged.application.revocations?.first?.article == (isTaken ? article : nil))
  }

  /// Neither the first nor the last of two equal keys counts, whether their values differ or not.
  @Test func `a repeated member is as good as absent`() throws {
    for (object, key) in Self.good.members {
      let pointer = Tree.pointer(object, key)
      let absent = try Judged(without(object, key).written())
      for isNullFirst in [false, true] {
        let repeated = try Judged(
          Self.good.changing(object) { members in
            guard let place = members.firstIndex(where: { $0.key == key }) else { return }
            var other = members[place]
            if isNullFirst { other.value = .scalar("null") }
            members.insert(other, at: isNullFirst ? place : members.count)
          }.written())
        #expect(repeated.application == absent.application, "\(pointer)")
        #expect(repeated.ids.filter { $0 == "duplicate-key" }.count == 1, "\(pointer)")
        let fault = try #require(repeated.faults.first { $0.reason.message.id == "duplicate-key" })
        #expect(fault.pointer == pointer)
        #expect(repeated.report.verdict != .eligible)
        #expect(repeated.report.status == .malformed)
      }
    }
  }

  @Test func `a member three times is two faults`() throws {
    let judged = try Judged(#"{"kind": "first", "kind": "first", "kind": "first"}"#)
    #expect(judged.ids == ["duplicate-key", "duplicate-key"])
    #expect(judged.application.kind == nil)
  }

  /// Both places show, wherever people and programs look.
  @Test func `a repeated member is shown with both its places`() throws {
    let text = """
      {
        "kind": "first", "market": {"world": {
          "rank": 1, "share": 2,
          "rank": 3, "rank": 4}}
      }
      """
    let judged = try Judged(text)
    let places = SourceMap(judged.text)
    #expect(judged.faults.map { $0.range.map(places.position(of:))?.line } == [4, 4])
    #expect(
      judged.faults.map { $0.earlier.map(places.position(of:)) }
        == Array(repeating: TextPosition(line: 3, column: 5), count: 2))
    let report = TextReport(language: .en, width: 80, coloring: .plain).text(judged.report)
    #expect(report.contains("  f.json:4:5  /market/world/rank\n"))
    #expect(report.contains("    · f.json:3:5  first occurs here\n"))
    let json = String(
      decoding: JSONReport(language: .zh).bytes([judged.report], usual: .champion), as: UTF8.self)
    #expect(json.contains(#""earlier": {\#n"#) && json.contains(#""line": 3,"#))
    let inspection = Inspector([.champion], .conditionsOnly, .en)
      .inspection(of: judged.report, at: ApplicationLocation(source: "f.json", line: nil))
    // A closure, since the runtime reads a key path through an optional value by copying memory onto itself,
    // which a sanitizer stops at.
    #expect(
      inspection.cases[0].diagnostics.map { $0.related.map { $0.region?.lowerBound } }
        == Array(repeating: [TextPosition(line: 3, column: 5)], count: 2))
    // In a line of a file of many, by the file's own lines.
    for (format, passage) in [
      ("ndjson", #""line":2,"column":11,"earlier":{"line":2,"column":2}}"#),
      ("json", #""line": 2,"#),
      ("csv", "2:11 “kind” occurs more than once; none of its values is used (first at 2:2)"),
      ("html", #""earlier":{"line":2,"column":2}"#), ("html", "(first at {place})"),
      ("text", "(first at 2:2)"), ("markdown", "(first at 2:2)"),
      ("junit", "· in.ndjson:2:2  first occurs here"),
      ("github", "· in.ndjson:2: first occurs here"),
    ] {
      let world = BatchWorld(["in.ndjson": "{}\n{\"kind\":1,\"kind\":2}\n"])
      _ = world.run("screen", "in.ndjson", "--format", format, "--lang", "en")
      let output = world.output.split(whereSeparator: \.isNewline).joined(separator: "\n")
        .replacing("\n    ", with: " ")
      #expect(output.contains(passage), "\(format)")
    }
  }

  @Test func `a schema for editors is no fault`() throws {
    let schema = #""$schema": "https://example.invalid/application.schema.json","#
    for text in [
      try GoodFile.replacing("\"formatVersion\": 1,", with: "\(schema) \"formatVersion\": 1,"),
      try GoodFile.replacing("\"kind\": \"first\",", with: "\"kind\": \"first\", \(schema)"),
    ] {
      let judged = try Judged(text)
      #expect(judged.ids.isEmpty && judged.notices.isEmpty)
      #expect(judged.application == (try Judged(GoodFile.text).application))
      // It is no fact either, so that a comparison passes it by.
      #expect(!FiledFacts(judged.report).keys.contains { $0.contains("schema") })
      // The fast way knows it too.
      var application = Application()
      let bytes = Array(text.utf8)
      #expect(
        bytes.withUnsafeBufferPointer {
          ChampionFormat.table.readPlain(0..<$0.count, in: $0, into: &application)
        })
    }
    try Judged(GoodFile.replacing("\"formatVersion\"", with: "\"$schema\": 1, \"formatVersion\""))
      .expectOnly("wrong-type", at: "/$schema", #_sourceLocation)
    try Judged(GoodFile.replacing("\"product\": {", with: "\"product\": {\(schema)"))
      .expectOnly("misplaced-key", at: "/product/$schema", #_sourceLocation)
  }

  /// What is wrong inside a repeated member shows in the same run.
  @Test func `faults in a repeated member are said`() throws {
    let judged = try Judged(#"{"market": {"year": 1}, "market": {"year": "x", "yaer": 2}}"#)
    #expect(
      judged.ids.sorted() == ["duplicate-key", "misspelt-key", "out-of-range", "wrong-type"])
    #expect(judged.application == Application())
  }

  @Test func `an unknown member changes nothing else`() throws {
    let good = try Judged(GoodFile.text).application
    var objects: [[Tree.Step]] = []
    for (object, _) in Self.good.members where !objects.contains(object) { objects.append(object) }
    #expect(objects.count > 30)
    for object in objects {
      let text = Self.good.changing(object) {
        $0.append(Tree.Member(key: "xyzzyplugh", value: .scalar("[{\"name\": 1}]")))
      }.written()
      let judged = try Judged(text)
      try judged.expectOnly(
        "unknown-key", at: Tree.pointer(object, "xyzzyplugh"), #_sourceLocation)
      #expect(judged.application == good)
      // The file is one line, so that the column counts the characters before the key.
      let before = try #require(text.split(separator: "\"xyzzyplugh\"").first)
      #expect(try judged.place == TextPosition(line: 1, column: before.unicodeScalars.count + 1))
    }
  }

  @Test func `a misspelt member is as good as absent and is shown the right name`() throws {
    for (object, key) in Self.good.members {
      var letters = Array(key)
      // The first two letters that differ are swapped.
      let place = try #require(
        letters.indices.dropLast().first {
          letters[$0] != letters[$0 + 1]
        })
      letters.swapAt(place, place + 1)
      let misspelt = String(letters)
      let judged = try Judged(
        Self.good.changing(object) { members in
          for index in members.indices where members[index].key == key {
            members[index].key = misspelt
          }
        }.written())
      let pointer = Tree.pointer(object, misspelt)
      let fault = try #require(judged.faults.first { $0.pointer == pointer }, "\(pointer)")
      #expect(fault.reason.message.id == "misspelt-key")
      #expect(fault["meant"] == key)
      #expect(judged.application == (try Judged(without(object, key).written())).application)
      #expect(judged.report.status == .malformed)
    }
  }

  @Test func `null is as good as absent`() throws {
    for (object, key) in Self.good.members {
      let absent = try Judged(without(object, key).written())
      let judged = try Judged(
        Self.good.changing(object) { members in
          for index in members.indices where members[index].key == key {
            members[index].value = .scalar("null")
          }
        }.written())
      #expect(judged.application == absent.application)
      #expect(judged.ids == absent.ids)
      #expect(judged.notices == absent.notices)
    }
  }

  /// A wrong type costs the member and is said; nothing else is lost by it.
  @Test func `a value of the wrong type is as good as absent`() throws {
    for (object, key) in Self.good.members where key != "formatVersion" {
      let pointer = Tree.pointer(object, key)
      let absent = try Judged(without(object, key).written())
      for wrong in ["\"\\u0001\"", "{\"\": 0}", "[[]]", "true", "1e300"] {
        let judged = try Judged(
          Self.good.changing(object) { members in
            for index in members.indices where members[index].key == key {
              members[index].value = .scalar(wrong)
            }
          }.written())
        if judged.ids == absent.ids {
          // It is of the right type: one of the truth values.
          #expect(wrong == "true", "\(pointer)")
          continue
        }
        #expect(judged.faults.contains { $0.pointer?.hasPrefix(pointer) == true }, "\(pointer)")
        #expect(judged.report.status == .malformed)
        #expect(judged.report.verdict != .eligible)
      }
    }
  }
}

/// What removing a member does to the verdict.
struct RemovalTests {
  /// For every condition a change that makes the good application fail it.
  private static let failures: [(condition: String, passage: String, other: String)] = [
    ("jilin-registered", "\"domicile\": \"220106\"", "\"domicile\": \"210106\""),
    ("legal-person", "\"isLegalPerson\": true", "\"isLegalPerson\": false"),
    ("sector", "\"development\": true", "\"development\": false"),
    ("public-interest", "\"hasHarmedPublicInterest\": false", "\"hasHarmedPublicInterest\": true"),
    (
      "abnormal-operations-list", "\"abnormalOperationsList\": {\n      \"isListed\": false",
      "\"abnormalOperationsList\": {\n      \"isListed\": true"
    ),
    (
      "serious-dishonesty-list", "\"seriousDishonestyList\": {\n      \"isListed\": false",
      "\"seriousDishonestyList\": {\n      \"isListed\": true"
    ),
    ("product-policy", "\"encouraged\"", "\"eliminated\""),
    (
      "clean-record", "\"incidents\": []",
      "\"incidents\": [{\"kind\": \"qualityAccident\", \"date\": \"2025-01-15\", \"grade\": "
        + "\"major\", \"determination\": {\"status\": \"confirmed\", \"document\": \"a\"}}]"
    ),
    (
      "reapplication-ban", "\"revocations\": []",
      "\"revocations\": [{\"article\": 13, \"decided\": \"2024-09-01\", \"event\": \"2024-08-30\"}]"
    ),
    (
      "review-right", "\"kind\": \"first\"",
      "\"kind\": \"review\", \"certificate\": {\"isReviewRightCancelled\": true}"
    ),
    ("focus-years", "\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": \"2018-01-02\""),
    ("average-revenue", "\"mainBusinessRevenue\": 26150", "\"mainBusinessRevenue\": 15599.749999"),
    ("market-position", "\"rank\": 1,", "\"rank\": 2,"),
  ]

  @Test func `every condition has a failure`() {
    #expect(
      Self.failures.map(\.condition)
        == Rulebook.champion.criteria.filter { $0.role == .condition }.map(\.id))
  }

  @Test(arguments: RemovalTests.failures.map(\.condition))
  func `never makes an ineligible application eligible`(condition: String) throws {
    let failure = try #require(Self.failures.first { $0.condition == condition })
    let text = try GoodFile.replacing(failure.passage, with: failure.other)
    let failing = try Judged(text)
    #expect(failing.report.verdict == .ineligible)
    #expect(failing.report.status == .ineligible)
    #expect(failing.report[condition]?.outcome == .unmet)
    let tree = Tree(failing.filing.document, 0)
    for (object, key) in tree.members {
      let judged = try Judged(
        tree.changing(object) { $0.removeAll { $0.key == key } }.written())
      #expect(judged.report.verdict != .eligible, "\(Tree.pointer(object, key))")
    }
  }

  /// A criterion that loses a fact either is decided without it or says that it is missing.
  @Test func `is reported by every criterion that reads the member`() throws {
    let good = try Judged(GoodFile.text).report
    var openings = 0
    for (object, key) in Tree.good.members {
      let (pointer, template) = (Tree.pointer(object, key), Tree.template(object, key))
      let judged = try Judged(
        Tree.good.changing(object) { $0.removeAll { $0.key == key } }.written())
      for (criterion, before) in good.findings(.condition, .indicator, .judgement, .bonus) {
        let after = try #require(judged.report[criterion.id])
        // It only goes from decided to open, and then the fact is named with what it stands in.
        if after.outcome == before.outcome { continue }
        #expect(after.outcome == .undetermined, "\(criterion.id) without \(pointer)")
        openings += 1
        let reads = criterion.reads.map(\.template)
        #expect(
          reads.contains { isWithin($0, template) || isWithin(template, $0) },
          "\(criterion.id) reads \(pointer) without saying so")
        let missing = after.missing.map(\.description)
        #expect(
          missing.contains { isWithin($0, pointer) || isWithin(pointer, $0) }
            || template == "/figures/unit",
          "\(criterion.id) does not miss \(pointer) but \(missing)")
        #expect(
          judged.report.missing.contains { place, criteria in
            after.missing.contains(place)
              && criteria.contains { Programme.champion.criteria[$0].id == criterion.id }
          })
      }
    }
    #expect(openings > 60)
  }

  /// Whether a pointer is another one or leads into it.
  private func isWithin(_ pointer: String, _ other: String) -> Bool {
    pointer == other || pointer.hasPrefix(other + "/")
  }
}
