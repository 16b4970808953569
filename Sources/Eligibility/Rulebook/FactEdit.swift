// Advice must be possible to follow: what is to be otherwise is said as changes of the application's text.

/// A value that an application's text is to have at a place.
public indirect enum FactValue: Hashable, Sendable {
  /// Nothing is known.
  case null
  /// True or false.
  case flag(Bool)
  /// A number in the digits that JSON writes.
  case number(String)
  /// A text, not escaped.
  case text(String)
  /// A list.
  case list([FactValue])
  /// An object.
  case object([Member])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: FactValue

    /// Names a value.
    public init(_ name: String, _ value: FactValue) {
      self.name = name
      self.value = value
    }
  }

  /// A whole number.
  public static func number(_ number: Int) -> FactValue { .number(String(number)) }

  /// A day.
  public static func day(_ day: Day) -> FactValue { .text(day.description) }
}

/// One change of an application's text.
public struct FactEdit: Hashable, Sendable {
  /// Where, as RFC 6901 writes it; `-` as the last step adds an item to a list, as in RFC 6902.
  public let pointer: String
  /// What stands there then.
  public let value: FactValue

  /// Creates a change.
  public init(_ pointer: String, _ value: FactValue) {
    self.pointer = pointer
    self.value = value
  }
}
