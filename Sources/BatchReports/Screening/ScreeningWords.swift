// The words in which all formats for people tell of a batch; a format decides only where they stand.

import Batch
import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

/// What is said of each application of a batch, in the order in which tables show it.
enum ScreeningColumn: Hashable, CaseIterable {
  case verdict, enterprise, creditCode, product, file, line
  case unmet, undetermined, contested, indicators, judgements, priority
  case faultCount, faults, notices, failure

  /// What people choose it by.
  var id: String {
    switch self {
    case .verdict: "verdict"
    case .enterprise: "enterprise"
    case .creditCode: "credit-code"
    case .product: "product"
    case .file: "file"
    case .line: "line"
    case .unmet: "unmet"
    case .undetermined: "undetermined"
    case .contested: "contradictions"
    case .indicators: "indicators"
    case .judgements: "judgements"
    case .priority: "priority"
    case .faultCount: "fault-count"
    case .faults: "faults"
    case .notices: "notices"
    case .failure: "failure"
    }
  }

  /// What heads the column, of applications that call things so.
  func title(_ names: ApplicationNames = .usual) -> Wording {
    switch self {
    case .verdict: Wording(zh: "结论", en: "Verdict")
    case .enterprise: names.applicant
    case .creditCode: Wording(zh: "统一社会信用代码", en: "Credit code")
    case .product: names.object
    case .file: Wording(zh: "文件", en: "File")
    case .line: Wording(zh: "行", en: "Line")
    case .unmet: Wording(zh: "不符合的必备条件", en: "Conditions unmet")
    case .undetermined: Wording(zh: "待定的必备条件", en: "Conditions undetermined")
    case .contested: Wording(zh: "矛盾", en: "Contradictions")
    case .indicators: Wording(zh: "未达到的评审指标", en: "Indicators unmet")
    case .judgements: Wording(zh: "缺少供专家评判的材料", en: "Judgements without material")
    case .priority: Wording(zh: "优先推荐", en: "Priority")
    case .faultCount: Wording(zh: "错误数", en: "Fault count")
    case .faults: Wording(zh: "错误", en: "Faults")
    case .notices: Wording(zh: "提示数", en: "Notices")
    case .failure: Wording(zh: "无法读取的原因", en: "Unreadable because")
    }
  }
}

/// What one application has in one column.
enum ScreeningCell: Hashable {
  /// Nothing.
  case empty
  /// A text; an applicant's stands as it was filed and is hostile until a format has escaped it.
  case text(String)
  /// A number.
  case number(Int)
  /// Several texts, as hostile as one.
  case parts([String])
  /// A text on lines of its own making, each harmless.
  case lines([String])
  /// A number or a day in digits of the program's own making, by which a spreadsheet sorts.
  case figure(String)

  fileprivate init(_ text: String?) {
    self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
  }
}

/// Puts a batch into the words of one language.
struct ScreeningWords {
  let language: Language
  private let screening: Screening
  private let marks: [Int: [ContestMark]]
  private var criteria: [CriterionDescription] { screening.programme.criteria }
  /// What the programme calls the applicant and what is applied for.
  var names: ApplicationNames { screening.programme.names }
  /// The folder, with its slash, that places leave out because a format says it once.
  private let folder: String

  init(_ screening: Screening, _ language: Language, without folder: String = "") {
    self.screening = screening
    self.language = language
    self.folder = folder
    marks = screening.marksByApplication
  }

  /// How many faults of a file are named, and how many of the others in a contradiction; the full
  /// report and the list of contradictions name all.
  static let shownAtMost = 3

  // MARK: Rows

  /// What an application has in a column.
  func cell(_ column: ScreeningColumn, of row: Row, number: Int) -> ScreeningCell {
    switch column {
    case .verdict: .text(verdict(of: row))
    case .enterprise: ScreeningCell(row.enterprise)
    case .creditCode: ScreeningCell(row.creditCode?.text)
    case .product: ScreeningCell(row.product)
    case .file: .text(row.place.source)
    case .line: row.place.line.map { .number($0) } ?? .empty
    case .unmet: ScreeningCell(joined(row.unmet.map(open)))
    case .undetermined: ScreeningCell(joined(row.undetermined.map(open)))
    case .contested: ScreeningCell(joined(marks(of: number)))
    case .indicators: ScreeningCell(joined(row.indicatorsUnmet.map(title)))
    case .judgements: ScreeningCell(joined(row.judgementsWithoutMaterial.map(title)))
    case .priority: ScreeningCell(row.hasPriority ? Wording(zh: "是", en: "yes")[language] : nil)
    case .faultCount: row.faultCount == 0 ? .empty : .number(row.faultCount)
    case .faults: ScreeningCell(joined(faults(of: row)))
    case .notices: row.notices.isEmpty ? .empty : .number(row.notices.count)
    case .failure: ScreeningCell(row.failure?.reason[language])
    }
  }

  /// The verdict, or that there is none.
  private func verdict(of row: Row) -> String {
    (row.verdict?.name(notices: row.notices.count, order: row.fileOrder)
      ?? Wording(zh: "无法读取", en: "UNREADABLE"))[
        language]
  }

  private func open(_ open: NumberedFinding) -> String {
    let title = title(open.criterion)
    guard let gap = open.gap else { return title }
    return Wording(zh: "\(title)（\(lacking(gap))）", en: "\(title) (\(lacking(gap)))")[language]
  }

  /// What a criterion is called.
  func title(_ criterion: Int) -> String { criteria[criterion].title[language] }

  /// How much is lacking.
  func lacking(_ gap: Quantity) -> String {
    let amount = gap.magnitude.written(in: language)
    return Wording(zh: "差 \(amount)", en: "short by \(amount)")[language]
  }

  /// What cannot be taken as written, each with its place; of many the first.
  private func faults(of row: Row) -> [String] {
    let shown = row.faults.prefix(ScreeningWords.shownAtMost).map { fault in
      let sentence = sentence(of: fault)
      return fault.position.map { "\($0.line):\($0.column) \(sentence)" } ?? sentence
    }
    return shown + more(row.faultCount - shown.count)
  }

  /// What is wrong, and where a repeated member stands first.
  func sentence(of fault: Row.PlacedFault) -> String {
    let sentence = fault.reason.says(in: language)
    guard let earlier = fault.earlier else { return sentence }
    let place = "\(earlier.line):\(earlier.column)"
    return sentence + ScreeningWords.first(at: place)[language]
  }

  private func more(_ count: Int) -> [String] {
    count > 0 ? [Wording(zh: "另有 \(count) 处", en: "\(count) more")[language]] : []
  }

  /// Several things as one text.
  private func joined(_ parts: [String]) -> String {
    parts.joined(separator: ScreeningWords.separator[language])
  }

  /// What stands between several things.
  static let separator = Wording(zh: "；", en: "; ")

  /// Where an application was found: `file:line`.
  func place(_ place: ApplicationLocation) -> String {
    let source = place.source.sanitizedName()
    let name = source.hasPrefix(folder) ? source.dropFirst(folder.count) : source[...]
    return name + (place.line.map { ":\($0)" } ?? "")
  }

  // MARK: Tables

  /// How a criterion came out.
  func outcome(of criterion: Int, in row: Row) -> ScreeningCell {
    let outcome = Outcome.allCases.first { row.outcomes[$0].contains(criterion) }
    return ScreeningCell(outcome?.name[language])
  }

  /// A fact as a table has it: figures by which it sorts, and words for everything else.
  func cell(of value: Quantity) -> ScreeningCell {
    switch value {
    case .count(let number), .year(let number), .years(let number), .days(let number),
      .rank(let number), .places(let number):
      .number(number)
    case .money(let amount): .figure(amount.digits(in: .tenThousandYuan))
    case .number(let number): .figure(number.digits)
    case .day(let day): .figure(day.description)
    // What an applicant wrote is made harmless where it is written.
    case .text(let text): ScreeningCell(text)
    case .list(let values): joined(values.map { $0.written(in: language) })
    default: ScreeningCell(value.written(in: language))
    }
  }

  /// The bureau with which an application is filed.
  func bureau(of row: Row) -> ScreeningCell {
    ScreeningCell(row.bureau.map { screening.programme.bureaus[$0].label[language] })
  }

  /// What is odd about an application, in words.
  func notices(of row: Row) -> [String] {
    row.notices.listed.map { $0.reason.says(in: language) } + more(row.notices.unlisted)
  }

  /// What its conditions lack, by the names of the form.
  func missing(in row: Row) -> [String] {
    var seen: Set<Pointer> = []
    return row.open.flatMap { $0.finding.missing }.filter { seen.insert($0).inserted }
      .map { screening.programme.label(of: $0, in: language) }
  }

  /// Which clauses an application does not meet, or may not meet, with why somebody should look.
  func doubts(of row: Row, number: Int) -> [String] {
    row.open.map { finding in
      let gap = finding.gap.map { ScreeningWords.comma[language] + lacking($0) } ?? ""
      return named(finding.criterion) + ScreeningWords.colon[language]
        + finding.finding.outcome.name[language] + gap
    }
      + row.indicatorsUnmet.map { number in
        named(number) + ScreeningWords.colon[language] + Outcome.unmet.name[language]
      } + faults(of: row) + notices(of: row) + marks(of: number)
  }

  /// What is to be supplied: what conditions lack, and material for what experts judge.
  func materialLacking(in row: Row) -> [String] {
    missing(in: row) + row.judgementsWithoutMaterial.map(title)
  }

  /// A criterion with its clause.
  private func named(_ criterion: Int) -> String { criteria[criterion].titleWithClause[language] }

  /// Several things as one cell.
  func joined(_ parts: [String]) -> ScreeningCell { parts.isEmpty ? .empty : .parts(parts) }

  private static let colon = Wording(zh: "：", en: ": ")
  private static let comma = Wording(zh: "，", en: ", ")

  // MARK: Contradictions

  /// The contradictions in which an application is named, with the others concerned.
  private func marks(of number: Int) -> [String] {
    (marks[number] ?? []).map { mark in
      let name = mark.kind.name(names)[language]
      if mark.count == 1 { return name }
      let shown = mark.first.filter { $0 != number }.prefix(ScreeningWords.shownAtMost)
        .map { place(screening.place($0)) }
      let list = (shown + more(mark.count - 1 - shown.count))
        .joined(separator: Wording(zh: "、", en: ", ")[language])
      return Wording(zh: "\(name)（见 \(list)）", en: "\(name) (see \(list))")[language]
    }
  }

  // MARK: Totals

  /// What the figures do not cover, as far as there is something.
  var reservations: [String] {
    var sentences: [String] = []
    if screening.wasInterrupted {
      sentences.append(
        Wording(
          zh: "已中止：这里只有中止前完成的部分",
          en: "interrupted: this is only the part that was finished")[language])
    }
    if let only = screening.only {
      let shown = screening.shown
      let all = screening.totals.applications
      sentences.append(
        Wording(
          zh: "只列出结论为“\(only.name.zh)”的申报材料：共 \(all) 份，列出 \(shown) 份；汇总仍按全部计算",
          en:
            "only \(only.name.en) applications are listed, \(shown) of \(all); the totals cover all"
        )[language])
    }
    return sentences
  }

  /// The files of folders that were not judged, with why not.
  var passedOver: [String] {
    screening.passedOver.listed.map { other in
      place(ApplicationLocation(source: other.source)) + Wording(zh: "：", en: ": ")[language]
        + other.reason.sentence[language]
    }
      + (screening.passedOver.unlisted > 0
        ? [Listing.more(screening.passedOver.unlisted)[language]] : [])
  }

  /// What heads them, with how many there are.
  var passedOverTitle: Wording {
    let count = screening.passedOver.count
    let name = ScreeningWords.othersTitle
    return Wording(zh: "\(name.zh)  \(count) 个", en: "\(name.en)  \(count)")
  }

  /// That a repeated member stands first at a place.
  static func first(at place: String) -> Wording {
    Wording(zh: "（首次出现于 \(place)）", en: " (first at \(place))")
  }

  /// What files that were not judged are called.
  static let othersTitle = Wording(zh: "未核对的其他文件", en: "Other files, not judged")

  /// The counts, each with what it counts.
  var counts: [(name: String, count: Int)] {
    let totals = screening.totals
    var counts: [(Wording, Int)] = [(Wording(zh: "申报材料", en: "Applications"), totals.applications)]
    for verdict in Verdict.allCases { counts.append((verdict.name, totals.verdicts[verdict] ?? 0)) }
    counts += [
      (Wording(zh: "无法读取", en: "UNREADABLE"), totals.unreadable),
      (Wording(zh: "文件有错误", en: "With faults"), totals.withFaults),
      (
        Wording(zh: "符合条件且优先推荐", en: "Eligible with priority"), totals.eligibleWithPriority
      ),
      (Wording(zh: "符合条件但有矛盾", en: "Eligible but contested"), screening.contestedEligible),
      (Wording(zh: "矛盾", en: "Contradictions"), screening.contradictions.count),
    ]
    return counts.map { ($0.0[language], $0.1) }
  }

  /// The criteria that stood in somebody's way, with how many miss them or leave them open.
  ///
  /// A preference or bonus that somebody lacks stands in nobody's way; the counts say who has it.
  var obstacles: [(title: String, role: String, unmet: Int, undetermined: Int)] {
    criteria.enumerated().compactMap { number, criterion in
      let unmet = screening.totals.count(of: .unmet, under: number)
      let undetermined = screening.totals.count(of: .undetermined, under: number)
      guard unmet + undetermined > 0, criterion.role != .preference, criterion.role != .bonus
      else { return nil }
      return (criterion.title[language], criterion.role.name[language], unmet, undetermined)
    }
  }

  /// What heads the columns of the obstacles.
  var obstacleTitles: [String] {
    [
      Wording(zh: "标准", en: "Criterion"), Wording(zh: "作用", en: "Role"),
      Wording(zh: "不符合", en: "Unmet"), Wording(zh: "待定", en: "Undetermined"),
    ].map { $0[language] }
  }

  /// The criteria that somebody misses by a known amount, with those who miss them by the least.
  var nearestMisses: [(title: String, misses: [Totals.NearMiss])] {
    zip(criteria, screening.totals.nearestMisses)
      .filter { !$0.1.isEmpty }.map { ($0.0.title[language], $0.1) }
  }

  /// What heads the parts of a report.
  static let contradictionsTitle = Wording(zh: "矛盾", en: "Contradictions")
  static let totalsTitle = Wording(zh: "汇总", en: "Totals")
  static let obstaclesTitle = Wording(zh: "各项标准", en: "Criteria")
  static let nearestMissesTitle = Wording(zh: "差距最小的申报材料", en: "Nearest misses")
  static let applicationsTitle = Wording(zh: "申报材料", en: "Applications")
  static let noneShown = Wording(zh: "没有可列出的申报材料", en: "no application to list")
}

extension Screening {
  /// How many applications are listed; known to streams too, which keep no rows.
  var shown: Int {
    only.map { totals.verdicts[$0] ?? 0 } ?? totals.applications
  }

  /// The folder, with its slash, in which all files are that a report names; empty where there is
  /// none.
  var commonFolder: String {
    let places =
      rows.map { $0.row.place } + Set(contradictions.flatMap { $0.applications }).map(place)
      + totals.nearestMisses.joined().map { $0.place }
    guard var folder = places.first?.source.sanitizedName()[...] else { return "" }
    for place in places {
      let source = place.source.sanitizedName()
      while !folder.isEmpty, !(folder.hasSuffix("/") && source.hasPrefix(folder)) {
        folder.removeLast()
      }
    }
    return String(folder)
  }

  /// The contradictions in which each application is named.
  var marksByApplication: [Int: [ContestMark]] {
    var marks: [Int: [ContestMark]] = [:]
    for contradiction in contradictions {
      let applications = contradiction.applications
      let mark = ContestMark(
        kind: contradiction.kind, count: applications.count,
        first: Array(applications.prefix(ScreeningWords.shownAtMost + 1)))
      for number in applications { marks[number, default: []].append(mark) }
    }
    return marks
  }
}

/// A contradiction as the rows concerned show it; thousands may be named in one, so that no row may
/// look through all of them.
struct ContestMark {
  /// What kind of contradiction.
  let kind: Contradiction.Kind
  /// How many applications are concerned.
  let count: Int
  /// The first of them, one more than a row names, since one is the row's own.
  let first: [Int]
}

extension Contradiction.Kind {
  /// What a report calls the kind, of applications that call things so.
  func name(_ names: ApplicationNames) -> Wording {
    let object = Wording(zh: names.object.zh, en: names.object.en.lowercased())
    return switch self {
    case .sameApplicant:
      Wording(zh: "同一代码、同一\(object.zh)重复申报", en: "same code and \(object.en) twice")
    case .sameApplicantOtherProduct:
      Wording(zh: "同一代码另报其他\(object.zh)", en: "same code with another \(object.en)")
    case .sameContent: Wording(zh: "内容与其他企业相同", en: "same content under another name")
    case .firstInProvince:
      Wording(zh: "不止一家称居全省第一", en: "first in the province claimed by several")
    case .sameNationalRank:
      Wording(zh: "不止一家称居全国同一位次", en: "same national rank claimed by several")
    case .sameWorldRank:
      Wording(zh: "不止一家称居全球同一位次", en: "same world rank claimed by several")
    case .provincialShares:
      Wording(zh: "全省占有率合计超过 100%", en: "provincial shares add up to more than 100%")
    case .nationalShares:
      Wording(zh: "全国占有率合计超过 100%", en: "national shares add up to more than 100%")
    case .otherBureau: Wording(zh: "向其他工信部门申报", en: "filed with another bureau")
    case .sharedParticipant:
      Wording(zh: "所列企业另见于其他申报材料", en: "enterprises that others list too")
    case .quota: Wording(zh: "超过推荐名额", en: "more than may be recommended")
    }
  }
}
