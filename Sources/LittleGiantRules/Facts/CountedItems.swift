// How many items of a list count, where it is open of some whether they do.

import Eligibility

/// How many items of a list count, as far as is known.
struct CountedItems {
  /// Whether the list itself is known.
  var isKnown = false
  /// How many surely count.
  var certain = 0
  /// How many may count besides.
  var open = 0

  /// Counts the items of a list.
  init<Item>(_ items: [Item]?, _ counts: (Int, Item) -> Kleene) {
    guard let items else { return }
    isKnown = true
    for index in items.indices {
      switch counts(index, items[index]) {
      case .yes: certain += 1
      case .unknown: open += 1
      case .no: break
      }
    }
  }

  /// Whether so many count.
  func reaches(_ least: Int) -> Kleene {
    if certain >= least { return .yes }
    return isKnown && certain + open < least ? .no : .unknown
  }

  /// The number, or that some are open.
  var quantity: Quantity {
    if !isKnown { return .notGiven }
    if open == 0 { return .count(certain) }
    return .reason(
      Reason(
        Message("count-open", zh: "{certain}（另有 {open} 待定）", en: "{certain} ({open} more open)"),
        ["certain": .count(certain), "open": .count(open)]))
  }
}
