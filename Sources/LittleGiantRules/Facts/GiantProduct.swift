// The main product and its market, as Annex 5 and the profile ask.

import CommonFacts
import Eligibility

/// The main product.
public struct GiantProduct: Hashable, Sendable {
  /// Its name; of several names with 、 between them.
  public var name: String?
  /// Its class in the product catalogue.
  public var classification = Classification()
  /// Whether it is a new product.
  public var isNew: Bool?

  /// A product of which nothing is known.
  public init() {}

  /// The class of a product.
  public struct Classification: Hashable, Sendable {
    /// The catalogue from which the code is.
    public var scheme: Scheme?
    /// The code in that catalogue.
    public var code: String?
    /// What the catalogue calls the class.
    public var name: String?
    /// How the class is drawn where the catalogue has none.
    public var explanation: String?

    /// A classification of which nothing is known.
    public init() {}

    /// Where the class is defined.
    public enum Scheme: String, Hashable, Sendable, CaseIterable {
      /// 统计用产品分类目录: 8 or 10 digits.
      case productCatalogue
      /// None fits; the trade's custom is followed.
      case custom
    }
  }
}

/// The product's position in its market, which only experts weigh here.
public struct GiantMarket: Hashable, Sendable {
  /// The year of the figures.
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
