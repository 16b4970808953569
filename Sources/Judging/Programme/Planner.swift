// A plan is found by trying: the application is moved from round to round, what is proposed is written into
// it, and the rules decide.

import Eligibility
import LocatedJSON

extension Judge {
  /// Plans an application ahead.
  ///
  /// - Parameter tried: changes that are made to it first.
  func plan(
    _ programme: Programme, _ text: ApplicationText, trying tried: [FactEdit]
  ) throws(EditFault) -> Plan {
    var text = text
    if !tried.isEmpty, text.document.faults.isEmpty { text = try text.edited(tried) }
    let today = judge(programme, text, JudgingOptions(isForReport: false))
    // Of a file with faults too little is known to say what would help.
    guard today.faults.isEmpty, let planning = facts.planning else {
      return Plan(today: today, tried: tried)
    }
    return planning.search(self, programme, text, today, tried)
  }
}

/// How applications are planned ahead.
///
/// The search is compiled for the facts of each programme that has this, and for no other: in the module of a
/// page it takes much room.
public struct PlannedAhead<Facts: Subject>: Sendable {
  let search:
    @Sendable (Judge<Facts>, Programme, ApplicationText, JudgedApplication, [FactEdit]) -> Plan

  /// Plans by answers that are made when they are asked for.
  public init(_ planning: @escaping @Sendable () -> Planning<Facts>) {
    search = { judge, programme, text, today, tried in
      var search = Search(judge, programme, text, today, planning())
      search.run()
      return Plan(
        today: today, tried: tried, rounds: search.rounds, open: search.open,
        earliest: search.earliest, otherwise: search.otherwise, blocking: search.blocking,
        withoutBlocking: search.withoutBlocking)
    }
  }
}

/// The search through the rounds.
private struct Search<Facts: Subject> {
  private let judge: Judge<Facts>
  private let programme: Programme
  private let text: ApplicationText
  private let planning: Planning<Facts>
  private let facts: Facts
  private let required: [Int]
  private var stages: [Stage] = []

  private(set) var rounds: ClosedRange<Int>?
  private(set) var open: [OpenCriterion] = []
  private(set) var earliest: PlannedRound?
  private(set) var otherwise: PlannedRound?
  private(set) var blocking: [Int] = []
  private(set) var withoutBlocking: PlannedRound?

  /// How many rounds after the application's own are looked at.
  private static var horizon: Int { 10 }

  /// A round and a filing date that are tried.
  private struct Stage {
    let move: Move
    /// Whether it is a later filing date than the usual one.
    let isLate: Bool
    /// What holds by itself then.
    let findings: [Int: Finding]
    /// For what does not the ways by which it does.
    var ways: [Int: [Way]] = [:]

    func holds(_ criterion: Int) -> Bool { findings[criterion]?.outcome.asRequirement == .yes }

    /// The first way that is admitted, best one that rests on nothing open.
    func way(to criterion: Int, by isAdmitted: (_ criterion: Int, Way) -> Bool) -> Way? {
      let admitted = (ways[criterion] ?? []).filter { isAdmitted(criterion, $0) }
      return admitted.first { !$0.basis.restsOnFacts } ?? admitted.first
    }

    /// The way that is to wait for this stage.
    func byTime(_ criterion: Int) -> Way? {
      findings[criterion].map { Way(.time, $0.reason, []) }
    }
  }

  init(
    _ judge: Judge<Facts>, _ programme: Programme, _ text: ApplicationText,
    _ today: JudgedApplication, _ planning: Planning<Facts>
  ) {
    self.judge = judge
    self.programme = programme
    self.text = text
    self.planning = planning
    facts = judge.table.read(text).facts
    required = programme.criteria(of: .condition)
    open = required.filter { today.findings[$0].outcome.asRequirement != .yes }
      .map { OpenCriterion(criterion: $0) }
  }

  mutating func run() {
    guard let now = planning.move(facts, 0, nil)?.round else {
      blocking = open.map { $0.criterion }
      return
    }
    rounds = now...(now + Self.horizon)
    for later in 0...Self.horizon {
      let move = planning.move(facts, later, nil)
      guard let day = addStage(move, now: now) else { continue }
      _ = addStage(planning.move(facts, later, day), isLate: true, now: now)
    }
    for number in open.indices { open[number].ways = ways(of: open[number].criterion) }
    blocking = required.filter { criterion in
      !stages.contains { $0.holds(criterion) || $0.ways[criterion]?.isEmpty == false }
    }
    if !blocking.isEmpty {
      withoutBlocking = first(of: required.filter { !blocking.contains($0) }) { _, _ in true }
      return
    }
    earliest = first(of: required) { _, _ in true }
    guard let earliest, earliest.restsOnOpenFacts else { return }
    let sure = Set(
      required.filter { criterion in
        stages.contains { stage in
          !stage.isLate
            && (stage.holds(criterion)
              || stage.ways[criterion]?.contains { !$0.basis.restsOnFacts } == true)
        }
      })
    let later = first(of: required, isLateAdmitted: false) { criterion, way in
      !way.basis.restsOnFacts || !sure.contains(criterion)
    }
    if let later, later.round > earliest.round { otherwise = later }
  }

  /// Tries a round and a filing date.
  ///
  /// - Returns: a later filing date of the same round that is worth trying too.
  private mutating func addStage(
    _ move: Move?, isLate: Bool = false, now: Int
  ) -> Day? {
    guard let move, let moved = facts(with: move.edits) else { return nil }
    let law = judge.rulebook.editionInForce(on: move.filing).thresholds
    var stage = Stage(
      move: move, isLate: isLate,
      findings: Dictionary(
        uniqueKeysWithValues: required.map {
          ($0, judge.rulebook.criteria[$0].evaluate(moved, law))
        }))
    var proposals: [(criterion: Int, ways: [Way])] = []
    for criterion in required where !stage.holds(criterion) {
      let ways = planning.ways(programme.criteria[criterion].id, moved, law, now)
      if !ways.isEmpty { proposals.append((criterion, ways)) }
    }
    // The first ways of all criteria are tried together, then the second ones: each concerns facts of its own.
    for number in 0..<(proposals.map({ $0.ways.count }).max() ?? 0) {
      let tried = proposals.filter { number < $0.ways.count }
      let edits = tried.flatMap { $0.ways[number].edits }
      guard let planned = facts(with: move.edits + edits) else { continue }
      for (criterion, ways) in tried
      where judge.rulebook.criteria[criterion].decide(planned, law).asRequirement == .yes {
        stage.ways[criterion, default: []].append(ways[number])
      }
    }
    stages.append(stage)
    guard !isLate, let day = planning.laterFiling(moved, law), day > move.filing,
      day <= Day.last(of: move.round)
    else { return nil }
    return day
  }

  /// The facts that the text states with changes made; `nil` where that makes a fault.
  private func facts(with edits: [FactEdit]) -> Facts? {
    guard let edited = try? text.edited(edits) else { return nil }
    let parsed = judge.table.read(edited)
    return parsed.faults.isEmpty ? parsed.facts : nil
  }

  /// The ways to meet a criterion, each in the first round in which it is open.
  private func ways(of criterion: Int) -> [DatedWay] {
    var dated: [DatedWay] = []
    for stage in stages {
      func add(_ way: Way) {
        if dated.contains(where: { $0.way.id == way.id }) { return }
        dated.append(
          DatedWay(
            way: way, round: stage.move.round, filing: stage.move.filing, isLate: stage.isLate))
      }
      if stage.holds(criterion) {
        if let way = stage.byTime(criterion) { add(way) }
        // Nothing more has to be done from then on.
        break
      }
      for way in stage.ways[criterion] ?? [] { add(way) }
    }
    return dated
  }

  /// The first round in which criteria hold together, by ways that are admitted.
  private func first(
    of criteria: [Int], isLateAdmitted: Bool = true,
    by isAdmitted: (_ criterion: Int, Way) -> Bool
  ) -> PlannedRound? {
    for stage in stages where isLateAdmitted || !stage.isLate {
      var steps: [(criterion: Int, way: Way)] = []
      var isComplete = true
      for criterion in criteria {
        if stage.holds(criterion) {
          if open.contains(where: { $0.criterion == criterion }),
            let way = stage.byTime(criterion)
          {
            steps.append((criterion, way))
          }
        } else if let way = stage.way(to: criterion, by: isAdmitted) {
          steps.append((criterion, way))
        } else {
          isComplete = false
          break
        }
      }
      if isComplete, let round = judged(stage, steps, criteria) { return round }
    }
    return nil
  }

  /// The round with these steps, where the rules say that the criteria hold together.
  private func judged(
    _ stage: Stage, _ steps: [(criterion: Int, way: Way)], _ criteria: [Int]
  ) -> PlannedRound? {
    let move = stage.move
    let edits = move.edits + steps.flatMap { $0.way.edits }
    guard let edited = try? text.edited(edits) else { return nil }
    let judged = judge.judge(programme, edited, JudgingOptions(isForReport: false))
    guard judged.faults.isEmpty,
      criteria.allSatisfy({ judged.findings[$0].outcome.asRequirement == .yes })
    else { return nil }
    return PlannedRound(
      round: move.round, filing: move.filing, isLate: stage.isLate, steps: steps,
      assumptions: move.assumptions, edits: edits, notices: judged.notices)
  }
}
