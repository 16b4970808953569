// Texts and pointers are what people and programs see; a mix-up of languages or places misleads both.

import Eligibility
import Testing

@Suite struct WordingTests {
  @Test func `holds both languages apart`() {
    let wording = Wording(zh: "蜂箱", en: "beehive")
    #expect(wording.zh == "蜂箱")
    #expect(wording.en == "beehive")
    #expect(wording[.zh] == "蜂箱")
    #expect(wording[.en] == "beehive")
    #expect(wording != Wording(zh: "beehive", en: "蜂箱"))
  }

  @Test func `languages have their codes`() {
    #expect(Language.allCases.map(\.rawValue) == ["zh", "en"])
  }
}

@Suite struct PointerTests {
  @Test func `names a fact outside lists`() {
    let pointer: Pointer = "/apiary/name"
    #expect(pointer == Pointer("/apiary/name"))
    #expect(pointer.template == "/apiary/name")
    #expect(pointer.index == nil)
    #expect(pointer.description == "/apiary/name")
    #expect(Pointer("/apiary/name", at: 4).description == "/apiary/name")
  }

  @Test func `names items of lists`() {
    #expect(Pointer("/hives/*/queen").description == "/hives/*/queen")
    #expect(Pointer("/hives/*/queen", at: 0).description == "/hives/0/queen")
    #expect(Pointer("/hives/*", at: 12).description == "/hives/12")
    #expect(Pointer("*", at: 3).description == "3")
    #expect(Pointer("/蜂箱/*/蜂王", at: 1).description == "/蜂箱/1/蜂王")
    #expect(Pointer("/hives/*", at: 1) != Pointer("/hives/*", at: 2))
  }

  @Test func `the index is that of the outer list`() {
    #expect(Pointer("/hives/*/frames/*", at: 7).description == "/hives/7/frames/*")
  }
}
