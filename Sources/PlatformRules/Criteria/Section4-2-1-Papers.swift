// Sections 4(2) and 5: which papers are handed in and in what form; what is not as required is invalid.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Sections 4(2) and 5: the papers are complete and in the form asked.
  public static let papers = Criterion(
    "platform-papers", clauses: [.section4(2, 1), .section4(2, 4), .section4(2, 8), .section(5)],
    role: .formality,
    title: Wording(zh: "申报材料", en: "Papers"),
    rule: Wording(
      zh: "请示、营业执照复印件、已开展服务的佐证资料（原件和复印件）、分年度目标齐备；加盖公章，纸质版和电子版均报送，复印件清晰",
      en:
        "the request, a copy of the licence, proofs of services in original and copy, and goals for each "
        + "year are there; stamped, on paper and electronic, with legible copies"),
    settledReadings: [
      Reading(
        "certificate-stands-in",
        Wording(
          zh: "没有营业执照的机构，以事业单位等法人证书代替",
          en:
            "an institution without a business licence files its certificate of legal person instead"
        ),
        ground: Wording(
          zh: "附件2 列有检验所、服务中心等不领营业执照的机构，四（二）4 不会将其排除",
          en:
            "Annex 2 lists institutes that hold no business licence, and Section 4(2)4 cannot mean to "
            + "shut them out"))
    ],
    asks: [
      AskedFact("/papers/request") { Kleene(attached: $0.papers.request) != .yes },
      AskedFact("/enterprise/licence") { $0.hasLicence != .yes },
      AskedFact(optional: "/enterprise/legalPersonCertificate"),
      AskedFact("/goals/firstYear/resources") { !$0.goals.firstYear.saysAnything },
      AskedFact("/goals/secondYear/resources") { !$0.goals.secondYear.saysAnything },
      AskedFact(optional: "/goals/firstYear/keyLittleGiants"),
      AskedFact(optional: "/goals/firstYear/littleGiants"),
      AskedFact(optional: "/goals/secondYear/keyLittleGiants"),
      AskedFact(optional: "/goals/secondYear/littleGiants"),
      AskedFact("/papers/isStamped") { $0.papers.isStamped == nil },
      AskedFact("/papers/isOnPaper") { $0.papers.isOnPaper == nil },
      AskedFact("/papers/isElectronic") { $0.papers.isElectronic == nil },
      AskedFact("/papers/isLegible") { $0.papers.isLegible == nil },
      AskedFact(at: [
        "/servicesGiven", "/servicesGiven/*/title",
        "/servicesGiven/*/field", "/servicesGiven/*/contract", "/servicesGiven/*/invoice",
        "/servicesGiven/*/receipt", "/servicesGiven/*/hasOriginals",
      ]) { $0.missingProofs },
    ],
    evidence: [
      Evidence(
        zh: "申报请示", en: "request", by: .applicant, under: .section4(2, 1), at: "/papers/request"
      ) { $0.papers.request },
      .licence,
    ],
    decide: { application, _ in
      PaperPart.allCases.lazy.map { $0.isInOrder(application) }.conjunction()
    },
    explain: { isComplete, application, _, say in
      func parts(_ answer: Kleene) -> Quantity {
        .list(
          PaperPart.allCases.filter { $0.isInOrder(application) == answer }.map { .term($0.name) })
      }
      return switch isComplete {
      case .yes:
        say(
          "papers-complete", zh: "材料齐备，形式符合要求", en: "the papers are complete and in the form asked")
      case .no:
        say(
          "papers-lacking", zh: "缺少或不符合要求：{lacking}", en: "lacking or not as required: {lacking}",
          mend: Wording(
            zh: "补齐；不符合要求的材料视同无效（第五部分）",
            en: "complete them; what is not as required counts as invalid (Section 5)"
          ),
          ["lacking": parts(.no)], at: application.lackingPapers)
      case .unknown:
        say(
          "papers-not-stated", zh: "尚未说明：{open}", en: "not stated yet: {open}",
          mend: Wording(zh: "逐项填写", en: "state each of them"), ["open": parts(.unknown)])
      }
    })
}
