// The standard sort wants half the array again as a buffer; millions of numbers are sorted in place.

extension UnsafeMutableBufferPointer<UInt32> {
  /// Sorts numbers by their keys, in place, in time that does not depend on how the keys are spread.
  ///
  /// A radix sort from the highest byte (McIlroy, Bostic and McIlroy: Engineering Radix Sort, 1993);
  /// it is not stable.
  func radixSort(byte: Int = 7, by key: (UInt32) -> UInt64) {
    if count <= Few.count { return insertionSort(by: key) }
    let shift = UInt64(byte * 8)
    var next = [Int](repeating: 0, count: 256)
    for number in self { next[Int(key(number) >> shift & 0xFF)] += 1 }
    var ends = next
    var start = 0
    for value in 0..<256 {
      next[value] = start
      start += ends[value]
      ends[value] = start
    }
    for value in 0..<256 {
      while next[value] < ends[value] {
        // The number here goes where it belongs, the one there to its own place, until one fits here.
        var number = self[next[value]]
        var home = Int(key(number) >> shift & 0xFF)
        while home != value {
          swap(&number, &self[next[home]])
          next[home] += 1
          home = Int(key(number) >> shift & 0xFF)
        }
        self[next[value]] = number
        next[value] += 1
      }
    }
    if byte == 0 { return }
    start = 0
    for end in ends {
      if end - start > 1 {
        UnsafeMutableBufferPointer(rebasing: self[start..<end]).radixSort(byte: byte - 1, by: key)
      }
      start = end
    }
  }

  /// The keys of so few numbers that going through them over and over is the fastest way.
  private typealias Few = InlineArray<24, UInt64>

  private func insertionSort(by key: (UInt32) -> UInt64) {
    var keys = Few(repeating: 0)
    for index in indices {
      let number = self[index]
      let place = key(number)
      var hole = index
      while hole > 0, keys[hole - 1] > place {
        keys[hole] = keys[hole - 1]
        self[hole] = self[hole - 1]
        hole -= 1
      }
      keys[hole] = place
      self[hole] = number
    }
  }
}
