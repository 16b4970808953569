// The market: where the product stands in the province, the country and the world.

import Eligibility

/// The product's position in its market.
public struct Market: Hashable, Sendable {
  /// The year of the figures; where it is not stated, each programme says which it is.
  public var year: Int?
  /// What the shares are shares of.
  public var basis: Basis?
  /// The position in Jilin.
  public var province = Position()
  /// The position in the country.
  public var nation = Position()
  /// The position in the world.
  public var world = Position()
  /// How many proofs of the position are attached.
  public var evidence: Int?

  /// A market of which nothing is known.
  public init() {}

  /// What a market share is measured in.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Sales revenue.
    case revenue
    /// Quantity sold.
    case volume
  }

  /// A place in the ranking of market shares.
  public struct Position: Hashable, Sendable {
    /// The rank, from 1.
    public var rank: Int?
    /// The market share in percent.
    public var share: Decimal?

    /// A position of which nothing is known.
    public init() {}
  }
}
