// Colour helps people and disturbs programs; both get the same text, one of them without colour.

/// Whether text is coloured.
public enum Coloring: Hashable, Sendable {
  /// Styles are written.
  case colored
  /// Styles vanish.
  case plain

  /// A text in a style.
  ///
  /// Styles count as text once they are written; pad and wrap before.
  public func callAsFunction(_ text: String, _ style: Style) -> String {
    switch self {
    case .colored: start(style) + text + end
    case .plain: text
    }
  }

  /// What begins a style.
  func start(_ style: Style) -> String {
    switch self {
    case .colored: "\u{1B}[\(style.rawValue)m"
    case .plain: ""
    }
  }

  /// What ends every style.
  var end: String {
    switch self {
    case .colored: "\u{1B}[0m"
    case .plain: ""
    }
  }
}

/// How a terminal sets text off, by its number in ECMA-48.
public enum Style: Int, Hashable, Sendable, CaseIterable {
  /// For headings.
  case bold = 1
  /// For what matters less.
  case dim = 2
  /// For what is wrong.
  case red = 31
  /// For what is right.
  case green = 32
  /// For what is open.
  case yellow = 33
}
