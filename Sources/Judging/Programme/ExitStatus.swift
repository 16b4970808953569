// Scripts read a run's result from one number; here each number has its name, meaning and rank.

import Eligibility

/// How a run ended, ordered from good to bad; a batch ends with the greatest of its members.
public enum ExitStatus: Int32, Hashable, Sendable, CaseIterable, Comparable {
  /// Every condition that can be checked is met, or the command did what it was asked.
  case eligible = 0
  /// At least one condition is unmet.
  case ineligible = 1
  /// No condition is unmet, at least one cannot be decided.
  case undetermined = 2
  /// The command line is wrong.
  case usage = 64
  /// An application is malformed.
  case malformed = 65
  /// A file cannot be read.
  case unreadable = 66
  /// A defect of this program.
  case defect = 70
  /// Output cannot be written.
  case unwritable = 74
  /// The user ended the run before it was complete.
  case interrupted = 130

  /// Of a command that judges nothing and did what it was asked.
  public static let success = ExitStatus.eligible

  /// The status that a verdict ends with.
  public init(_ verdict: Verdict) {
    switch verdict {
    case .eligible: self = .eligible
    case .ineligible: self = .ineligible
    case .undetermined: self = .undetermined
    }
  }

  /// Orders statuses by how much is wrong.
  public static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What the status says, as help lists it.
  public var meaning: Wording {
    switch self {
    case .eligible:
      Wording(
        zh: "符合条件，或命令正常完成；test：全部与预期一致",
        en: "eligible, or the command succeeded; test: all is as expected")
    case .ineligible:
      Wording(
        zh: "不符合条件；test：有不一致或覆盖率不足",
        en: "ineligible; test: something differs, or coverage is too low")
    case .undetermined:
      Wording(
        zh: "尚不能判定；test：没有可测试的内容；plan：没有可申报的年度或尚不能确定",
        en: "undetermined; test: nothing was tested; plan: no round is found")
    case .usage: Wording(zh: "命令行用法有误", en: "wrong usage")
    case .malformed: Wording(zh: "申报材料或预期的格式有误", en: "malformed application or expectation")
    case .unreadable: Wording(zh: "文件无法读取", en: "unreadable file")
    case .defect: Wording(zh: "程序自身缺陷", en: "defect of the program itself")
    case .unwritable: Wording(zh: "结果无法写出", en: "output that cannot be written")
    case .interrupted: Wording(zh: "中途被用户终止", en: "ended by the user before completion")
    }
  }
}

extension Sequence<ExitStatus> {
  /// The status of a batch: the greatest of its members', success where it has none.
  public func worst() -> ExitStatus { self.max() ?? .success }
}
