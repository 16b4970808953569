// Where an enterprise stands among the titles of the department: a view of what it holds, with no verdict of its own.

import Eligibility

/// What can be said of one enterprise at each step of the ladder of titles.
public struct LadderReport: Sendable {
  /// The registered name.
  public let enterprise: String?
  /// The social credit code.
  public let creditCode: SocialCreditCode?
  /// The day for which it is said; `nil` where no file names one.
  public let day: Day?
  /// The steps, the lowest first.
  public let steps: [LadderStepReport]
  /// What the files say of programmes that stand beside the ladder.
  public let beside: [Reason]
  /// What is odd.
  public let notices: [Notice]

  /// Creates a report.
  public init(
    enterprise: String?, creditCode: SocialCreditCode?, day: Day?, steps: [LadderStepReport],
    beside: [Reason], notices: [Notice]
  ) {
    self.enterprise = enterprise
    self.creditCode = creditCode
    self.day = day
    self.steps = steps
    self.beside = beside
    self.notices = notices
  }
}

/// What can be said at one step.
public struct LadderStepReport: Sendable {
  /// A stable identifier: `little-giant`.
  public let id: String
  /// What the title is called.
  public let title: Wording
  /// Where the step stands, with its document.
  public let source: Wording
  /// What the sources say of the passage from the step before; `nil` at the first.
  public let passage: Wording?
  /// What is the case.
  public let state: LadderState
  /// What is said about it, the main sentence first.
  public let sentences: [Reason]
  /// The application for the title, where a file is one and the rules can be applied.
  public let judged: JudgedApplication?
  /// Conditions of a round that is over, applied to today's facts; empty where there are none.
  public let mirror: [MirroredCondition]
  /// The province's goals for holders of the title, beside this enterprise's figures.
  public let benchmarks: [LadderBenchmark]

  /// Creates what is said at a step.
  public init(
    id: String, title: Wording, source: Wording, passage: Wording?, state: LadderState,
    sentences: [Reason], judged: JudgedApplication? = nil, mirror: [MirroredCondition] = [],
    benchmarks: [LadderBenchmark] = []
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.passage = passage
    self.state = state
    self.sentences = sentences
    self.judged = judged
    self.mirror = mirror
    self.benchmarks = benchmarks
  }
}

/// What is the case at a step of the ladder.
public enum LadderState: String, Sendable, CaseIterable {
  /// The title is held on the day.
  case recognised
  /// The title is stated, and not whether it is still valid.
  case recognisedOpen
  /// The title was held and has ended.
  case ended
  /// The title is not stated, and its rules can be applied.
  case checkable
  /// The title is not stated, and its only round is over.
  case closed
  /// The title is not stated, and no source at hand sets a standard.
  case noThreshold
  /// What titles are held is not stated.
  case unknown
}

/// A condition of a round that is over, applied to the facts of another day.
public struct MirroredCondition: Sendable {
  /// What it is called.
  public let title: Wording
  /// The clause that states it.
  public let clause: Clause
  /// How it would come out.
  public let outcome: Outcome
  /// Why.
  public let reason: Reason

  /// Creates a condition with what it would come to.
  public init(title: Wording, clause: Clause, outcome: Outcome, reason: Reason) {
    self.title = title
    self.clause = clause
    self.outcome = outcome
    self.reason = reason
  }
}

/// A goal that the province sets itself for a group, beside the figure of one enterprise.
public struct LadderBenchmark: Sendable {
  /// A stable identifier.
  public let id: String
  /// Where the figure lies; `nil` where it cannot be compared.
  public let isAtGoal: Bool?
  /// What is said about it.
  public let sentence: Reason

  /// Creates a comparison.
  public init(id: String, isAtGoal: Bool?, sentence: Reason) {
    self.id = id
    self.isAtGoal = isAtGoal
    self.sentence = sentence
  }
}

/// Says where an enterprise stands, from its files.
public struct LadderView: Sendable {
  /// The identifier by which a file says that it holds facts for this view alone.
  public let id: String
  /// What is wrong with a file of that kind.
  public let faults: @Sendable (ApplicationText) -> [Fault]
  /// What can be said, from the files of one enterprise.
  ///
  /// - Parameter day: the day for which it is said, instead of the one in the files.
  public let report: @Sendable (_ files: [ApplicationText], _ day: Day?) -> LadderReport

  /// Creates a view; each answer is documented at its property.
  public init(
    id: String, faults: @escaping @Sendable (ApplicationText) -> [Fault],
    report: @escaping @Sendable (_ files: [ApplicationText], _ day: Day?) -> LadderReport
  ) {
    self.id = id
    self.faults = faults
    self.report = report
  }
}

extension FactTable {
  /// The facts that a text states, those with a fault unknown; members that the table does not know are passed
  /// over.
  public func facts(in text: ApplicationText) -> Facts { read(text).facts }

  /// What is wrong with a text by the table.
  public func faults(in text: ApplicationText) -> [Fault] { read(text).faults }
}
