// A criterion lists the facts it asks once; what it reads and what is missing both follow from that.

/// A fact that a criterion asks of an applicant, with its place in an application.
public struct AskedFact<Applicant: Subject>: Sendable {
  /// The places where it is read.
  let places: [Pointer]
  /// Whether it is named before the others where it is missing.
  let isFirst: Bool
  /// Adds the places where it is wanted and not given; of a list only items that count.
  let ask: Ask

  @usableFromInline typealias Ask =
    @Sendable (_ applicant: Applicant, _ counts: (Int) -> Bool, inout [Pointer]) -> Void

  /// Creates a fact that is read where it is given and never asked for.
  public init(optional place: Pointer) {
    self.init([place], first: false) { _, _, _ in }
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
    self.init([place], first: isFirst) { applicant, _, missing in
      if isMissing(applicant) { missing.append(place) }
    }
  }

  /// Creates facts that are missing together, in a way of their own.
  ///
  /// - Parameters:
  ///   - places: where they are read.
  ///   - missing: the places where they are wanted and not given.
  public init(at places: [Pointer], missing: @escaping @Sendable (Applicant) -> [Pointer]) {
    self.init(places, first: false) { applicant, _, found in found += missing(applicant) }
  }

  /// Creates the facts of a list: the list itself and members of its items.
  ///
  /// - Parameters:
  ///   - list: the place of the list, as RFC 6901 writes it.
  ///   - items: the items, `nil` where they are not known.
  ///   - members: the names of the members read, and whether an item should give one and does not.
  @inlinable
  public init<Item>(
    list: String, _ items: @escaping @Sendable (Applicant) -> [Item]?,
    members: [(name: String, isMissing: @Sendable (Item) -> Bool)]
  ) {
    let templates = members.map { "\(list)/*/\($0.name)" }
    self.init([Pointer(list)] + templates.map { Pointer($0) }, first: false) {
      applicant, counts, missing in
      guard let items = items(applicant) else { return missing.append(Pointer(list)) }
      for index in items.indices where counts(index) {
        for number in members.indices where members[number].isMissing(items[index]) {
          missing.append(Pointer(templates[number], at: index))
        }
      }
    }
  }

  @usableFromInline
  init(_ places: [Pointer], first isFirst: Bool, ask: @escaping Ask) {
    self.places = places
    self.isFirst = isFirst
    self.ask = ask
  }
}

extension Array {
  /// Adds the places where facts are wanted and not given, those first that are to be named first.
  func ask<Applicant>(
    _ applicant: Applicant, _ counts: (Int) -> Bool, _ missing: inout [Pointer]
  ) where Element == AskedFact<Applicant> {
    // Counted here: `indices` is looked up through the protocol where the applicant's type is not known.
    for isFirst in [true, false] {
      for number in 0..<count where self[number].isFirst == isFirst {
        self[number].ask(applicant, counts, &missing)
      }
    }
  }
}
