// People say how large a file may be in KiB or MiB, and read it so; the program counts bytes.

import Eligibility
import LocatedJSON

/// Sizes in bytes as people write them.
public enum ByteSize {
  /// How many bytes a file, or a line of one with an application a line, may have unless more is asked
  /// for: some thousand times as many as an application has.
  public static let usualLimit = 16 << 20

  /// What sizes may be asked for.
  public static let range = 1...Limits.mostBytes

  private static let units = [("GiB", 30), ("MiB", 20), ("KiB", 10)]

  /// The size that a text such as `64MiB`, `500KiB` or `1048576` names; `nil` where it names none.
  public static func parsed(_ text: String) -> Int? {
    let unit = units.first { text.hasSuffix($0.0) }
    let digits = text.dropLast(unit?.0.count ?? 0)
    guard digits.isASCIIDigits, let number = Int(digits) else { return nil }
    let (size, isTooLarge) = number.multipliedReportingOverflow(by: 1 << (unit?.1 ?? 0))
    return !isTooLarge && range.contains(size) ? size : nil
  }

  /// The size in the largest unit of which it is a whole number.
  public static func written(_ size: Int) -> Wording {
    for (unit, shift) in units where size > 0 && size & (1 << shift - 1) == 0 {
      return Wording(zh: "\(size >> shift) \(unit)", en: "\(size >> shift) \(unit)")
    }
    return Wording(zh: "\(size) 字节", en: size == 1 ? "1 byte" : "\(size) bytes")
  }
}
