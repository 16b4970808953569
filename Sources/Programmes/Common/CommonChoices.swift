// What people call the words of forms that several programmes share.

import CommonFacts
import Eligibility
import Judging

extension ApplicationKind: Choice {
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

extension IncidentGrade: Choice {
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

extension Determination.Status: Choice {
  /// What the form calls how far an authority's determination has come.
  public var label: Wording {
    switch self {
    case .confirmed: Wording(zh: "已认定属实", en: "confirmed")
    case .pending: Wording(zh: "尚未认定", en: "pending")
    case .cleared: Wording(zh: "认定不属此类", en: "cleared")
    }
  }
}

extension Recognition.Kind: Choice {
  /// What the form calls the recognitions by national authorities.
  public var label: Wording {
    switch self {
    case .seed: Wording(zh: "优质“种子企业”", en: "“seed” enterprise")
    case .srdiMunicipal:
      Wording(zh: "市（州）级“专精特新”中小企业", en: "municipal “specialised and new” enterprise")
    case .srdiProvincial:
      Wording(zh: "省级“专精特新”中小企业", en: "provincial “specialised and new” enterprise")
    case .littleGiant: Wording(zh: "专精特新“小巨人”企业（工信部认定）", en: "national “little giant”")
    case .keyLittleGiant: Wording(zh: "重点“小巨人”企业", en: "key “little giant”")
    case .championProvincial:
      Wording(zh: "省制造业单项冠军企业", en: "provincial single champion")
    case .championNational: Wording(zh: "国家制造业单项冠军企业", en: "national single champion")
    case .chainLeader: Wording(zh: "产业链领航企业", en: "chain leader")
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
    case .local: Wording(zh: "地方标准", en: "of a province or city")
    case .association: Wording(zh: "团体标准", en: "of an association")
    case .enterprise: Wording(zh: "企业标准", en: "of an enterprise")
    case .other: Wording(zh: "地方、团体或企业标准", en: "of a province, an association or an enterprise")
    }
  }
}
