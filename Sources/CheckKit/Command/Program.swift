// Name, purpose and version stand here once, for help, completions and reports alike.

import Eligibility

/// The program as it introduces itself.
enum Program {
  /// What people type.
  static let name = "jlcheck"

  /// What it is for, in one line.
  static let purpose = Wording(
    zh: "逐条核对制造业单项冠军企业申请材料，说明哪些条件已经满足",
    en: "checks single-champion applications clause by clause and says what is met")
}

/// The program's version.
enum Version {
  /// As semantic versioning writes it.
  static let current = "0.1.0"
}
