// A mistyped word is usually close to the right one; saying which saves a look into the help.

/// Finds the word that was probably meant.
public enum Suggestion {
  /// The candidate nearest to a word, or `nil` where none is near enough to be meant.
  ///
  /// A candidate is near where it differs by letter case only, where the word (from three letters)
  /// begins it, or where at most a third of the longer one's letters are wrong, at least one. Of
  /// equally near ones the first is taken.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    // Of one or two letters too little is left to recognise: 千元 is not a slip for 万元.
    guard wanted.count > 2 || candidates.contains(word.lowercased()) else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let limit = max(1, max(wanted.count, letters.count) / 3)
      // The difference in length is a lower bound; it spares the table for words far too long.
      let isPrefix = wanted.count >= 3 && letters.starts(with: wanted)
      guard isPrefix || abs(wanted.count - letters.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      // One wrong letter of one or two leaves nothing to recognise.
      guard isPrefix || (distance <= limit && distance < min(wanted.count, letters.count)) else {
        continue
      }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// How many letters must be inserted, deleted, replaced or swapped with their neighbour, each
  /// place touched once, to make one word of the other.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforePrevious[column - 1] + 1)
        }
        current.append(least)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
