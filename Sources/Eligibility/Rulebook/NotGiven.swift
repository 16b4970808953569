// A message names facts that may be unknown, and says so of those that are.

extension Optional {
  /// The value as a quantity, or the words for a fact that is not given.
  @inlinable
  public func quantity(_ make: (Wrapped) -> Quantity) -> Quantity { map(make) ?? .notGiven }
}

extension Quantity {
  /// The words for a fact that is not given.
  public static let notGiven = Quantity.term(Wording(zh: "未填", en: "not given"))
}
