// Article 3 and Annex 2(8): the first of the two public lists.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3 and Annex 2(8): not on the list of abnormal operations.
  public static let abnormalOperationsList = publicList(
    "abnormal-operations-list", key: "abnormalOperationsList",
    title: Wording(zh: "未列入经营异常名录", en: "Abnormal-operations list"),
    name: Wording(zh: "经营异常名录", en: "abnormal-operations list"),
    source: Wording(zh: "国家企业信用信息公示系统", en: "the national enterprise credit publicity system"),
    lookUp: { $0.abnormalOperationsList })
}
