// Of some programmes applications name others, or compete for a few places: what contradicts there is rare, and
// found by comparing lists.

import Eligibility
import Judging

extension ClaimIndex {
  /// Enterprises that more than one application names as its own, together for the same applications.
  func sharedParticipants() -> [Contradiction] {
    let order = participants.sorted {
      ($0.code.high, $0.code.low, $0.application) < ($1.code.high, $1.code.low, $1.application)
    }
    var codes: [[UInt32]: [PackedCreditCode]] = [:]
    var start = 0
    while start < order.count {
      let end = order[start...].firstIndex { $0.code != order[start].code } ?? order.count
      var applications: [UInt32] = []
      for entry in order[start..<end] where applications.last != entry.application {
        applications.append(entry.application)
      }
      if areOfSeveral(applications) { codes[applications, default: []].append(order[start].code) }
      start = end
    }
    return codes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { applications, codes in
      Contradiction(
        kind: .sharedParticipant, applications: applications.map { Int($0) },
        reason: Reason(
          .sharedParticipant,
          [
            "count": .count(applications.count), "enterprises": .count(codes.count),
            "codes": .list(codes.map { .text($0.text) }),
          ]))
    }
  }

  /// Whether applications are not all known to be of one applicant for one thing, which is found anyway.
  private func areOfSeveral(_ applications: [UInt32]) -> Bool {
    guard applications.count > 1, let first = applications.first.map({ self[Int($0)] }) else {
      return false
    }
    if first.creditCode == nil || first.product == 0 { return true }
    return applications.contains { number in
      let other = self[Int(number)]
      return other.creditCode != first.creditCode || other.product != first.product
    }
  }

  /// That more applicants are eligible than a quota allows to recommend.
  func exceeding(_ quota: Quota) -> [Contradiction] {
    var applications: [Int] = []
    var codes: Set<PackedCreditCode> = []
    var nameless = 0
    forEach { number, record in
      guard record.isEligible else { return }
      applications.append(number)
      if let code = record.creditCode { codes.insert(code) } else { nameless += 1 }
    }
    let count = codes.count + nameless
    guard count > quota.limit else { return [] }
    return [
      Contradiction(
        kind: .quota, applications: applications,
        reason: Reason(quota.says, ["limit": .count(quota.limit), "count": .count(count)]))
    ]
  }
}

extension Message {
  static let sharedParticipant = Message(
    "shared-participant",
    says: Wording(
      zh: "请核实：{count} 份申报材料列有相同的 {enterprises} 家企业：{codes}",
      en: "verify: {count} applications list the same enterprises ({enterprises}): {codes}"))
}
