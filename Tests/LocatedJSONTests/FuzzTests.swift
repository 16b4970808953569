// Throws damaged texts and hostile ones at the reader: it must end, keep its tape in order, and
// find a text faultless exactly if another reader accepts it.
import Foundation
import LocatedJSON
import Testing

@Suite struct FuzzTests {
  static let seeds: [String] = [
    #"{"姓名":"张三","年龄":30,"邮箱":"a@b.cn","地址":{"省":"浙江","街道":["文一路","1号"]}}"#,
    #"[1,-2.5e+3,true,false,null,"\u4e2d\ud83d\ude00\n",{},[],[[]],{"a":{"b":[1,2,{"c":"d"}]}}]"#,
    "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    2\n  ],\r\n  \"c\": null\n}\n",
    "{'a': True, // c\n b: .5, “c”：「d」，/* e */ \"f\": \"g\" \"h\", 1: 1,000}",
    "{\"a\": \"他说\"好\"了\", \"b\": \"x\n \"c\": [1, 2}, \"d\": 12:30, e\": `f`}",
  ]

  static let pieces: [String] = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "：", "，", "“", "”", "'", "\n", "\r", "\t", " ", "0",
    "-", "+", ".", "e", "E5", "true", "null", "NaN", "//", "/*", "*/", "\\u", "\\ud800", "\u{0}",
    "中",
    "\u{3000}", ";", "=", "１", "「", "」", "`", "\"a\":", ",,", "{}", "[]", "]]}}", "}}]]",
  ]

  private func mutated(_ chance: inout Seeded) -> [UInt8] {
    var bytes = Array((Self.seeds.randomElement(using: &chance) ?? "").utf8)
    if Bool.random(using: &chance) { bytes = Array(Sample.random(&chance).written(&chance).utf8) }
    for _ in 0..<Int.random(in: 0..<4, using: &chance) {
      let place = Int.random(in: 0...bytes.count, using: &chance)
      let other = Int.random(in: 0...bytes.count, using: &chance)
      let range = min(place, other)..<min(max(place, other), min(place, other) + 9)
      switch Int.random(in: 0..<6, using: &chance) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.removeSubrange(range)
      case 3: bytes.insert(contentsOf: bytes[range], at: place)
      case 4 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &chance)
      default:
        bytes.insert(contentsOf: (Self.pieces.randomElement(using: &chance) ?? "").utf8, at: place)
      }
    }
    return bytes
  }

  /// Whether another reader accepts a text.
  private func isAccepted(_ bytes: [UInt8]) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])) != nil
  }

  @Test(arguments: 0..<8)
  func `damaged texts keep the tape in order`(_ seed: Int) {
    var chance = Seeded(UInt64(seed) &+ 77)
    var faultless = 0
    var faulty = 0
    for _ in 0..<800 {
      let bytes = mutated(&chance)
      let document = JSONDocument(parsing: bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(document.tapeDefects() == [], "\(text.debugDescription)")
      for index in document.nodes.indices {
        _ = document.text(index)
        _ = document.lexeme(index)
      }
      if document.faults.isEmpty { faultless += 1 } else { faulty += 1 }
      // JSONSerialization guesses UTF-16 and UTF-32 where zero bytes are near the start, and a
      // malformed text is not this module's to judge within strings.
      if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
        #expect(
          document.faults.isEmpty == isAccepted(bytes),
          "\(text.debugDescription) \(document.faults)")
      }
    }
    #expect(faultless > 50)
    #expect(faulty > 50)
  }

  @Test func `few faults allowed keep the tape in order`() {
    var chance = Seeded(5)
    for _ in 0..<2000 {
      let bytes = mutated(&chance)
      let limits = Limits(
        maximumDepth: Int.random(in: 0..<4, using: &chance),
        maximumFaults: Int.random(in: 0..<4, using: &chance))
      let document = JSONDocument(parsing: bytes, limits: limits)
      #expect(document.tapeDefects() == [])
      #expect(document.faults.count <= max(limits.maximumFaults, 1) + 1)
    }
  }

  @Test func `piece soup keeps the tape in order`() {
    var chance = Seeded(6)
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<Int.random(in: 1..<16, using: &chance) {
        text += Self.pieces.randomElement(using: &chance) ?? ""
      }
      let document = parse(text)
      #expect(document.tapeDefects() == [], "\(text.debugDescription)")
    }
  }

  // MARK: Size

  @Test(arguments: [
    "[", "{", "{\"a\":", "[[]", "]", "}", ",", ":", "\"", "\\", "\\\\", "\\\"", "\"\\", "\"\n",
    "\n",
    " ", "'", "“", "”", "“” ", "“”a", "「", "a", "a ", "中", "a:", "1:", "1,", "1 ", "-", "0", "１",
    "\t",
    "//",
    "/*", "*/", "\u{3000}", "\u{0}", "\"a\"", "\"a\"b", "\"a\" b", "\"a\":", "[1}", "{1]", "[1} ",
    "\u{FEFF}", "\"\n\n", "\"\n  \"", "\r", "\u{1}", "\\u", "\\ud800", "true", "`", "e", "，", "；;",
  ])
  func `hostile texts end in linear time`(_ piece: String) {
    let repeated = Array(repeating: Array(piece.utf8), count: 100_000 / piece.utf8.count).joined()
    for start in ["", "[", "{\"a\":", "\"", "[“"] {
      let clock = ContinuousClock()
      let bytes = Array(start.utf8) + repeated
      let time = clock.measure {
        let document = JSONDocument(parsing: bytes)
        #expect(document.faults != [])
        #expect(document.faults.count <= 101)
      }
      // A linear reader takes milliseconds, even without optimization and on a busy machine; a
      // quadratic one has ten thousand million steps to take.
      #expect(time < .seconds(5), "\(start)\(piece)")
    }
  }

  @Test func `deep nesting stops at the limit`() {
    let document = JSONDocument(parsing: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    #expect(document.faults == [fault(.nestingTooDeep(limit: 64), 64, 65)])
    #expect(document.nodes.count == 64)
    #expect(document.tapeDefects() == [])
  }

  @Test func `deep nesting may be allowed`() {
    let depth = 100_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let document = parse(text, limits: Limits(maximumDepth: depth))
    #expect(document.faults == [])
    #expect(document.nodes.count == depth)
    #expect(document[depth - 1].range == depth - 1..<depth + 1)
    #expect(document[0].range == 0..<2 * depth)
  }

  @Test func `long texts are not read`() {
    let document = parse("[1,2]", limits: Limits(maximumBytes: 4))
    #expect(document.faults == [fault(.textTooLong(limit: 4), 4, 5)])
    #expect(document.root == nil)
    #expect(parse("[1,2]", limits: Limits(maximumBytes: 5)).faults == [])
  }
}
