// Property tests need many applications and the same ones on every machine; chance comes from a seed.

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

  /// One of the choices; there has to be one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[pick(0...choices.count - 1)] }

  /// Whether an event of such a probability happens.
  mutating func happens(inPercent percent: Int) -> Bool { pick(1...100) <= percent }
}
