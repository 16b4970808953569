// Slips of whoever writes a programme compile, and would be seen by an applicant first; they are looked for here.

import Eligibility

extension ProgrammeList {
  /// What is wrong with the programmes themselves, for their authors to mend; empty where nothing is found.
  public var defects: [Wording] {
    zip(ids + holderIDs, all + holders).flatMap { id, programme in
      let misnamed =
        programme.id == id
        ? []
        : [
          Wording(
            zh: "列表中的编号 \(id) 与办法自身的编号 \(programme.id) 不同",
            en: "the list calls it \(id), its rulebook \(programme.id)")
        ]
      return (misnamed + programme.defects).map {
        Wording(zh: "\(id)：\($0.zh)", en: "\(id): \($0.en)")
      }
    }
  }
}

extension Programme {
  /// What is wrong with the programme as far as its tables, its example and a blank application show.
  var defects: [Wording] {
    var defects: [Wording] = []
    for (number, criterion) in criteria.enumerated() {
      if criteria[..<number].contains(where: { $0.id == criterion.id }) {
        defects.append(
          Wording(zh: "标准编号 \(criterion.id) 重复", en: "two criteria are called \(criterion.id)"))
      }
      for place in criterion.reads where type(of: place) == nil {
        defects.append(
          Wording(
            zh: "\(criterion.id) 所读的 \(place) 不在填报格式中",
            en: "\(criterion.id) reads \(place), which the form does not have"))
      }
    }
    for rule in rules() { defects += rule.namesWithoutValue }
    let example = judge(
      ApplicationText(source: "example", bytes: example()) { _ in nil }, JudgingOptions())
    for fault in example.faults {
      defects.append(
        Wording(
          zh: "示例 \(fault.pointer ?? "") 有错误（\(fault.reason.message.id)）",
          en: "the example has a fault at \(fault.pointer ?? "") (\(fault.reason.message.id))"))
    }
    let blank = ApplicationText(source: "blank", bytes: Array(blankApplication().utf8)) { _ in nil }
    for judged in [example, judge(blank, JudgingOptions())] {
      for (criterion, finding) in zip(criteria, judged.findings) {
        defects += criterion.defects(of: finding)
      }
      for notice in judged.notices { defects += notice.reason.namesWithoutValue }
    }
    return defects
  }
}

extension CriterionDescription {
  /// What a finding says that the criterion does not declare.
  fileprivate func defects(of finding: Finding) -> [Wording] {
    var defects = finding.reason.namesWithoutValue
    if !outcomes.contains(finding.outcome) {
      defects.append(
        Wording(
          zh: "\(id) 的结果 \(finding.outcome.rawValue) 不在其可能的结果中",
          en: "\(id) came out as \(finding.outcome.rawValue), which is none of its outcomes"))
    }
    if finding.readings.count != readings.count {
      defects.append(
        Wording(
          zh: "\(id) 写明 \(readings.count) 种口径，给出 \(finding.readings.count) 个答案",
          en: "\(id) declares \(readings.count) readings and answers \(finding.readings.count)"))
    }
    return defects
  }
}

extension Reason {
  /// Names in the message's patterns for which there is no value: they would be printed as they stand.
  fileprivate var namesWithoutValue: [Wording] {
    let patterns =
      [message.says.zh, message.says.en] + (message.mend.map { [$0.zh, $0.en] } ?? [])
    return patterns.flatMap { $0.namesInBraces }.filter { self.values[$0] == nil }.map {
      Wording(
        zh: "消息 \(message.id) 中的 {\($0)} 没有值",
        en: "no value for {\($0)} in the message \(message.id)")
    }
  }
}

extension String {
  /// What stands between braces.
  fileprivate var namesInBraces: [String] {
    var names: [String] = []
    var name: String?
    for character in self {
      switch character {
      case "{": name = ""
      case "}":
        if let name { names.append(name) }
        name = nil
      default: name?.append(character)
      }
    }
    return names
  }
}
