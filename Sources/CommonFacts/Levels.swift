// How far a recognition or a standard reaches, by the authority behind it.

/// The level of the authority that recognises an institution or runs a programme.
public enum Level: String, Hashable, Sendable, CaseIterable {
  /// National.
  case national
  /// Provincial.
  case provincial
  /// Municipal (a city or prefecture).
  case municipal
  /// A county, or the enterprise itself.
  case below
}

/// Where a standard applies.
public enum StandardLevel: String, Hashable, Sendable, CaseIterable {
  /// International.
  case international
  /// National.
  case national
  /// Of an industry.
  case industry
  /// Of a province or a city.
  case local
  /// Of an association.
  case association
  /// An enterprise's own.
  case enterprise
  /// One of the last three, where a form does not tell them apart.
  case other
}
