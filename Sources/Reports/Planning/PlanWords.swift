// The words of a plan that its forms of report share.

import Eligibility
import Judging

/// What a plan comes to.
enum PlanOutcome: String {
  /// The application is eligible as it is.
  case eligibleNow
  /// All conditions can hold in a round.
  case found
  /// A round cannot be named, since it is not known which one the application is for.
  case roundUnknown
  /// Some conditions can hold in no round.
  case blocked
  /// All conditions can hold, but not in the same round.
  case never
  /// The file has faults.
  case faulty
}

extension Plan {
  /// What it comes to.
  var outcome: PlanOutcome {
    if !today.faults.isEmpty { return .faulty }
    if open.isEmpty { return .eligibleNow }
    if earliest != nil { return .found }
    if rounds == nil { return .roundUnknown }
    return blocking.isEmpty ? .never : .blocked
  }

  /// The outcome as the first line of a report.
  var headline: Wording {
    switch outcome {
    case .eligibleNow: today.verdictName
    case .found:
      if let earliest {
        earliest.restsOnOpenFacts
          ? Wording(
            zh: "最早可申报 \(earliest.round) 年度，以所列待定事项属实为前提",
            en: "EARLIEST ROUND \(earliest.round), provided that what is open turns out as below")
          : Wording(
            zh: "最早可申报 \(earliest.round) 年度", en: "EARLIEST ROUND \(earliest.round)")
      } else {
        today.verdictName
      }
    case .faulty: today.verdictName
    case .roundUnknown, .blocked: Wording(zh: "尚不能确定可申报的年度", en: "NO ROUND CAN BE NAMED")
    case .never:
      Wording(
        zh: "\(span.zh) 年度内不能同时满足全部必备条件", en: "NO ROUND \(span.en) MEETS ALL CONDITIONS")
    }
  }

  /// The rounds looked at.
  private var span: Wording {
    guard let rounds else { return Wording(zh: "", en: "") }
    return Wording(
      zh: "\(rounds.lowerBound) 至 \(rounds.upperBound)",
      en: "FROM \(rounds.lowerBound) TO \(rounds.upperBound)")
  }

  /// What the outcome means, and what it does not.
  func meaning(in language: Language) -> String {
    switch outcome {
    case .eligibleNow: return today.verdict.meaning[language]
    case .found:
      return Wording(
        zh: "以下各项都做到时，满足此处能够核对的全部必备条件；是否认定由主管部门决定",
        en: "with all that is listed below, every condition that can be checked here is met; "
          + "recognition is the department's decision")[language]
    case .faulty:
      return Wording(
        zh: "文件有 \(today.faultCount) 处错误，请先更正；更正之前无法规划",
        en: "the file has \(today.faultCount) fault\(today.faultCount == 1 ? "" : "s"); mend "
          + "\(today.faultCount == 1 ? "it" : "them") first, nothing can be planned before")[
          language]
    case .roundUnknown:
      return today.header.year == nil
        ? Wording(
          zh: "请先填写 /applicationYear（申报年度）或 /filingDate（申报日）",
          en: "fill in /applicationYear or /filingDate first")[language]
        : today.verdict.meaning[language]
    case .blocked:
      let titles = blocking.map { today.programme.criteria[$0].title[language] }
        .joined(separator: language == .zh ? "、" : ", ")
      let others =
        if let round = withoutBlocking?.round {
          Wording(
            zh: "；其余条件最早 \(round) 年度可以全部满足",
            en: "; all others can be met in \(round) at the earliest")
        } else {
          Wording(zh: "", en: "")
        }
      return Wording(
        zh: "按文件所述，下列条件在各年度均不能确认满足：\(titles)\(others.zh)",
        en: "as the file stands, these cannot be shown to hold in any round: "
          + "\(titles)\(others.en)")[language]
    case .never:
      return Wording(
        zh: "每项条件都有可以满足的年度，但没有一个年度同时满足",
        en: "each condition can be met in some round, but there is none in which all can")[language]
    }
  }

  /// The rounds to be described, each with what it is.
  var described: [(title: ReportLabel, round: PlannedRound)] {
    var rounds: [(title: ReportLabel, round: PlannedRound)] = []
    if let earliest, !open.isEmpty { rounds.append((.planEarliest, earliest)) }
    if let otherwise { rounds.append((.planOtherwise, otherwise)) }
    if let withoutBlocking { rounds.append((.planWithoutBlocking, withoutBlocking)) }
    return rounds
  }

  /// What a criterion's finding calls for, where its ways do not say it.
  ///
  /// They say the same with its year, or with its place; but a ruling helps as well.
  func toDo(for entry: OpenCriterion, in language: Language) -> String? {
    let finding = today.findings[entry.criterion]
    let isForRuling = finding.readings.contains { $0 != finding.readings.first }
    guard isForRuling || entry.ways.allSatisfy({ $0.way.basis == .time }),
      finding.reason.message != .missing
    else { return nil }
    return finding.reason.mend(in: language)
  }

  /// What is said of a criterion that no way meets; `nil` where no rounds are looked at.
  func never(_ entry: OpenCriterion, in language: Language) -> String? {
    guard entry.ways.isEmpty, let rounds else { return nil }
    if !today.findings[entry.criterion].missing.isEmpty {
      return ReportLabel.planOnceFilledIn.wording[language]
    }
    return ReportLabel.planNever.filled(
      language, ["first": String(rounds.lowerBound), "last": String(rounds.upperBound)])
  }
}

extension Way {
  /// What it rests on and what it takes.
  func sentence(in language: Language) -> String {
    basis.name[language] + ReportLabel.colon.wording[language] + reason.says(in: language)
  }
}

extension DatedWay {
  /// The same, with the day before which it is not open where that is late in the round.
  func sentence(in language: Language) -> String {
    let late = ReportLabel.planNotBefore.filled(language, ["date": filing.description])
    return way.sentence(in: language) + (isLate ? late : "")
  }
}

extension FactEdit {
  /// The change as `--assume` takes it.
  var written: String { "\(pointer)=\(value.json)" }
}
