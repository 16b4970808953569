// The words that every format of report shares.

import Eligibility
import HostSystem
import Judging

extension Outcome {
  /// What a report calls the outcome.
  public var name: Wording {
    switch self {
    case .met: Wording(zh: "符合", en: "met")
    case .unmet: Wording(zh: "不符合", en: "unmet")
    case .undetermined: Wording(zh: "待定", en: "undetermined")
    case .notApplicable: Wording(zh: "不适用", en: "not applicable")
    case .forReview: Wording(zh: "待专家评判", en: "for review")
    }
  }
}

extension Role {
  /// What a report calls the role.
  public var name: Wording {
    switch self {
    case .condition: Wording(zh: "必备条件", en: "condition")
    case .indicator: Wording(zh: "评审指标", en: "indicator")
    case .judgement: Wording(zh: "专家评判", en: "judgement")
    case .preference: Wording(zh: "优先推荐", en: "preference")
    case .bonus: Wording(zh: "加分事项", en: "bonus")
    case .formality: Wording(zh: "材料要求", en: "formality")
    case .quota: Wording(zh: "名额限制", en: "quota")
    case .duty: Wording(zh: "后续义务", en: "duty")
    }
  }

  /// What the role means for the verdict.
  var meaning: Wording {
    switch self {
    case .condition: Wording(zh: "必须满足", en: "must hold")
    case .indicator: Wording(zh: "供评审参考，单独不决定结论", en: "weighed by reviewers; decides nothing alone")
    case .judgement:
      Wording(
        zh: "由专家评判，程序只核对材料是否齐备",
        en: "for experts to judge; only whether material is there is checked")
    case .preference: Wording(zh: "优先推荐，并非必备", en: "earns priority, but is not required")
    case .bonus: Wording(zh: "予以加分；分值未公布", en: "counts in favour; no points are published")
    case .formality:
      Wording(
        zh: "对材料的要求，不入结论，另行说明材料是否齐备",
        en: "asked of the file; not part of the verdict, but stated beside it")
    case .quota:
      Wording(
        zh: "推荐名额的限制，单份材料不作判断", en: "limits how many are recommended; no single file decides it")
    case .duty:
      Wording(
        zh: "认定后按期办理的事项，不入结论，逾期的连同日期列明",
        en: "owed by a day after recognition; not part of the verdict; what is late is stated")
    }
  }
}

extension Verdict {
  /// The verdict in one word.
  public var name: Wording {
    switch self {
    case .eligible: Wording(zh: "符合条件", en: "ELIGIBLE")
    case .ineligible: Wording(zh: "不符合条件", en: "INELIGIBLE")
    case .undetermined: Wording(zh: "尚不能判定", en: "UNDETERMINED")
    }
  }

  /// The verdict, and how many facts are to be verified first where it is eligible.
  ///
  /// - Parameters:
  ///   - notices: how many notices there are; beside other verdicts they change nothing.
  ///   - order: whether the file is in order, said where the programme asks something of it.
  public func name(notices: Int, order: Kleene? = nil) -> Wording {
    guard self == .eligible, notices > 0 else { return name.with(order?.fileOrder) }
    return Wording(
      zh: "\(name.zh)；有 \(notices) 项事实须先核实",
      en: "\(name.en); \(notices) \(notices == 1 ? "fact" : "facts") to verify first"
    ).with(order?.fileOrder)
  }

  /// The same in few words, for a column of a table.
  public func shortName(notices: Int, order: Kleene? = nil) -> Wording {
    guard self == .eligible, notices > 0 else { return name.with(order?.shortFileOrder) }
    return Wording(
      zh: "\(name.zh)；待核实 \(notices) 项", en: "\(name.en); \(notices) to verify"
    ).with(order?.shortFileOrder)
  }

  /// What the verdict says, and what it does not.
  public var meaning: Wording {
    switch self {
    case .eligible:
      Wording(
        zh: "满足本程序所能核对的全部必备条件；是否认定由主管部门决定",
        en:
          "meets every condition that can be checked here; recognition is the department's decision"
      )
    case .ineligible:
      Wording(zh: "至少有一项必备条件不符合", en: "at least one condition is unmet")
    case .undetermined:
      Wording(
        zh: "没有不符合的必备条件，但至少有一项尚不能判断",
        en: "no condition is unmet, but at least one cannot be decided yet")
    }
  }
}

extension TitleState {
  /// How a report says that the title stands.
  public var name: Wording {
    switch self {
    case .pending: Wording(zh: "尚未颁发", en: "not granted yet")
    case .valid: Wording(zh: "有效", en: "valid")
    case .dueForReview: Wording(zh: "待复核", en: "due for review")
    case .reviewRightLost: Wording(zh: "有效，不再复核", en: "valid, right to review lost")
    case .ended: Wording(zh: "已终止", en: "ended")
    case .revoked: Wording(zh: "已撤销", en: "revoked")
    case .barred: Wording(zh: "已撤销，限制申报", en: "revoked, new application barred")
    case .undetermined: Wording(zh: "尚不能判定", en: "undetermined")
    }
  }
}

extension DueDate.State {
  /// What a report calls what has become of something owed.
  public var name: Wording {
    switch self {
    case .upcoming: Wording(zh: "未到期", en: "to come")
    case .done: Wording(zh: "已办理", en: "done")
    case .doneLate: Wording(zh: "逾期办理", en: "done late")
    case .late: Wording(zh: "逾期", en: "late")
    case .open: Wording(zh: "待定", en: "open")
    }
  }
}

extension DueDate.Party {
  /// Who it is.
  public var name: Wording {
    switch self {
    case .holder: Wording(zh: "持有人", en: "holder")
    case .place: Wording(zh: "集群所在地", en: "place of the cluster")
    case .bureau: Wording(zh: "工信部门", en: "bureau")
    case .department: Wording(zh: "省级部门", en: "department")
    }
  }
}

extension Wording {
  /// The same, and another statement, where there is one.
  fileprivate func with(_ other: Wording?) -> Wording {
    guard let other else { return self }
    return Wording(zh: "\(zh)；\(other.zh)", en: "\(en); \(other.en)")
  }
}

extension Kleene {
  /// Whether a file is in order, as the formalities of a programme together say.
  public var fileOrder: Wording {
    switch self {
    case .yes: Wording(zh: "材料合乎要求", en: "file in order")
    case .no: Wording(zh: "材料不合要求", en: "file not in order")
    case .unknown: Wording(zh: "材料是否合乎要求尚不能判断", en: "not known whether the file is in order")
    }
  }

  /// The same in few words.
  fileprivate var shortFileOrder: Wording {
    switch self {
    case .yes: Wording(zh: "材料合要求", en: "in order")
    case .no: Wording(zh: "材料不合要求", en: "not in order")
    case .unknown: Wording(zh: "材料待定", en: "order unknown")
    }
  }

  /// The same for programs.
  public var fileOrderID: String {
    switch self {
    case .yes: "inOrder"
    case .no: "notInOrder"
    case .unknown: "notKnown"
    }
  }
}

extension JudgedApplication {
  /// The verdict, how many facts are to be verified first where it is eligible, and whether the file is in
  /// order.
  var verdictName: Wording { verdict.name(notices: notices.count, order: fileOrder) }

  /// What the verdict says; where only faults stand in the way, that.
  var meaning: Wording {
    if verdict == rulesVerdict {
      guard verdict == .eligible, let meaning = eligibleMeaning else { return verdict.meaning }
      return Wording(zh: meaning.says(in: .zh), en: meaning.says(in: .en))
    }
    return Wording(
      zh: "可以读取的内容满足全部必备条件，但文件有错误，更正之前不会判定为符合条件",
      en:
        "what could be read meets every condition, but the file has faults and cannot be eligible "
        + "until they are corrected")
  }
}

extension Fault {
  /// What is at the earlier place of a repeated member.
  static let standsFirst = Wording(zh: "首次出现", en: "first occurs here")
}

extension CriterionDescription {
  /// Where it stands, all places.
  func citation(in language: Language) -> String {
    clauses.map { $0.citation(in: language) }.joined(by: language == .zh ? "、" : "; ")
  }
}

extension Strictness {
  /// What counts as required.
  var name: Wording {
    switch self {
    case .conditionsOnly: Wording(zh: "仅必备条件", en: "conditions only")
    case .indicatorsToo: Wording(zh: "评审指标视同必备条件", en: "indicators count as conditions")
    }
  }
}
