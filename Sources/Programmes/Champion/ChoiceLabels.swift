// What people call the words that stand for a choice.

import ChampionRules
import Eligibility
import Judging

extension Application.Kind: Choice {
  /// What the form calls a first application and a review.
  public var label: Wording {
    switch self {
    case .first: Wording(zh: "首次申报", en: "first application")
    case .review: Wording(zh: "期满复核", en: "review after three years")
    }
  }
}

extension Bureau: Choice {
  /// What the form calls the bureaus: the names of their places.
  public var label: Wording {
    name
  }
}

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

extension Figures.Scope: Choice {
  /// What the form calls the accounts of a group and of the enterprise alone.
  public var label: Wording {
    switch self {
    case .consolidated: Wording(zh: "合并报表", en: "consolidated accounts")
    case .standalone: Wording(zh: "本企业报表", en: "the enterprise's own accounts")
    }
  }
}

extension Market.Basis: Choice {
  /// What the form calls the measures of a market share.
  public var label: Wording {
    switch self {
    case .revenue: Wording(zh: "销售收入", en: "sales revenue")
    case .volume: Wording(zh: "销售量", en: "sales volume")
    }
  }
}

extension Incident.Grade: Choice {
  /// What the form calls the grades of an accident.
  public var label: Wording {
    switch self {
    case .extraordinarilyMajor: Wording(zh: "特别重大", en: "extraordinarily major")
    case .major: Wording(zh: "重大", en: "major")
    case .larger: Wording(zh: "较大", en: "larger")
    case .ordinary: Wording(zh: "一般", en: "ordinary")
    }
  }
}

extension Incident.Determination.Status: Choice {
  /// What the form calls how far an authority's determination has come.
  public var label: Wording {
    switch self {
    case .confirmed: Wording(zh: "已认定属实", en: "confirmed")
    case .pending: Wording(zh: "尚未认定", en: "pending")
    case .cleared: Wording(zh: "认定不属此类", en: "cleared")
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

extension Recognition.Kind: Choice {
  /// What the form calls the recognitions by national authorities.
  public var label: Wording {
    switch self {
    case .littleGiant: Wording(zh: "专精特新“小巨人”企业（工信部认定）", en: "national “little giant”")
    case .specialisedLeader:
      Wording(zh: "创建世界一流专业领军示范企业", en: "specialised-leader model enterprise")
    case .other: Wording(zh: "其他", en: "another")
    }
  }
}

extension Level: Choice {
  /// What the form calls the levels of authorities.
  public var label: Wording {
    switch self {
    case .national: Wording(zh: "国家级", en: "national")
    case .provincial: Wording(zh: "省级", en: "provincial")
    case .municipal: Wording(zh: "市级", en: "municipal")
    case .below: Wording(zh: "县级及以下", en: "county or below")
    }
  }
}

extension StandardLevel: Choice {
  /// What the form calls the standards by where they apply.
  public var label: Wording {
    switch self {
    case .international: Wording(zh: "国际标准", en: "international")
    case .national: Wording(zh: "国家标准", en: "national")
    case .industry: Wording(zh: "行业标准", en: "of an industry")
    case .other: Wording(zh: "地方、团体或企业标准", en: "of a province, an association or an enterprise")
    }
  }
}
