// The facts that several criteria ask, and the document that several want.

import CommonFacts
import Eligibility

extension AskedFact where Applicant == PlatformApplication {
  static let platformName = AskedFact("/platform/name") { $0.platform.name == nil }
  static let institutionName = AskedFact("/enterprise/name") { $0.enterprise.name == nil }
}

extension Evidence where Applicant == PlatformApplication {
  /// A copy of the business licence, or of the certificate that stands in for it.
  static let licence = Evidence(
    zh: "营业执照复印件（或事业单位等法人证书）",
    en: "copy of the business licence, or of an institution's certificate of legal person",
    by: .authority, under: .part(section: 4, part: 2, item: 4)
  ) { application in
    let institution = application.enterprise
    if Kleene(attached: institution.legalPersonCertificate) == .yes {
      return [(Pointer("/enterprise/legalPersonCertificate"), true)]
    }
    return [(Pointer("/enterprise/licence"), Kleene(attached: institution.licence) == .yes)]
  }
}

extension Clause {
  /// A part of Section 4 and perhaps one of its items.
  static func section4(_ part: Int, _ item: Int? = nil) -> Clause {
    .part(section: 4, part: part, item: item)
  }
}
