// Systems name files by bytes, which need not be UTF-8; here every such name is a text of its own.

/// The names of files and folders as texts, from which the bytes can be had again.
///
/// A byte that belongs to no character stands as a character for private use, U+10FE00 plus the byte.
/// Where a name holds one of these characters itself, the bytes of it stand so too; no two names have
/// one text.
public enum FileName {
  /// What stands for the bytes; none below 0x80 is ever without a character.
  private static let standIns: ClosedRange<UInt32> = 0x10FE80...0x10FEFF
  /// What is added to a byte.
  private static let base: UInt32 = 0x10FE00
  /// The first byte of all stand-ins in UTF-8, and of hardly any other character.
  private static let mark: UInt8 = 0xF4

  /// The text of a name.
  public static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !mayHoldStandIns(text) { return text }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while !rest.isEmpty {
      var (parser, input) = (Unicode.UTF8.ForwardParser(), rest.makeIterator())
      var length = 1
      if case .valid(let encoded) = parser.parseScalar(from: &input) {
        length = encoded.count
        let scalar = Unicode.UTF8.decode(encoded)
        if !standIns.contains(scalar.value) {
          text.append(scalar)
          rest = rest.dropFirst(length)
          continue
        }
      }
      for byte in rest.prefix(length) { text.append(standIn(for: byte)) }
      rest = rest.dropFirst(length)
    }
    return String(text)
  }

  /// The bytes of a name.
  public static func bytes(of text: String) -> [UInt8] {
    guard mayHoldStandIns(text) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in byte(of: scalar).map { [$0] } ?? scalar.bytes }
  }

  /// Whether the bytes of a name are those of its text, as they nearly always are.
  public static func isUTF8(_ text: String) -> Bool { !mayHoldStandIns(text) }

  /// The bytes of a text for people in which names stand: each name as the bytes given.
  ///
  /// Other texts have been sanitized, so that no stand-in is left in them. Stand-ins which together
  /// are a character come from no name and are written as escapes.
  public static func written(in text: String) -> [UInt8] {
    guard mayHoldStandIns(text) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    var run: [UInt8] = []
    func end() {
      if !run.isEmpty, FileName.text(of: run).unicodeScalars.count == run.count {
        bytes += run
      } else {
        for byte in run { bytes += escape(byte).utf8 }
      }
      run = []
    }
    for scalar in text.unicodeScalars {
      if let byte = byte(of: scalar) {
        run.append(byte)
      } else {
        end()
        bytes += scalar.bytes
      }
    }
    end()
    return bytes
  }

  /// A text in which names of files stand, with escapes for what is no character.
  public static func escaped(in text: String) -> String {
    guard mayHoldStandIns(text) else { return text }
    return text.unicodeScalars.map { byte(of: $0).map(escape) ?? String($0) }.joined()
  }

  /// The byte for which a character stands, if for one.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    standIns.contains(scalar.value) ? UInt8(scalar.value - base) : nil
  }

  /// A byte where only characters can be written: `\xB0`.
  static func escape(_ byte: UInt8) -> String {
    #"\x"# + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func standIn(for byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(base + UInt32(byte)) ?? "\u{FFFD}"
  }

  private static func mayHoldStandIns(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.contains(mark) } ?? text.utf8.contains(mark)
  }

  /// The same for a text that is in UTF-8 already.
  public static func written(in text: [UInt8]) -> [UInt8] {
    text.contains(mark) ? written(in: String(decoding: text, as: UTF8.self)) : text
  }
}

extension Unicode.Scalar {
  fileprivate var bytes: [UInt8] { Array(String(self).utf8) }
}

extension String {
  /// The name of a file made harmless, with its bytes that are no characters left to whoever writes
  /// it; see ``FileName/written(in:)``.
  public func sanitizedName() -> String {
    guard unicodeScalars.contains(where: { FileName.byte(of: $0) != nil }) else {
      return sanitized()
    }
    var (name, part) = ("", "")
    for scalar in unicodeScalars {
      if FileName.byte(of: scalar) == nil {
        part.unicodeScalars.append(scalar)
      } else {
        name += part.sanitized()
        name.unicodeScalars.append(scalar)
        part = ""
      }
    }
    return name + part.sanitized()
  }

  /// Whether it ends with some letters and signs of ASCII, in capitals or not.
  ///
  /// By bytes, since a character before the ending may join with its first sign into one.
  public func hasEnding(_ ending: String) -> Bool {
    var bytes = utf8.reversed().makeIterator()
    return ending.utf8.reversed().allSatisfy { wanted in
      guard let byte = bytes.next() else { return false }
      // A letter of ASCII differs from its capital in one bit.
      return byte == wanted
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == wanted
    }
  }

  /// Without an ending that it has.
  public func dropping(_ ending: String) -> String {
    String(decoding: utf8.dropLast(ending.utf8.count), as: UTF8.self)
  }
}
