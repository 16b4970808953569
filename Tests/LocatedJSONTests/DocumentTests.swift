// Looks at the values of a document in every way it offers.
import LocatedJSON
import Testing

@Suite struct DocumentTests {
  let document = parse(#"{"name":"张三","tags":["a\n",1.50,true],"e":{},"\u0061/~":null}"#)

  @Test func theTapeIsInDocumentOrder() {
    #expect(
      document.nodes.map(\.kind) == [
        .object, .string, .string, .string, .array, .string, .number, .true, .string, .object,
        .string, .null,
      ])
    #expect(document.nodes.map(\.next) == [12, 2, 3, 4, 8, 6, 7, 8, 9, 10, 11, 12])
    #expect(document[2].range == 8..<16)
    #expect(document[2].content == 9..<15)
    #expect(document[5].hasEscapes)
    #expect(!document[2].hasEscapes)
    #expect(MemoryLayout<Node>.stride == 16)
  }

  @Test func childrenAndMembersAreDirectOnes() {
    #expect(Array(document.children(of: 0)) == [2, 4, 9, 11])
    #expect(Array(document.children(of: 4)) == [5, 6, 7])
    #expect(Array(document.children(of: 9)) == [])
    #expect(Array(document.children(of: 6)) == [])
    #expect(document.members(of: 0).map(\.key) == [1, 3, 8, 10])
    #expect(document.members(of: 0).map(\.value) == [2, 4, 9, 11])
    #expect(document.members(of: 4).map(\.value) == [])
  }

  @Test func textIsUnescapedAndTheLexemeIsNot() {
    #expect(document.text(2) == "张三")
    #expect(document.text(5) == "a\n")
    #expect(document.text(10) == "a/~")
    #expect(document.text(6) == nil)
    #expect(document.lexeme(5) == #""a\n""#)
    #expect(document.lexeme(6) == "1.50")
    #expect(document.lexeme(4) == #"["a\n",1.50,true]"#)
    let every = parse(#""\b\f\n\r\t\"\\\/\u4e2D\uD83D\ude00""#)
    #expect(every.text(0) == "\u{8}\u{C}\n\r\t\"\\/中😀")
  }

  @Test func textIsComparedCharacterForCharacter() {
    #expect(document.isText(1, "name"))
    #expect(!document.isText(1, "nam"))
    #expect(!document.isText(1, "namf"))
    #expect(document.isText(2, "张三"))
    #expect(document.isText(5, "a\n"))
    #expect(!document.isText(5, "a"))
    #expect(!document.isText(6, "1.50"))
    // Equal to Swift's strings, but not the same characters.
    #expect(!parse("\"e\u{301}\"").isText(0, "é"))
  }

  @Test func bytesAreLentWithoutQuotationMarks() throws {
    #expect(document.withBytes(of: 1) { Array($0) } == Array("name".utf8))
    #expect(document.withBytes(of: 6) { Array($0) } == Array("1.50".utf8))
    #expect(document.withBytes(of: 9) { $0.count } == 2)
    #expect(throws: SyntaxFault(.emptyText, 0..<0)) {
      try document.withBytes(of: 1) { _ in throw SyntaxFault(.emptyText, 0..<0) }
    }
  }

  @Test func nothingHasNoRoot() {
    #expect(parse("").root == nil)
    #expect(parse("").nodes.isEmpty)
    #expect(parse("").find("/a") == parse("").find(""))
    #expect(parse("").find("").node == nil)
  }

  // MARK: Pointers

  @Test func aPointerTellsTheWay() {
    #expect(document.pointer(to: 0) == "")
    #expect(document.pointer(to: 2) == "/name")
    #expect(document.pointer(to: 4) == "/tags")
    #expect(document.pointer(to: 6) == "/tags/1")
    #expect(document.pointer(to: 9) == "/e")
    #expect(document.pointer(to: 11) == "/a~1~0")
    #expect(document.pointer(to: 10) == "/a~1~0")
  }

  @Test(arguments: [
    ("", 0, 0, true), ("/name", 2, 1, true), ("/tags/0", 5, 2, true), ("/tags/2", 7, 2, true),
    ("/a~1~0", 11, 1, true), ("/tags/3", 4, 1, false), ("/tags/01", 4, 1, false),
    ("/tags/-", 4, 1, false), ("/tags/", 4, 1, false), ("/tags/1/x", 6, 2, false),
    ("/tags/99999999999999999999", 4, 1, false), ("/none/x", 0, 0, false), ("name", 0, 0, false),
    ("/name/", 2, 1, false), ("/a~1~2", 0, 0, false), ("/a~1~", 0, 0, false), ("/", 0, 0, false),
  ])
  func findsAsFarAsThePointerLeads(_ pointer: String, _ node: Int, _ matched: Int, _ whole: Bool) {
    let found = document.find(pointer)
    #expect(found.node == node)
    #expect(found.matched == matched)
    #expect(found.isComplete == whole)
  }

  @Test func ofEqualKeysTheFirstIsFound() {
    let document = parse(#"{"a":1,"a":2,"":3}"#)
    #expect(document.find("/a").node == 2)
    #expect(document.find("/").node == 6)
  }

  @Test func everyPointerLeadsBack() {
    var chance = Seeded(2)
    var values = 0
    for _ in 0..<300 {
      let document = parse(Sample.random(&chance).written(&chance))
      var pending = document.root.map { [$0] } ?? []
      while let value = pending.popLast() {
        values += 1
        let found = document.find(document.pointer(to: value))
        #expect(found.node == value)
        #expect(found.isComplete)
        pending.append(contentsOf: document.children(of: value))
      }
    }
    #expect(values > 3000)
  }
}
