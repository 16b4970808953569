// What is expected of applications stands among them, and none of it is one.

/// How files of expectations are named.
enum ExpectationName {
  /// The name of the manifest of a folder.
  static let manifest = "expectations.json"
  /// How the name of a file about one application ends, instead of `.json`.
  static let ending = ".expect.json"

  /// Whether a file of that name holds expectations and is no application.
  static func isOne(_ name: String) -> Bool {
    name == manifest || name.hasEnding(ending)
  }
}
