// Titles and accidents name members by their codes, and only who is an enterprise of the cluster counts.

import Eligibility

extension ClusterMember {
  /// Whether it is said to have left before it came, so that neither can be relied on.
  var hasImpossibleTerm: Bool {
    guard let since, let until else { return false }
    return until.latest < since.earliest
  }

  /// Whether it is a member on a day; one of which neither beginning nor end is stated is one.
  func isMember(on day: Day?) -> Kleene {
    if since == nil, until == nil { return .yes }
    if hasImpossibleTerm { return .unknown }
    guard let day else { return .unknown }
    return (since?.days.isAtMost(day) ?? .yes) && (until?.days.isAtLeast(day) ?? .yes)
  }

  /// Whether it is an enterprise.
  var isEnterprise: Kleene { Kleene(kind.map { $0 == .enterprise }) }

  /// Whether it is an enterprise of the cluster on a day.
  func isEnterprise(on day: Day?) -> Kleene { isEnterprise && isMember(on: day) }

  /// Whether it was an enterprise of the cluster when something happened; who does not say since when it
  /// belongs to the cluster may have come later.
  func wasEnterprise(at date: PartialDate?) -> Kleene {
    guard let date, !hasImpossibleTerm else { return isEnterprise && .unknown }
    return isEnterprise && (since?.isNotAfter(date) ?? .unknown)
      && (until.map { date.isNotAfter($0) } ?? .yes)
  }
}

extension PartialDate {
  /// Whether it is another date or before it.
  func isNotAfter(_ other: PartialDate) -> Kleene {
    if latest <= other.earliest { return .yes }
    return earliest > other.latest ? .no : .unknown
  }
}

/// The members by their codes, made once where many are looked up.
struct MemberDirectory {
  private let list: [ClusterMember]?
  private let isComplete: Bool
  /// The numbers of the members with each code; one may be listed several times.
  private var numbers: [SocialCreditCode: [Int]] = [:]
  /// The numbers of those without a code, each of which may be the one looked for.
  private var nameless: [Int] = []

  init(_ members: ClusterMembers) {
    list = members.list
    isComplete = members.isComplete == true
    guard let list else { return }
    for number in list.indices {
      if let code = list[number].creditCode {
        numbers[code, default: []].append(number)
      } else {
        nameless.append(number)
      }
    }
  }

  /// Whether the member with a code passes a test: whether any entry of it does, or one without a code
  /// that may be it.
  func member(_ code: SocialCreditCode?, _ passes: (ClusterMember) -> Kleene) -> Kleene {
    guard let code, let list else { return .unknown }
    let entries = numbers[code]
    // Who is on no list that is complete is no member.
    var answer: Kleene = entries == nil && !isComplete ? .unknown : .no
    for number in entries ?? [] { answer = answer || passes(list[number]) }
    for number in nameless { answer = answer || (passes(list[number]) && .unknown) }
    return answer
  }

  /// The name of the member with a code, where one is stated.
  func name(of code: SocialCreditCode?) -> String? {
    guard let code, let list, let number = numbers[code]?.first else { return nil }
    return list[number].name
  }
}

extension AskedFact where Applicant == ClusterApplication {
  /// The facts by which a member is found and known to be an enterprise.
  ///
  /// - Parameter isWanted: whether what is missing of them could matter.
  static func membersLookedUp(
    when isWanted: @escaping @Sendable (ClusterApplication) -> Bool
  ) -> AskedFact {
    AskedFact(
      at: [
        "/members/list", "/members/list/*/creditCode", "/members/list/*/kind",
        "/members/list/*/since", "/members/list/*/until",
      ]
    ) { application in
      guard isWanted(application) else { return [] }
      guard let list = application.members.list else { return ["/members/list"] }
      return list.indices.flatMap { number -> [Pointer] in
        let member = list[number]
        return (member.creditCode == nil ? [Pointer("/members/list/*/creditCode", at: number)] : [])
          + (member.kind == nil ? [Pointer("/members/list/*/kind", at: number)] : [])
      }
    }
  }
}
