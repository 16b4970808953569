// Whoever gets a fault must understand it in either language, with nothing left to fill in.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import LocatedJSON
import Testing

@testable import BatchReports
@testable import Judging
@testable import Reports

/// Checks that hold for every reason that is ever given.
enum ReasonCheck {
  /// The names in braces in a pattern.
  static func names(_ pattern: String) -> [String] {
    pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
      let parts = $0.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = parts.first, !name.isEmpty,
        name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      else { return nil }
      return String(name)
    }
  }

  static func check(_ reason: Reason) {
    let id = reason.message.id
    for wording in [reason.message.says, reason.message.mend].compactMap({ $0 }) {
      #expect(!wording.zh.isEmpty && !wording.en.isEmpty, "\(id)")
      #expect(wording.zh != wording.en || wording.zh.utf8.allSatisfy { $0 < 0x80 }, "\(id)")
      #expect(
        wording.en.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) }
          || wording.en.contains("元"), "\(id)")
      #expect(Set(names(wording.zh)) == Set(names(wording.en)), "\(id)")
      for name in names(wording.zh) {
        #expect(reason.values[name] != nil, "\(id) has no value for {\(name)}")
      }
    }
    let valueNames = reason.values.entries.map(\.name)
    #expect(Set(valueNames).count == valueNames.count, "\(id)")
  }
}

struct MessageTests {
  /// Faulty files that between them have every fault there is.
  private static let faulty: [String] = [
    "", "[[[", "{\"a\": 1} 2", "{\"kind\": }", "{: 1}", "{kind: 1}", "{1: 2}", "{\"kind\" 1}",
    "{\"kind\"： 1}", "{\"kind\":　1}", "{,\"kind\": 1}", "{\"kind\": 1,}", "{\"kind\": 1,,}",
    "{\"a\": 1 \"b\": 2}", "{\"kind\": 1 // x\n}", "{\"kind\": 1 /* x", "{\"kind\": [1}",
    "{\"a\": {",
    "{\"kind\": 'first'}", "{\"kind\": “first”}", "{\"kind\": \"first", "{\"kind\": first\"}",
    "{\"kind\": \"fi\"rst\"}", "{\"kind\": \"fi\nrst\"}", "{\"kind\": \"fi\u{1}rst\"}",
    "{\"kind\": \"\\q\"}", "{\"kind\": \"\\u12\"}", "{\"kind\": \"\\ud800\"}", "{\"kind\": 01}",
    "{\"kind\": +1}", "{\"kind\": .1}", "{\"kind\": 1.}", "{\"kind\": 1e}", "{\"kind\": -}",
    "{\"kind\": 0x1}", "{\"kind\": １}", "{\"a\": 1,000}", "{\"kind\": 3kg}", "{\"kind\": True}",
    "{\"kind\": FALSE}", "{\"kind\": None}", "{\"kind\": NaN}", "{\"kind\": Infinity}",
    "{\"kind\": undefined}", "{\"kind\": first}", "{\"kind\": 1 x}", "{\"kind\": #1}", "{\"a\": [}",
    "{\"x\": " + String(repeating: "[", count: 100), "[" + String(repeating: ",", count: 300) + "]",
    "{\"a\": 1]}", "{\"a\": ]", "{\"incidents\": [" + String(repeating: "0,", count: 1000) + "0]}",
    "{" + String(repeating: "\"a\": 1, ", count: 100) + "\"a\": 1}",
    "{\"a\": []], \"b\": 1}",
    """
    {"formatVersion": 2, "programme": "x", "applicationYear": 2023, "filingDate": "2024-07-22", "kind": "frist",
     "bureau": "xyzzyplugh", "bureu": 1, "plughxyzzy": 1, "kind": "first",
     "enterprise": {"name": " ", "creditCode": "9", "domicile": 220106, "industryCode": "x",
       "isLegalPerson": 1, "founded": "2025-02-29"},
     "product": {"fieldSince": "2025/9/1", "classification": {"scheme": "productCatalogue", "code": "1"},
       "energy": {"consumption": -1}},
     "figures": {"unit": "元", "years": [{"profit": 0.001, "operatingRevenue": 1e17,
       "productRevenue": "2亿", "mainBusinessRevenue": 1e99}]},
     "market": {"province": {"rank": 0, "share": 1e400}, "nation": {"share": 1e-400},
       "world": {"share": 12.34567890123456789}},
     "revocations": [{"article": 9, "event": "1899"}],
     "recognitions": [{"validUntil": "2025"}]}
    """,
    "{\"enterprise\": {\"creditCode\": \"91350100M000100Y4Z\"}, \"figures\": {\"years\": [{\"profit\": 1}]}}",
    "{\"enterprise\": {\"creditCode\": \"9135O100M000100Y43\"}, \"filingDate\": \"2024-07-22\"}",
  ]

  private static let otherEncodings: [[UInt8]] = [[0xFF, 0xFE, 0x7B, 0], [0x22, 0xFF, 0x22]]

  private func faults() throws -> [Fault] {
    try Self.faulty.flatMap { try Judged($0).faults }
      + Self.otherEncodings.flatMap { try Judged($0).faults }
  }

  @Test func `every fault is said in both languages and how to mend it`() throws {
    for fault in try faults() {
      ReasonCheck.check(fault.reason)
      for language in Language.allCases {
        let mend = try #require(fault.reason.mend(in: language), "\(fault.reason.message.id)")
        for sentence in [fault.reason.says(in: language), mend] {
          #expect(!sentence.isEmpty)
          #expect(!sentence.contains("{found}") && !sentence.contains("{expected}"))
        }
      }
    }
  }

  /// Identifiers of messages in a source file of the intake.
  private func identifiers(in file: String, _ pattern: Regex<(Substring, Substring)>) throws
    -> Set<String>
  {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let source = try String(
      contentsOf: root.appending(path: "Sources/Judging/Reading/\(file)"), encoding: .utf8)
    return Set(source.matches(of: pattern).map { String($0.output.1) })
  }

  /// The check above means nothing for a message that no file provokes.
  @Test func `the faulty files have every fault there is`() throws {
    let provoked = Set(try faults().map(\.reason.message.id))
    let values = try identifiers(in: "FaultMessages.swift", /Message\(\s*"([a-z0-9-]+)"/)
    let syntax = try identifiers(in: "SyntaxMessages.swift", /essage\(\s*"([a-z0-9-]+)"/)
    #expect(values.count > 20)
    #expect(syntax.count > 30)
    // A file that is too long is too long for a test; a byte that is not UTF-8 never gets so far.
    let unreachable: Set = ["text-too-long", "malformed-byte"]
    #expect(values.union(syntax).subtracting(provoked).subtracting(unreachable) == [])
  }
}
