// The members of an object as a plain text is searched for them; this is where a batch spends its time.

import LocatedJSON

/// One member of an object in a plain text.
final class PlainField<Owner>: Sendable {
  /// Reads the value that comes next and keeps it.
  let take: @Sendable (inout Owner, inout PlainIntake) throws(NotPlain) -> Void

  init(_ take: @escaping @Sendable (inout Owner, inout PlainIntake) throws(NotPlain) -> Void) {
    self.take = take
  }
}

/// The members of an object and the keys by which a plain text is searched for them.
struct PlainFields<Owner>: Sendable {
  let keys: PlainKeys
  private let fields: [PlainField<Owner>]
  /// The same; kept alive by `fields`, so that nothing needs to be counted for each value read.
  private let borrowed: [Unmanaged<PlainField<Owner>>]

  init(_ fields: [Field<Owner>]) {
    keys = PlainKeys(fields.map(\.description.key))
    self.fields = fields.map(\.plain)
    borrowed = self.fields.map { Unmanaged.passUnretained($0) }
  }

  /// Reads the value of the member at a place and keeps it.
  ///
  /// - Returns: whether it was plain.
  func take(_ place: Int, _ owner: inout Owner, _ intake: inout PlainIntake) -> Bool {
    borrowed[place]._withUnsafeGuaranteedRef { field in
      do throws(NotPlain) {
        try field.take(&owner, &intake)
        return true
      } catch {
        return false
      }
    }
  }
}
