// Name, purpose and version stand here once, for help, completions and reports alike.

import Eligibility
import HostSystem

/// The program as it introduces itself.
public enum Program {
  /// What people type.
  public static let name = "jlcheck"

  /// What it is for, in one line.
  public static let purpose = Wording(
    zh: "逐条核对制造业单项冠军企业申报材料，说明哪些条件已经满足",
    en: "checks single-champion applications clause by clause and says what is met")

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
