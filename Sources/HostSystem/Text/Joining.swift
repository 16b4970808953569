// Lists of a few words are put together everywhere, and the standard way is slow at first.

extension [String] {
  /// The texts in one line, a separator between each two.
  ///
  /// The standard `joined` finds out at run time what an array is, and the first such question takes
  /// as long as a tenth of a report.
  public func joined(by separator: String) -> String {
    var line = ""
    for (number, text) in enumerated() {
      if number > 0 { line += separator }
      line += text
    }
    return line
  }
}
