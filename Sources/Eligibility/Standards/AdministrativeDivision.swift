// Places in a file are codes of GB/T 2260, which say province and prefecture without spelling errors.

/// A division code of GB/T 2260: six digits, two each for province, prefecture and county.
public struct AdministrativeDivision: Hashable, Sendable {
  private let digits: ShortCode

  /// The code, or `nil` where the text is not six digits beginning with 1 to 9.
  public init?(_ code: String) { self.init(utf8: code.utf8.span) }

  /// The code from its characters in UTF-8, or `nil` where they are not six digits beginning with 1
  /// to 9.
  public init?(utf8 code: Span<UInt8>) {
    guard code.count == 6, code[0] != UInt8(ascii: "0"), code.isASCIIDigits else { return nil }
    digits = ShortCode(code)
  }

  /// The six digits; zeros at the end stand for the whole of the level above.
  public var code: String { digits.text }

  /// The code that the place has today, where this one is old and the place has moved to another
  /// prefecture; `nil` for all others.
  public var successor: AdministrativeDivision? {
    // Gongzhuling went from Siping to Changchun in 2020.
    begins(with: "220381") ? AdministrativeDivision("220184") : nil
  }

  /// Whether the code begins with these digits: whether the place is in the division they stand for.
  public func begins(with digits: String) -> Bool { self.digits.begins(with: digits) }
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

extension Span<UInt8> {
  /// Whether the characters are ASCII digits only.
  var isASCIIDigits: Bool {
    for place in 0..<count {
      if self[place] < UInt8(ascii: "0") || self[place] > UInt8(ascii: "9") { return false }
    }
    return true
  }
}
