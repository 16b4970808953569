// What is stated in an application is worth what stands behind it: a document, or the applicant's word.

/// Who answers for what a document says.
public enum Issuer: String, Hashable, Sendable, CaseIterable {
  /// An auditor.
  case auditor
  /// An authority, or a register that one keeps.
  case authority
  /// The applicant, or whoever the applicant chooses.
  case applicant
}

/// A document that proves what a criterion asks.
public struct Evidence<Applicant: Subject>: Sendable {
  /// What is to be attached.
  public let what: Wording
  /// Who answers for what it says.
  public let issuer: Issuer
  /// The clause that names the document, or the authority whose word counts; `nil` where none does.
  public let clause: Clause?
  /// Whether it shows all that the criterion asks, and not only that what is listed is so.
  public let showsAll: Bool
  /// The places where its name is wanted of an applicant, and whether it is given there.
  @usableFromInline let wanted: Wanted

  @usableFromInline typealias Wanted =
    @Sendable (_ applicant: Applicant) -> [(place: Pointer, isGiven: Bool)]

  /// Creates a request for evidence.
  ///
  /// - Parameters:
  ///   - issuer: who answers for what it says.
  ///   - clause: the clause that names it or its issuer.
  ///   - showsAll: whether it shows all that the criterion asks.
  ///   - wanted: the places where its name is wanted, and whether it is given there.
  @inlinable
  public init(
    zh: String, en: String, by issuer: Issuer, under clause: Clause? = nil, showsAll: Bool = true,
    wanted: @escaping @Sendable (Applicant) -> [(place: Pointer, isGiven: Bool)]
  ) {
    self.what = Wording(zh: zh, en: en)
    self.issuer = issuer
    self.clause = clause
    self.showsAll = showsAll
    self.wanted = wanted
  }

  /// Creates a request for at least one document at a place.
  ///
  /// - Parameters:
  ///   - issuer: who answers for what it says.
  ///   - clause: the clause that names it or its issuer.
  ///   - isWanted: whether an applicant needs it; all do where not given.
  ///   - count: how many documents there are, `nil` where that is not known.
  @inlinable
  public init(
    zh: String, en: String, by issuer: Issuer, under clause: Clause? = nil, at place: Pointer,
    when isWanted: @escaping @Sendable (Applicant) -> Bool = { _ in true },
    count: @escaping @Sendable (Applicant) -> Int?
  ) {
    self.init(zh: zh, en: en, by: issuer, under: clause) {
      isWanted($0) ? [(place, (count($0) ?? 0) > 0)] : []
    }
  }

  /// Creates a request for at least one document of each item of a list.
  ///
  /// - Parameters:
  ///   - issuer: who answers for what it says.
  ///   - clause: the clause that names it or its issuer.
  ///   - place: where the name belongs, with `*` for the item.
  ///   - count: how many documents an item has, `nil` where that is not known.
  @inlinable
  public init<Item>(
    zh: String, en: String, by issuer: Issuer, under clause: Clause? = nil, atEach place: String,
    of items: @escaping @Sendable (Applicant) -> [Item]?,
    count: @escaping @Sendable (Item) -> Int?
  ) {
    self.init(zh: zh, en: en, by: issuer, under: clause) { applicant in
      // By number, and inlined: sequences of each type of item would be instantiated at start.
      var places: [(place: Pointer, isGiven: Bool)] = []
      guard let items = items(applicant) else { return places }
      for number in 0..<items.count {
        places.append((Pointer(place, at: number), (count(items[number]) ?? 0) > 0))
      }
      return places
    }
  }

  /// The places where its name is wanted of an applicant and not given.
  public func lacking(_ applicant: Applicant) -> [Pointer] { places(of: applicant).lacking }

  /// The places where its name is wanted of an applicant: those where it is given, and those where not.
  public func places(of applicant: Applicant) -> (given: [Pointer], lacking: [Pointer]) {
    var places: (given: [Pointer], lacking: [Pointer]) = ([], [])
    for (place, isGiven) in wanted(applicant) {
      if isGiven { places.given.append(place) } else { places.lacking.append(place) }
    }
    return places
  }
}

/// On what a decision rests.
public struct Basis: Hashable, Sendable {
  /// The kinds of basis, the strongest first.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Figures that an auditor confirmed.
    case audited
    /// Documents that an authority issued.
    case certified
    /// Documents of the applicant's own choice.
    case ownDocuments
    /// What the applicant states.
    case ownWord
  }

  /// A document that bears on the decision.
  public struct Document: Hashable, Sendable {
    /// What it is.
    public let what: Wording
    /// The clause that names it or its issuer.
    public let clause: Clause?
    /// Whether the application names it wherever it is wanted.
    public let isNamed: Bool
  }

  /// The weakest on which any part of the decision rests.
  public let kind: Kind
  /// The documents that bear on it; none where the word stands alone.
  public let documents: [Document]
}

extension Criterion {
  /// On what the decision of a finding rests; `nil` where nothing is decided.
  ///
  /// A decision rests on documents only where every one asked for is named, and where together they
  /// show all that is asked; in any other case some of it is the applicant's word. Of a list only the
  /// items count that decided, where the finding names them.
  public func basis(of finding: Finding, on applicant: Applicant) -> Basis? {
    guard finding.outcome == .met || finding.outcome == .unmet else { return nil }
    var documents: [Basis.Document] = []
    var kind = evidence.isEmpty ? Basis.Kind.ownWord : .audited
    for request in evidence {
      let places = request.wanted(applicant).filter { finding.concerns($0.place) }
      if !places.isEmpty {
        documents.append(
          Basis.Document(
            what: request.what, clause: request.clause, isNamed: places.allSatisfy { $0.isGiven }))
      }
      let isShown = request.showsAll && documents.last?.isNamed == true && !places.isEmpty
      kind = kind.weaker(isShown ? Basis.Kind(request.issuer) : .ownWord)
    }
    return Basis(kind: kind, documents: documents)
  }
}

extension Finding {
  /// Whether a place is of no list, or of an item that decided as far as the finding names any.
  fileprivate func concerns(_ place: Pointer) -> Bool {
    let items = places.filter { $0.index != nil && $0.list == place.list }
    return place.index == nil || items.isEmpty || items.contains { $0.index == place.index }
  }
}

extension Pointer {
  /// The list in whose item the place is.
  fileprivate var list: Substring { template.prefix { $0 != "*" } }
}

extension Basis.Kind {
  fileprivate init(_ issuer: Issuer) {
    switch issuer {
    case .auditor: self = .audited
    case .authority: self = .certified
    case .applicant: self = .ownDocuments
    }
  }

  fileprivate func weaker(_ other: Basis.Kind) -> Basis.Kind {
    let order = Basis.Kind.allCases
    return order.last { $0 == self || $0 == other } ?? self
  }
}
