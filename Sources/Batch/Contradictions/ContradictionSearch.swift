// Contradictions are found by putting equal claims side by side, of the few applications that have any.

import Judging

/// A search for contradictions among the claims of a batch.
///
/// The order in which groups are met depends on hashes and so on the run; that of a ``ContradictionList`` does
/// not.
struct ContradictionSearch {
  private let claims: ClaimIndex
  /// The applications that the step under way looks at; only these are moved, never the records.
  private var numbers: [UInt32] = []
  /// The contradictions found, by their kinds.
  private(set) var found: [Contradiction.Kind: ContradictionList.OneKind] = [:]

  private typealias Key = (ClaimRecord) -> UInt64
  private typealias Visit = (inout ContradictionSearch, Range<Int>) -> Void

  init(_ claims: ClaimIndex) { self.claims = claims }

  // MARK: What contradicts what

  /// Finds enterprises that filed more than once.
  mutating func findRepeatedApplicants() {
    let all = gatherRepeated { $0.creditCode?.low ?? 0 }
    eachApplicantWithCode(of: all) { search, range in
      guard range.count > 1, search.record(at: range.lowerBound).creditCode != nil else { return }
      var products = 0
      var unnamed = 0
      search.eachGroup(of: range, by: { UInt64($0.product) }) { search, group in
        if search.record(at: group.lowerBound).product == 0 {
          unnamed = group.count
          return
        }
        products += 1
        if group.count > 1 { search.add(.sameApplicant, group) }
      }
      if products > 1 || unnamed > 0 { search.add(.sameApplicantOtherProduct, range) }
    }
  }

  /// Finds applications that say the same under different names.
  mutating func findRepeatedContent() {
    let all = gatherRepeated { $0.content }
    eachGroup(of: all, by: { $0.content }) { search, group in
      guard group.count > 1 else { return }
      // What follows from the content has to agree too, so that a hash alone accuses nobody.
      search.eachGroup(of: group, by: { $0.classKey }) { search, group in
        search.eachGroup(of: group, by: { UInt64($0.product) }) { search, group in
          if search.hasDifferentNames(group) { search.add(.sameContent, group) }
        }
      }
    }
  }

  /// Finds ranks held by several applicants, and shares that add up to more than the whole.
  mutating func findMarketContradictions() {
    let all = gatherRepeated { $0.classKey }
    eachGroup(of: all, by: { $0.classKey }) { search, group in
      guard group.count > 1 else { return }
      search.eachGroup(of: group, by: { $0.yearAndBasis }) { search, group in
        guard group.count > 1, search.record(at: group.lowerBound).segment != nil else { return }
        search.findEqualRanks(group)
        search.findExcess(group, .provincialShares) { $0.provincialShare }
        search.findExcess(group, .nationalShares) { $0.nationalShare }
      }
    }
  }

  /// Finds applications filed with another bureau.
  mutating func findOtherBureaus(than expected: Int) {
    for number in 0..<claims.count {
      if let bureau = claims[number].bureau, bureau != expected {
        found[.otherBureau, default: ContradictionList.OneKind()].add([UInt32(number)])
      }
    }
  }

  private mutating func findEqualRanks(_ group: Range<Int>) {
    let ranks: [(Contradiction.Kind, Key)] = [
      (.firstInProvince, { $0.isFirstInProvince ? 1 : 0 }),
      (.sameNationalRank, { UInt64($0.nationalRank) }),
      (.sameWorldRank, { UInt64($0.worldRank) }),
    ]
    for (kind, rank) in ranks {
      eachGroup(of: group, by: rank) { search, claimants in
        let claimed = Int(rank(search.record(at: claimants.lowerBound)))
        guard claimed > 0, claimants.count > 1 else { return }
        var applicants = 0
        search.eachApplicant(of: claimants) { _, _ in applicants += 1 }
        // Whoever else claims the rank, without saying who it is, contradicts one of the two.
        if applicants > 1 { search.add(kind, claimants) }
      }
    }
  }

  private mutating func findExcess(
    _ group: Range<Int>, _ kind: Contradiction.Kind, _ share: (ClaimRecord) -> MarketShare
  ) {
    let shared = moveToEnd(of: group) { share($0).units > 0 && $0.isApplicantKnown }
    let (sum, applicants) = sum(of: shared, share)
    if applicants > 1, sum.exceedsWhole { add(kind, shared) }
  }

  /// What the applicants in a range claim together, and how many they are.
  private mutating func sum(
    of shared: Range<Int>, _ share: (ClaimRecord) -> MarketShare
  ) -> (sum: ShareSum, applicants: Int) {
    var sum = ShareSum()
    var applicants = 0
    eachApplicant(of: shared) { search, applications in
      // Whichever of its own figures is right: the smallest is certainly claimed.
      let units = applications.map { share(search.record(at: $0)).units }
      sum.add(MarketShare(units: units.min() ?? 0))
      applicants += 1
    }
    return (sum, applicants)
  }

  /// The same for the applications of one contradiction.
  static func sum(
    of numbers: ArraySlice<UInt32>, in claims: ClaimIndex, _ share: (ClaimRecord) -> MarketShare
  ) -> (sum: ShareSum, applicants: Int) {
    var search = ContradictionSearch(claims)
    search.numbers = Array(numbers)
    return search.sum(of: search.numbers.indices, share)
  }

  private func hasDifferentNames(_ group: Range<Int>) -> Bool {
    var code: PackedCreditCode?
    var name: UInt64 = 0
    for index in group {
      let record = record(at: index)
      if let known = record.creditCode {
        if let code, code != known { return true }
        code = known
      }
      if record.name != 0 {
        if name != 0, name != record.name { return true }
        name = record.name
      }
    }
    return false
  }

  // MARK: Applicants

  /// Visits each applicant's applications.
  ///
  /// An applicant is known by its social credit code. Where that is unknown the name has to do, unless
  /// it stands elsewhere in the range with a code: then the application is that applicant's, and is
  /// not visited. Applications without code and name are nobody's.
  private mutating func eachApplicant(of range: Range<Int>, _ visit: Visit) {
    let coded = moveToEnd(of: range) { $0.creditCode != nil }
    let named = moveToEnd(of: range.lowerBound..<coded.lowerBound) { $0.name != 0 }
    let others = named.isEmpty ? named : unmatchedNames(among: named, to: coded)
    eachApplicantWithCode(of: coded, visit)
    eachGroup(of: others, by: { $0.name }, visit)
  }

  private mutating func eachApplicantWithCode(of range: Range<Int>, _ visit: Visit) {
    eachGroup(of: range, by: { $0.creditCode?.low ?? 0 }) { search, group in
      search.eachGroup(of: group, by: { UInt64($0.creditCode?.high ?? 0) }, visit)
    }
  }

  /// Moves the applications whose name none of the others has to the front, and tells which they are.
  private mutating func unmatchedNames(among named: Range<Int>, to others: Range<Int>) -> Range<Int>
  {
    sort(named, by: { $0.name })
    sort(others, by: { $0.name })
    var end = named.lowerBound
    var other = others.lowerBound
    for index in named {
      let name = record(at: index).name
      while other < others.upperBound, record(at: other).name < name { other += 1 }
      if other < others.upperBound, record(at: other).name == name { continue }
      numbers.swapAt(end, index)
      end += 1
    }
    return named.lowerBound..<end
  }

  // MARK: Groups

  private func record(at index: Int) -> ClaimRecord { claims[Int(numbers[index])] }

  private mutating func add(_ kind: Contradiction.Kind, _ range: Range<Int>) {
    sort(range) { UInt64($0) }
    found[kind, default: ContradictionList.OneKind()].add(numbers[range])
  }

  /// Starts a step with the applications that have a key in common with others, and perhaps some
  /// that have not; 0 is no key.
  private mutating func gatherRepeated(by key: Key) -> Range<Int> {
    var keys = RepeatedKeys(of: claims.count)
    claims.forEach { _, record in keys.add(key(record)) }
    numbers.removeAll(keepingCapacity: true)
    claims.forEach { number, record in
      if keys.mayRepeat(key(record)) { numbers.append(UInt32(number)) }
    }
    return numbers.indices
  }

  /// Moves those that pass to the end of the range, and tells which they are.
  private mutating func moveToEnd(
    of range: Range<Int>, where passes: (ClaimRecord) -> Bool
  ) -> Range<Int> {
    var start = range.upperBound
    for index in range.reversed() where passes(record(at: index)) {
      start -= 1
      numbers.swapAt(start, index)
    }
    return start..<range.upperBound
  }

  /// Visits each group of applications with equal keys; a visit may change the order within its group.
  private mutating func eachGroup(of range: Range<Int>, by key: Key, _ visit: Visit) {
    // An odd factor keeps different keys different and spreads them over all bits.
    let claims = self.claims
    sort(range) { key(claims[Int($0)]) &* 0x9E37_79B9_7F4A_7C15 }
    var start = range.lowerBound
    while start < range.upperBound {
      let first = key(record(at: start))
      var end = start + 1
      while end < range.upperBound, key(record(at: end)) == first { end += 1 }
      visit(&self, start..<end)
      start = end
    }
  }

  private mutating func sort(_ range: Range<Int>, by key: Key) {
    let claims = self.claims
    sort(range) { key(claims[Int($0)]) }
  }

  private mutating func sort(_ range: Range<Int>, by key: (UInt32) -> UInt64) {
    if range.count < 2 { return }
    numbers.withUnsafeMutableBufferPointer { numbers in
      UnsafeMutableBufferPointer(rebasing: numbers[range]).radixSort(by: key)
    }
  }
}

/// Which keys occur more than once: all that do, and by chance some that do not.
///
/// Nearly every key is one application's alone. Bits, eight to sixteen for each application, are
/// enough to see that, where sorting would have to move all keys.
private struct RepeatedKeys {
  /// Pairs of words: which slots some key has fallen into, and which a further one.
  private var words: [UInt64]
  private let shift: UInt64

  init(of count: Int) {
    let width = Int.bitWidth - max(count * 8, 64).leadingZeroBitCount
    words = Array(repeating: 0, count: 2 << (width - 6))
    shift = UInt64(64 - width)
  }

  /// The slot of a key; similar keys fall into different ones.
  private func slot(of key: UInt64) -> (word: Int, bit: UInt64) {
    let slot = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
    return (Int(slot >> 6) * 2, 1 << (slot & 63))
  }

  /// Adds a key, unless it is 0.
  mutating func add(_ key: UInt64) {
    if key == 0 { return }
    let (word, bit) = slot(of: key)
    words[word + 1] |= words[word] & bit
    words[word] |= bit
  }

  /// Whether a key may have been added more than once.
  func mayRepeat(_ key: UInt64) -> Bool {
    if key == 0 { return false }
    let (word, bit) = slot(of: key)
    return words[word + 1] & bit != 0
  }
}
