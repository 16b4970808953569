// How a title stands is asked for a day; without one nothing of it can be said, whatever the title.

import Eligibility

extension TitleStatus {
  /// How a title stands where no day is given.
  public static let withoutDay = TitleStatus(
    .undetermined,
    Reason(
      Message(
        "day-missing", zh: "未填写以哪一天为准", en: "the day for which is asked is not given",
        mend: Wording(zh: "填写 asOf，或用 --as-of 指定", en: "give asOf, or name a day with --as-of"))),
    dates: [])
}
