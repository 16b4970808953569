// A verdict needs only outcomes, a report needs every reason; one rule serves both through this value.

/// What a criterion of a rulebook says.
public struct NumberedFinding: Hashable, Sendable {
  /// The criterion's number in the rulebook, from 0.
  public let criterion: Int
  /// What it says.
  public let finding: Finding

  /// Says which criterion a finding is of.
  public init(criterion: Int, finding: Finding) {
    self.criterion = criterion
    self.finding = finding
  }
}

/// Takes down why criteria come out as they do, as far as that is wanted.
///
/// A rule ends with one of its methods. What describes the reasons is passed unevaluated, so that a
/// run over millions of subjects builds no text, list or margin that nobody reads.
public struct Reasoning {
  /// How much is to be taken down.
  public enum Extent: Hashable, Sendable, CaseIterable {
    /// Nothing but outcomes.
    case outcome
    /// Of conditions that stand open, unmet or undetermined, what is the case, what is missing and
    /// how much; the finding's values, places, margins and readings stay empty.
    case gaps
    /// Everything about conditions that stand open; of other criteria nothing.
    case open
    /// Everything.
    case everything
  }

  /// How much is taken down.
  public let extent: Extent
  /// What was taken down, in the order of the criteria.
  public private(set) var findings: [NumberedFinding] = []
  private var criterion = 0
  @usableFromInline var isCondition = true

  /// Starts without a finding, with the condition of number 0.
  public init(_ extent: Extent) {
    self.extent = extent
  }

  /// What was taken down last.
  public var finding: Finding? { findings.last?.finding }

  /// Whether anything is to be taken down of a criterion that comes out so.
  @inlinable
  public func wants(_ outcome: Outcome) -> Bool {
    switch extent {
    case .outcome: false
    case .gaps, .open: isCondition && (outcome == .unmet || outcome == .undetermined)
    case .everything: true
    }
  }

  /// Goes on with another criterion.
  mutating func turn(to criterion: Int, isCondition: Bool) {
    self.criterion = criterion
    self.isCondition = isCondition
  }

  /// Ends a rule.
  ///
  /// - Parameters:
  ///   - outcome: how the criterion comes out.
  ///   - message: why.
  ///   - values: the values that the message names.
  ///   - missing: the facts that are missing and would help to decide.
  ///   - places: the facts that decided, where they are narrower than what the criterion reads.
  ///   - margins: the distances to the thresholds compared.
  ///   - shortfall: the surplus, negative, that has to be made up at least.
  ///   - readings: what each of the criterion's readings answers.
  /// - Returns: the outcome.
  @inlinable
  public mutating func conclude(
    _ outcome: Outcome, _ message: @autoclosure () -> Message,
    _ values: @autoclosure () -> Reason.Values = [:],
    missing: @autoclosure () -> [Pointer] = [], at places: @autoclosure () -> [Pointer] = [],
    margins: @autoclosure () -> [Margin] = [], shortfall: @autoclosure () -> Quantity? = nil,
    readings: @autoclosure () -> [Kleene] = []
  ) -> Outcome {
    if wants(outcome) {
      keep(
        extent == .gaps
          ? Finding(outcome, message(), missing: missing(), shortfall: shortfall())
          : Finding(
            outcome, message(), values(), missing: missing(), at: places(), margins: margins(),
            shortfall: shortfall(), readings: readings()))
    }
    return outcome
  }

  /// Ends a rule that cannot decide because facts are missing.
  @inlinable
  public mutating func lacking(
    _ missing: @autoclosure () -> [Pointer], readings: @autoclosure () -> [Kleene] = []
  ) -> Outcome {
    conclude(.undetermined, .missing, missing: missing(), readings: readings())
  }

  @usableFromInline
  mutating func keep(_ finding: consuming Finding) {
    findings.append(NumberedFinding(criterion: criterion, finding: finding))
  }
}
