// What is to be attached follows from what is stated.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

@Suite struct EvidenceTests {
  private let criteria = Rulebook.keyLittleGiant.criteria

  private func lacking(_ application: GiantApplication) -> [String: [String]] {
    var lacking: [String: [String]] = [:]
    for criterion in criteria {
      let places = criterion.evidence.flatMap { $0.lacking(application) }.map(\.description)
      if !places.isEmpty { lacking[criterion.id] = places }
    }
    return lacking
  }

  @Test func `a copy of the licence is asked for by Section 4(2)2`() {
    #expect(
      Evidence<GiantApplication>.licence.clause == .part(section: 4, part: 2, item: 2))
  }

  @Test func `whoever names every document lacks none`() {
    #expect(lacking(.eligible).isEmpty)
  }

  @Test func `each document that is not named is asked for where it belongs`() {
    var application = GiantApplication.eligible
    application.enterprise.licence = nil
    application.recognitions?[0].evidence = nil
    application.direction.fourBases.evidence = 0
    for claim in [
      \GiantDirection.tenFields, \.shortBoard, \.keyTechnology, \.jointInnovation,
    ] { application.direction[keyPath: claim].isClaimed = true }
    application.direction.gap.isClaimed = true
    application.innovation.patents?[1].evidence = nil
    application.innovation.institutions?[0].evidence = nil
    application.innovation.standards?[0].evidence = nil
    application.innovation.certifications?[0].evidence = nil
    application.listingPlan.stage = .tutoring
    application.statements.merit.evidence = nil
    let found = lacking(application)
    #expect(found["giant-location"] == ["/enterprise/licence"])
    #expect(found["giant-papers"] == ["/enterprise/licence"])
    #expect(found["giant-status"] == ["/recognitions/0/evidence"])
    #expect(
      found["giant-direction"]
        == ["fourBases", "tenFields", "shortBoard", "keyTechnology", "gap", "jointInnovation"].map {
          "/direction/\($0)/evidence"
        })
    #expect(
      found["giant-innovation"] == [
        "/innovation/patents/1/evidence", "/innovation/institutions/0/evidence",
        "/innovation/standards/0/evidence",
      ])
    #expect(found["giant-certification"] == ["/innovation/certifications/0/evidence"])
    #expect(found["giant-growth"] == ["/listingPlan/evidence"])
    #expect(found["giant-merit"] == ["/statements/giant-merit/evidence"])
  }
}
