// An application is one file, or one line of a file.

/// Where an application of a batch was found.
struct ApplicationLocation: Hashable, Sendable {
  /// The file, `-` for standard input.
  var source: String
  /// The line, where the file holds one application a line.
  var line: Int?
}
