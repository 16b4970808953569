// Which conditions a clause lets rest on a document, and which on the applicant's word alone.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@Suite struct BasisOfFindingsTests {
  private func basis(_ id: String, _ application: Application) throws -> Basis? {
    let criterion = try #require(Rulebook.champion.criterion(id))
    return criterion.basis(of: criterion.evaluate(application, .of2024), on: application)
  }

  @Test(
    arguments: [
      ("jilin-registered", .certified), ("legal-person", .certified), ("sector", .ownWord),
      ("public-interest", .ownWord), ("abnormal-operations-list", .certified),
      ("serious-dishonesty-list", .certified), ("product-policy", .ownWord),
      ("clean-record", .ownWord), ("reapplication-ban", .ownWord), ("review-right", nil),
      ("focus-years", .ownDocuments), ("average-revenue", .audited),
      ("market-position", .ownDocuments), ("priority-recommendation", .certified),
      ("energy-benchmark", .ownDocuments), ("rd-institution", .certified), ("core-ip", .certified),
      ("standards", .ownDocuments), ("applied-results", .ownDocuments),
      ("talent-programme", .certified), ("talent-cooperation", .ownDocuments),
      ("management", nil), ("bonus-open-innovation", nil),
    ] as [(String, Basis.Kind?)])
  func `what stands behind an application with all documents`(id: String, kind: Basis.Kind?) throws
  {
    #expect(try basis(id, .eligible)?.kind == kind)
  }

  /// Said to be audited and without the report, a year rests on the applicant's word; one that is not
  /// averaged does not matter.
  @Test func `a year without its audit report`() throws {
    var application = Application.eligible
    application.figures.years?[1].auditReport = 0
    let basis = try basis("average-revenue", application)
    #expect(basis?.kind == .ownWord)
    #expect(basis?.documents.map(\.isNamed) == [false])
    application = .eligible
    var earlier = try #require(application.figures.years?.first)
    earlier.year = 2020
    earlier.auditReport = nil
    application.figures.years?.append(earlier)
    #expect(try self.basis("average-revenue", application)?.kind == .audited)
  }

  /// What an authority found of the incidents listed does not show that there were no others.
  @Test func `a determination does not show that nothing else happened`() throws {
    var application = Application.eligible
    var incident = Incident()
    incident.kind = .qualityAccident
    incident.grade = .ordinary
    incident.date = .day("2019-05-01")
    incident.determination.status = .cleared
    incident.determination.document = "虚构认定书"
    application.incidents = [incident]
    let basis = try basis("clean-record", application)
    #expect(basis?.kind == .ownWord)
    #expect(basis?.documents.map(\.clause) == [.note(annex: 2, note: 2)])
    #expect(basis?.documents.map(\.isNamed) == [true])
  }
}
