// Which documents are asked for, where their names belong, and what decisions rest on.

import Eligibility
import Testing

@testable import PlatformRules

@Suite struct EvidenceTests {
  private func lacking(_ id: String, _ change: (inout PlatformApplication) -> Void) throws
    -> [Pointer]
  {
    let application = changed(change)
    return try #require(Rulebook.servicePlatform.criterion(id)).evidence.flatMap {
      $0.lacking(application)
    }
  }

  @Test func `licence and proofs of services are asked for by Section 4(2)4`() {
    let clause = Clause.part(section: 4, part: 2, item: 4)
    #expect(Evidence<PlatformApplication>.licence.clause == clause)
    let proofs = Rulebook.servicePlatform.criterion("platform-record")?.evidence.map(\.clause) ?? []
    #expect(proofs.count >= 3 && proofs.count { $0 == clause } >= 3)
  }

  @Test func `with all documents none is asked for`() {
    for criterion in Rulebook.servicePlatform.criteria {
      #expect(criterion.evidence.allSatisfy { $0.lacking(.eligible).isEmpty }, "\(criterion.id)")
    }
  }

  @Test func `each document is asked for where its name belongs`() throws {
    #expect(
      try lacking("platform-recognised") { $0.platform.evidence = nil } == ["/platform/evidence"])
    #expect(
      try lacking("platform-papers") {
        $0.papers.request = 0
        $0.enterprise.licence = 0
      } == ["/papers/request", "/enterprise/licence"])
    #expect(
      try lacking("platform-legal-person") { $0.enterprise.licence = nil } == [
        "/enterprise/licence"
      ])
    #expect(
      try lacking("platform-resources") { $0.statements.resources.evidence = 0 }
        == ["/statements/platform-resources/evidence"])
    #expect(
      try lacking("platform-record") {
        $0.servicesGiven?.append(PlatformServiceGiven())
      } == ["contract", "invoice", "receipt"].map { Pointer("/servicesGiven/*/" + $0, at: 1) })
    #expect(
      try lacking("platform-record") {
        $0.servicesGiven = [
          .certain {
            $0.field = .other
            $0.contract = 0
          }
        ]
      } == [])
    #expect(try lacking("platform-record") { $0.servicesGiven = nil } == [])
  }

  @Test(
    arguments: [
      ("platform-recognised", .certified), ("platform-first-support", .ownWord),
      ("platform-services", .ownWord), ("platform-location", .certified),
      ("platform-legal-person", .certified), ("platform-papers", .ownDocuments),
      ("platform-deadline", .ownWord), ("platform-record", nil), ("platform-quota", nil),
    ] as [(String, Basis.Kind?)])
  func `what stands behind an application with all documents`(id: String, kind: Basis.Kind?) throws
  {
    let criterion = try #require(Rulebook.servicePlatform.criterion(id))
    let finding = criterion.evaluate(.eligible, .of2021)
    #expect(criterion.basis(of: finding, on: .eligible)?.kind == kind)
  }
}
