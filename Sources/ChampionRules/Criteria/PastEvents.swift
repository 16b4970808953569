// Accidents and revocations count under some readings and not under others; both are told alike.

import Eligibility

/// Which of several events stand in the way under which readings.
struct PastEvents {
  /// Whether each event counts, under each reading.
  let counts: [[Kleene]]
  /// The numbers of the events that are not known to count under no reading.
  let open: [Int]
  /// Those of them that count under every reading.
  let certain: [Int]
  /// The others.
  let uncertain: [Int]
  /// All of them, those first that count under every reading.
  var named: [Int] { certain + uncertain }

  init(_ counts: [[Kleene]]) {
    self.counts = counts
    let open = counts.indices.filter { counts[$0].disjunction() != .no }
    let certain = open.filter { counts[$0].conjunction() == .yes }
    self.open = open
    self.certain = certain
    uncertain = open.filter { !certain.contains($0) }
  }

  /// Whether it is open under some reading whether an event counts.
  var isUnclear: Bool { open.contains { counts[$0].contains(.unknown) } }

  /// The places of the events named.
  func places(in list: String) -> [Pointer] { named.map { Pointer(list + "/*", at: $0) } }
}
