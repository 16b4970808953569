// What people call the words that stand for a choice.

import ChampionRules
import Eligibility
import Judging

extension PolicyClass: Choice {
  /// What the form calls the classes of industrial policy.
  public var label: Wording {
    name
  }
}

extension Incident.Kind: Choice {
  /// What the form calls the kinds of accidents and violations.
  public var label: Wording {
    name
  }
}

extension Enterprise.Sector: Choice {
  /// What the form calls the kinds of business.
  public var label: Wording {
    switch self {
    case .manufacturing: Wording(zh: "制造业", en: "manufacturing")
    case .productiveServices: Wording(zh: "生产性服务业", en: "productive services")
    case .other: Wording(zh: "其他", en: "another")
    }
  }
}

extension Product.Classification.Scheme: Choice {
  /// What the form calls the catalogues that class products.
  public var label: Wording {
    switch self {
    case .productCatalogue: Wording(zh: "统计用产品分类目录", en: "product catalogue for statistics")
    case .productiveServices:
      Wording(zh: "生产性服务业统计分类（2019）", en: "classification of productive services (2019)")
    case .custom: Wording(zh: "其他（按行业惯例说明）", en: "neither; explained by the custom of the trade")
    }
  }
}

extension Revocation.Ground: Choice {
  /// What the form calls the grounds of a revocation.
  public var label: Wording {
    switch self {
    case .standardNoLongerMet: Wording(zh: "不再符合认定标准", en: "the standard is no longer met")
    case .unreportedChange:
      Wording(zh: "重大变化未报告，经提示仍未报告", en: "a change not reported, even after a reminder")
    case .majorAccident: Wording(zh: "重大事故", en: "a major accident")
    case .seriousDishonesty: Wording(zh: "严重失信", en: "serious dishonesty")
    case .violation: Wording(zh: "偷税漏税等违法违规行为", en: "a violation of law such as tax evasion")
    case .falsification: Wording(zh: "数据造假", en: "falsified data")
    case .unansweredReport:
      Wording(zh: "未按要求回复举报核实", en: "no answer as required to a report from the public")
    }
  }
}
