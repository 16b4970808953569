// Whatever the bytes, a run ends well; and what does not matter in JSON does not matter here.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import LocatedJSON
import Testing

@testable import HostSystem
@testable import Judging
@testable import Reports

struct IntakePropertyTests {
  private static let blanks = ["", "", " ", "\n", "\r\n", "\t", "  \n\t"]

  @Test func `order and blanks never matter`() throws {
    let good = try Judged(GoodFile.text)
    var dice = Dice(seed: 1)
    for _ in 0..<60 {
      let text = Tree.good.shuffled(using: &dice).written { dice.pick(Self.blanks) }
      let judged = try Judged(text)
      #expect(judged.ids.isEmpty)
      #expect(judged.application == good.application)
      #expect(judged.report.findings == good.report.findings)
    }
  }

  /// Escapes say the same as the characters they stand for, in keys and in values.
  @Test func `escapes never matter`() throws {
    let good = try Judged(GoodFile.text)
    let escaped = GoodFile.text.unicodeScalars.map { scalar -> String in
      guard scalar.properties.isAlphabetic,
        scalar.value > 0x7F || "aeikm".unicodeScalars.contains(scalar)
      else { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
      .replacing("tru\\u0065", with: "true").replacing("f\\u0061ls\\u0065", with: "false")
    let judged = try Judged(escaped)
    #expect(judged.ids.isEmpty)
    #expect(judged.application == good.application)
  }

  /// The contract of exit statuses, held against arbitrary damage, through the whole program.
  @Test(arguments: 0..<4)
  func `any bytes end in a verdict`(part: Int) throws {
    let good = Array(GoodFile.text.utf8)
    let lines = good.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var dice = Dice(seed: UInt64(100 + part))
    var statuses: [Judging.ExitStatus: Int] = [:]
    for round in 0..<400 {
      var bytes = good
      if dice.roll(8) == 0 {
        var other = lines
        other.remove(at: dice.roll(other.count))
        other.swapAt(dice.roll(other.count), dice.roll(other.count))
        bytes = Array(other.joined(separator: [UInt8(ascii: "\n")]))
      }
      for _ in 0...dice.roll(round % 3 == 0 ? 40 : 2) {
        let place = dice.roll(bytes.count)
        switch dice.roll(7) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8(dice.roll(256)), at: place)
        case 2: bytes[place] = UInt8(dice.roll(256))
        case 3: bytes[place] ^= 1 << UInt8(dice.roll(8))
        case 4: bytes.insert(dice.pick(Array("\"{}[],:0123456789-. \n".utf8)), at: place)
        case 5: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(200)))
        default:
          bytes.insert(contentsOf: good[dice.roll(good.count)...].prefix(dice.roll(60)), at: place)
        }
        if bytes.isEmpty { bytes = [UInt8(dice.roll(256))] }
      }
      let status = try ended(bytes, round)
      statuses[status, default: 0] += 1
    }
    // Chance reached both sides: files still read without a fault, and files with faults.
    #expect(statuses[.malformed, default: 0] > 100)
    #expect(statuses[.eligible, default: 0] > 10)
  }

  @Test func `any short file ends in a verdict`() throws {
    var dice = Dice(seed: 3)
    let words = [
      "{", "}", "[", "]", ",", ":", "\"", "\"market\"", "\"rank\"", "\"unit\"", "\"万元\"", "null",
      "true", "1", "-", "1e9", "\\", "\u{FEFF}", "\u{0}", "中", " ", "\n", "//", "/*", "\"figures\"",
      "\"years\"", "\"incidents\"", "\\ud800", "\"\\ud800\"", "“", "'", "，",
    ]
    for round in 0..<600 {
      let text = (0...dice.roll(12)).map { _ in dice.pick(words) }.joined()
      _ = try ended(Array(text.utf8), round)
    }
    for first in UInt8.min...UInt8.max {
      let bytes = [first, UInt8(ascii: "{"), UInt8(ascii: "}")]
      _ = try ended(Array(bytes.prefix(first % 2 == 0 ? 1 : 3)), Int(first))
    }
  }

  /// Runs the program on a file and checks all that holds whatever is in it.
  private func ended(_ bytes: [UInt8], _ round: Int) throws -> Judging.ExitStatus {
    let isJSON = round % 2 == 0
    let language = round % 4 < 2 ? "zh" : "en"
    let world = World()
    var environment = world.environment(
      "check", "f.json", "--format", isJSON ? "json" : "text", "--lang", language)
    environment.read = { _, _ in .success(bytes) }
    let status = run(environment)
    let ends: [Judging.ExitStatus] = [.eligible, .ineligible, .undetermined, .malformed]
    #expect(ends.contains(status))
    #expect(world.error.isEmpty)
    let judged = try Judged(bytes)
    #expect(judged.report.status == status)
    #expect((status == .malformed) == !judged.faults.isEmpty)
    if !judged.faults.isEmpty { #expect(judged.report.verdict != .eligible) }
    let text = world.output
    // Nothing that a terminal would obey.
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    let length = judged.filing.document.bytes.count
    for fault in judged.faults {
      #expect(fault.range.map { $0.lowerBound >= 0 && $0.upperBound <= length } ?? true)
    }
    if isJSON {
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let entry = try #require((report["applications"] as? [[String: Any]])?.first)
      #expect(entry["exitStatus"] as? Int == Int(status.rawValue))
      #expect((entry["faults"] as? [Any])?.count == judged.faults.count)
    } else {
      let verdict = judged.report.verdictName[language == "zh" ? .zh : .en]
      #expect(text.hasPrefix(verdict + (language == "zh" ? "：" : ": ")))
      // The last line repeats it.
      let ending = text.hasSuffix("\n") ? text.split(separator: "\n").suffix(4) : []
      #expect(ending.contains { $0.hasPrefix(verdict) })
    }
    return status
  }
}
