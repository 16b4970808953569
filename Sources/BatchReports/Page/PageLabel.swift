// The fixed words of the page, each in both languages, by the name of the hole they fill.

import Eligibility
import Reports

/// A word or sentence of the page's frame.
enum PageLabel: String, CaseIterable {
  case title, skip, search, searchHint, verdictFilter, criterionFilter, contestedFilter
  case showReasons, reset, counter, counterMore, more, noScript, opener, report, noneMatch
  case notesTitle

  /// What it says; the script puts numbers in place of the names in braces.
  var wording: Wording {
    switch self {
    case .title: Wording(zh: "申报材料核对一览", en: "Screening of applications")
    case .skip: Wording(zh: "跳到申报材料列表", en: "Skip to the applications")
    case .search: Wording(zh: "搜索", en: "Search")
    case .searchHint:
      Wording(zh: "企业、信用代码、产品或文件", en: "enterprise, credit code, product or file")
    case .verdictFilter: Wording(zh: "结论", en: "Verdict")
    case .criterionFilter: Wording(zh: "不符合或待定的标准", en: "Criterion unmet or undetermined")
    case .contestedFilter: Wording(zh: "只看有矛盾的", en: "Only those with contradictions")
    case .showReasons: Wording(zh: "展开理由", en: "Show reasons")
    case .reset: Wording(zh: "全部显示", en: "Show all")
    case .counter: Wording(zh: "列出 {shown} 份，共 {total} 份", en: "{shown} of {total} listed")
    case .counterMore:
      Wording(zh: "；先显示前 {first} 份", en: "; the first {first} are shown")
    case .more: Wording(zh: "显示其余各份", en: "Show the others")
    case .noScript:
      Wording(
        zh: "脚本未运行：各份申报材料的理由直接列在下面，排序、筛选和完整报告不可用。",
        en:
          "Scripts are not running: the reasons stand below each application; sorting, filters and full "
          + "reports are not available.")
    case .opener: Wording(zh: "展开或收起：", en: "Open or close: ")
    case .report: Wording(zh: "完整报告", en: "Full report")
    case .noneMatch: Wording(zh: "没有相符的申报材料。", en: "No application matches.")
    case .notesTitle: Wording(zh: "说明", en: "Notes")
    }
  }

  /// All of them as values for the page's frame.
  static func values(in language: Language) -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: allCases.map { label in
        (label.rawValue, HTMLWriter.bytes { $0.text(label.wording[language]) })
      })
  }
}
