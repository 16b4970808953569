// Ranks and shares contradict each other only where they are of one market: its class, year and basis.

import Eligibility

/// What a market share is measured in.
public enum ShareBasis: String, Choice {
  /// Sales revenue.
  case revenue
  /// Quantity sold.
  case volume

  /// What messages call what the shares are measured in.
  public var label: Wording {
    switch self {
    case .revenue: Wording(zh: "销售收入", en: "revenue")
    case .volume: Wording(zh: "销售量", en: "volume")
    }
  }
}

/// A market whose ranks and shares can be compared: one class of products, in one year, on one basis.
public struct MarketSegment: Sendable {
  /// The class.
  public let productClass: ProductClass
  /// The year of the figures.
  public let year: Int
  /// What shares are shares of.
  public let basis: ShareBasis
}

/// A class of products or services in 64 bits.
///
/// Codes are the same class only where they are the same digits. A code of 10 digits is a part of the
/// class of its first 8: being first in the part does not contradict another's being first in the
/// whole, nor can shares of the two be added.
public struct ProductClass: Hashable, Sendable {
  /// The catalogue in the two high bits, below them the code's digits as a number, or a hash.
  public let bits: UInt64

  /// A catalogue of classes.
  public enum Scheme: String, Hashable, Sendable {
    case productCatalogue, productiveServices
  }

  /// What the class is called where.
  public enum Catalogue {
    /// The code in the catalogue of products.
    case productCatalogue(String)
    /// The code in the classification of productive services.
    case productiveServices(String)
    /// Neither: applicants describe it.
    case ownDescription
  }

  private static let catalogueShift = 62

  init(bits: UInt64) { self.bits = bits }

  /// A class that applicants describe, by the hash of what they say.
  public init?(ownDescription hash: UInt64) {
    guard hash >> UInt64(ProductClass.catalogueShift) == 0 else { return nil }
    bits = hash
  }

  /// The class of a code in a catalogue, `nil` where it is none.
  public init?(_ scheme: Scheme, _ code: String) {
    guard let number = ProductClass.number(code.utf8.span) else { return nil }
    // Leading zeros count, so the length is part of the class.
    let form: UInt64
    switch (scheme, code.utf8.count) {
    case (.productCatalogue, 8): form = 1
    case (.productCatalogue, 10): form = 2
    case (.productiveServices, 4): form = 3
    default: return nil
    }
    bits = form << UInt64(ProductClass.catalogueShift) | number
  }

  private static func number(_ digits: Span<UInt8>) -> UInt64? {
    if digits.count > 10 { return nil }
    var number: UInt64 = 0
    for place in 0..<digits.count {
      let byte = digits[place]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
    }
    return number
  }

  /// The class of a product outside the catalogues, by what its applicant says of it.
  public init(describedBy explanation: String, _ name: String, code: String?, _ key: ClaimKey) {
    var hash = ClaimHash(key)
    hash.add(code)
    hash.add(loosely: explanation)
    hash.add(loosely: name)
    bits = hash.value(bits: ProductClass.catalogueShift)
  }

  /// The catalogue and the code.
  public var catalogue: Catalogue {
    let digits = String(bits & (1 << UInt64(ProductClass.catalogueShift) - 1))
    func code(_ length: Int) -> String {
      String(repeating: "0", count: length - digits.utf8.count) + digits
    }
    return switch bits >> UInt64(ProductClass.catalogueShift) {
    case 1: .productCatalogue(code(8))
    case 2: .productCatalogue(code(10))
    case 3: .productiveServices(code(4))
    default: .ownDescription
    }
  }
}
