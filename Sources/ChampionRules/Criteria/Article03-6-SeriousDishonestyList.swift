// Article 3 and Annex 2(8): the second of the two public lists.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3 and Annex 2(8): not on the list of seriously dishonest entities.
  public static let seriousDishonestyList = publicList(
    "serious-dishonesty-list", key: "seriousDishonestyList",
    title: Wording(zh: "未列入严重失信主体名单", en: "Serious-dishonesty list"),
    name: Wording(zh: "严重失信主体名单", en: "serious-dishonesty list"),
    source: Wording(zh: "“信用中国”网站", en: "the Credit China site"),
    lookUp: { $0.seriousDishonestyList })
}
