// A finding says which fact it rests on; a pointer names the fact's place in an application.

/// A JSON Pointer (RFC 6901) into an application, with `*` standing for an item of a list.
///
/// With an index the first `*` is that item (from 0), and the pointer names one value.
public struct Pointer: Hashable, Sendable {
  /// The pointer with `*` for list items: `/figures/years/*/profit`.
  public let template: String
  /// The item meant by the first `*`, from 0.
  public let index: Int?

  /// Names a fact, or one item of a list of facts.
  public init(_ template: String, at index: Int? = nil) {
    self.template = template
    self.index = index
  }
}

extension Pointer: CustomStringConvertible, ExpressibleByStringLiteral {
  /// Names a fact that is not in a list.
  public init(stringLiteral template: String) { self.init(template) }

  /// The pointer as RFC 6901 writes it, with the item's index where it is known.
  public var description: String {
    guard let index, let star = template.utf8.firstIndex(of: UInt8(ascii: "*")) else {
      return template
    }
    return template[..<star] + String(index) + template[template.utf8.index(after: star)...]
  }
}
