// Reports are full of lists of a few words, such as the proofs of a statement.

import Eligibility

/// The words of lists that are not shown as a whole.
public enum Listing {
  /// How many entries of a list are shown.
  static let mostShown = 100

  /// That so many more follow.
  public static func more(_ count: Int) -> Wording { more(String(count)) }

  /// The same of a number that is written already.
  public static func more(_ count: String) -> Wording {
    Wording(zh: "另有 \(count) 项未列出", en: "and \(count) more")
  }
}

extension Array {
  /// The first entries, as many as a report shows of any list: what an application of a few bytes asks
  /// for would fill pages otherwise.
  public var listed: ArraySlice<Element> { prefix(Listing.mostShown) }

  /// How many more there are.
  public var unlisted: Int { Swift.max(0, count - Listing.mostShown) }
}
