// What is only compared is kept as a hash, and no applicant may be able to foresee what it will be.

import Eligibility

/// What the hashes of a batch depend on besides the facts: two words that no applicant knows.
public struct ClaimKey: Hashable, Sendable {
  fileprivate let start: UInt64
  fileprivate let factor: UInt64

  /// Creates a key from two words; the lowest bit of the second makes no difference.
  public init(_ first: UInt64, _ second: UInt64) {
    start = first
    // An even factor would lose bits.
    factor = second | 1
  }
}

/// A hash of words and texts under a key.
///
/// Each word is multiplied into the state, and the halves of the product of 128 bits are folded. Who
/// does not know the key cannot do better than try pairs of texts, 2⁶⁴ of them.
public struct ClaimHash {
  private var state: UInt64
  private let factor: UInt64

  /// Begins a hash under a key; nothing has been added to it.
  public init(_ key: ClaimKey) {
    state = key.start
    factor = key.factor
  }

  /// The hash with so many bits, never 0, which stands for the unknown.
  public func value(bits: Int = 64) -> UInt64 { max(1, state >> UInt64(64 - bits)) }

  /// Adds a word.
  mutating func add(_ word: UInt64) {
    let product = factor.multipliedFullWidth(by: state ^ word)
    state = product.high ^ product.low
  }
}

// MARK: Texts

extension ClaimHash {
  /// Adds a text so that neither white space nor the width of characters makes a difference.
  mutating func add(loosely text: String) {
    let characters = text.utf8.span
    characters.withUnsafeBytes { add(loosely: $0) }
  }

  private mutating func add(loosely bytes: UnsafeRawBufferPointer) {
    // Eight bytes at once, as long as none of them has to be looked at.
    let last = bytes.count - 8
    var place = 0
    while place <= last, let eight = bytes.plainWord(at: place) {
      add(eight)
      place += 8
    }
    var word = LooseWord()
    if place > last, last >= 0, let eight = bytes.plainWord(at: last) {
      // The last bytes, fewer than eight, are loaded together with those before them.
      word = LooseWord(bytes: eight >> UInt64(8 * (place - last)), count: bytes.count - place)
      place = bytes.count
    }
    while place < bytes.count {
      let (byte, width) = bytes.loose(at: place)
      place += width
      guard let byte else { continue }
      word.append(byte)
      if word.count == 8 {
        add(word.bytes)
        word = LooseWord()
      }
    }
    // The last word has fewer than eight bytes of the text. How many, its highest byte says, by one
    // that UTF-8 never has: so two texts in a row do not run into each other.
    add(word.bytes | UInt64(0xF8 + word.count) << 56)
  }
}

/// Up to eight bytes of a text.
private struct LooseWord {
  var bytes: UInt64 = 0
  var count = 0

  mutating func append(_ byte: UInt8) {
    bytes |= UInt64(byte) << UInt64(8 * count)
    count += 1
  }
}

extension UInt64 {
  /// Eight times the same byte.
  private init(all byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Whether eight bytes of UTF-8 are surely no part of white space or a full-width form.
  fileprivate var standsForItself: Bool {
    // White space begins with a byte up to 0x20 or with C2, E1, E2 or E3, full-width forms with EF;
    // C0 to C3 and E0 to E3 are found together, by the bits that they have in common.
    let low = (self &- UInt64(all: 0x21)) & ~self & UInt64(all: 0x80)
    let blanks = (self & UInt64(all: 0xDC)) ^ UInt64(all: 0xC0)
    return low | blanks.zeroBytes | (self ^ UInt64(all: 0xEF)).zeroBytes == 0
  }

  /// Not 0 where one of the eight bytes is.
  private var zeroBytes: UInt64 { (self &- UInt64(all: 0x01)) & ~self & UInt64(all: 0x80) }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes, unless one of them has to be looked at.
  ///
  /// - Precondition: so many are left at the place.
  fileprivate func plainWord(at place: Int) -> UInt64? {
    assert(place >= 0 && place + 8 <= count, "eight bytes are within the text")
    let eight = UInt64(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self))
    return eight.standsForItself ? eight : nil
  }

  /// What the bytes at a place come to, and how many they are: nothing for a white space, one byte
  /// of ASCII for a full-width form, and every other byte for itself.
  fileprivate func loose(at place: Int) -> (byte: UInt8?, width: Int) {
    let first = self[place]
    // UTF-8 as strings hold it ends no text within a character.
    switch first {
    case 0x09...0x0D, 0x20: return (nil, 1)
    case 0xC2:
      let isSpace = self[place + 1] == 0x85 || self[place + 1] == 0xA0
      return isSpace ? (nil, 2) : (first, 1)
    case 0xE1, 0xE2, 0xE3:
      let isSpace =
        switch (first, self[place + 1], self[place + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
          (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
          true
        default: false
        }
      return isSpace ? (nil, 3) : (first, 1)
    case 0xEF:
      // U+FF01 to U+FF5E stand in the order of ASCII.
      switch (self[place + 1], self[place + 2]) {
      case (0xBC, let last) where last >= 0x81: return (last - 0x60, 3)
      case (0xBD, let last) where last <= 0x9E: return (last - 0x20, 3)
      default: return (first, 1)
      }
    default: return (first, 1)
    }
  }
}

// MARK: Facts

extension ClaimHash {
  /// What stands for an unknown fact: no amount of an application is that low, and no text begins so.
  private static let unknown = UInt64(bitPattern: Int64.min)

  /// Adds a text, loosely.
  public mutating func add(_ text: String?) {
    if let text { add(loosely: text) } else { add(ClaimHash.unknown) }
  }

  /// Adds an amount; none accepted from a file needs more than 64 bits.
  public mutating func add(_ amount: Money?) {
    add(amount.map { UInt64(truncatingIfNeeded: $0.fen) } ?? ClaimHash.unknown)
  }

  /// Adds the digits of a number; where the point stands among them is a small fact.
  public mutating func add(digitsOf number: Decimal?) {
    add(UInt64(bitPattern: number?.coefficient ?? 0))
  }

  /// Adds small facts.
  public mutating func add(_ facts: PackedFacts) { add(facts.word) }

  /// Adds a list, how long it is first.
  public mutating func add<Item>(_ items: [Item]?, _ addItem: (inout ClaimHash, Item) -> Void) {
    guard let items else { return add(ClaimHash.unknown) }
    add(UInt64(items.count))
    for item in items { addItem(&self, item) }
  }
}

/// Facts side by side in one word, because each word costs a multiplication.
///
/// Each has a place of its own with room for all its values, so different facts make different words.
public struct PackedFacts {
  fileprivate private(set) var word: UInt64 = 0
  private var width = 0

  /// Creates a word that holds no fact.
  public init() {}

  private consuming func and(_ value: UInt64, width: Int) -> PackedFacts {
    assert(value >> UInt64(width) == 0 && self.width + width <= 64, "no room for a fact")
    word = word << UInt64(width) | value
    self.width += width
    return self
  }

  /// A year, a rank or a number of things, in 30 bits: none accepted from a file is above 10⁹.
  public consuming func and(_ number: Int?) -> PackedFacts {
    and(number.map { UInt64(truncatingIfNeeded: $0 &+ 1) & (1 << 30 - 1) } ?? 0, width: 30)
  }

  /// Whether something is so, in 2 bits.
  public consuming func and(_ flag: Bool?) -> PackedFacts {
    and(flag.map { $0 ? 1 : 2 } ?? 0 as UInt64, width: 2)
  }

  /// A case, in 4 bits: there are at most 15.
  public consuming func and<Case: CaseIterable>(_ value: Case?) -> PackedFacts {
    and(ordinal(value), width: 4)
  }

  /// How many of a number's digits stand behind the point, if it is known, in 5 bits.
  public consuming func and(scaleOf number: Decimal?) -> PackedFacts {
    and(number.map { UInt64($0.scale) + 1 } ?? 0, width: 5)
  }

  /// A date, to the precision known, in 27 bits: as a number with a digit for each of its own.
  public consuming func and(_ date: PartialDate?) -> PackedFacts {
    let (year, month, day) =
      switch date {
      case nil: (0, 0, 0)
      case .year(let year): (year, 0, 0)
      case .month(let year, let month): (year, month, 0)
      case .day(let day): (day.year, day.month, day.day)
      }
    return and(UInt64(truncatingIfNeeded: (year * 100 + month) * 100 + day), width: 27)
  }

  /// A day, as a date.
  public consuming func and(_ day: Day?) -> PackedFacts { and(day.map { PartialDate.day($0) }) }
}

/// The number of a case from 1, or 0 for none.
public func ordinal<Case: CaseIterable>(_ value: Case?) -> UInt64 {
  guard let value else { return 0 }
  // Cases without payloads are laid out as one byte that counts them in the order of declaration,
  // which is that of `allCases`. Comparing with each of those would be a large part of all work.
  precondition(MemoryLayout<Case>.size == 1, "only cases without payloads are numbered")
  return withUnsafeBytes(of: value) { UInt64($0[0]) + 1 }
}

extension CaseIterable where AllCases == [Self] {
  /// The case with that number from 1; none for 0.
  init?(ordinal: UInt64) {
    guard ordinal > 0, ordinal <= UInt64(Self.allCases.count) else { return nil }
    self = Self.allCases[Int(ordinal) - 1]
  }
}

extension String {
  /// A hash that does not see white space and the width of characters, which is never 0.
  public func looseHash(_ key: ClaimKey, bits: Int) -> UInt64 {
    var hash = ClaimHash(key)
    hash.add(loosely: self)
    return hash.value(bits: bits)
  }
}
