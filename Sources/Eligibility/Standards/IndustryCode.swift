// The branch of an enterprise is a code of the national industry classification.

/// A code of GB/T 4754-2017: two digits name a division, three a group, four a class.
public struct IndustryCode: Hashable, Sendable {
  private let digits: ShortCode

  /// The code, or `nil` where the text is not two to four digits, or names no division (01 to 97).
  public init?(_ code: String) { self.init(utf8: code.utf8.span) }

  /// The code from its characters in UTF-8, or `nil` where they are not two to four digits, or name
  /// no division (01 to 97).
  public init?(utf8 code: Span<UInt8>) {
    guard (2...4).contains(code.count), code.isASCIIDigits else { return nil }
    digits = ShortCode(code)
    guard IndustryCode.divisions.contains(division) else { return nil }
  }

  /// The two to four digits.
  public var code: String { digits.text }

  /// The division, 1 to 97.
  public var division: Int {
    Int(digits[0] - UInt8(ascii: "0")) * 10 + Int(digits[1] - UInt8(ascii: "0"))
  }

  /// The divisions of GB/T 4754-2017.
  public static let divisions = 1...97

  /// Whether the division belongs to section C, manufacturing (13 to 43).
  public var isManufacturing: Bool { IndustryCode.manufacturing.contains(division) }

  /// Whether the division belongs to the tertiary sector, the services.
  ///
  /// The national division into three sectors counts 05, 11 and 43 among them, the services to
  /// farming, to mining and the repair of machines.
  public var isTertiary: Bool { division >= 51 || [5, 11, 43].contains(division) }

  /// The divisions of section C of GB/T 4754-2017.
  public static let manufacturing = 13...43
}
