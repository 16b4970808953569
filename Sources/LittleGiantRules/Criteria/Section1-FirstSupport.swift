// Section 1: whoever received national money in the first batch is not chosen again.

import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 1: no national money of the first batch.
  public static let giantFirstSupport = Criterion(
    "giant-first-support", clauses: [.section(1)], role: .condition,
    title: Wording(zh: "未获第一批资金支持", en: "Not supported in the first batch"),
    rule: Wording(
      zh: "没有得到过国家第一批专精特新“小巨人”资金支持",
      en: "never received the national money of the first batch"),
    asks: [AskedFact("/hasFirstBatchSupport") { $0.hasFirstBatchSupport == nil }],
    decide: { application, _ in !Kleene(application.hasFirstBatchSupport) },
    explain: { state, _, _, say in
      switch state {
      case .yes:
        say(
          "never-supported", zh: "声明没有得到过第一批资金支持",
          en: "declared never to have received money of the first batch")
      case .no:
        say(
          "supported-before", zh: "已得到过国家第一批资金支持",
          en: "it received national money of the first batch")
      case .unknown: .missing
      }
    })
}
