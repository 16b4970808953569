// Section 4(2)4: the profile has a limit.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Section 4(2)4: a profile of at most so many characters.
  public static let profile = limited(
    "platform-profile", clause: .section4(2, 4), title: Wording(zh: "平台简介", en: "Profile"),
    rule: Wording(zh: "平台简介不超过 {limit} 字", en: "a profile of at most {limit} characters"),
    place: "/profile", name: Wording(zh: "平台简介", en: "profile"), writing: { $0.profile },
    limit: { $0.profileCharacters.value })
}
