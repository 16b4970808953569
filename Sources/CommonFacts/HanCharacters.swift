// Texts are limited in 字 and names have to be Chinese, so rules have to know a Chinese character.

extension Unicode.Scalar {
  /// Whether it is a Chinese character: 〇, and the blocks of Unicode for Han characters.
  public var isHan: Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
    default: false
    }
  }
}
