// A decision is only as good as the weakest of what stands behind it, so each way to be weak is shown.

import Eligibility
import Testing

/// A library, made up here: how many books it has, and what is attached.
private struct Library: Subject {
  struct Shelf {
    var books: Int
    var reports = 0
  }
  struct Numbers: Sendable {}
  typealias Thresholds = Numbers

  var shelves: [Shelf] = []
  var deeds = 0
  var photographs = 0
}

/// A criterion with some evidence that comes out as told and names some items as deciding.
private func basis(
  _ library: Library, as outcome: Outcome = .met, deciding: [Int] = [],
  _ evidence: Evidence<Library>...
) -> Basis? {
  let criterion = Criterion<Library>(
    "library", clauses: [.article(1)], role: .condition, title: Wording(zh: "馆", en: "library"),
    rule: Wording(zh: "有馆", en: "a library"), asks: [], evidence: evidence,
    decide: { _, _ in outcome },
    explain: { _, _, _, say in
      say(
        "library", zh: "馆", en: "library",
        at: deciding.map { Pointer("/shelves/*/books", at: $0) })
    })
  return criterion.basis(of: criterion.evaluate(library, Library.Numbers()), on: library)
}

private let deed = Evidence<Library>(
  zh: "契", en: "deed", by: .authority, under: .article(2), at: "/deeds"
) { $0.deeds }
private let photograph = Evidence<Library>(
  zh: "照片", en: "photograph", by: .applicant, at: "/photographs"
) { $0.photographs }
private let reports = Evidence<Library>(
  zh: "报告", en: "report", by: .auditor, under: .article(3), atEach: "/shelves/*/report",
  of: { $0.shelves }, count: { $0.reports })

@Suite struct BasisTests {
  @Test func `without evidence it is the applicants word`() {
    #expect(basis(Library())?.kind == .ownWord)
    #expect(basis(Library())?.documents == [])
  }

  @Test func `a document counts by its issuer once it is named`() {
    #expect(basis(Library(deeds: 1), deed)?.kind == .certified)
    #expect(basis(Library(photographs: 2), photograph)?.kind == .ownDocuments)
    #expect(basis(Library(shelves: [.init(books: 1, reports: 1)]), reports)?.kind == .audited)
    let lacking = basis(Library(), deed)
    #expect(lacking?.kind == .ownWord)
    #expect(lacking?.documents.map(\.isNamed) == [false])
    #expect(lacking?.documents.map(\.clause) == [.article(2)])
    #expect(lacking?.documents.map(\.what) == [Wording(zh: "契", en: "deed")])
  }

  @Test func `the weakest decides`() {
    let library = Library(shelves: [.init(books: 1, reports: 1)], deeds: 1, photographs: 1)
    #expect(basis(library, deed, photograph)?.kind == .ownDocuments)
    #expect(basis(library, photograph, deed)?.kind == .ownDocuments)
    #expect(basis(library, reports, deed)?.kind == .certified)
    #expect(basis(Library(deeds: 1), deed, photograph)?.kind == .ownWord)
  }

  @Test func `what is asked of no item shows nothing`() {
    #expect(basis(Library(), reports)?.kind == .ownWord)
    #expect(basis(Library(), reports)?.documents == [])
  }

  @Test func `only items that decided count`() {
    let library = Library(shelves: [.init(books: 1), .init(books: 9, reports: 1)])
    #expect(basis(library, reports)?.kind == .ownWord)
    #expect(basis(library, deciding: [1], reports)?.kind == .audited)
    #expect(basis(library, deciding: [0, 1], reports)?.kind == .ownWord)
  }

  @Test func `a document that does not show all leaves the word`() {
    let determination = Evidence<Library>(
      zh: "文书", en: "opinion", by: .authority, showsAll: false
    ) { _ in [("/opinion", true)] }
    #expect(basis(Library(), determination)?.kind == .ownWord)
    #expect(basis(Library(), determination)?.documents.map(\.isNamed) == [true])
  }

  @Test(arguments: Outcome.allCases)
  func `only a decision has a basis`(outcome: Outcome) {
    let isDecided = outcome == .met || outcome == .unmet
    #expect((basis(Library(), as: outcome, deed) != nil) == isDecided)
  }
}
