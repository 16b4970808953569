// One file has many names; some of them differ only in steps that lead nowhere.

extension String {
  /// A path without the steps that lead nowhere: `./a//b` is `a/b`.
  public var withoutIdleSteps: String {
    (hasPrefix("/") ? "/" : "") + split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
