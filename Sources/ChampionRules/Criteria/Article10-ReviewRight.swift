// Articles 10 and 11: who applies for a review must hold the certificate and the right to have it reviewed.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Articles 10 and 11: a certificate for this product, not revoked, with the right to review.
  public static let reviewRight = Criterion(
    "review-right", clauses: [.article(10), .article(11)], role: .condition,
    outcomes: Role.condition.outcomes + [.notApplicable],
    title: Wording(zh: "复核资格", en: "Right to review"),
    rule: Wording(
      zh: "申报复核的，须持有本产品的证书，认定未被撤销，复核资格未被取消；首次申报不适用",
      en: "a review needs a certificate for this product, a recognition that was not revoked and a "
        + "right to review that was not cancelled; a first application needs none of these"),
    settledReadings: [
      Reading(
        "review-follows-validity",
        Wording(
          zh: "证书在申报日前已到期，并不妨碍复核",
          en: "a certificate that ended before the filing date is no obstacle"),
        ground: Wording(
          zh: "第十条规定到期后组织复核", en: "Article 10 holds reviews after the end of validity")),
      .requirementIsCondition,
    ],
    asks: [
      AskedFact("/kind", first: true) { $0.kind == nil },
      AskedFact("/certificate/product") { $0.isReview && $0.certificate.product == nil },
      AskedFact("/certificate/isForThisProduct") {
        $0.isReview && $0.certificate.isForThisProduct == nil
          && $0.certificate.isFor($0.product.name) == .unknown
      },
      AskedFact("/product/name", first: true) {
        $0.isReview && $0.product.name == nil && $0.certificate.isForThisProduct == nil
          && $0.certificate.isFor(nil) == .unknown
      },
      AskedFact(optional: "/certificate/granted"), AskedFact(optional: "/certificate/validUntil"),
      AskedFact(optional: "/filingDate"),
      AskedFact("/certificate/isRevoked") {
        $0.isReview && $0.certificate.isRevoked == nil
          && $0.isCertificateRevoked == .unknown
      },
      AskedFact(optional: "/revocations"), AskedFact(optional: "/revocations/*/decided"),
      AskedFact("/certificate/isReviewRightCancelled") {
        $0.isReview && $0.certificate.isReviewRightCancelled == nil
      },
    ],
    evidence: [
      // Article 9(3): the department issues it.
      Evidence(
        zh: "单项冠军证书", en: "the single-champion certificate", by: .authority, under: .article(9),
        at: "/certificate/evidence",
        when: { $0.kind == .review }, count: { $0.certificate.evidence })
    ],
    decide: { application, _ -> ReviewRightState in
      // Nothing of a certificate matters to a first application.
      guard let kind = application.kind else { return .kindUnknown }
      if kind == .first { return .firstApplication }
      let certificate = application.certificate
      let isForProduct = certificate.isFor(application.product.name)
      let isRevoked = application.isCertificateRevoked
      let isCancelled = Kleene(certificate.isReviewRightCancelled)
      if isRevoked == .yes { return .revoked }
      if isCancelled == .yes { return .cancelled }
      if isForProduct == .no { return .forOtherProduct }
      if let granted = certificate.granted {
        if let filing = application.filingDate, granted > filing { return .grantedAfterFiling }
        if let end = certificate.validUntil, end < granted { return .endsBeforeGrant }
      }
      if certificate.isRevoked == false, application.revocations != nil,
        application.listsRevocationOfCertificate == .unknown
      {
        return .revocationMayBeOfIt
      }
      if certificate.isRevoked == true { return .revocationContradicted }
      if (isForProduct && !isRevoked && !isCancelled) == .yes { return .held }
      guard isForProduct == .unknown else { return .unknown }
      if certificate.isForThisProduct == false { return .productContradicted }
      return certificate.product != nil && application.product.name != nil
        ? .productDiffers : .unknown
    },
    explain: { state, application, _, say in
      let certificate = application.certificate
      lazy var values: Reason.Values = [
        "product": certificate.product.quantity { .text($0) },
        "applied": application.product.name.quantity { .text($0) },
        "granted": certificate.granted.quantity { .day($0) },
        "filing": application.filingDate.quantity { .day($0) },
        "end": certificate.validUntil.quantity { .day($0) },
      ]
      return switch state {
      case .unknown: .missing
      case .kindUnknown:
        // Only a review needs the rest, so that a first application is not asked for it.
        say(
          "kind-missing", zh: "未填写是首次申报还是期满复核",
          en: "it is not stated whether this is a first application or a review",
          mend: Wording(
            zh: "属期满复核的，另填复核的证书", en: "for a review, describe the certificate as well"))
      case .firstApplication:
        say("first-application", zh: "首次申报，不涉及复核", en: "a first application, not a review")
      case .held:
        say(
          "review-right-held", zh: "持有“{product}”的证书，认定未被撤销，复核资格未被取消",
          en:
            "holds the certificate for “{product}”; neither was the recognition revoked nor the right to "
            + "review cancelled",
          values)
      case .revoked:
        say(
          "certificate-revoked", zh: "所持证书的认定已被撤销",
          en: "the recognition for which the certificate stands was revoked",
          mend: Wording(
            zh: "不能复核；不在禁止申报期内的，可首次申报",
            en: "no review is possible; a first application is, unless a ban applies"),
          at: ["/certificate/isRevoked"])
      case .cancelled:
        say(
          "review-right-cancelled", zh: "复核资格已被取消", en: "the right to review was cancelled",
          mend: Wording(
            zh: "不能复核，可重新申报", en: "no review is possible; a new application is"),
          at: ["/certificate/isReviewRightCancelled"])
      case .forOtherProduct:
        say(
          "certificate-for-other-product",
          zh: "证书所列产品“{product}”不是本次申报的产品“{applied}”",
          en: "the certificate names “{product}”, another product than “{applied}”",
          mend: Wording(
            zh: "按证书所列产品申报复核，或以新产品首次申报",
            en:
              "apply for a review of the product certified, or for a first recognition of this one"),
          values, at: ["/certificate/isForThisProduct"])
      case .grantedAfterFiling:
        say(
          "granted-after-filing", zh: "证书颁发日期 {granted} 晚于申报日 {filing}，相互矛盾",
          en: "the certificate was granted on {granted}, after the filing date {filing}",
          mend: Wording(zh: "核对两个日期", en: "check both dates"), values,
          at: ["/certificate/granted", "/filingDate"], asking: .nothing)
      case .endsBeforeGrant:
        say(
          "validity-ends-before-grant", zh: "证书有效期至 {end}，早于颁发日期 {granted}，相互矛盾",
          en: "the certificate is valid until {end}, before it was granted on {granted}",
          mend: Wording(zh: "对照证书核对两个日期", en: "check both dates on the certificate"), values,
          at: ["/certificate/granted", "/certificate/validUntil"], asking: .nothing)
      case .revocationMayBeOfIt:
        say(
          "revocation-may-be-of-certificate",
          zh: "所填为认定未被撤销，但所列撤销中有不早于证书颁发日期（{granted}）的，所撤销的可能正是本证书的认定",
          en:
            "the recognition is stated not to be revoked, but a revocation listed dates from the day the "
            + "certificate was granted ({granted}) or later and may concern it",
          mend: Wording(
            zh: "对照撤销决定核实所撤销的认定", en: "check in the decision which recognition it revoked"),
          values, at: ["/certificate/isRevoked", "/revocations"])
      case .revocationContradicted: say.revocationContradicted(by: application.revocations)
      case .productContradicted:
        say(
          "certificate-product-contradicted",
          zh: "证书所列产品“{product}”与申报产品同名，却填写为非同一产品，相互矛盾",
          en:
            "the certificate names “{product}”, as the application does, yet is stated to be for another "
            + "product",
          mend: Wording(zh: "核对证书上的产品", en: "check the product on the certificate"), values,
          at: ["/certificate/product", "/certificate/isForThisProduct", "/product/name"])
      case .productDiffers:
        say(
          "certificate-product-differs",
          zh: "证书所列产品“{product}”与申报产品“{applied}”写法不同，尚不能判断是否同一产品",
          en:
            "the certificate names “{product}” and the application “{applied}”: whether they are the "
            + "same product is not stated",
          mend: Wording(
            zh: "说明是否同一产品，或改为证书上的名称",
            en: "state whether they are, or use the name on the certificate"),
          values, at: ["/certificate/product", "/product/name"])
      }
    })
}

/// What kind, certificate and revocations say together.
enum ReviewRightState: CriterionState {
  case unknown, kindUnknown, firstApplication, held, revoked, cancelled, forOtherProduct,
    grantedAfterFiling
  case endsBeforeGrant, revocationMayBeOfIt, revocationContradicted, productContradicted
  case productDiffers

  var outcome: Outcome {
    switch self {
    case .firstApplication: .notApplicable
    case .held: .met
    case .revoked, .cancelled, .forOtherProduct: .unmet
    default: .undetermined
    }
  }
}

extension Certificate {
  /// Whether it names a product.
  ///
  /// The same name is the same product; another one may be the same product written differently, which
  /// the applicant has to say. A certificate whose product is not known is not known to be there.
  fileprivate func isFor(_ name: String?) -> Kleene {
    let hasSameName = product != nil && product == name
    switch isForThisProduct {
    case true?: return product == nil ? .unknown : .yes
    case false?: return hasSameName ? .unknown : .no
    case nil: return hasSameName ? .yes : .unknown
    }
  }

}

extension Application {
  /// Whether a review is applied for.
  fileprivate var isReview: Bool { kind == .review }

  /// Whether a revocation that is listed may be of the recognition certified: none that was decided before
  /// the grant is. Never certain, since a revocation does not say of which recognition it is.
  ///
  /// A grant after the filing, or after the end of validity, is not the day that it is said to be.
  var listsRevocationOfCertificate: Kleene {
    guard let revocations else { return .unknown }
    let possible = certificate.granted.flatMap { granted in
      let isImpossible =
        filingDate.map { granted > $0 } == true
        || certificate.validUntil.map { $0 < granted } == true
      return isImpossible ? nil : granted
    }
    let mayBeOfIt = revocations.contains { revocation in
      guard let possible, let decided = revocation.decided else { return true }
      return decided.latest >= possible
    }
    return mayBeOfIt ? .unknown : .no
  }

  /// Whether the recognition certified was revoked: not where no revocation listed can be of it, whatever the
  /// certificate is said to be.
  fileprivate var isCertificateRevoked: Kleene {
    listsRevocationOfCertificate == .unknown ? Kleene(certificate.isRevoked) : .no
  }
}
