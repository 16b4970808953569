// Places in a file are codes of GB/T 2260, which say province and prefecture without spelling errors.

/// A division code of GB/T 2260: six digits, two each for province, prefecture and county.
public struct AdministrativeDivision: Hashable, Sendable {
  /// The six digits; zeros at the end stand for the whole of the level above.
  public let code: String

  /// The code, or `nil` where the text is not six digits beginning with 1 to 9.
  public init?(_ code: String) {
    guard code.utf8.count == 6, code.utf8.first != UInt8(ascii: "0"), code.isASCIIDigits else {
      return nil
    }
    self.code = code
  }
}

extension StringProtocol {
  /// Whether the text consists of ASCII digits only and is not empty.
  @inlinable
  public var isASCIIDigits: Bool {
    func areDigits(_ bytes: some Sequence<UInt8>) -> Bool {
      bytes.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
    return !isEmpty
      && (utf8.withContiguousStorageIfAvailable { areDigits($0) } ?? areDigits(utf8))
  }
}
