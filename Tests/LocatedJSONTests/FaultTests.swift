// Every fault the reader knows, at its exact place, and what is saved of the text around it.
import LocatedJSON
import Testing

/// A faulty text, its faults, and the values that should still be read from it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let text: String
  let faults: [SyntaxFault]
  let outline: String

  init(_ text: String, _ faults: [SyntaxFault], _ outline: String) {
    self.text = text
    self.faults = faults
    self.outline = outline
  }

  var testDescription: String { text }
}

@Suite struct FaultTests {
  private func check(_ example: FaultCase) {
    let document = parse(example.text)
    #expect(document.faults == example.faults)
    #expect(document.outline == example.outline)
    #expect(document.tapeDefects() == [])
  }

  @Test(arguments: [
    FaultCase("", [fault(.emptyText, 0, 0)], ""),
    FaultCase(" \n", [fault(.emptyText, 0, 2)], ""),
    FaultCase("// a", [fault(.emptyText, 0, 4), fault(.comment, 0, 4)].reversed(), ""),
    FaultCase("{}\n x \n", [fault(.contentAfterEnd, 4, 5)], "{}"),
    FaultCase("1 2", [fault(.contentAfterEnd, 2, 3)], "1"),
    FaultCase("{\"a\":1}}", [fault(.contentAfterEnd, 7, 8)], "{\"a\":1}"),
    FaultCase("{} // a", [fault(.comment, 3, 7)], "{}"),
    FaultCase("?", [fault(.unexpectedCharacter("?"), 0, 1)], "!"),
    FaultCase("] 1", [fault(.unexpectedCharacter("]"), 0, 1)], "1"),
    FaultCase(",,", [fault(.unexpectedCharacter(","), 0, 2)], "!"),
    FaultCase("[??1,2]", [fault(.unexpectedCharacter("?"), 1, 3)], "[1,2]"),
    FaultCase(
      "[?,2,]", [fault(.unexpectedCharacter("?"), 1, 2), fault(.trailingComma, 4, 5)], "[!,2]"),
    FaultCase("[?]", [fault(.unexpectedCharacter("?"), 1, 2)], "[!]"),
    FaultCase("[1 ?]", [fault(.unexpectedCharacter("?"), 3, 4)], "[1]"),
    FaultCase("[1 (,2]", [fault(.unexpectedCharacter("("), 3, 4)], "[1,2]"),
    FaultCase("{?\"a\":1}", [fault(.unexpectedCharacter("?"), 1, 2)], "{\"a\":1}"),
    FaultCase("{\"a\"?:1}", [fault(.unexpectedCharacter("?"), 4, 5)], "{\"a\":1}"),
    FaultCase("{\"a\":?}", [fault(.unexpectedCharacter("?"), 5, 6)], "{\"a\":!}"),
    FaultCase("{\"a\":?,\"b\":2}", [fault(.unexpectedCharacter("?"), 5, 6)], "{\"a\":!,\"b\":2}"),
    FaultCase("{\"a\"::1}", [fault(.unexpectedCharacter(":"), 5, 6)], "{\"a\":1}"),
    FaultCase("{\"a\":1:2,\"b\":3}", [fault(.badNumber(.malformed), 5, 8)], "{\"a\":!,\"b\":3}"),
    FaultCase(
      "{\"a\":1 : 2,\"b\":3}", [fault(.unexpectedCharacter(":"), 7, 8)], "{\"a\":1,!:2,\"b\":3}"),
    FaultCase("[\u{0}1]", [fault(.unexpectedCharacter("\u{0}"), 1, 2)], "[1]"),
    FaultCase("[\u{80}1]", [fault(.unexpectedCharacter("\u{80}"), 1, 3)], "[1]"),
    FaultCase("[/1]", [fault(.unexpectedCharacter("/"), 1, 2)], "[1]"),
  ])
  func `text and characters`(_ example: FaultCase) { check(example) }

  @Test(arguments: [
    FaultCase("[1 2]", [fault(.missingComma, 2, 2)], "[1,2]"),
    FaultCase("[1\n [2]]", [fault(.missingComma, 2, 2)], "[1,[2]]"),
    FaultCase(
      "[1 true -2]", [fault(.missingComma, 2, 2), fault(.missingComma, 7, 7)], "[1,true,-2]"),
    FaultCase("[\"a\" \"b\"]", [fault(.missingComma, 4, 4)], "[\"a\",\"b\"]"),
    FaultCase(
      "{\"a\": 1\n \"b\": 2}", [fault(.missingComma, 7, 7)], "{\"a\":1,\"b\":2}"),
    FaultCase(
      "{\"a\": 1 b: 2}", [fault(.missingComma, 7, 7), fault(.unquotedKey, 8, 9)],
      "{\"a\":1,\"b\":2}"),
    FaultCase("{\"a\": 5 元, \"b\": 2}", [fault(.strayText, 8, 11)], "{\"a\":5,\"b\":2}"),
    FaultCase("[5 kg net, 2]", [fault(.strayText, 3, 9)], "[5,2]"),
    FaultCase("{\"a\" 1}", [fault(.missingColon, 4, 4)], "{\"a\":1}"),
    FaultCase("{\"a\", \"b\": 2}", [fault(.missingColon, 4, 4)], "{\"a\":!,\"b\":2}"),
    FaultCase("{\"a\"}", [fault(.missingColon, 4, 4)], "{\"a\":!}"),
    FaultCase("{\"a\" [1]}", [fault(.missingColon, 4, 4)], "{\"a\":[1]}"),
    FaultCase("[,1]", [fault(.leadingComma, 1, 2)], "[1]"),
    FaultCase("{,\"a\":1}", [fault(.leadingComma, 1, 2)], "{\"a\":1}"),
    FaultCase("[1,]", [fault(.trailingComma, 2, 3)], "[1]"),
    FaultCase(
      "[1， ]",
      [fault(.wrongPunctuation(found: "，", meant: ","), 2, 5), fault(.trailingComma, 2, 5)], "[1]"),
    FaultCase("{\"a\":1 ,\n}", [fault(.trailingComma, 7, 8)], "{\"a\":1}"),
    FaultCase("[1,,2]", [fault(.doubledComma, 3, 4)], "[1,2]"),
    FaultCase("{\"a\":1, ,\"b\":2}", [fault(.doubledComma, 8, 9)], "{\"a\":1,\"b\":2}"),
    FaultCase("{\"a\":,\"b\":2}", [fault(.missingValue, 5, 5)], "{\"a\":!,\"b\":2}"),
    FaultCase("{\"a\": }", [fault(.missingValue, 5, 5)], "{\"a\":!}"),
    FaultCase("{\"a\":\n \"b\": 2}", [fault(.missingValue, 4, 4)], "{\"a\":!,\"b\":2}"),
    FaultCase("{:1}", [fault(.missingKey, 1, 1)], "{!:1}"),
    FaultCase("{{\"a\":1}, \"b\":2}", [fault(.missingKey, 1, 1)], "{!:{\"a\":1},\"b\":2}"),
    FaultCase(
      "{[1]: 2, \"b\":3}", [fault(.missingKey, 1, 1), fault(.unexpectedCharacter(":"), 4, 5)],
      "{!:[1],!:2,\"b\":3}"),
    FaultCase(
      "{a: 1, b_2: 2}", [fault(.unquotedKey, 1, 2), fault(.unquotedKey, 7, 10)],
      "{\"a\":1,\"b_2\":2}"),
    FaultCase("{姓名: 1}", [fault(.unquotedKey, 1, 7)], "{\"姓名\":1}"),
    FaultCase(
      "{1: 2, -3: 4}", [fault(.numberAsKey, 1, 2), fault(.numberAsKey, 7, 9)], "{\"1\":2,\"-3\":4}"),
    FaultCase("{a\": 1}", [fault(.unopenedString, 1, 3)], "{\"a\":1}"),
    FaultCase(
      "[\"a\": 1, 2]", [fault(.wrongPunctuation(found: ":", meant: ","), 4, 5)], "[\"a\",1,2]"),
  ])
  func `commas colons and keys`(_ example: FaultCase) { check(example) }

  @Test(arguments: [
    FaultCase(
      "｛“a”：1，\"b\"＝［2］｝",
      [
        fault(.wrongPunctuation(found: "｛", meant: "{"), 0, 3),
        fault(.typographicQuotes(open: "“", close: "”"), 3, 10),
        fault(.wrongPunctuation(found: "：", meant: ":"), 10, 13),
        fault(.wrongPunctuation(found: "，", meant: ","), 14, 17),
        fault(.wrongPunctuation(found: "＝", meant: ":"), 20, 23),
        fault(.wrongPunctuation(found: "［", meant: "["), 23, 26),
        fault(.wrongPunctuation(found: "］", meant: "]"), 27, 30),
        fault(.wrongPunctuation(found: "｝", meant: "}"), 30, 33),
      ], "{\"a\":1,\"b\":[2]}"),
    FaultCase("[1;2]", [fault(.wrongPunctuation(found: ";", meant: ","), 2, 3)], "[1,2]"),
    FaultCase("{\"a\"=1}", [fault(.wrongPunctuation(found: "=", meant: ":"), 4, 5)], "{\"a\":1}"),
    FaultCase(
      "[1、2，，3]",
      [
        fault(.wrongPunctuation(found: "、", meant: ","), 2, 5),
        fault(.wrongPunctuation(found: "，", meant: ","), 6, 9), fault(.doubledComma, 9, 12),
      ], "[1,2,3]"),
    FaultCase("['a']", [fault(.singleQuotedString, 1, 4)], "[\"a\"]"),
    FaultCase(
      "['it's', 'a\\'b\"']", [fault(.singleQuotedString, 1, 7), fault(.singleQuotedString, 9, 16)],
      "[\"it's\",\"a'b\\\"\"]"),
    FaultCase("{'a': 1}", [fault(.singleQuotedString, 1, 4)], "{\"a\":1}"),
    FaultCase("[「a」]", [fault(.typographicQuotes(open: "「", close: "」"), 1, 8)], "[\"a\"]"),
    FaultCase("[“a\"]", [fault(.typographicQuotes(open: "“", close: "\""), 1, 6)], "[\"a\"]"),
    FaultCase(
      "[“a “b” c”, 2]", [fault(.typographicQuotes(open: "“", close: "”"), 1, 18)], "[\"a “b” c\",2]"
    ),
    FaultCase(
      "[“a” b “c” d]",
      [
        fault(.typographicQuotes(open: "“", close: "”"), 1, 8), fault(.strayText, 9, 10),
        fault(.missingComma, 10, 10), fault(.typographicQuotes(open: "“", close: "”"), 11, 18),
        fault(.strayText, 19, 20),
      ], "[\"a\",\"c\"]"),
    FaultCase("[`a`]", [fault(.typographicQuotes(open: "`", close: "`"), 1, 4)], "[\"a\"]"),
    FaultCase(
      "[«a», 『b』, ‘c’]",
      [
        fault(.typographicQuotes(open: "«", close: "»"), 1, 6),
        fault(.typographicQuotes(open: "『", close: "』"), 8, 15),
        fault(.typographicQuotes(open: "‘", close: "’"), 17, 24),
      ], "[\"a\",\"b\",\"c\"]"),
    FaultCase(
      "['a\t\tb\\n\\q', 1]",
      [
        fault(.singleQuotedString, 1, 11), fault(.controlCharacter("\t"), 3, 5),
        fault(.badEscape("q"), 8, 10),
      ], "[!,1]"),
    FaultCase(
      "['a' b,\n1]", [fault(.singleQuotedString, 1, 4), fault(.strayText, 5, 6)], "[\"a\",1]"),
    FaultCase(
      "['a,\n'b']", [fault(.unterminatedString, 1, 3), fault(.singleQuotedString, 5, 8)],
      "[\"a\",\"b\"]"),
    FaultCase("['a\\", [fault(.unclosedArray, 0, 1), fault(.unterminatedString, 1, 4)], "[!]"),
    FaultCase(
      "\u{A0}[1,\u{3000}\u{3000}2\u{C}]",
      [
        fault(.wrongSpace("\u{A0}"), 0, 2), fault(.wrongSpace("\u{3000}"), 5, 11),
        fault(.wrongSpace("\u{C}"), 12, 13),
      ], "[1,2]"),
    FaultCase(
      "[1, // x\r2, /* y\n */ 3]", [fault(.comment, 4, 8), fault(.comment, 12, 20)], "[1,2,3]"),
    FaultCase("[1//x\n,true/**/]", [fault(.comment, 2, 5), fault(.comment, 11, 15)], "[1,true]"),
    FaultCase("[1 /* *", [fault(.unclosedArray, 0, 1), fault(.unterminatedComment, 3, 7)], "[1]"),
  ])
  func `foreign signs`(_ example: FaultCase) { check(example) }

  @Test(arguments: [
    FaultCase("[\"a", [fault(.unclosedArray, 0, 1), fault(.unterminatedString, 1, 3)], "[!]"),
    FaultCase(
      "{\"a",
      [fault(.unclosedObject, 0, 1), fault(.unterminatedString, 1, 3), fault(.missingColon, 3, 3)],
      "{\"a\":!}"),
    FaultCase(
      "{\"a\": \"x, \n \"b\": 2}", [fault(.unterminatedString, 6, 8)], "{\"a\":\"x\",\"b\":2}"),
    FaultCase("{\"a\": \"x\r\n}", [fault(.unterminatedString, 6, 8)], "{\"a\":\"x\"}"),
    FaultCase("[\"x,\n]", [fault(.unterminatedString, 1, 4)], "[\"x,\"]"),
    FaultCase(
      "[\"x\n", [fault(.unclosedArray, 0, 1), fault(.unterminatedString, 1, 3)], "[\"x\"]"),
    FaultCase("[\"a\\n\\\n]", [fault(.unterminatedString, 1, 6)], "[\"a\\u000a\\\\\"]"),
    FaultCase(
      "[\"x\n\n y\r\nz\", 1]", [fault(.lineBreakInString, 3, 4)],
      "[\"x\\u000a\\u000a y\\u000d\\u000az\",1]"),
    FaultCase(
      "[\"x\r\ny\n\", 1]", [fault(.lineBreakInString, 3, 5)], "[\"x\\u000d\\u000ay\\u000a\",1]"),
    FaultCase(
      "[\"a\t\tb\u{1}\"]",
      [fault(.controlCharacter("\t"), 3, 5), fault(.controlCharacter("\u{1}"), 6, 7)],
      "[\"a\\u0009\\u0009b\\u0001\"]"),
    FaultCase("[\"C:\\data\", 1]", [fault(.badEscape("d"), 4, 6)], "[!,1]"),
    FaultCase("[\"\\中\"]", [fault(.badEscape("中"), 2, 6)], "[!]"),
    FaultCase(
      "{\"\\a\\u\\ud800\":1}",
      [
        fault(.badEscape("a"), 2, 4), fault(.badUnicodeEscape, 4, 6),
        fault(.loneSurrogate(0xD800), 6, 12),
      ], "{\"a\u{FFFD}\u{FFFD}\":1}"),
    FaultCase("[\"\\u12g4\"]", [fault(.badUnicodeEscape, 2, 6)], "[!]"),
    FaultCase("[\"\\uD83D\\uD83D\\uDE00\"]", [fault(.loneSurrogate(0xD83D), 2, 8)], "[!]"),
    FaultCase("[\"\\uDE00\"]", [fault(.loneSurrogate(0xDE00), 2, 8)], "[!]"),
    FaultCase(
      "[\"\\uD83D\\u12\"]", [fault(.loneSurrogate(0xD83D), 2, 8), fault(.badUnicodeEscape, 8, 12)],
      "[!]"),
    FaultCase(
      "{\"a\": \"他说\"好\"了\", \"b\": 2}", [fault(.unescapedQuote, 13, 18)],
      "{\"a\":\"他说\\\"好\\\"了\",\"b\":2}"),
    FaultCase(
      "[\"a\"b\\n\tc\"]", [fault(.unescapedQuote, 3, 4), fault(.controlCharacter("\t"), 7, 8)],
      "[\"a\\\"b\\u000a\\u0009c\"]"),
    FaultCase(
      "[\"a\"b\\x\"]", [fault(.unescapedQuote, 3, 4), fault(.badEscape("x"), 5, 7)], "[!]"),
    FaultCase("{\"a\"b\": 1}", [fault(.unescapedQuote, 3, 4)], "{\"a\\\"b\":1}"),
    FaultCase(
      "[\"a\"b \"c\"d]",
      [
        fault(.strayText, 4, 5), fault(.missingComma, 5, 5), fault(.strayText, 9, 10),
      ], "[\"a\",\"c\"]"),
    FaultCase("[\"a\"b, 1]", [fault(.strayText, 4, 5)], "[\"a\",1]"),
    FaultCase(
      "[hello\", world, 2]", [fault(.unopenedString, 1, 7), fault(.bareWord(.other), 9, 14)],
      "[\"hello\",!,2]"),
  ])
  func `strings`(_ example: FaultCase) { check(example) }

  @Test(
    arguments: [
      ("007", .leadingZero), ("-01.5", .leadingZero), ("+1", .leadingPlus), (".5", .bareDot),
      ("-.5e1", .bareDot), ("5.", .trailingDot), ("5.e3", .trailingDot), ("1e", .missingExponent),
      ("1.5E+", .missingExponent), ("-", .missingDigits), ("+", .missingDigits),
      (".", .missingDigits),
      ("0x1F", .hexadecimal), ("-0XaB", .hexadecimal), ("１２", .fullWidth), ("1２．5", .fullWidth),
      ("－1", .fullWidth), ("＋", .malformed), ("１a", .malformed), ("2024-01-31", .malformed),
      ("3kg", .malformed), ("3元", .malformed), ("12:30", .malformed), ("1.2.3", .malformed),
      ("--1", .malformed), ("0b1", .malformed), ("1/2", .malformed),
    ] as [(String, SyntaxFault.BadNumber)])
  func `numbers`(_ text: String, _ kind: SyntaxFault.BadNumber) {
    let length = text.utf8.count
    check(FaultCase("[\(text), 1]", [fault(.badNumber(kind), 1, 1 + length)], "[!,1]"))
    check(FaultCase("{\"a\":\(text)}", [fault(.badNumber(kind), 5, 5 + length)], "{\"a\":!}"))
  }

  @Test(arguments: [
    FaultCase("[1,234.5]", [], "[1,234.5]"),
    FaultCase(
      "{\"a\": 1,234,567.5, \"b\": 2}", [fault(.badNumber(.thousandsSeparators), 6, 17)],
      "{\"a\":!,\"b\":2}"),
    FaultCase("{\"a\": 1,2: 3}", [fault(.numberAsKey, 8, 9)], "{\"a\":1,\"2\":3}"),
    FaultCase("{\"a\": 1,-2: 3}", [fault(.numberAsKey, 8, 10)], "{\"a\":1,\"-2\":3}"),
  ])
  func `thousands`(_ example: FaultCase) { check(example) }

  @Test(
    arguments: [
      ("True", .true, "true"), ("FALSE", .false, "false"), ("None", .null, "null"),
      ("nil", .null, "null"), ("NULL", .null, "null"), ("NaN", .notANumber, "!"),
      ("-NaN", .notANumber, "!"), ("Infinity", .infinity, "!"), ("-Infinity", .infinity, "!"),
      ("+inf", .infinity, "!"), ("undefined", .undefined, "!"), ("yes", .other, "!"),
      ("张三 先生", .other, "!"), ("trueish", .other, "!"), ("http://x.cn/a?b=c", .other, "!"),
      ("a long text of many words", .other, "!"), ("会议: 九点", .other, "!"),
    ] as [(String, SyntaxFault.BareWord, String)])
  func `words`(_ text: String, _ kind: SyntaxFault.BareWord, _ outline: String) {
    // An equals sign ends a word, as in `a=1`; the rest of such an address is a second fault.
    let length = (text.firstIndex(of: "=").map { text[..<$0] } ?? text[...]).utf8.count
    let document = parse("{\"a\":\(text),\"b\":2}")
    #expect(document.faults.first == fault(.bareWord(kind), 5, 5 + length))
    #expect(document.outline == "{\"a\":\(outline),\"b\":2}")
    #expect(document.tapeDefects() == [])
  }

  @Test(arguments: [
    FaultCase(
      "[1, {\"a\": 2", [fault(.unclosedArray, 0, 1), fault(.unclosedObject, 4, 5)], "[1,{\"a\":2}]"),
    FaultCase("{\"a\":", [fault(.unclosedObject, 0, 1), fault(.missingValue, 5, 5)], "{\"a\":!}"),
    FaultCase("[1,", [fault(.unclosedArray, 0, 1), fault(.trailingComma, 2, 3)], "[1]"),
    FaultCase(
      "{\"a\":1,", [fault(.unclosedObject, 0, 1), fault(.trailingComma, 6, 7)], "{\"a\":1}"),
    FaultCase("{", [fault(.unclosedObject, 0, 1)], "{}"),
    FaultCase(
      "［", [fault(.wrongPunctuation(found: "［", meant: "["), 0, 3), fault(.unclosedArray, 0, 3)],
      "[]"),
    FaultCase("[1}", [fault(.mismatchedCloser(found: "}", expected: "]"), 2, 3)], "[1]"),
    FaultCase("{]", [fault(.mismatchedCloser(found: "]", expected: "}"), 1, 2)], "{}"),
    FaultCase("[1｝", [fault(.mismatchedCloser(found: "｝", expected: "]"), 2, 5)], "[1]"),
    // The bracket was mistaken.
    FaultCase(
      "{\"a\":[1,2}, \"b\":3}", [fault(.mismatchedCloser(found: "}", expected: "]"), 9, 10)],
      "{\"a\":[1,2],\"b\":3}"),
    FaultCase(
      "{\"a\":[1}}", [fault(.mismatchedCloser(found: "}", expected: "]"), 7, 8)], "{\"a\":[1]}"),
    FaultCase(
      "[{\"a\":1], {\"a\":2}]", [fault(.mismatchedCloser(found: "]", expected: "}"), 7, 8)],
      "[{\"a\":1},{\"a\":2}]"),
    FaultCase(
      "{\"a\":[]], \"b\":[\"]\\\"\"]}", [fault(.surplusCloser("]"), 7, 8)],
      "{\"a\":[],\"b\":[\"]\\\"\"]}"),
    FaultCase(
      "[{\"a\":[]], \"b\":2}, 3]", [fault(.surplusCloser("]"), 8, 9)], "[{\"a\":[],\"b\":2},3]"),
    FaultCase("[{\"a\":1}}, 2]", [fault(.surplusCloser("}"), 8, 9)], "[{\"a\":1},2]"),
    FaultCase(
      "{\"a\":{\"b\":1}}, \"c\":2}", [fault(.surplusCloser("}"), 12, 13)],
      "{\"a\":{\"b\":1},\"c\":2}"),
    FaultCase(
      "{\"a\":1}, 2}", [fault(.contentAfterEnd, 7, 11)], "{\"a\":1}"),
    FaultCase("[[1}]", [fault(.mismatchedCloser(found: "}", expected: "]"), 3, 4)], "[[1]]"),
    FaultCase(
      "{\"a\":[1} 2",
      [
        fault(.unclosedObject, 0, 1), fault(.mismatchedCloser(found: "}", expected: "]"), 7, 8),
        fault(.strayText, 9, 10),
      ], "{\"a\":[1]}"),
    // A bracket was forgotten.
    FaultCase("{\"a\":[1,2}", [fault(.unclosedArray, 5, 6)], "{\"a\":[1,2]}"),
    FaultCase("[{\"a\":1]", [fault(.unclosedObject, 1, 2)], "[{\"a\":1}]"),
    FaultCase(
      "{\"x\":[{\"a\":1],\"b\":2}", [fault(.unclosedObject, 6, 7)], "{\"x\":[{\"a\":1}],\"b\":2}"),
    FaultCase("{\"x\":{\"y\":[1}}", [fault(.unclosedArray, 10, 11)], "{\"x\":{\"y\":[1]}}"),
    FaultCase(
      "[{\"x\":[1},{\"x\":[2]}]", [fault(.unclosedArray, 6, 7)], "[{\"x\":[1]},{\"x\":[2]}]"),
    FaultCase(
      "[{\"x\":[1} ], 2", [fault(.unclosedArray, 6, 7), fault(.contentAfterEnd, 11, 14)],
      "[{\"x\":[1]}]"),
  ])
  func `brackets`(_ example: FaultCase) { check(example) }

  @Test func `all faults of a text are reported at once`() {
    let text = """
      {
        'name': “张三”,
        age: 030,
        "tags": ["a" "b",],
        "note": "first line
        second",
        "city": "杭州,
        "ok": True, // sure
        "last": [1, 2]
      """
    let document = parse(text)
    #expect(
      document.outline
        == "{\"name\":\"张三\",\"age\":!,\"tags\":[\"a\",\"b\"],"
        + "\"note\":\"first line\\u000a  second\",\"city\":\"杭州\",\"ok\":true,\"last\":[1,2]}")
    #expect(
      document.faults.map(\.kind) == [
        .unclosedObject, .singleQuotedString, .typographicQuotes(open: "“", close: "”"),
        .unquotedKey, .badNumber(.leadingZero), .missingComma, .trailingComma, .lineBreakInString,
        .unterminatedString, .bareWord(.true), .comment,
      ])
    let lines = document.faults.map { document.position(at: $0.range.lowerBound) }
    #expect(
      lines == [
        TextPosition(line: 1, column: 1), TextPosition(line: 2, column: 3),
        TextPosition(line: 2, column: 11),
        TextPosition(line: 3, column: 3), TextPosition(line: 3, column: 8),
        TextPosition(line: 4, column: 15),
        TextPosition(line: 4, column: 19), TextPosition(line: 5, column: 22),
        TextPosition(line: 7, column: 11),
        TextPosition(line: 8, column: 9), TextPosition(line: 8, column: 15),
      ])
  }

  @Test func `too many faults end the reading`() {
    let document = parse("[01,02,03,04]", limits: Limits(maximumFaults: 2))
    #expect(
      document.faults == [
        fault(.badNumber(.leadingZero), 1, 3), fault(.badNumber(.leadingZero), 4, 6),
        fault(.tooManyFaults(limit: 2), 7, 9),
      ])
    #expect(document.outline == "[!,!,!]")
    // Said last, although the place it happened at is not.
    let unclosed = parse("[[01", limits: Limits(maximumFaults: 1))
    #expect(
      unclosed.faults == [
        fault(.badNumber(.leadingZero), 2, 4), fault(.tooManyFaults(limit: 1), 1, 2),
      ])
    #expect(parse("[01,02]", limits: Limits(maximumFaults: -5)).faults.count == 2)
  }

  @Test func `nesting too deep ends the reading`() {
    let document = parse("{\"a\":{\"b\":[1]}}", limits: Limits(maximumDepth: 2))
    #expect(document.faults == [fault(.nestingTooDeep(limit: 2), 10, 11)])
    #expect(document.outline == "{\"a\":{\"b\":!}}")
    #expect(document.tapeDefects() == [])
    #expect(parse("[]", limits: Limits(maximumDepth: 0)).root == nil)
    #expect(parse("[[],[[]]]", limits: Limits(maximumDepth: 3)).faults == [])
  }
}
