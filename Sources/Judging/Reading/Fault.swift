// A fault is something in a file that cannot be taken as written; all of a file's are collected.

import Eligibility

/// One thing wrong with a file: what was found, what was expected, how to mend it, and where.
public struct Fault: Hashable, Sendable {
  /// What is wrong and how to mend it.
  public let reason: Reason
  /// The bytes concerned, in the file's text as UTF-8; `nil` where the fault is outside the file.
  public let range: Range<Int>?
  /// The JSON Pointer of the value concerned, where there is one.
  public let pointer: String?
  /// The bytes of the same member where it stands first, where it is repeated.
  public let earlier: Range<Int>?

  /// Creates a fault from a message and its values.
  ///
  /// - Parameters:
  ///   - range: the bytes concerned; `nil` where the fault is outside the file.
  ///   - pointer: the JSON Pointer of the value concerned, where there is one.
  public init(
    _ message: Message, _ values: Reason.Values = [:], in range: Range<Int>?, at pointer: String?
  ) {
    self.init(Reason(message, values), in: range, at: pointer)
  }

  init(
    _ reason: Reason, in range: Range<Int>?, at pointer: String?, earlier: Range<Int>? = nil
  ) {
    self.reason = reason
    self.range = range
    self.pointer = pointer
    self.earlier = earlier
  }
}
