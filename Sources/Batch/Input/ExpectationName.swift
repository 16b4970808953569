// What is expected of applications stands among them, and none of it is one.

import HostSystem

/// How files of expectations are named.
public enum ExpectationName {
  /// The name of the manifest of a folder.
  public static let manifest = "expectations.json"
  /// How the name of a file about one application ends, instead of `.json`.
  public static let ending = ".expect.json"

  /// Whether a file of that name holds expectations and is no application.
  public static func isOne(_ name: String) -> Bool {
    name == manifest || name.hasEnding(ending)
  }
}
