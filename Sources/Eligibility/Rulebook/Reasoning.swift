// A verdict needs only outcomes, a report needs every reason; one rule serves both through this value.

/// Takes down why a criterion comes out as it does, as far as that is wanted.
///
/// A rule ends with one of its methods. What describes the reasons is passed unevaluated, so that a
/// run over millions of subjects builds no text, list or margin that nobody reads.
public struct Reasoning {
  /// How much is to be taken down.
  public enum Extent: Hashable, Sendable {
    /// Nothing but outcomes.
    case outcome
    /// Everything about criteria that stand open, unmet or undetermined; of others nothing.
    case open
    /// Everything.
    case everything
  }

  /// How much is taken down.
  public var extent: Extent
  /// What was taken down; `nil` where nothing is wanted of such an outcome.
  public private(set) var finding: Finding? = nil
  /// Whether something was taken down.
  public private(set) var hasFinding = false

  /// Starts without a finding.
  public init(_ extent: Extent) {
    self.extent = extent
  }

  /// Whether anything is to be taken down of a criterion that comes out so.
  @inlinable
  public func wants(_ outcome: Outcome) -> Bool {
    switch extent {
    case .outcome: false
    case .open: outcome == .unmet || outcome == .undetermined
    case .everything: true
    }
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
        Finding(
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

  /// Goes on with another criterion.
  ///
  /// - Returns: the finding of the one before, if one was kept.
  mutating func take() -> Finding? {
    defer {
      finding = nil
      hasFinding = false
    }
    return finding
  }

  @usableFromInline
  mutating func keep(_ finding: Finding) {
    self.finding = finding
    hasFinding = true
  }
}
