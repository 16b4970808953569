// The fixed words of reports as documents; the page and Markdown take them from this one list.

import Eligibility

/// A heading, a column or a fixed sentence of a report as a document.
enum ReportLabel: String, CaseIterable {
  case title, titleOfMany, contents, language, noScript, opinion
  case verdict, decidedBy, faultsCount, notices, beyond
  case enterprise, product, round, yearOfRound, filedOn, filedWith, assumed, rules, inForce
  case indicatorsCount, file, notGiven
  case figures, figuresNote, figure, scale, value, requirement, distance
  case conditions, formalities, quota, indicators, preference, outcome, criterion, finding, readings
  case basis, basisNote, standing, notNamed
  case missing, missingNone, place, content, neededFor, faults, problem, toDo
  case review, reviewNote, question, figuresForExperts, material, noMaterial
  case evidence, evidenceNote, evidenceNone, evidenceFor
  case record, program, dates, digest, commandLine
  case plan, planNow, planTried, planOpen, planFillIn, planRound, planFiling, planNotBefore
  case planNever, planOnceFilledIn, planSteps, planAssumed, planNotices, planEdits
  case planEarliest, planOtherwise, planWithoutBlocking
  case more, colon, comma, listComma, clauseComma

  /// What it says, with the names of numbers and texts in braces.
  var wording: Wording {
    switch self {
    case .title: Wording(zh: "申报材料核对报告", en: "Report on an application")
    case .titleOfMany: Wording(zh: "申报材料核对报告（{count} 份）", en: "Reports on {count} applications")
    case .contents: Wording(zh: "各份结论", en: "Verdicts")
    case .language: Wording(zh: "语言", en: "Language")
    case .noScript:
      Wording(
        zh: "脚本未运行，此处只有结论；在浏览器中允许脚本后显示完整报告。",
        en: "Scripts do not run, so only the verdict is shown; the full report needs them.")
    case .opinion: Wording(zh: "评审意见", en: "Opinion")
    case .verdict: Wording(zh: "结论", en: "Verdict")
    case .decidedBy: Wording(zh: "结论的依据", en: "What decides it")
    case .faultsCount:
      Wording(
        zh: "文件有 {count} 处错误，更正之前不会判定为符合条件；有错误的内容按未知处理",
        en: "faults of the file: {count}; it cannot be eligible before they are mended, and faulty "
          + "facts count as unknown")
    case .notices: Wording(zh: "须先核实的事实", en: "Facts to verify first")
    case .beyond: Wording(zh: "其他要求", en: "What else may be asked")
    case .enterprise: Wording(zh: "企业", en: "Enterprise")
    case .product: Wording(zh: "产品", en: "Product")
    case .round: Wording(zh: "申报情况", en: "Round")
    case .yearOfRound: Wording(zh: "申报年度 {year}", en: "year {year}")
    case .filedOn: Wording(zh: "申报日 {date}", en: "filed on {date}")
    case .filedWith: Wording(zh: "受理部门：{bureau}工信部门", en: "with the {bureau} bureau")
    case .assumed: Wording(zh: "（由 --as-of 指定）", en: " (assumed by --as-of)")
    case .rules: Wording(zh: "依据", en: "Rules")
    case .inForce:
      Wording(zh: "{document}，自 {date} 起施行", en: "{document}, in force since {date}")
    case .indicatorsCount: Strictness.indicatorsToo.name
    case .file: Wording(zh: "文件", en: "File")
    case .notGiven: Wording(zh: "未填", en: "not given")
    case .figures: Wording(zh: "数据与要求对照", en: "Figures against what is required")
    case .figuresNote:
      Wording(
        zh: "宽条为符合要求的范围，竖线为界限，细条为所填数据。",
        en:
          "The wide band is what is required, the line its limit, the narrow bar the figure stated."
      )
    case .figure: Wording(zh: "数据", en: "Figure")
    case .scale: Wording(zh: "标尺", en: "Scale")
    case .value: Wording(zh: "所填", en: "Stated")
    case .requirement: Wording(zh: "要求", en: "Required")
    case .distance: Wording(zh: "差距", en: "Distance")
    case .conditions: Wording(zh: "必备条件", en: "Conditions")
    case .formalities: Wording(zh: "材料要求", en: "Formalities")
    case .quota: Wording(zh: "名额限制", en: "Quota")
    case .indicators: Wording(zh: "评审指标", en: "Indicators")
    case .preference: Wording(zh: "优先推荐", en: "Preference")
    case .outcome: Wording(zh: "结果", en: "Outcome")
    case .criterion: Wording(zh: "标准", en: "Criterion")
    case .finding: Wording(zh: "核对情况", en: "Finding")
    case .readings: Wording(zh: "条款的理解", en: "Readings of the clause")
    case .basis: Wording(zh: "已满足条件的佐证", en: "What stands behind the conditions met")
    case .basisNote:
      Wording(
        zh: "只核对文件名称是否列明；文件本身未经查看，须由受理部门核实。",
        en:
          "Only the names of documents are checked; nobody has looked into them here, which is for the "
          + "bureau to do.")
    case .standing: Wording(zh: "佐证", en: "Basis")
    case .notNamed: Wording(zh: "未列明", en: "not named")
    case .missing: Wording(zh: "缺失或有误的内容", en: "Missing or faulty facts")
    case .missingNone: Wording(zh: "没有缺失或有误的内容。", en: "No fact is missing or faulty.")
    case .place: Wording(zh: "位置", en: "Place")
    case .content: Wording(zh: "内容", en: "Fact")
    case .neededFor: Wording(zh: "用于", en: "Needed for")
    case .faults: Wording(zh: "文件错误", en: "Faults of the file")
    case .problem: Wording(zh: "问题", en: "Fault")
    case .toDo: Wording(zh: "更正", en: "What to do")
    case .review: Wording(zh: "专家评审表", en: "Review sheet for experts")
    case .reviewNote:
      Wording(
        zh: "以下事项由专家评判，程序只核对材料是否齐备；企业所写内容照录。",
        en:
          "These matters are for experts; only whether there is material is checked here. What the "
          + "enterprise wrote is given as it stands.")
    case .question: Wording(zh: "评判事项", en: "Question")
    case .figuresForExperts: Wording(zh: "核对情况", en: "Finding")
    case .material: Wording(zh: "提交的材料", en: "Material supplied")
    case .noMaterial: Wording(zh: "未提交", en: "none")
    case .evidence: Wording(zh: "证明材料清单", en: "Checklist of evidence")
    case .evidenceNote:
      Wording(
        zh: "勾选的，申报文件已列明文件名称；未勾选的尚须附送。",
        en: "Ticked is what the application names; what is not ticked is still to attach.")
    case .evidenceNone: Wording(zh: "没有须附送的证明材料。", en: "No evidence is asked for.")
    case .evidenceFor: Wording(zh: "用于 {criteria}", en: "for {criteria}")
    case .record: Wording(zh: "核对记录", en: "Record of the check")
    case .program: Wording(zh: "程序版本", en: "Program")
    case .dates: Wording(zh: "所用日期", en: "Dates used")
    case .digest: Wording(zh: "文件的 SHA-256", en: "SHA-256 of the file")
    case .commandLine: Wording(zh: "命令行", en: "Command line")
    case .plan: Wording(zh: "申报规划", en: "Plan for an application")
    case .planNow: Wording(zh: "目前", en: "Now")
    case .planTried: Wording(zh: "假设的修改", en: "Changes assumed")
    case .planOpen: Wording(zh: "不符合或待定的条件", en: "Conditions unmet or undetermined")
    case .planFillIn: Wording(zh: "请补充", en: "Fill in")
    case .planRound: Wording(zh: "{year} 年度", en: "{year}")
    case .planFiling: Wording(zh: "{year} 年度，申报日 {date}", en: "{year}, filed on {date}")
    case .planNotBefore: Wording(zh: "（不早于 {date} 申报）", en: " (filed not before {date})")
    case .planNever:
      Wording(
        zh: "{first} 至 {last} 年度均不能满足，除非上述事实改变",
        en: "in no round from {first} to {last}, unless these facts change")
    case .planOnceFilledIn:
      Wording(zh: "补充以上各项之后才能判断", en: "to be said once these are filled in")
    case .planSteps: Wording(zh: "须做到的事项", en: "What it takes")
    case .planAssumed: Wording(zh: "假定", en: "Assumed")
    case .planNotices:
      Wording(zh: "届时须先核实", en: "To verify first then")
    case .planEdits: Wording(zh: "对文件的修改", en: "Changes to the file")
    case .planEarliest: Wording(zh: "最早年度", en: "Earliest")
    case .planOtherwise:
      Wording(zh: "待定事项不属实时", en: "If what is open turns out otherwise")
    case .planWithoutBlocking: Wording(zh: "其余条件", en: "All other conditions")
    case .more: Listing.more("{count}")
    case .colon: Wording(zh: "：", en: ": ")
    case .comma: Wording(zh: "，", en: ", ")
    case .listComma: Wording(zh: "、", en: ", ")
    case .clauseComma: Wording(zh: "、", en: "; ")
    }
  }

  /// The words with texts in place of the names in braces.
  func filled(_ language: Language, _ values: KeyValuePairs<String, String>) -> String {
    let entries = values.map { Reason.Values.Entry($0.key, .text($0.value)) }
    return Reason(Message(rawValue, says: wording), Reason.Values(entries: entries))
      .says(in: language)
  }

  /// All words of a language as JSON for the page's script, the names of outcomes and the like too.
  static func json(in language: Language) -> [UInt8] {
    JSONWriter.object(.compact) { words in
      for label in allCases { words.member(label.rawValue, label.wording[language]) }
      words.object("outcomes") { names in
        for outcome in Outcome.allCases { names.member(outcome.rawValue, outcome.name[language]) }
      }
      words.object("verdicts") { names in
        for verdict in Verdict.allCases { names.member(verdict.rawValue, verdict.name[language]) }
      }
      words.object("bases") { names in
        for kind in Basis.Kind.allCases { names.member(kind.rawValue, kind.name[language]) }
      }
      words.object("wayBases") { names in
        for basis in Way.Basis.allCases { names.member(basis.rawValue, basis.name[language]) }
      }
    }
  }
}

extension Basis.Kind {
  /// What a report calls it.
  var name: Wording {
    switch self {
    case .audited: Wording(zh: "经审计的数据", en: "Audited figures")
    case .certified: Wording(zh: "主管部门或登记机关的文件", en: "Documents of authorities")
    case .ownDocuments: Wording(zh: "企业自行提供的证明", en: "Documents of the applicant's own choice")
    case .ownWord: Wording(zh: "企业自行声明", en: "The applicant's own word")
    }
  }
}

extension Way.Basis {
  /// What a report says before what a way takes.
  var name: Wording {
    switch self {
    case .time: Wording(zh: "届时满足", en: "in time")
    case .effort: Wording(zh: "须做到", en: "needed")
    case .fact: Wording(zh: "须属实", en: "if so")
    case .effortAndFact: Wording(zh: "须做到并属实", en: "needed, and if so")
    }
  }
}
