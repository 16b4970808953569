// All that is to be said about one application, as plain values: formats only write it down.

import Eligibility
import LocatedJSON

/// What one application amounts to.
public struct JudgedApplication: Sendable {
  /// The programme by whose rules it was judged.
  public let programme: Programme
  /// The text that was judged.
  public let text: ApplicationText
  /// The edition applied.
  public let edition: EditionDescription
  /// Who applies, for what, when and where.
  public let header: ApplicationHeader
  /// Whether the filing date is one assumed instead of the file's.
  public let isFilingDateAssumed: Bool
  /// Which roles counted as requirements.
  public let strictness: Strictness
  /// One finding for each criterion, in the rulebook's order.
  public let findings: [Finding]
  /// The conjunction of the requirements, whatever the faults of the file.
  public let rulesVerdict: Verdict
  /// What cannot be taken as written, in the order of the file; of very many the first ones, and then
  /// how many more.
  public let faults: [Fault]
  /// How many faults there are, listed or not.
  public let faultCount: Int
  /// Whether the file is an application at all; of one that is not its fault says all there is to say.
  public let isApplication: Bool
  /// What is odd.
  public let notices: [Notice]
  /// For each criterion on what its decision rests, `nil` where nothing is decided; empty where no report
  /// is wanted.
  public let bases: [Basis?]
  /// The evidence that is asked of the application, named or not, where a report is wanted.
  public let askedEvidence: [WantedEvidence]
  /// For each criterion where what was submitted for it stands, where a report is wanted.
  let statements: [[StatementPlace]]
  /// What it claims that others may contradict, where that is wanted.
  public var claims: ClaimRecord?
  /// The facts that tables show, one for each of the programme's columns, where they are wanted.
  public var tabulated: [Quantity?] = []

  /// The verdict; a file with faults is never eligible, whatever the facts that could be read say.
  public var verdict: Verdict {
    rulesVerdict == .eligible && !faults.isEmpty ? .undetermined : rulesVerdict
  }

  /// What of the evidence is still to be attached.
  public var evidence: [WantedEvidence] {
    var lacking: [WantedEvidence] = []
    for asked in askedEvidence where !asked.isNamed {
      WantedEvidence(what: asked.what, criteria: asked.criteria, places: asked.places, given: [])
        .join(&lacking)
    }
    return lacking
  }

  /// How a run on this application alone ends.
  public var status: ExitStatus { faults.isEmpty ? ExitStatus(verdict) : .malformed }

  /// The numbers of the criteria that make the verdict what it is: those unmet or undetermined of the
  /// ones that count as requirements; none where all are met.
  public var deciding: [Int] {
    let outcome: Outcome
    switch rulesVerdict {
    case .eligible: return []
    case .ineligible: outcome = .unmet
    case .undetermined: outcome = .undetermined
    }
    return requirements.filter { findings[$0].outcome == outcome }
  }

  /// Whether what was read is a text, but none that is an object: no application, whatever its faults are.
  public var isOtherText: Bool {
    if text.fault != nil { return false }
    return text.document.root.map { text.document[$0].kind != .object } ?? true
  }

  /// The places that have a fault, which says all that is to be said of them.
  private var faultyPlaces: (own: Set<String>, whole: Set<String>) {
    // A fault in the place of a container leaves nothing within that could be missing besides.
    let notContainers: Set = [
      "wrong-type", "bare-word", "bad-number", "answer-in-words", "missing-value",
    ]
    var (own, whole): (Set<String>, Set<String>) = ([], [])
    for fault in faults {
      guard let pointer = fault.pointer else { continue }
      own.insert(pointer)
      if notContainers.contains(fault.reason.message.id) { whole.insert(pointer) }
    }
    return (own, whole)
  }

  /// The missing facts without those that are there and faulty, for readers who see both lists.
  public var missingBesideFaults: [(place: Pointer, criteria: [Int])] {
    if faults.isEmpty { return missing }
    let faulty = faultyPlaces
    return missing.filter { place, _ in
      let place = place.description
      if faulty.own.contains(place) { return false }
      var end = place.endIndex
      while let slash = place[..<end].lastIndex(of: "/"), slash > place.startIndex {
        if faulty.whole.contains(String(place[..<slash])) { return false }
        end = slash
      }
      return true
    }
  }

  /// Whether a missing fact, which these criteria need, can still change the verdict.
  public func decidesVerdict(missingFor criteria: [Int]) -> Bool {
    rulesVerdict == .undetermined
      && criteria.contains {
        strictness.requires(programme.criteria[$0].role) && findings[$0].outcome == .undetermined
      }
  }

  /// The notices without those on what is there and faulty, for readers who see both lists.
  public var noticesBesideFaults: [Notice] {
    if faults.isEmpty { return notices }
    let faulty = faultyPlaces.own
    return notices.filter { notice in
      notice.places.isEmpty || !notice.places.allSatisfy { faulty.contains($0.description) }
    }
  }

  /// The numbers of the criteria that enter the verdict.
  public var requirements: [Int] {
    programme.criteria.indices.filter { strictness.requires(programme.criteria[$0].role) }
  }

  /// The missing facts in the order of the form, each once, with the numbers of the criteria that need
  /// them.
  public var missing: [(place: Pointer, criteria: [Int])] {
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
    if missing.isEmpty { return [] }
    let members = programme.members
    var order: [String: Int] = [:]
    for (number, member) in members.enumerated().reversed() {
      order[member.pointer.template] = number
    }
    // Facts of one item stay together, and the items of a list in their order: they stand where the list
    // does, by their item, and then as in the form.
    func rank(_ pointer: Pointer) -> (list: Int, item: Int, member: Int) {
      let member = order[pointer.template] ?? members.count
      guard let index = pointer.index, let star = pointer.template.firstIndex(of: "*") else {
        return (member, -1, member)
      }
      let list = String(pointer.template[..<star].dropLast())
      return (order[list] ?? member, index, member)
    }
    return missing.map { (rank($0.place), $0) }.sorted { $0.0 < $1.0 }.map { $0.1 }
  }
}

/// One piece of evidence that is asked of an application.
public struct WantedEvidence: Sendable {
  /// What is to be attached.
  public let what: Wording
  /// The numbers of the criteria that ask for it.
  public var criteria: [Int]
  /// The places where its name still belongs.
  public let places: [Pointer]
  /// The places where it is named.
  public let given: [Pointer]

  /// Whether it is named wherever it is asked for.
  public var isNamed: Bool { places.isEmpty }

  /// Adds it to a list, in which the same evidence at the same places stands once.
  func join(_ list: inout [WantedEvidence]) {
    let known = list.firstIndex { $0.what == what && $0.places == places && $0.given == given }
    if let known { list[known].criteria += criteria } else { list.append(self) }
  }
}
