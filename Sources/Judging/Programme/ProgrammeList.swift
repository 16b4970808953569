// An application may say to which programme it belongs; whoever judges it looks here for that one.

/// The programmes that there are; each is made once something is asked of it, which of most commands'
/// start nothing is.
public struct ProgrammeList: Hashable, Sendable {
  /// The identifiers of those that judge applications, that of the usual one first.
  public let ids: [String]
  /// The identifiers of those that say what holders of titles owe, that of the usual one first.
  public let holderIDs: [String]
  private let make: @Sendable (_ id: String) -> Programme
  /// The view of where an enterprise stands among their titles; `nil` where there is none.
  public let ladder: (@Sendable () -> LadderView)?

  /// Lists programmes.
  ///
  /// - Parameters:
  ///   - ids: their identifiers, at least one; the first is the one that is meant where nothing names
  ///     another.
  ///   - holders: the identifiers of programmes for histories of titles.
  ///   - ladder: makes the view of where an enterprise stands among their titles.
  ///   - make: makes the programme of one of them, or gives the one made before.
  public init(
    _ ids: [String], holders: [String] = [], ladder: (@Sendable () -> LadderView)? = nil,
    _ make: @escaping @Sendable (_ id: String) -> Programme
  ) {
    self.ids = ids
    holderIDs = holders
    self.make = make
    self.ladder = ladder
  }

  /// The one that is meant where nothing names another.
  public var usual: Programme { make(ids[0]) }

  /// All that judge applications.
  public var all: [Programme] { ids.map(make) }

  /// All that say what holders owe.
  public var holders: [Programme] { holderIDs.map(make) }

  /// The programme of that identifier that judges applications.
  public func named(_ id: String) -> Programme? { ids.contains(id) ? make(id) : nil }

  /// The programme of that identifier, whatever it is for.
  public func any(named id: String) -> Programme? {
    ids.contains(id) || holderIDs.contains(id) ? make(id) : nil
  }

  /// The programme for holders that a history names; one that names none is of the usual title.
  public func holders(of text: ApplicationText, or usual: Programme) -> Programme {
    text.named.flatMap { holderIDs.contains($0) ? make($0) : nil } ?? usual
  }

  /// Whether both hold the same identifiers in the same order; nothing else is compared.
  public static func == (left: ProgrammeList, right: ProgrammeList) -> Bool {
    left.ids == right.ids && left.holderIDs == right.holderIDs
  }

  /// Hashes the identifiers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ids)
    hasher.combine(holderIDs)
  }

  /// The programme that an application names; one that names none, or none of these, is for another.
  public func programme(of text: ApplicationText, or usual: Programme) -> Programme {
    ids.count > 1 ? text.named.flatMap(named) ?? usual : usual
  }

  /// The words for the bureaus of all programmes, each once.
  public var bureaus: [String] {
    var words: [String] = []
    for bureau in all.flatMap({ $0.bureaus }) where !words.contains(bureau.word) {
      words.append(bureau.word)
    }
    return words
  }
}

extension Programme: Hashable {
  /// Whether both have the same identifier; no two programmes of a list have the same one.
  public static func == (left: Programme, right: Programme) -> Bool { left.id == right.id }

  /// Hashes the identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
