// All that is to be said about one application, as plain values: formats only write it down.

import Eligibility
import LocatedJSON

/// What one application amounts to.
struct JudgedApplication: Sendable {
  /// The programme by whose rules it was judged.
  let programme: Programme
  /// The text that was judged.
  let text: ApplicationText
  /// The edition applied.
  let edition: EditionDescription
  /// Who applies, for what, when and where.
  let header: ApplicationHeader
  /// Whether the filing date is one assumed instead of the file's.
  let isFilingDateAssumed: Bool
  /// Which roles counted as requirements.
  let strictness: Strictness
  /// One finding for each criterion, in the rulebook's order.
  let findings: [Finding]
  /// The conjunction of the requirements, whatever the faults of the file.
  let rulesVerdict: Verdict
  /// What cannot be taken as written, in the order of the file; of very many the first ones, and then
  /// how many more.
  let faults: [Fault]
  /// How many faults there are, listed or not.
  let faultCount: Int
  /// What is odd.
  let notices: [Notice]
  /// What is still to be attached, where a report is wanted.
  let evidence: [WantedEvidence]
  /// For each criterion where what was submitted for it stands, where a report is wanted.
  let statements: [[StatementPlace]]
  /// What it claims that others may contradict, where that is wanted.
  var claims: ClaimRecord?

  /// The verdict; a file with faults is never eligible, whatever the facts that could be read say.
  var verdict: Verdict {
    rulesVerdict == .eligible && !faults.isEmpty ? .undetermined : rulesVerdict
  }

  /// How a run on this application alone ends.
  var status: ExitStatus { faults.isEmpty ? ExitStatus(verdict) : .malformed }

  /// The missing facts, each once, with the numbers of the criteria that need them.
  var missing: [(place: Pointer, criteria: [Int])] {
    var missing: [(place: Pointer, criteria: [Int])] = []
    var known: [Pointer: Int] = [:]
    for (number, finding) in findings.enumerated() {
      for place in finding.missing {
        if let index = known[place] {
          missing[index].criteria.append(number)
        } else {
          known[place] = missing.count
          missing.append((place, [number]))
        }
      }
    }
    return missing
  }
}

/// One piece of evidence that is wanted and not named.
struct WantedEvidence: Sendable {
  /// What is to be attached.
  let what: Wording
  /// The numbers of the criteria that ask for it.
  var criteria: [Int]
  /// The places where its name belongs.
  let places: [Pointer]
}
