// Holds the reader to RFC 8259: what it must accept without a fault, and what it must not.
import Foundation
import LocatedJSON
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: [
    "[]", "{}", " [ ] ", "\t{\r\n}\n", "0", "-0", "1", "-1", "10", "0.0", "-0.5", "1e1", "1E1",
    "1e+1", "1e-1", "1.5e10", "0e0", "0E+00", "123456789012345678901234567890", "true", "false",
    "null", " true ", "\"\"", "\"a\"", "\" \"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0041\"",
    "\"\\u00e9\\uABCD\"", "\"\\uD83D\\uDE00\"", "\"\\u0000\"", "\"/\"", "\"中文，“引号”\"",
    "\"😀\u{10FFFF}\"", "\"\u{7F}\u{2028}\u{2029}\"", "\"'\"", "\"//\"", "\"/* */\"",
    "[1,2,3]", "[1 , 2\n, 3]", "[[],[[]],{}]", "[null,true,false,\"x\",-1.5e3]", "[{\"a\":[]}]",
    "{\"a\":1}", "{\"a\":1,\"b\":2}", "{\"\":0}", "{\"a\":{\"b\":{\"c\":null}}}",
    "{ \"a\" : 1 , \"b\" : [ ] }", "{\"a\":1,\"a\":2}", "{\"\\u0061\":1}",
    "[\"12345678\",\"1234567\",\"123456789\"]", "[\"\\\\\",\"\\\"\"]", "[1e1,1e1]", "[0,0]",
    "        \n                 1         ", "{\"键\":\"值\"}", "[true,false,null]",
  ])
  func `accepts`(_ text: String) {
    let document = parse(text)
    #expect(document.faults == [])
    #expect(document.root == 0)
    #expect(document.tapeDefects() == [])
  }

  @Test(arguments: [
    "", " ", "\n", "[", "]", "{", "}", "[[", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]",
    "[1}", "{]", "{1}", "{1:1}", "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,}",
    "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\":1 \"b\":2}", "{:1}", "{\"a\"::1}", "{\"a\":1:2}",
    "{'a':1}", "{null:1}", "{[]:1}", "{{}:1}", "01", "-01", "00", "+1", ".5", "-.5", "5.", "5.e1",
    "1e", "1E+", "1e-", "-", "--1", "1.2.3", "1e1.5", "0x1F", "0xG", "1_000", "1a", "١", "１２",
    "NaN", "-NaN", "Infinity", "-Infinity", "True", "FALSE", "None", "nil", "undefined", "tru",
    "truee", "nul", "nulll", "fals", "t", "abc", "中文", "\"", "\"a", "\"\\\"", "\"\\", "\"\\x\"",
    "\"\\a\"", "\"\\'\"", "\"\\0\"", "\"\\中\"", "\"\\u\"", "\"\\u12\"", "\"\\u123g\"",
    "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"\\uD800\\uD800\"", "\"\\uDE00\\uD83D\"",
    "\"\\uD800\\\"", "\"\\uD800\\u\"", "\"\t\"", "\"\n\"", "\"\r\n\"", "\"\u{0}\"", "\"\u{1F}\"",
    "'a'", "`a`", "“a”", "1 2", "{}{}", "[]]", "{}}", "[],", "true false", "1,2", "\"a\"\"b\"",
    "// c\n1", "1 // c", "/* c */ 1", "[1/* c */]", "[1 /* c", "/", "/1", "# c\n1", "(1)", "[1;2]",
    "\u{A0}1", "\u{3000}1", "\u{FEFF}1", "[1]\u{0}", "\u{0}", "[\u{C}1]", "［1］", "{\"a\"：1}",
    "[1，2]", "*", "[*]", "[*1]", "[1*]", "{*}", "{\"a\"*:1}", "{\"a\":*}", "[\"a\"b\"]", "[\"a\"b]",
    "[\"a\" \"b\"]", "[1\"a\"]", "[true1]", "[1true]", "\\", "[\\u0031]", "\"a\"\\n", "=", ":", ",",
  ])
  func `refuses`(_ text: String) {
    let document = parse(text)
    #expect(document.faults != [])
    #expect(document.tapeDefects() == [])
  }

  @Test(
    arguments: [
      [0xFF], [0x5B, 0xFF, 0x5D], [0x5B, 0xC3, 0x28, 0x5D], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xC0, 0x80], [0xE4, 0xB8], [0x31, 0x80], [0x5B, 0x31, 0xE4, 0xB8, 0x5D],
    ] as [[UInt8]])
  func `refuses malformed bytes`(_ bytes: [UInt8]) {
    let document = JSONDocument(parsing: bytes)
    #expect(document.faults != [])
    #expect(document.tapeDefects() == [])
  }

  @Test func `reports the malformed byte itself`() {
    let document = JSONDocument(parsing: [0x5B, 0xFF, 0xFF, 0x31, 0x2C, 0xC3, 0x5D])
    #expect(
      document.faults == [fault(.malformedByte(0xFF), 1, 3), fault(.malformedByte(0xC3), 5, 6)])
    #expect(document.outline == "[1,!]")
  }

  @Test func `written values read back the same`() {
    var chance = Seeded(1)
    for _ in 0..<300 {
      let sample = Sample.random(&chance)
      let document = parse(sample.written(&chance))
      #expect(document.faults == [])
      #expect(document.tapeDefects() == [])
      #expect(document.outline.unicodeScalars.elementsEqual(sample.compact.unicodeScalars))
    }
  }
}
