// What people call the words that stand for a choice.

import Eligibility
import Judging
import LittleGiantRules

extension GiantEnterprise.Size: Choice {
  /// What the form calls the sizes of enterprises.
  public var label: Wording {
    switch self {
    case .large: Wording(zh: "大型", en: "large")
    case .medium: Wording(zh: "中型", en: "medium")
    case .small: Wording(zh: "小型", en: "small")
    case .micro: Wording(zh: "微型", en: "micro")
    }
  }
}

extension GiantEnterprise.Ownership: Choice {
  /// What the form calls the owners of enterprises.
  public var label: Wording {
    switch self {
    case .state: Wording(zh: "国有", en: "state-owned")
    case .private: Wording(zh: "民营", en: "private")
    case .joint: Wording(zh: "合资", en: "joint venture")
    case .foreign: Wording(zh: "外资", en: "foreign")
    }
  }
}

extension GiantRecognition.Status: Choice {
  /// What the form calls how far the ministry has come.
  public var label: Wording {
    switch self {
    case .recognised: Wording(zh: "已认定（申报时有效）", en: "recognised, and so when filing")
    case .underPublicity: Wording(zh: "正在公示", en: "under publicity")
    }
  }
}

extension GiantExchange: Choice {
  /// What the form calls the markets of shares.
  public var label: Wording { name }
}

extension GiantListingPlan.Stage: Choice {
  /// What the form calls the stages of a plan to go public.
  public var label: Wording { name }
}

extension GiantDirection.Gap.Reach: Choice {
  /// What the form calls where a gap was.
  public var label: Wording {
    switch self {
    case .home: Wording(zh: "填补国内空白", en: "at home")
    case .worldwide: Wording(zh: "填补国际空白", en: "worldwide")
    }
  }
}

extension GiantProduct.Classification.Scheme: Choice {
  /// What the form calls the catalogues that class products.
  public var label: Wording {
    switch self {
    case .productCatalogue: Wording(zh: "统计用产品分类目录", en: "product catalogue for statistics")
    case .custom: Wording(zh: "其他（按行业惯例说明）", en: "none; explained by the custom of the trade")
    }
  }
}

extension GiantInnovation.Patent.Kind: Choice {
  /// What the form calls the kinds of patents.
  public var label: Wording {
    switch self {
    case .invention: Wording(zh: "发明专利", en: "invention patent")
    case .application: Wording(zh: "发明专利申请（未授权）", en: "application, not granted")
    case .utilityModel: Wording(zh: "实用新型", en: "utility model")
    case .design: Wording(zh: "外观设计", en: "design")
    }
  }
}

extension GiantInnovation.Institution.Establishment: Choice {
  /// What the form calls the ways of establishing an institution.
  public var label: Wording {
    switch self {
    case .own: Wording(zh: "自建", en: "its own")
    case .withUniversity: Wording(zh: "与高校联合建立", en: "joint with a university")
    case .withInstitute: Wording(zh: "与科研机构联合建立", en: "joint with a research institute")
    case .withEnterprise: Wording(zh: "仅与其他企业联合建立", en: "joint with another enterprise only")
    }
  }
}

extension GiantInnovation.Standard.Part: Choice {
  /// What the form calls the parts in making a standard.
  public var label: Wording {
    switch self {
    case .led: Wording(zh: "主持", en: "led")
    case .tookPart: Wording(zh: "参与", en: "took part")
    }
  }
}

extension GiantInnovation.Certification.System: Choice {
  /// What the form calls the systems that are certified.
  public var label: Wording { name }
}
