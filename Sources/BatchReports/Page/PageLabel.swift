// The fixed words of the view of a batch, in both languages, by the names its script knows them under.

import Eligibility
import Reports

/// A word or sentence of the view, or of the page around it.
enum PageLabel: String, CaseIterable {
  case title, noScript, contestedHow
  case number, enterprise, creditCode, product, verdict, reasons, gap, toVerify, indicators
  case material, faults, file, line, bureau, mark, remark, priority, contested, unreadable, nobody
  case search, searchHint, all, any, some, criterion, outcome, aboutCriteria, aboutRest, reset
  case export
  case counter, page, previous, next, nothing, open, close, more
  case contradictions, passedOver, criteria, nearest, withoutMaterial, noObstacle
  case conditionsUnmet, conditionsOpen, indicatorsUnmet, noMaterial, faultsOfFile, firstAt, lacking
  case markNone, markSeen, markReturned, markDoubted, marked, remarkHint, notKept
  case printed, printCut, colon, comma, listComma

  /// What it says; the script puts texts and numbers in place of the names in braces.
  var wording: Wording {
    switch self {
    case .title: Wording(zh: "申报材料核对一览", en: "Screening of applications")
    case .noScript:
      Wording(
        zh: "脚本未运行，此处只有汇总；在浏览器中允许脚本后显示各份申报材料。",
        en: "Scripts do not run, so only the totals are shown; the applications need them.")
    case .number: Wording(zh: "序号", en: "No.")
    case .enterprise: Wording(zh: "企业", en: "Enterprise")
    case .creditCode: ScreeningColumn.creditCode.title()
    case .product: Wording(zh: "产品", en: "Product")
    case .verdict: Wording(zh: "结论", en: "Verdict")
    case .reasons: Wording(zh: "不符合或待定的条件", en: "Conditions unmet or undetermined")
    case .gap: Wording(zh: "差距", en: "Short by")
    case .toVerify: Wording(zh: "须先核实", en: "To verify first")
    case .indicators: Wording(zh: "未达到的指标", en: "Indicators unmet")
    case .material: Wording(zh: "缺评判材料", en: "Material lacking")
    case .faults: Wording(zh: "文件错误", en: "Faults")
    case .file: Wording(zh: "文件", en: "File")
    case .line: ScreeningColumn.line.title()
    case .bureau: Wording(zh: "受理部门", en: "Bureau")
    case .mark: Wording(zh: "标记", en: "Mark")
    case .remark: Wording(zh: "备注", en: "Remark")
    case .priority: Wording(zh: "优先推荐", en: "Priority")
    case .contested: Wording(zh: "有矛盾", en: "Contested")
    case .nobody: Wording(zh: "未填", en: "not given")
    case .unreadable: Wording(zh: "无法读取", en: "UNREADABLE")
    case .search: Wording(zh: "搜索", en: "Search")
    case .searchHint:
      Wording(
        zh: "企业、信用代码、产品、文件或备注", en: "enterprise, credit code, product, file or remark")
    case .all: Wording(zh: "全部", en: "All")
    case .any: Wording(zh: "不限", en: "any")
    case .some: Wording(zh: "有", en: "some")
    case .criterion: Wording(zh: "标准", en: "Criterion")
    case .outcome: Wording(zh: "情形", en: "Outcome")
    case .aboutCriteria: Wording(zh: "涉及标准的", en: "about criteria")
    case .aboutRest: Wording(zh: "不涉及标准的", en: "about no criterion")
    case .reset: Wording(zh: "清除筛选", en: "Clear filters")
    case .export: Wording(zh: "导出 CSV（含标记和备注）", en: "Save as CSV, with marks and remarks")
    case .counter: Wording(zh: "列出 {shown} 份，共 {total} 份", en: "{shown} of {total} listed")
    case .page: Wording(zh: "第 {first}–{last} 份", en: "{first} to {last}")
    case .previous: Wording(zh: "上一页", en: "Previous")
    case .next: Wording(zh: "下一页", en: "Next")
    case .nothing: Wording(zh: "没有相符的申报材料。", en: "No application matches.")
    case .open: Wording(zh: "展开：{name}", en: "Open: {name}")
    case .close: Wording(zh: "收起：{name}", en: "Close: {name}")
    case .more: Listing.more("{count}")
    case .contradictions: Wording(zh: "矛盾", en: "Contradictions")
    case .firstAt: ScreeningWords.first(at: "{place}")
    case .passedOver: ScreeningWords.othersTitle
    case .criteria: ScreeningWords.obstaclesTitle
    case .nearest: ScreeningWords.nearestMissesTitle
    case .withoutMaterial: Wording(zh: "缺少材料 {count} 份", en: "{count} without material")
    case .noObstacle:
      Wording(zh: "各项标准均没有不符合或待定的情形。", en: "No criterion is unmet or undetermined.")
    case .contestedHow:
      Wording(
        zh: "各份申报材料的结论只取决于该份材料本身；各份之间的矛盾另行列出，须人工核实。",
        en: "The verdict on an application depends on that application alone; contradictions "
          + "between applications are listed apart, for people to verify.")
    case .conditionsUnmet: ScreeningColumn.unmet.title()
    case .conditionsOpen: ScreeningColumn.undetermined.title()
    case .indicatorsUnmet: ScreeningColumn.indicators.title()
    case .noMaterial: ScreeningColumn.judgements.title()
    case .faultsOfFile: ScreeningColumn.faults.title()
    case .lacking: Wording(zh: "差 {gap}", en: "short by {gap}")
    case .markNone: Wording(zh: "未标记", en: "none")
    case .markSeen: Wording(zh: "已核", en: "checked")
    case .markReturned: Wording(zh: "退补", en: "to supplement")
    case .markDoubted: Wording(zh: "存疑", en: "in doubt")
    case .marked: Wording(zh: "已标记", en: "marked")
    case .remarkHint:
      Wording(zh: "标记和备注只存在这台电脑的浏览器里", en: "Marks and remarks stay in this browser")
    case .notKept:
      Wording(
        zh: "浏览器不允许保存，标记和备注关闭页面后即失；请先导出 CSV。",
        en: "The browser keeps nothing: marks and remarks are lost when the page is closed; save "
          + "them as CSV first.")
    case .printed: Wording(zh: "筛选：{filters}", en: "Filtered by: {filters}")
    case .printCut:
      Wording(
        zh: "只打印前 {count} 份；其余请缩小筛选范围，或导出 CSV。",
        en: "Only the first {count} are printed; narrow the filters for the others, or save them "
          + "as CSV.")
    case .colon: Wording(zh: "：", en: ": ")
    case .comma: Wording(zh: "，", en: ", ")
    case .listComma: Wording(zh: "、", en: ", ")
    }
  }

  /// All of them, and the names of outcomes, roles and verdicts, as JSON for the view's script.
  static func json(in language: Language) -> [UInt8] {
    JSONWriter.object(.compact) { words in
      for label in allCases { words.member(label.rawValue, label.wording[language]) }
      words.object("roles") { names in
        for role in Role.allCases { names.member(role.rawValue, role.name[language]) }
      }
      words.member("tag", language == .zh ? "zh-Hans" : "en")
      words.object("outcomes") { names in
        for outcome in Outcome.allCases { names.member(outcome.rawValue, outcome.name[language]) }
      }
      words.object("verdicts") { names in
        for verdict in Verdict.allCases { names.member(verdict.rawValue, verdict.name[language]) }
      }
    }
  }
}
