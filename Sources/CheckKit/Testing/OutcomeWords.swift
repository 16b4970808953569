// Expectations name outcomes and verdicts by their words.

import Eligibility

extension Outcome: Choice {
  var label: Wording { name }
}

extension Verdict: Choice {
  var label: Wording { name }
}
