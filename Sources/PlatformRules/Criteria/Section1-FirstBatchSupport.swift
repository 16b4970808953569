// Section 1: money of the first batch excludes from the second.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Section 1: the first batch's national money was never received.
  public static let firstBatchSupport = Criterion(
    "platform-first-support", clauses: [.section(1)], role: .condition,
    title: Wording(zh: "未获第一批国家资金支持", en: "No first-batch support"),
    rule: Wording(
      zh: "平台未获得过国家第一批资金支持", en: "the platform has not received national money of the first batch"),
    asks: [AskedFact("/hasFirstBatchSupport") { $0.hasFirstBatchSupport == nil }],
    decide: { application, _ in !Kleene(application.hasFirstBatchSupport) },
    explain: { isFree, _, _, say in
      switch isFree {
      case .unknown: .missing
      case .yes:
        say(
          "never-supported", zh: "声明未获得国家第一批资金支持",
          en: "declared that no national money of the first batch was received")
      case .no:
        say(
          "supported-before", zh: "已获得国家第一批资金支持，不能再次申请",
          en: "national money of the first batch was received, so it cannot apply again",
          mend: Wording(zh: "此项无法补正", en: "nothing can make up for it"))
      }
    })
}
