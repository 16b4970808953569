// The page's tools, each against what its standard or its promise says.

import Testing

@testable import BatchReports
@testable import Reports

struct PagePartsTests {
  /// The examples of FIPS 180 and lengths around the end of a block, by another implementation.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    ("a", 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    ("a", 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ("a", 65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    ("a", 20_000, "cc17faaad36649c4603dda4d8ff97cb149722af0bcac0746305a2134ad2d0b97"),
  ])
  func `digests`(text: String, times: Int, hexadecimal: String) {
    let message = Array(String(repeating: text, count: times).utf8)
    let digits = SHA256.digest(message).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digits.joined() == hexadecimal)
  }

  /// The examples of RFC 4648.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{FF}\u{3FFF}", "w7/jv78="),
  ])
  func `base64`(text: String, encoded: String) {
    #expect(Base64.encoded(Array(text.utf8)) == encoded)
  }

  @Test func `a template fills its holes and looks at nothing else`() {
    let template = Template(Array("a{{x}}b{ {y} {{x}}{{none}}}}{{ end".utf8))
    let filled = template.filled(with: ["x": Array("{{x}}".utf8), "y": Array("no".utf8)])
    #expect(template.names == ["x", "x", "none"])
    #expect(String(decoding: filled, as: UTF8.self) == "a{{x}}b{ {y} {{x}}{{none}}}}{{ end")
    let values = template.filled(with: ["x": Array("1".utf8), "none": []])
    #expect(String(decoding: values, as: UTF8.self) == "a1b{ {y} 1}}{{ end")
  }

  @Test func `text and attributes are escaped and sanitised`() {
    let html = HTMLWriter.bytes { html in
      html.element("p", ["class": "a\"b'<>&", "hidden": ""]) { html in
        html.text("<b>&\"'\u{202E}\n")
        html.element("b", text: "一")
      }
    }
    #expect(
      String(decoding: html, as: UTF8.self)
        == #"<p class="a&quot;b'&lt;&gt;&amp;" hidden="">&lt;b&gt;&amp;&quot;'\u{202E}\n"#
        + "<b>一</b></p>")
  }

  @Test func `reports share their lines`() throws {
    let reports = ["a\n  b\na\n", "", "b\n</script><!--"].map { Array($0.utf8) }
    let island = try #require(PageReports.island(reports))
    #expect(
      String(decoding: island, as: UTF8.self)
        == #"{"lines":["a","b","\u003c/script>\u003c!--"],"reports":[[0,1,0],[],[1,2]]}"#)
    let long = (0..<17).map { Array("\($0)".utf8) + Array(repeating: 0x61, count: 1_000_000) }
    #expect(PageReports.island(long) == nil)
  }

  @Test func `columns hold what objects do`() {
    var columns = JSONColumns(plain: ["name"])
    columns.add { object in
      object.member("name", "a")
      object.array("list") { $0.element(1) }
    }
    columns.add { object in
      object.member("name", nil as String?)
      object.member("rare", true)
      object.array("list") { $0.element(1) }
    }
    columns.add { object in object.array("list") { $0.element("]},") } }
    let json = JSONWriter.object(.compact) { columns.write(into: &$0) }
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"values":[[1],true,["]},"]],"columns":[{"key":"name","plain":["a",null,null]},"#
        + #"{"key":"list","shared":[0,0,2]},{"key":"rare","shared":[-1,1,-1]}]}"#)
  }
}
