// A criterion lists the facts it asks once; what it reads and what is missing both follow from that.

/// A fact that a criterion asks of an applicant, with its place in an application.
public struct AskedFact<Applicant: Subject>: Sendable {
  /// The places where it is read.
  @usableFromInline let places: [Pointer]
  /// Whether it is named before the others where it is missing.
  let isFirst: Bool
  /// The places where it is wanted and not given; of a list only items that count.
  let missing: @Sendable (_ applicant: Applicant, _ counts: (Int) -> Bool) -> [Pointer]

  /// Creates a fact that is read where it is given and never asked for.
  public init(optional place: Pointer) {
    self.init(at: [place]) { _ in [] }
  }

  /// Creates a fact.
  ///
  /// - Parameters:
  ///   - place: where it is read.
  ///   - isFirst: whether it is named before the others where it is missing.
  ///   - isMissing: whether an applicant should give it and does not.
  public init(
    _ place: Pointer, first isFirst: Bool = false,
    isMissing: @escaping @Sendable (Applicant) -> Bool
  ) {
    self.init(at: [place], first: isFirst) { isMissing($0) ? [place] : [] }
  }

  /// Creates facts that are missing together, in a way of their own.
  ///
  /// - Parameters:
  ///   - places: where they are read.
  ///   - missing: the places where they are wanted and not given.
  public init(
    at places: [Pointer], first isFirst: Bool = false,
    missing: @escaping @Sendable (Applicant) -> [Pointer]
  ) {
    self.places = places
    self.isFirst = isFirst
    self.missing = { applicant, _ in missing(applicant) }
  }

  /// Creates the facts of a list: the list itself and members of its items.
  ///
  /// - Parameters:
  ///   - list: the place of the list, as RFC 6901 writes it.
  ///   - items: the items, `nil` where they are not known.
  ///   - members: the names of the members read, and whether an item should give one and does not.
  public init<Item>(
    list: String, _ items: @escaping @Sendable (Applicant) -> [Item]?,
    members: [(name: String, isMissing: @Sendable (Item) -> Bool)]
  ) {
    let templates = members.map { "\(list)/*/\($0.name)" }
    places = [Pointer(list)] + templates.map { Pointer($0) }
    isFirst = false
    missing = { applicant, counts in
      guard let items = items(applicant) else { return [Pointer(list)] }
      return items.indices.filter(counts).flatMap { index in
        members.indices.filter { members[$0].isMissing(items[index]) }
          .map { Pointer(templates[$0], at: index) }
      }
    }
  }
}

extension Array {
  /// The places where facts are wanted and not given, in the order of the facts.
  func missing<Applicant>(
    of applicant: Applicant, where counts: (Int) -> Bool
  ) -> [Pointer] where Element == AskedFact<Applicant> {
    (filter { $0.isFirst } + filter { !$0.isFirst }).flatMap { $0.missing(applicant, counts) }
  }
}
