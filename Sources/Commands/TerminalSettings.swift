// What people set once for all programs: their language, and whether they like colour.

import Eligibility
import HostSystem
import Reports

extension Environment {
  /// The language people set for messages; English where it is not Chinese.
  var preferredLanguage: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = variable(name), !locale.isEmpty {
        return locale.namesChinese ? .zh : .en
      }
    }
    return .en
  }

  /// Whether a report that goes there is coloured.
  func coloring(for destination: Destination, _ mode: ColorMode) -> Coloring {
    switch mode {
    case .always: .colored
    case .never: .plain
    case .auto:
      destination == .standardOutput && isTerminal(.output) && welcomesColor
        ? .colored : .plain
    }
  }

  /// Whether the terminal shows colour and its user has not declined it.
  private var welcomesColor: Bool {
    variable("NO_COLOR")?.isEmpty ?? true && variable("TERM") != "dumb"
  }

  /// The width in columns to which text that goes there is wrapped.
  ///
  /// Off a terminal it is always the same, so that a report does not depend on who asks for it.
  func width(for destination: Destination) -> Int {
    destination == .standardOutput ? textWidth : Layout.usualWidth
  }

  /// The width of text on standard output.
  var textWidth: Int {
    min(max(columns() ?? Layout.usualWidth, Layout.leastWidth), Layout.greatestWidth)
  }
}

extension String {
  /// Whether a locale's language is Chinese, in capitals or not.
  fileprivate var namesChinese: Bool {
    var letters = utf8.makeIterator()
    return "zh".utf8.allSatisfy { letter in
      // A letter of ASCII differs from its capital in one bit.
      letters.next().map { $0 | 0x20 } == letter
    }
  }
}
