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
  /// How the title stands and what is owed for it, where it is the history of one.
  public var title: TitleStatus?
  /// What it claims that others may contradict, where that is wanted.
  public var claims: ClaimRecord?
  /// Whom no other application may name as well, where that is wanted.
  public var participants: [PackedCreditCode] = []
  /// The facts that tables show, one for each of the programme's columns, where they are wanted.
  public var tabulated: [Quantity?] = []

  /// The verdict; a file with faults is never eligible, whatever the facts that could be read say.
  public var verdict: Verdict {
    rulesVerdict == .eligible && !faults.isEmpty ? .undetermined : rulesVerdict
  }

  /// What the formalities amount to: whether the file is in order; `nil` where the programme has none.
  public var fileOrder: Kleene? {
    if programme.formalities.isEmpty { return nil }
    return programme.formalities.map { findings[$0].outcome.asRequirement }.conjunction()
  }

  /// What *eligible* means, where the programme says so in words of its own.
  public var eligibleMeaning: Reason? {
    programme.eligible.map { pattern in
      let experts = programme.judgements.filter { findings[$0].outcome != .notApplicable }
      return Reason(
        Message("eligible", says: pattern), ["experts": .count(experts.count)])
    }
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

  /// Whether it is sound JSON of something else: an object of which no member is one of an application. What is
  /// empty, damaged, a list or in another encoding may well have been meant as one.
  public var isOtherObject: Bool { !isApplication && text.fault == nil && !isOtherText }

  /// The missing facts without those that are there and faulty, for readers who see both lists.
  public var missingBesideFaults: [(place: Pointer, criteria: [Int])] {
    if faults.isEmpty { return missing }
    let faulty = FaultyPlaces(self)
    return missing.filter { !faulty.cover($0.place) }
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
    let faulty = FaultyPlaces(self)
    return notices.filter { $0.places.isEmpty || !$0.places.allSatisfy(faulty.contain) }
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

/// The places that have a fault, which says all that is to be said of them.
public struct FaultyPlaces {
  private let report: JudgedApplication
  private let places: SourceMap
  /// The places of the faults themselves, and those for which a member's name is meant.
  private var own: Set<String> = []
  /// Those of them within which nothing is missing besides.
  private var whole: Set<String> = []

  /// Collects the places of an application's faults.
  public init(_ report: JudgedApplication) {
    self.report = report
    places = SourceMap(report.text)
    for fault in report.faults {
      guard let pointer = fault.pointer else { continue }
      own.insert(pointer)
      switch fault.reason.message.id {
      // A fault in the place of a container leaves nothing within that could be missing besides.
      case "wrong-type", "bare-word", "bad-number", "answer-in-words", "missing-value":
        whole.insert(pointer)
      // What is meant is there, under another name or elsewhere.
      case "misspelt-key", "label-as-key":
        if let key = fault.reason.meant,
          let end = pointer.utf8.lastIndex(of: UInt8(ascii: "/"))
        {
          whole.insert(pointer[..<end] + "/" + key)
        }
      case "amounts-without-unit":
        if let key = fault.reason.meant { own.insert(pointer + "/" + key) }
      case "unknown-key":
        // A part of the form that stands within another one, as where a bracket is missing.
        if case .text(let key)? = fault.reason.values["found"],
          report.programme.type(of: Pointer("/" + key))?.members != nil
        {
          whole.insert("/" + key)
        }
      case "misplaced-key":
        if let place = fault.reason.meant { whole.insert(place) }
      default: break
      }
    }
    own.formUnion(whole)
  }

  /// Whether a fault stands at a place.
  public func contain(_ place: Pointer) -> Bool { own.contains(place.description) }

  /// Whether what is missing at a place is there and waits only for faults to be corrected.
  public func cover(_ place: Pointer) -> Bool {
    if report.faults.isEmpty { return false }
    let name = place.description
    if own.contains(name) { return true }
    // What is to be added to an item that is missing is there with it.
    if place.index == nil, let star = name.firstIndex(of: "*") {
      return cover(Pointer(String(name[..<star].dropLast())))
    }
    var end = name.endIndex
    while let slash = name[..<end].lastIndex(of: "/"), slash > name.startIndex {
      if whole.contains(String(name[..<slash])) { return true }
      end = slash
    }
    let document = report.text.document
    guard let value = places.value(at: place) else { return false }
    switch document[value].kind {
    case .null, .object: return false
    case .array:
      if document.children(of: value).first(where: { _ in true }) == nil { return false }
      // The items are there; what is wrong with one of them leaves the list as it is, unless it is the
      // member by which items are told apart.
      let key = report.programme.yearKey(of: place)
      return report.faults.contains { fault in
        guard let range = fault.range, document[value].range.contains(range.lowerBound) else {
          return false
        }
        let inside = (fault.pointer ?? name).dropFirst(name.count)
        return inside.utf8.count { $0 == UInt8(ascii: "/") } < 2
          || key.map { inside.hasSuffix("/" + $0) } == true
      }
    // Such a value is missing only where a fault has made it doubtful.
    default: return true
    }
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

extension Reason {
  /// What to write instead of what a fault found, where that is clear.
  public var meant: String? {
    if case .text(let meant)? = values["meant"] { meant } else { nil }
  }
}
