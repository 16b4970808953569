// How many services, of how many clients, can be scored: certainly, possibly, or not at all.

import CommonFacts
import Eligibility

extension PlatformServiceGiven {
  /// Whether the client is a national little giant.
  private var isForLittleGiant: Kleene {
    switch title {
    case nil: .unknown
    case .littleGiant, .keyLittleGiant: .yes
    default: .no
    }
  }

  /// Whether the batch stated is one that there was, or none is stated.
  private var hasPossibleBatch: Bool {
    batch.map { $0 <= PlatformThresholds.of2021.lastBatch.value } ?? true
  }

  /// Whether client and field are of the kind that is scored.
  var isOfKindScored: Kleene { isForLittleGiant && Kleene(field.map { $0 != .other }) }

  /// Whether at least one document proves it.
  var hasProof: Kleene {
    Kleene(attached: contract) || Kleene(attached: invoice) || Kleene(attached: receipt)
  }

  /// Whether contract, invoice and proof of payment are there, in original and copy.
  private var isFullyProven: Kleene {
    Kleene(attached: contract) && Kleene(attached: invoice) && Kleene(attached: receipt)
      && Kleene(hasOriginals)
  }

  /// Whether it can be scored in an application filed on a day: `unknown` is perhaps.
  func canBeScored(filed filing: Day?) -> Kleene {
    var isInTime = Kleene.unknown
    if let date, let filing { isInTime = date.days.isAtMost(filing) }
    let isPossible = isOfKindScored && isInTime && hasProof
    if isPossible == .no { return .no }
    return (isPossible && isFullyProven) == .yes && hasPossibleBatch ? .yes : .unknown
  }
}

extension PlatformApplication {
  /// How many of the services given can certainly be scored, and how many at most; `nil` where they are
  /// not known.
  public var scoredTimes: (certain: Int, most: Int)? {
    guard let servicesGiven else { return nil }
    let answers = servicesGiven.map { $0.canBeScored(filed: filingDate) }
    return (answers.filter { $0 == .yes }.count, answers.filter { $0 != .no }.count)
  }
}

/// The services given, counted by whether they can be scored.
struct ServiceTally {
  private var certain: [PlatformServiceGiven] = []
  private var possible: [PlatformServiceGiven] = []
  private var excluded = 0
  private let province: String
  /// The code of each client whose name stands with one; of several the first in the order of codes.
  private let codes: [ComparableName: String]

  init(_ services: [PlatformServiceGiven], filed filing: Day?, in province: String) {
    self.province = province
    var codes: [ComparableName: String] = [:]
    for service in services {
      if let name = service.client, let code = service.creditCode?.text {
        let known = codes[ComparableName(name)] ?? code
        codes[ComparableName(name)] = min(known, code)
      }
    }
    self.codes = codes
    for service in services {
      switch service.canBeScored(filed: filing) {
      case .yes: certain.append(service)
      case .unknown: possible.append(service)
      case .no: excluded += 1
      }
    }
  }

  private var most: [PlatformServiceGiven] { certain + possible }

  private var outside: [PlatformServiceGiven] {
    most.filter { $0.domicile.map { !$0.begins(with: province) } ?? false }
  }

  private var unplaced: Int { most.filter { $0.domicile == nil }.count }

  /// Whether it is known of all services that may be scored where the client is.
  var isAllPlaced: Bool { unplaced == 0 }

  /// How many clients some services went to; those of whom nothing is said are not counted.
  private func clients(of services: [PlatformServiceGiven]) -> Int {
    var known: Set<String> = []
    var named: Set<ComparableName> = []
    for service in services {
      let name = service.client.map { ComparableName($0) }
      if let code = service.creditCode?.text ?? name.flatMap({ codes[$0] }) {
        known.insert(code)
      } else if let name {
        named.insert(name)
      }
    }
    return known.count + named.count
  }

  var values: Reason.Values {
    [
      "times": .count(certain.count + possible.count + excluded),
      "certainTimes": .count(certain.count), "certainClients": .count(clients(of: certain)),
      "mostTimes": .count(most.count), "mostClients": .count(clients(of: most)),
      "excludedTimes": .count(excluded), "outsideTimes": .count(outside.count),
      "outsideClients": .count(clients(of: outside)), "unplacedTimes": .count(unplaced),
    ]
  }
}
