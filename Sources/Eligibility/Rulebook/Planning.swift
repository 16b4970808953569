// Whoever falls short today asks what would help and when; a rulebook answers with changes that can be tried.

/// One way in which a criterion could be met in a round.
///
/// It is a proposal: whether the criterion is met then is decided by the criterion itself, on the
/// application with the changes made.
public struct Way: Hashable, Sendable {
  /// A stable identifier; the same way in another round has the same one.
  public let id: String
  /// What it rests on.
  public let basis: Basis
  /// What it takes, with its figures.
  public let reason: Reason
  /// What the application says then.
  public let edits: [FactEdit]

  /// What a way rests on.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Nothing but time.
    case time
    /// Something that the applicant has to bring about.
    case effort
    /// A fact that the application does not state yet and that turns out to be so.
    case fact
    /// Both of these.
    case effortAndFact

    /// Whether it rests on a fact that the application does not state yet.
    public var restsOnFacts: Bool { self == .fact || self == .effortAndFact }
  }

  /// Creates a way; its identifier is that of its message.
  public init(_ basis: Basis, _ reason: Reason, _ edits: [FactEdit]) {
    self.init(reason.message.id, basis, reason, edits)
  }

  /// Creates a way that says several things.
  ///
  /// - Parameter parts: what it takes, at least one thing, the main one first; the way is called by it.
  public init?(_ basis: Basis, parts: [Reason], _ edits: [FactEdit]) {
    guard let first = parts.first else { return nil }
    let all = Message("all-of", zh: "{parts}", en: "{parts}")
    self.init(
      first.message.id, basis,
      parts.count == 1 ? first : Reason(all, ["parts": .list(parts.map { .reason($0) })]), edits)
  }

  private init(_ id: String, _ basis: Basis, _ reason: Reason, _ edits: [FactEdit]) {
    self.id = id
    self.basis = basis
    self.reason = reason
    self.edits = edits
  }
}

/// An application as it would be filed in a later round, or on a later day.
public struct Move: Hashable, Sendable {
  /// The year of the round.
  public let round: Int
  /// The filing date.
  public let filing: Day
  /// What the application says anew.
  public let edits: [FactEdit]
  /// What is taken for granted.
  public let assumptions: [Reason]

  /// Creates a move.
  public init(round: Int, filing: Day, edits: [FactEdit], assumptions: [Reason]) {
    self.round = round
    self.filing = filing
    self.edits = edits
    self.assumptions = assumptions
  }
}

/// How the applications of a rulebook are planned ahead.
public struct Planning<Applicant: Subject>: Sendable {
  /// The application so many rounds later; `nil` where its round is not known.
  ///
  /// - Parameter day: the filing date, where another than the usual one is tried.
  public let move: @Sendable (Applicant, _ rounds: Int, _ day: Day?) -> Move?
  /// A later filing date at which something no longer stands in the way, where there is one.
  public let laterFiling: @Sendable (Applicant, Applicant.Thresholds) -> Day?
  /// What would meet a criterion, the nearest way first, besides time.
  ///
  /// - Parameters:
  ///   - criterion: the criterion's identifier.
  ///   - applicant: the facts, moved to the round in question.
  ///   - now: the round of the application as it is; the facts of the years before it are past.
  public let ways:
    @Sendable (
      _ criterion: String, _ applicant: Applicant, Applicant.Thresholds, _ now: Int
    ) -> [Way]

  /// Creates the answers; each is documented at its property.
  public init(
    move: @escaping @Sendable (Applicant, _ rounds: Int, _ day: Day?) -> Move?,
    laterFiling: @escaping @Sendable (Applicant, Applicant.Thresholds) -> Day?,
    ways:
      @escaping @Sendable (
        _ criterion: String, _ applicant: Applicant, Applicant.Thresholds, _ now: Int
      ) -> [Way]
  ) {
    self.move = move
    self.laterFiling = laterFiling
    self.ways = ways
  }
}
