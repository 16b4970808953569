// Articles 10 and 11 decide who may have a recognition reviewed; a first application needs none of it.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct ReviewRightTests {
  private func weigh(
    revocations: [Revocation]? = [], _ change: (inout Certificate) -> Void
  ) throws -> Finding {
    try judge("review-right") {
      $0.kind = .review
      $0.revocations = revocations
      $0.certificate = .held
      change(&$0.certificate)
    }
  }

  private let revoked = Revocation(under: 12, decided: .day("2024-05-06"), event: .year(2024))

  @Test func `a first application needs no certificate`() throws {
    let finding = try judge("review-right") { _ in }
    #expect(finding.outcome == .notApplicable)
    #expect(finding.said == "first-application")
    // Who may be a first applicant is not asked for a certificate.
    for certificate in [Certificate(), .held] {
      let kindless = try judge("review-right") {
        $0.kind = nil
        $0.certificate = certificate
      }
      #expect(kindless.outcome == .undetermined)
      #expect(kindless.said == "kind-missing")
      #expect(kindless.missing == ["/kind"])
    }
  }

  @Test func `a certificate for the product with its right to review suffices, ended or not`()
    throws
  {
    for until: Day in ["2022-08-30", "2025-08-29", "2025-09-10", "9999-12-31"] {
      let finding = try weigh { $0.validUntil = until }
      #expect(finding.outcome == .met)
      #expect(finding.said == "review-right-held")
    }
    #expect(try weigh { $0.granted = nil }.outcome == .met)
  }

  @Test func `revoked, cancelled or for another product it is unmet, whatever else is unknown`()
    throws
  {
    for change: (inout Certificate) -> Void in [
      { $0.isReviewRightCancelled = true },
      {
        $0 = Certificate()
        $0.isReviewRightCancelled = true
      },
      {
        $0.product = "另一产品"
        $0.isForThisProduct = false
      },
    ] {
      #expect(try weigh(change).outcome == .unmet)
    }
    let finding = try weigh(revocations: [revoked]) { $0.isRevoked = true }
    #expect(finding.outcome == .unmet)
    #expect(finding.said == "certificate-revoked")
  }

  @Test func `what is not stated leaves it open and is named`() throws {
    #expect(
      try weigh { $0.isReviewRightCancelled = nil }
        == .lacking(["/certificate/isReviewRightCancelled"]))
    #expect(try weigh { $0.product = nil } == .lacking(["/certificate/product"]))
    #expect(
      try weigh(revocations: [revoked]) { $0.isRevoked = nil }
        == .lacking(["/certificate/isRevoked"]))
    #expect(
      try weigh(revocations: nil) { $0 = Certificate() }
        == .lacking([
          "/certificate/product", "/certificate/isForThisProduct", "/certificate/isRevoked",
          "/certificate/isReviewRightCancelled",
        ]))
  }

  @Test func `nothing was revoked where no recognition ever was`() throws {
    #expect(try weigh { $0.isRevoked = nil }.outcome == .met)
    // The certificate was granted on 2022-08-30.
    for (decided, outcome) in [
      (PartialDate.day("2022-08-29"), Outcome.met), (.day("2022-08-30"), .undetermined),
      (.month(2022, 8), .undetermined), (.year(2021), .met),
    ] {
      let earlier = Revocation(under: 12, decided: decided, event: .year(2021))
      let finding = try weigh(revocations: [earlier]) { $0.isRevoked = false }
      #expect(finding.outcome == outcome)
    }
    // Nothing stated of revocations says nothing against it.
    #expect(try weigh(revocations: nil) { $0.isRevoked = false }.outcome == .met)
    // A revocation from before the grant is another's: it neither asks about this one nor is its.
    let earlier = Revocation(under: 12, decided: .year(2021), event: .year(2021))
    #expect(try weigh(revocations: [earlier]) { $0.isRevoked = nil }.outcome == .met)
    let unlisted = try weigh(revocations: [earlier]) { $0.isRevoked = true }
    #expect(unlisted.outcome == .undetermined)
    #expect(unlisted.said == "revocation-not-listed")
    let open = try weigh(revocations: [revoked]) { $0.isRevoked = false }
    #expect(open.said == "revocation-may-be-of-certificate")
    #expect(open.missing.isEmpty)
    let contradicted = try weigh { $0.isRevoked = true }
    #expect(contradicted.outcome == .undetermined)
    #expect(contradicted.said == "revocation-contradicted")
  }

  @Test func `a grant on the day of filing is possible, one after it is not`() {
    var application = Application()
    application.filingDate = "2025-09-10"
    application.revocations = [Revocation(under: 12, decided: .year(2021), event: .year(2021))]
    for (granted, answer) in [
      ("2025-09-09", Kleene.no), ("2025-09-10", .no), ("2025-09-11", .unknown),
    ] as [(Day, Kleene)] {
      application.certificate.granted = granted
      #expect(application.listsRevocationOfCertificate == answer, "\(granted)")
    }
  }

  @Test func `another name may be the same product, which only the applicant can say`() throws {
    #expect(try weigh { $0.isForThisProduct = nil }.outcome == .met)
    let open = try weigh {
      $0.product = "虚构轴承单元（高速）"
      $0.isForThisProduct = nil
    }
    #expect(open.outcome == .undetermined)
    #expect(open.said == "certificate-product-differs")
    #expect(open.missing == ["/certificate/isForThisProduct"])
    let same = try weigh { $0.product = "虚构轴承单元（高速）" }
    #expect(same.outcome == .met)
    let contradicted = try weigh { $0.isForThisProduct = false }
    #expect(contradicted.outcome == .undetermined)
    #expect(contradicted.said == "certificate-product-contradicted")
  }

  @Test(arguments: [("2022-08-29", Outcome.undetermined), ("2022-08-30", .met)])
  func `a validity that ends before the grant contradicts it`(
    end: String, outcome: Outcome
  ) throws {
    let day = try #require(PartialDate(iso: end)).earliest
    let finding = try weigh { $0.validUntil = day }
    #expect(finding.outcome == outcome)
    if outcome == .undetermined { #expect(finding.said == "validity-ends-before-grant") }
  }

  @Test(arguments: [("2025-09-10", Outcome.met), ("2025-09-11", .undetermined)])
  func `a certificate granted after the filing date contradicts it`(
    granted: String, outcome: Outcome
  ) throws {
    let day = try #require(PartialDate(iso: granted)).earliest
    let finding = try weigh {
      $0.granted = day
      $0.validUntil = "2028-09-09"
    }
    #expect(finding.outcome == outcome)
    if outcome == .undetermined { #expect(finding.said == "granted-after-filing") }
  }
}
