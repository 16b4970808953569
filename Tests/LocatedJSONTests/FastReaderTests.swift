// The reader of plain texts works with pointers, so each of its tokens is tried at every length and end.

import LocatedJSON
import Testing

struct FastReaderTests {
  /// What a body reads of a text, from a buffer that ends where the text does.
  private static func read<Value>(
    _ bytes: [UInt8], _ body: (inout FastReader) throws(FastStop) -> Value
  ) -> Value? {
    bytes.withUnsafeBufferPointer { FastReader.read(0..<$0.count, in: $0, body) }
  }

  private static func read<Value>(
    _ text: String, _ body: (inout FastReader) throws(FastStop) -> Value
  ) -> Value? {
    read(Array(text.utf8), body)
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    read(bytes) { reader throws(FastStop) in try reader.text().string }
  }

  @Test func `texts of every length are read`() {
    for letter in ["a", "é", "中", "𠀀"] {
      for count in 0...40 {
        for before in ["", "x", "xyz"] {
          let text = before + String(repeating: letter, count: count)
          #expect(FastReaderTests.text(Array("\"\(text)\"".utf8)) == text)
        }
      }
    }
  }

  @Test func `texts with an escape a control character or no end are not plain`() {
    for count in 0...20 {
      let start = Array(("\"" + String(repeating: "a", count: count)).utf8)
      #expect(FastReaderTests.text(start) == nil)
      for byte in [0x00, 0x0A, 0x1F, 0x5C] as [UInt8] {
        #expect(FastReaderTests.text(start + [byte, 0x6E, 0x22]) == nil, "\(byte) at \(count)")
      }
    }
    #expect(FastReaderTests.text(Array("a".utf8)) == nil)
  }

  @Test func `texts are UTF-8 exactly where the standard library says so`() {
    // Every beginning of a character with the bounds of what may follow, amid common characters.
    let edges: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
    for lead in UInt8(0x80)...0xFF {
      for second in edges {
        for rest in [[], [0x80], [0xBF], [0x80, 0x80], [0xBF, 0xBF]] as [[UInt8]] {
          for before in ["", "中", "中文", "a中"] {
            let bytes = Array(before.utf8) + [lead, second] + rest + Array("文a".utf8)
            let expected = String(validating: bytes, as: UTF8.self)
            #expect(FastReaderTests.text([0x22] + bytes + [0x22]) == expected, "\(bytes)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("0", 0, 0), ("-0", 0, 0), ("7", 7, 0), ("-12.50", -1250, 2), ("0.001", 1, 3),
    ("123456789012345678", 123_456_789_012_345_678, 0),
    ("-1.23456789012345678", -123_456_789_012_345_678, 17),
  ])
  func `numbers are read as written`(text: String, coefficient: Int64, scale: Int) {
    let number = FastReaderTests.read(text) { reader throws(FastStop) in try reader.number() }
    #expect(number?.coefficient == coefficient)
    #expect(number?.scale == scale)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "01", "-01", "+1", "1e5", "1E5", "1234567890123456789", "1 2",
  ])
  func `other numbers are not plain`(text: String) {
    let number = FastReaderTests.read(text) { reader throws(FastStop) in try reader.number() }
    #expect(number == nil)
  }

  @Test func `numbers of every length are read wherever their point is`() {
    // Up to eight bytes are read at once, so every length below and beyond is tried.
    let digits = Array("123456789012345678".utf8)
    for count in 1...digits.count {
      for scale in 0..<count {
        for sign in ["", "-"] {
          var text = Array(sign.utf8) + digits[..<count]
          if scale > 0 { text.insert(UInt8(ascii: "."), at: text.count - scale) }
          let number = FastReaderTests.read(text) { reader throws(FastStop) in
            try reader.number()
          }
          let expected = Int64(sign + String(decoding: digits[..<count], as: UTF8.self))
          #expect(number?.coefficient == expected, "\(String(decoding: text, as: UTF8.self))")
          #expect(number?.scale == scale)
        }
      }
    }
  }

  @Test func `a sign amid the digits of a number is no digit`() {
    // Every byte in every place of the eight that are read at once.
    for place in 0..<9 {
      for byte in UInt8.min...UInt8.max where byte &- UInt8(ascii: "0") >= 10 {
        var text = Array("123456789".utf8)
        text[place] = byte
        let number = FastReaderTests.read(text) { reader throws(FastStop) in
          try reader.number()
        }
        let isPoint = byte == UInt8(ascii: ".") && (1..<8).contains(place)
        let isSign = byte == UInt8(ascii: "-") && place == 0
        // Blanks at either end are not part of it.
        let isOutside =
          [0, 8].contains(place) && [0x09, 0x0A, 0x0D, 0x20].contains(byte)
        #expect((number != nil) == (isPoint || isSign || isOutside), "\(byte) at \(place)")
      }
    }
  }

  @Test(arguments: [
    ("\"2024-09-30\"", 2024, 9, 30), ("\"0000-00-00\" ", 0, 0, 0), ("\"9999-99-99\"", 9999, 99, 99),
  ])
  func `days are taken`(text: String, year: Int, month: Int, day: Int) {
    let taken = FastReaderTests.read(text) { reader throws(FastStop) in reader.takesDay() }
    #expect(taken??.year == year)
    #expect(taken??.month == month)
    #expect(taken??.day == day)
  }

  @Test func `what has not the form of a day is left to others`() {
    let day = Array("\"2024-09-30\"".utf8)
    for place in day.indices {
      for byte in UInt8.min...UInt8.max where byte != day[place] {
        let isDigit = byte &- UInt8(ascii: "0") < 10
        if isDigit, day[place] &- UInt8(ascii: "0") < 10 { continue }
        var text = day
        text[place] = byte
        let taken = FastReaderTests.read(text) { reader throws(FastStop) in
          reader.takesDay() != nil
        }
        #expect(taken != true, "\(byte) at \(place)")
      }
      let taken = FastReaderTests.read(Array(day[..<place])) { reader throws(FastStop) in
        reader.takesDay() != nil
      }
      #expect(taken != true, "cut at \(place)")
    }
  }

  @Test func `words of every length are told apart`() {
    for count in 0...FastWord.longest {
      let word = String(repeating: "k", count: count)
      let key = FastWord(word)
      func takes(_ text: String) -> Bool? {
        FastReaderTests.read(text) { reader throws(FastStop) in
          guard reader.takes(key: key) else { throw FastStop() }
          return try reader.flag()
        }
      }
      #expect(takes("\"\(word)\":true") == true)
      #expect(takes("\"\(word)\" \n: false") == false)
      #expect(takes("\"\(word)\" true") == nil)
      #expect(takes("\"\(word)k\":true") == nil)
      #expect(takes("\"\(word):true") == nil)
      if count > 0 {
        #expect(takes("\"\(word.dropLast())\":true") == nil)
        #expect(takes("\"\(word.dropLast())x\":true") == nil)
      }
    }
  }

  @Test(arguments: [("true", true), ("false", false), (" true\r\n", true)])
  func `flags are read`(text: String, expected: Bool) {
    let flag = FastReaderTests.read(text) { reader throws(FastStop) in try reader.flag() }
    #expect(flag == expected)
  }

  @Test(arguments: ["", "t", "tru", "trux", "fals", "falsx", "truex", "True", "null"])
  func `other words are no flags`(text: String) {
    let flag = FastReaderTests.read(text) { reader throws(FastStop) in try reader.flag() }
    #expect(flag == nil)
  }

  @Test func `null is taken only where it stands`() {
    for (text, expected) in [("null", true), ("nul", nil), ("nulx", nil), ("nullx", nil)] {
      let taken = FastReaderTests.read(text) { reader throws(FastStop) in
        guard reader.takesNull() else { throw FastStop() }
        return true
      }
      #expect(taken == expected, "\(text)")
    }
  }

  @Test(arguments: [
    ("[]", 0), ("[ ]", 0), ("[true]", 1), ("[ true , false ]", 2), ("[true,]", nil),
    ("[,true]", nil),
    ("[true true]", nil), ("[true", nil), ("true", nil), ("[]]", nil),
  ])
  func `items are counted`(text: String, expected: Int?) {
    let count = FastReaderTests.read(text) { reader throws(FastStop) in
      var count = 0
      guard try reader.beginArray() else { return count }
      repeat {
        _ = try reader.flag()
        count += 1
      } while try reader.hasAnotherItem()
      return count
    }
    #expect(count == expected)
  }

  @Test func `blanks that go on behind a line are not read`() {
    // The part ends before the line feed; what the next line begins with belongs to another text.
    let bytes = Array("true  \n, false".utf8) + Array(repeating: 0x20, count: 64)
    let flag = bytes.withUnsafeBufferPointer {
      FastReader.read(0..<6, in: $0) { reader throws(FastStop) in try reader.flag() }
    }
    #expect(flag == true)
    let items = bytes.withUnsafeBufferPointer {
      FastReader.read(0..<6, in: $0) { reader throws(FastStop) in
        _ = try reader.flag()
        return try reader.hasAnotherItem()
      }
    }
    #expect(items == nil)
  }
}
