// An application is one file, or one line of a file.

/// Where an application of a batch was found.
public struct ApplicationLocation: Hashable, Sendable {
  /// The file, `-` for standard input.
  public var source: String
  /// The line, where the file holds one application a line.
  public var line: Int?

  /// Names a file, or a line of it by its number from 1.
  public init(source: String, line: Int? = nil) {
    self.source = source
    self.line = line
  }
}
