// Section 4(2)3 and Annex 5: the profile, with its three parts and its greatest length.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 4(2)3 and Annex 5: the profile.
  public static let giantProfile = Criterion(
    "giant-profile", clauses: [.part(section: 4, part: 2, item: 3), .annex(5)], role: .formality,
    title: Wording(zh: "企业简介", en: "Profile"),
    rule: Wording(
      zh: "企业简介不超过 {limit} 字，包括经营管理、主导产品、创新三部分",
      en:
        "a profile of at most {limit} characters in three parts: management, main product, innovation"
    ),
    numbers: { ["limit": .count($0.profileCharacters.value)] },
    settledReadings: [.charactersCounted],
    asks: [
      AskedFact(at: ["/profile/text", "/profile/characters"]) { application in
        application.profile.length.state(limit: 0) == .notStated ? ["/profile/text"] : []
      }
    ] + profileParts.asks,
    decide: { application, law -> Kleene in
      application.profile.length.state(limit: law.profileCharacters.value).isWithin
        && profileParts.areInOrder(application)
    },
    explain: { state, application, law, say in
      let lacking = profileParts.names(of: .no, application)
      let open = profileParts.names(of: .unknown, application)
      lazy var values: Reason.Values = [
        "length": .reason(application.profile.length.reason(limit: law.profileCharacters.value)),
        "lacking": .list(lacking), "open": .list(open),
      ]
      if !lacking.isEmpty {
        return say(
          "profile-parts-lacking", zh: "缺少的部分：{lacking}；篇幅：{length}",
          en: "parts lacking: {lacking}; length: {length}",
          mend: Wording(zh: "补写", en: "write them"), values,
          at: profileParts.places(of: .no, application))
      }
      switch state {
      case .yes:
        return say(
          "profile-in-order", zh: "三部分齐全；篇幅：{length}", en: "all three parts; length: {length}",
          values)
      case .no:
        return say(
          "profile-too-long", zh: "篇幅：{length}", en: "length: {length}",
          mend: Wording(zh: "删减", en: "shorten it"), values)
      case .unknown:
        return open.isEmpty
          ? say(
            "profile-length-open", zh: "篇幅：{length}", en: "length: {length}",
            mend: Wording(zh: "填写正文或字数，或删减", en: "give the text or its length, or shorten it"),
            values)
          : say(
            "profile-parts-open", zh: "未说明是否写有：{open}；篇幅：{length}",
            en: "not stated whether it has: {open}; length: {length}",
            mend: Wording(zh: "逐项填写", en: "state each"), values)
      }
    })

  private static var profileParts: [FormalPart] { GiantProfile.parts }
}

extension GiantProfile {
  /// The three parts.
  static let parts = [
    FormalPart("/profile/coversManagement", zh: "经营管理概况", en: "management") {
      Kleene($0.profile.coversManagement)
    },
    FormalPart("/profile/coversProduct", zh: "主导产品情况", en: "main product") {
      Kleene($0.profile.coversProduct)
    },
    FormalPart("/profile/coversInnovation", zh: "创新基本情况", en: "innovation") {
      Kleene($0.profile.coversInnovation)
    },
  ]
}
