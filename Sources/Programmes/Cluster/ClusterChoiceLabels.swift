// What people call the words that stand for a choice in the form of clusters.

import ClusterRules
import Eligibility
import Judging

extension ClusterPromoter.Place: Choice {
  /// What the form calls the places of registration.
  public var label: Wording {
    switch self {
    case .mainland: Wording(zh: "内地", en: "the mainland")
    case .hongKong: Wording(zh: "香港", en: "Hong Kong")
    case .macao: Wording(zh: "澳门", en: "Macao")
    case .taiwan: Wording(zh: "台湾", en: "Taiwan")
    case .abroad: Wording(zh: "境外其他国家或地区", en: "abroad")
    }
  }
}

extension ClusterPromoter.CreditRecords.Status: Choice {
  /// What the form calls what has become of an adverse entry.
  public var label: Wording {
    switch self {
    case .outstanding: Wording(zh: "尚未消除", en: "stands")
    case .repaired: Wording(zh: "已修复", en: "repaired")
    case .removed: Wording(zh: "已移除", en: "removed")
    }
  }
}

extension ClusterMember.Kind: Choice {
  /// What the form calls the kinds of members.
  public var label: Wording {
    switch self {
    case .enterprise: Wording(zh: "企业", en: "enterprise")
    case .institute: Wording(zh: "科研院所", en: "research institute")
    case .other: Wording(zh: "其他", en: "another")
    }
  }
}

extension ClusterLocalSupply.Basis: Choice {
  /// What the form calls what the rate of local supply is measured in.
  public var label: Wording { name }
}

extension ClusterIndustryAverage.Figure: Choice {
  /// What the form calls the figures that are compared.
  public var label: Wording {
    switch self {
    case .rdIntensity: Wording(zh: "研发投入强度", en: "research intensity")
    case .researchStaffShare: Wording(zh: "科研人员占比", en: "share of research staff")
    }
  }
}

extension ClusterIncident.Kind: Choice {
  /// What the form calls the kinds of incidents.
  public var label: Wording {
    switch self {
    case .workSafety: Wording(zh: "生产安全事故", en: "work-safety accident")
    case .environment: Wording(zh: "突发环境事件", en: "sudden environmental incident")
    case .other: Wording(zh: "其他", en: "another")
    }
  }
}
