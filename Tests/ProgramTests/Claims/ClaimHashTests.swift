// Hashes stand in for texts, so texts that are loosely the same must have one hash, and others another.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Judging

struct ClaimHashTests {
  private func hash(_ text: String, _ key: ClaimKey = Claims.key) -> UInt64 {
    var hash = ClaimHash(key)
    hash.add(loosely: text)
    return hash.value()
  }

  /// What a text comes to, by the properties of its characters.
  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.withPlainWidth().unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  @Test func `every character is white space, full-width or itself, wherever it stands`() {
    var differing: [UInt32] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "精\(scalar)密轴承", "abcdefg\(scalar)hijklmnop"]
      where hash(text) != hash(plain(text)) {
        differing.append(value)
      }
    }
    #expect(differing.isEmpty)
  }

  @Test func `characters of one length differ unless they are loosely the same`() {
    var seen: [UInt64: String] = [:]
    var collisions: [String] = []
    for value in UInt32(1)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = plain("长春\(scalar)厂")
      if let other = seen.updateValue(text, forKey: hash(text)), other != text {
        collisions.append(text)
      }
    }
    #expect(collisions.isEmpty)
  }

  @Test(arguments: 0...40)
  func `any length, with anything in between`(length: Int) {
    let text = String("企业abc名称，2025年度；产品与服务 efgh ij（吉林）kl 长春市高新区".prefix(length))
    var spaced = ""
    for character in text { spaced += "\(character)\u{3000}" }
    #expect(hash(text) == hash(spaced))
    #expect(hash(text) == hash(" " + text + "\t\n"))
    #expect(hash(text + "甲") != hash(text))
    #expect(hash(text + "\0") != hash(text))
    #expect(hash("甲" + text) != hash(text) && hash("甲" + text) != hash("乙" + text))
  }

  @Test func `two texts in a row do not run into each other`() {
    func hash(_ texts: String...) -> UInt64 {
      var hash = ClaimHash(Claims.key)
      for text in texts { hash.add(loosely: text) }
      return hash.value()
    }
    #expect(hash("按行业惯例", "电机") != hash("按行业惯例电", "机"))
    #expect(hash("", "电机") != hash("电机", ""))
    #expect(hash("abcdefgh", "i") != hash("abcdefghi", ""))
  }

  @Test func `another key gives another hash`() {
    #expect(hash("电机", ClaimKey(1, 2)) != hash("电机", ClaimKey(2, 2)))
    #expect(hash("电机", ClaimKey(1, 2)) != hash("电机", ClaimKey(1, 4)))
  }

  @Test func `a hash is never that of the unknown, however few its bits`() {
    for number in 0..<1000 {
      var hash = ClaimHash(ClaimKey(0, UInt64(number)))
      hash.add(UInt64(0))
      #expect(hash.value(bits: 4) > 0 && hash.value(bits: 4) < 16)
      #expect(hash.value() > 0)
    }
  }

  @Test func `similar numbers spread over all bits`() {
    var ones = [Int](repeating: 0, count: 64)
    for number in 0..<4096 as Range<UInt64> {
      var hash = ClaimHash(Claims.key)
      hash.add(number)
      hash.add(UInt64(1))
      for bit in 0..<64 where hash.value() >> UInt64(bit) & 1 == 1 { ones[bit] += 1 }
    }
    // 4096 fair coins fall outside of these bounds once in 10¹⁹ times.
    #expect(ones.allSatisfy { (1760...2336).contains($0) }, "\(ones)")
  }

  private func numbersItsCases<Case: CaseIterable & Equatable>(_ type: Case.Type) -> Bool
  where Case.AllCases == [Case] {
    ordinal(nil as Case?) == 0 && Case(ordinal: 0) == nil
      && Case(ordinal: UInt64(Case.allCases.count) + 1) == nil
      && Case.allCases.enumerated().allSatisfy { place, value in
        ordinal(value) == UInt64(place) + 1 && Case(ordinal: UInt64(place) + 1) == value
      }
  }

  @Test func `cases are numbered as they are listed`() {
    #expect(numbersItsCases(Bureau.self))
    #expect(numbersItsCases(Market.Basis.self))
    #expect(numbersItsCases(Product.Classification.Scheme.self))
    #expect(numbersItsCases(PolicyClass.self))
    #expect(numbersItsCases(Figures.Scope.self))
    #expect(numbersItsCases(Incident.Kind.self))
    #expect(numbersItsCases(IncidentGrade.self))
    #expect(numbersItsCases(Determination.Status.self))
    #expect(numbersItsCases(Recognition.Kind.self))
    #expect(numbersItsCases(Level.self))
    #expect(numbersItsCases(StandardLevel.self))
  }
}
