// The main product, as Annex 5 asks.

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
