// Looks at the values of a document in every way it offers.
import LocatedJSON
import Testing

@Suite struct DocumentTests {
  let document = parse(#"{"name":"张三","tags":["a\n",1.50,true],"e":{},"\u0061/~":null}"#)

  @Test func `the tape is in document order`() {
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

  @Test func `children and members are direct ones`() {
    #expect(Array(document.children(of: 0)) == [2, 4, 9, 11])
    #expect(Array(document.children(of: 4)) == [5, 6, 7])
    #expect(Array(document.children(of: 9)) == [])
    #expect(Array(document.children(of: 6)) == [])
    #expect(document.members(of: 0).map(\.key) == [1, 3, 8, 10])
    #expect(document.members(of: 0).map(\.value) == [2, 4, 9, 11])
    #expect(document.members(of: 4).map(\.value) == [])
  }

  @Test func `text is unescaped and the lexeme is not`() {
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

  @Test func `text is compared character for character`() {
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

  @Test func `bytes are lent without quotation marks`() throws {
    #expect(document.withBytes(of: 1) { Array($0) } == Array("name".utf8))
    #expect(document.withBytes(of: 6) { Array($0) } == Array("1.50".utf8))
    #expect(document.withBytes(of: 9) { $0.count } == 2)
    #expect(throws: SyntaxFault(.emptyText, 0..<0)) {
      try document.withBytes(of: 1) { _ in throw SyntaxFault(.emptyText, 0..<0) }
    }
  }

  @Test func `nothing has no root`() {
    #expect(parse("").root == nil)
    #expect(parse("").nodes.isEmpty)
  }
}
