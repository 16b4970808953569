// Codes are strings of fixed form; a form read too kindly would give a province or a branch wrongly.

import Eligibility
import Testing

@Suite struct CodesTests {
  @Test(arguments: ["220102", "100000", "999999"])
  func `divisions are six digits`(text: String) {
    #expect(AdministrativeDivision(text)?.code == text)
  }

  @Test(arguments: [
    "", "22010", "2201022", "022010", "22010a", "２２０１０２", " 22010", "-22010", "+22010",
    "22.102", "2201O2", "22", "220\u{301}10",
  ])
  func `divisions refuse other forms`(text: String) {
    #expect(AdministrativeDivision(text) == nil)
  }

  @Test func `a division begins with those that it is in`() throws {
    let division = try #require(AdministrativeDivision("220102"))
    for wider in ["", "2", "22", "2201", "220102"] { #expect(division.begins(with: wider)) }
    for other in ["1", "221", "220103", "2201020", "22010200", "220102000", "22010200000", "２２"] {
      #expect(!division.begins(with: other), "\(other)")
    }
  }

  @Test func `ASCII digits are ten characters`() {
    #expect("0123456789".isASCIIDigits)
    #expect("0123456789".dropFirst(3).isASCIIDigits)
    for text in ["", "/", ":", "1a", "a1", "１", "٣", "1 ", "1\0", "¹"] {
      #expect(!text.isASCIIDigits, "\(text)")
    }
  }

  @Test(arguments: [
    ("01", 1), ("0111", 1), ("12", 12), ("13", 13), ("34", 34), ("3429", 34), ("345", 34),
    ("43", 43), ("44", 44), ("97", 97), ("9700", 97),
  ])
  func `industry codes name a division`(code: String, division: Int) throws {
    let industry = try #require(IndustryCode(code))
    #expect(industry.code == code)
    #expect(industry.division == division)
  }

  @Test(arguments: [
    "", "3", "34290", "00", "0012", "98", "99", "9800", "C34", "3a", "a34", "３４", "-1", "+1",
    " 34", "34 ",
  ])
  func `industry codes refuse other forms`(text: String) {
    #expect(IndustryCode(text) == nil)
  }

  /// GB/T 4754-2017: section C is divisions 13 to 43.
  @Test func `manufacturing is section c`() throws {
    for (code, isManufacturing) in [
      ("12", false), ("1290", false), ("13", true), ("1311", true), ("43", true), ("4390", true),
      ("44", false), ("4411", false), ("01", false), ("97", false),
    ] {
      #expect(try #require(IndustryCode(code)).isManufacturing == isManufacturing, "\(code)")
    }
    #expect(IndustryCode.manufacturing == 13...43)
    // 05, 11 and 43 serve farming, mining and the repair of machines.
    let tertiary = (1...97).filter {
      IndustryCode($0 < 10 ? "0\($0)" : "\($0)")?.isTertiary == true
    }
    #expect(tertiary == [5, 11, 43] + Array(51...97))
    #expect(IndustryCode.divisions == 1...97)
  }
}
