// A citation leads a reader to the paper; it must name the place as the paper numbers it.

import Eligibility
import Testing

@Suite struct ClauseTests {
  @Test(arguments: [
    (Clause.article(3), "第三条", "Article 3"),
    (.article(14), "第十四条", "Article 14"),
    (.point(article: 6, point: 4), "第六条（四）", "Article 6(4)"),
    (.section(1), "第一部分", "Section 1"),
    (.part(section: 3, part: 1, item: 4), "三（一）4", "Section 3(1)4"),
    (.part(section: 6, part: 1, item: nil), "六（一）", "Section 6(1)"),
    (.annex(6), "附件6", "Annex 6"),
    (.item(annex: 1, section: 1, item: 2), "附件1 一.2", "Annex 1, 1.2"),
    (.item(annex: 2, section: 12, item: 10), "附件2 十二.10", "Annex 2, 12.10"),
    (.note(annex: 2, note: 8), "附件2（八）", "Annex 2(8)"),
    (.note(annex: 1, note: 10), "附件1（十）", "Annex 1(10)"),
  ])
  func `is cited in both languages`(clause: Clause, zh: String, en: String) {
    #expect(clause.citation(in: .zh) == zh)
    #expect(clause.citation(in: .en) == en)
  }

  @Test(arguments: [
    (1, "一"), (2, "二"), (3, "三"), (4, "四"), (5, "五"), (6, "六"), (7, "七"), (8, "八"), (9, "九"),
    (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (30, "三十"), (55, "五十五"),
    (90, "九十"), (99, "九十九"),
  ])
  func `articles are numbered in Chinese numerals`(number: Int, numeral: String) {
    #expect(Clause.article(number).citation(in: .zh) == "第\(numeral)条")
  }

  @Test func `places with the same numbers differ`() {
    let places: Set<Clause> = [
      .article(1), .item(annex: 1, section: 1, item: 1), .note(annex: 1, note: 1), .article(1),
    ]
    #expect(places.count == 3)
  }
}
