// Property tests need many values and the same ones on every machine, so chance comes from a seed.

import Testing

/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same values everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range.
  mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A number of the range.
  mutating func pick(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

  /// A number of one to `digits` digits, every length equally likely, of either sign.
  mutating func number(upTo digits: Int) -> Int64 {
    var limit: Int64 = 1
    for _ in 0..<pick(1...digits) { limit *= 10 }
    return pick((1 - limit)...(limit - 1))
  }
}

@Suite struct SeededGeneratorTests {
  /// The values that the authors' C program prints for the seed 1234567.
  @Test func `follows the reference`() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }
}
