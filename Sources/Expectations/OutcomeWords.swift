// Expectations name outcomes and verdicts by their words.

import Eligibility
import Judging
import Reports

extension Outcome: Choice {
  /// What reports call the outcomes.
  public var label: Wording { name }
}

extension TitleState: Choice {
  /// What reports call the ways in which a title stands.
  public var label: Wording { name }
}

extension Verdict: Choice {
  /// What reports call the verdicts.
  public var label: Wording { name }
}
