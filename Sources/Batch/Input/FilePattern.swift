// Intakes lie beside drafts and archives; a pattern says which files of a folder are not to be judged.

/// A pattern of the names of files and folders, as `--exclude` takes it.
///
/// `*` stands for any characters of a name and `?` for one. A pattern of several names, with `/` between
/// them, is held against the last names of a path.
public struct FilePattern: Hashable, Sendable {
  private let names: [[Unicode.Scalar]]

  /// Creates a pattern; `nil` where a text has no name in it.
  public init?(_ text: String) {
    names = FilePattern.names(of: text)
    if names.isEmpty { return nil }
  }

  /// Whether a file or folder is meant.
  public func matches(_ path: String) -> Bool {
    let last = FilePattern.names(of: path).suffix(names.count)
    return last.count == names.count
      && zip(names, last).allSatisfy { FilePattern.matches($0, $1) }
  }

  private static func names(of path: String) -> [[Unicode.Scalar]] {
    path.unicodeScalars.split(separator: "/").map { Array($0) }.filter { $0 != ["."] }
  }

  /// Whether a name is of a pattern; goes back to the last `*` only, so that time grows with both lengths and
  /// no faster.
  private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var (place, at) = (0, 0)
    var retry: (place: Int, at: Int)?
    while at < name.count {
      if place < pattern.count, pattern[place] == "*" {
        retry = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[at] {
        place += 1
        at += 1
      } else if let last = retry {
        retry = (last.place, last.at + 1)
        (place, at) = (last.place + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
