// Name, purpose and version stand here once, for help, completions and reports alike.

import Eligibility
import HostSystem

/// The program as it introduces itself.
public enum Program {
  /// What people type.
  public static let name = "jlcheck"

  /// What it is for, in one line.
  public static let purpose = Wording(
    zh: "逐条核对认定申报材料，说明哪些条件已经满足",
    en: "checks applications for recognition clause by clause and says what is met")

  /// Whether this is the module of a page, from which all is left out that a page never asks for: forms of
  /// reports for terminals and CI servers, schemas, and the words of help. They were a sixth of it.
  @inlinable public static var isInPage: Bool {
    #if hasFeature(Embedded)
      true
    #else
      false
    #endif
  }

  /// A command line that can be copied and run again.
  static func commandLine(_ arguments: [String]) -> String {
    ([name] + arguments.map { $0.shellWord() }).joined(by: " ")
  }
}

/// The program's version.
public enum Version {
  /// As semantic versioning writes it.
  public static let current = "0.1.0"
}
