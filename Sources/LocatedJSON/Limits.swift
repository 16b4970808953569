// Bounds what a hostile text can cost.

/// What a text may demand before reading stops.
public struct Limits: Hashable, Sendable {
  /// How deep containers may be nested.
  public var maximumDepth: Int
  /// How many faults are reported before the rest of the text is given up.
  public var maximumFaults: Int
  /// How many bytes a text may have; never more than `Limits.mostBytes`, whatever is set here.
  public var maximumBytes: Int

  /// The greatest length the nodes can express.
  public static let mostBytes = Int(clamping: UInt32.max - 1)

  /// Makes limits.
  public init(
    maximumDepth: Int = 64, maximumFaults: Int = 100, maximumBytes: Int = Limits.mostBytes
  ) {
    self.maximumDepth = maximumDepth
    self.maximumFaults = maximumFaults
    self.maximumBytes = maximumBytes
  }
}
