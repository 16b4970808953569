// Editions of GB 18030 and its decoders differ in a few characters. A text that has one of them would be read in
// one way by the command and in another by a browser, so it is read by neither.

/// What is known of GB18030 without decoding it.
enum GB18030 {
  /// Whether all decoders make the same characters of the bytes, or none.
  ///
  /// They differ in byte 80 (the euro sign or nothing), in A3A0 (a private character or a blank), in six
  /// characters of row FE (private ones before the edition of 2005), and in eighteen of four bytes (private or
  /// not assigned before the edition of 2022).
  static func isReadAlike(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if lead == 0x80 { return false }
      if lead < 0x80 {
        place += 1
        continue
      }
      guard place + 1 < bytes.count else { return true }
      let second = bytes[place + 1]
      if (0x30...0x39).contains(second) {
        guard place + 3 < bytes.count else { return true }
        let word = bytes[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        if changed.contains(where: { $0.contains(word) }) { return false }
        place += 4
      } else {
        if disputed.contains(UInt16(lead) << 8 | UInt16(second)) { return false }
        place += 2
      }
    }
    return true
  }

  private static let disputed: [UInt16] = [
    0xA3A0, 0xFE51, 0xFE52, 0xFE53, 0xFE6C, 0xFE76, 0xFE91,
  ]
  private static let changed: [ClosedRange<UInt32>] = [
    0x8235_9037...0x8235_9134, 0x8431_8236...0x8431_8335,
  ]
}
