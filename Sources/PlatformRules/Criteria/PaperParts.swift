// The papers are many things of which each may be there, lacking or not stated.

import CommonFacts
import Eligibility

/// What the papers consist of, and their form.
enum PaperPart: CaseIterable {
  case request, licence, proofs, firstGoals, secondGoals, seal, paper, electronic, legibility

  func isInOrder(_ application: PlatformApplication) -> Kleene {
    let papers = application.papers
    return switch self {
    case .request: Kleene(attached: papers.request)
    case .licence: application.hasLicence
    case .proofs: application.areServicesProven
    // Goals that are not in the file are not stated; no member says that there are none.
    case .firstGoals: application.goals.firstYear.saysAnything ? .yes : .unknown
    case .secondGoals: application.goals.secondYear.saysAnything ? .yes : .unknown
    case .seal: Kleene(papers.isStamped)
    case .paper: Kleene(papers.isOnPaper)
    case .electronic: Kleene(papers.isElectronic)
    case .legibility: Kleene(papers.isLegible)
    }
  }

  var name: Wording {
    switch self {
    case .request: Wording(zh: "请示", en: "the request")
    case .licence: Wording(zh: "营业执照复印件", en: "a copy of the licence")
    case .proofs: Wording(zh: "服务佐证资料的原件和复印件", en: "proofs of services in original and copy")
    case .firstGoals: Wording(zh: "实施期满一年的目标", en: "goals after one year")
    case .secondGoals: Wording(zh: "实施期满两年的目标", en: "goals after two years")
    case .seal: Wording(zh: "公章", en: "the seal")
    case .paper: Wording(zh: "纸质版", en: "the papers themselves")
    case .electronic: Wording(zh: "电子版", en: "the electronic version")
    case .legibility: Wording(zh: "复印件清晰", en: "legible copies")
    }
  }
}

extension PlatformApplication {
  /// Whether the licence is attached, or a certificate that stands in for it.
  var hasLicence: Kleene {
    Kleene(attached: enterprise.licence) || Kleene(attached: enterprise.legalPersonCertificate)
  }

  /// Whether the services that can be scored are proven in original and copy.
  var areServicesProven: Kleene {
    guard let servicesGiven else { return .unknown }
    return servicesGiven.lazy.map { !$0.isOfKindScored || $0.isShown }.conjunction()
  }

  /// What is to be stated of the proofs of services.
  var missingProofs: [Pointer] {
    guard let servicesGiven else { return ["/servicesGiven"] }
    var missing: [Pointer] = []
    for (number, service) in servicesGiven.enumerated()
    where (!service.isOfKindScored || service.isShown) == .unknown {
      if service.hasProof == .unknown {
        missing.append(Pointer("/servicesGiven/*/contract", at: number))
      }
      if service.hasOriginals == nil {
        missing.append(Pointer("/servicesGiven/*/hasOriginals", at: number))
      }
      if service.title == nil { missing.append(Pointer("/servicesGiven/*/title", at: number)) }
      if service.field == nil { missing.append(Pointer("/servicesGiven/*/field", at: number)) }
    }
    return missing
  }

  /// Where papers stand that are lacking or not as required.
  var lackingPapers: [Pointer] {
    var places: [Pointer] = []
    if Kleene(attached: papers.request) == .no { places.append("/papers/request") }
    if hasLicence == .no { places.append("/enterprise/licence") }
    for (number, service) in (servicesGiven ?? []).enumerated()
    where (!service.isOfKindScored || service.isShown) == .no {
      places.append(Pointer("/servicesGiven/*", at: number))
    }
    if papers.isStamped == false { places.append("/papers/isStamped") }
    if papers.isOnPaper == false { places.append("/papers/isOnPaper") }
    if papers.isElectronic == false { places.append("/papers/isElectronic") }
    if papers.isLegible == false { places.append("/papers/isLegible") }
    return places
  }
}

extension PlatformServiceGiven {
  /// Whether it is proven by at least one document, in original and copy.
  var isShown: Kleene { hasProof && Kleene(hasOriginals) }
}

extension PlatformGoals.Year {
  /// Whether something is said of the year.
  var saysAnything: Bool { resources || keyLittleGiants || littleGiants }
}
