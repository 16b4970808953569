// What people call the words that stand for a choice.

import Eligibility
import Judging
import PlatformRules

extension PlatformLevel: Choice {
  /// What the form calls the levels of recognition.
  public var label: Wording {
    switch self {
    case .national: Wording(zh: "国家级（工业和信息化部认定）", en: "national, by the ministry")
    case .provincial: Wording(zh: "省级（省级主管部门认定）", en: "provincial, by the department")
    case .neither: Wording(zh: "均未认定", en: "neither")
    }
  }
}

extension PlatformServiceField: Choice {
  /// What the form calls the fields of service.
  public var label: Wording { name }
}
