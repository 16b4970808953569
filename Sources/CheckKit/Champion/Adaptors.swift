// Words of the rulebook that a file names.

import Eligibility

extension Outcome: Choice {
  var label: Wording { name }
}

extension Verdict: Choice {
  var label: Wording { name }
}
