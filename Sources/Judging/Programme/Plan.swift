// What it takes to qualify and when, as plain values: formats only write it down.

import Eligibility

/// What stands in an application's way, what would help, and the earliest round in which all of it can.
public struct Plan: Sendable {
  /// The application as it is, with the changes that are tried.
  public let today: JudgedApplication
  /// The changes that are tried.
  public let tried: [FactEdit]
  /// The rounds looked at; `nil` where neither a round nor a filing date is known.
  public let rounds: ClosedRange<Int>?
  /// The requirements that do not hold as the application is, in the rulebook's order.
  public let open: [OpenCriterion]
  /// The earliest round in which all requirements can hold.
  public let earliest: PlannedRound?
  /// The earliest round where what is not known turns out otherwise, as far as other ways are open; `nil`
  /// where that makes no difference.
  public let otherwise: PlannedRound?
  /// The requirements that hold in no round whatever is proposed, by their numbers.
  public let blocking: [Int]
  /// The earliest round in which all the others can hold, where some block.
  public let withoutBlocking: PlannedRound?

  init(
    today: JudgedApplication, tried: [FactEdit], rounds: ClosedRange<Int>? = nil,
    open: [OpenCriterion] = [], earliest: PlannedRound? = nil, otherwise: PlannedRound? = nil,
    blocking: [Int] = [], withoutBlocking: PlannedRound? = nil
  ) {
    self.today = today
    self.tried = tried
    self.rounds = rounds
    self.open = open
    self.earliest = earliest
    self.otherwise = otherwise
    self.blocking = blocking
    self.withoutBlocking = withoutBlocking
  }

  /// How a run on this plan alone ends.
  public var status: ExitStatus {
    if !today.faults.isEmpty { return .malformed }
    return earliest != nil || today.verdict == .eligible ? .success : .undetermined
  }
}

/// A requirement that does not hold.
public struct OpenCriterion: Sendable {
  /// Its number in the rulebook.
  public let criterion: Int
  /// How it can be met, the nearest way first; empty where it cannot.
  public var ways: [DatedWay] = []
}

/// A way, and when it is open.
public struct DatedWay: Sendable {
  /// The way.
  public let way: Way
  /// The first round in which the requirement holds by it.
  public let round: Int
  /// The filing date in that round.
  public let filing: Day
  /// Whether that is later than an application is usually filed, so that the round may be closed.
  public let isLate: Bool
}

/// A round in which requirements hold, and what has to be so.
public struct PlannedRound: Sendable {
  /// The year of the round.
  public let round: Int
  /// The filing date.
  public let filing: Day
  /// Whether that is later than an application is usually filed, so that the round may be closed.
  public let isLate: Bool
  /// What it takes for each requirement that does not hold by itself, by its number in the rulebook.
  public let steps: [(criterion: Int, way: Way)]
  /// What is taken for granted besides.
  public let assumptions: [Reason]
  /// All changes to the application; with these made it was judged, and the requirements hold.
  public let edits: [FactEdit]
  /// What is odd about that application, to be verified first.
  public let notices: [Notice]

  /// Whether it rests on what is not known: facts that the application does not state yet, or a round
  /// that is open longer than usual.
  public var restsOnOpenFacts: Bool {
    isLate || steps.contains { $0.way.basis.restsOnFacts }
  }
}
