// The branch of an enterprise is a code of the national industry classification.

/// A code of GB/T 4754-2017: two digits name a division, three a group, four a class.
public struct IndustryCode: Hashable, Sendable {
  /// The two to four digits.
  public let code: String

  /// The code, or `nil` where the text is not two to four digits, or names no division (01 to 97).
  public init?(_ code: String) {
    guard (2...4).contains(code.utf8.count), code.isASCIIDigits else { return nil }
    let division = code.utf8.prefix(2).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard IndustryCode.divisions.contains(division) else { return nil }
    self.code = code
    self.division = division
  }

  /// The division, 1 to 97.
  public let division: Int

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
