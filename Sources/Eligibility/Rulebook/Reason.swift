// A reason is data, not prose: rules state it with values, and only a report makes a sentence of it.

/// A value that a reason speaks of, with its meaning, so that each report can write it its own way.
public enum Quantity: Hashable, Sendable {
  /// A plain whole number.
  case count(Int)
  /// A calendar year.
  case year(Int)
  /// A number of complete years.
  case years(Int)
  /// A number of days.
  case days(Int)
  /// A place in a ranking, from 1.
  case rank(Int)
  /// A number of places in a ranking.
  case places(Int)
  /// A day.
  case day(Day)
  /// A date known to the day, month or year.
  case date(PartialDate)
  /// An amount.
  case money(Money)
  /// An amount to be written in words, so that a slip by orders of magnitude is seen.
  case moneyInWords(Money)
  /// A share: a quotient of two amounts.
  case ratio(Ratio)
  /// A change relative to an earlier amount; the sign is part of what it says.
  case change(Ratio)
  /// An exact number without a unit, or with its unit in another value.
  case number(Decimal)
  /// An exact number in plain digits.
  case digits(String)
  /// A text from the applicant: hostile until a report has escaped it.
  case text(String)
  /// A term of the rulebook.
  case term(Wording)
  /// A list of values.
  case list([Quantity])
  /// What another reason says.
  indirect case reason(Reason)
}

/// What a reason says: a sentence pattern in both languages, and what would mend the matter.
///
/// Patterns name their values in braces: `{sum} is below {threshold}`.
public struct Message: Hashable, Sendable {
  /// A stable identifier for programs: `average-below-threshold`.
  public let id: String
  /// What is the case.
  public let says: Wording
  /// What would change the outcome, where something would.
  public let mend: Wording?

  /// Creates a message.
  public init(_ id: String, says: Wording, mend: Wording? = nil) {
    self.id = id
    self.says = says
    self.mend = mend
  }

  /// Creates a message of a pattern in each language.
  public init(_ id: String, zh: String, en: String, mend: Wording? = nil) {
    self.init(id, says: Wording(zh: zh, en: en), mend: mend)
  }
}

/// Why a criterion came out as it did, or what is odd about a fact: a message and its values.
public struct Reason: Hashable, Sendable {
  /// The message.
  public let message: Message
  /// The values that the message's patterns name, in order.
  public let values: Values

  /// Creates a reason.
  public init(_ message: Message, _ values: Values = [:]) {
    self.message = message
    self.values = values
  }

  /// Named values in a fixed order.
  public struct Values: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One value and the name that patterns call it by.
    public struct Entry: Hashable, Sendable {
      /// The name.
      public let name: String
      /// The value.
      public let quantity: Quantity

      /// Names a value.
      public init(_ name: String, _ quantity: Quantity) {
        self.name = name
        self.quantity = quantity
      }
    }

    /// The values in order.
    public let entries: [Entry]

    /// Creates the values in the order given.
    public init(entries: [Entry]) { self.entries = entries }

    /// Creates the values from a literal.
    public init(dictionaryLiteral elements: (String, Quantity)...) {
      entries = elements.map { Entry($0.0, $0.1) }
    }

    /// The value of that name.
    public subscript(name: String) -> Quantity? { entries.first { $0.name == name }?.quantity }
  }
}
