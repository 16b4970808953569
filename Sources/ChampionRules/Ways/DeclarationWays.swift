// Most conditions ask what the enterprise is and has done: what is merely not stated is to be supplied, and
// little of the rest can be brought about.

import CommonFacts
import Eligibility

extension Application {
  var legalPersonWays: [Way] {
    if enterprise.isLegalPerson != nil { return [] }
    return [
      Way(
        .fact,
        Reason(
          Message(
            "legal-person-stated", zh: "写明具有独立法人资格",
            en: "it is an independent legal person, and the file says so")),
        [FactEdit("/enterprise/isLegalPerson", .flag(true))])
    ]
  }

  func sectorWays(now: Int) -> [Way] {
    guard let industry = enterprise.industryCode else { return [] }
    let manufactures =
      enterprise.sector == .manufacturing || enterprise.sector == nil && industry.isManufacturing
    var edits: [FactEdit] = []
    if enterprise.sector == nil {
      let sector: Enterprise.Sector = manufactures ? .manufacturing : .productiveServices
      edits.append(FactEdit("/enterprise/sector", .text(sector.rawValue)))
    }
    guard manufactures else {
      return edits.isEmpty
        ? []
        : [
          Way(
            .fact,
            Reason(
              Message(
                "services-stated", zh: "写明从事生产性服务业",
                en: "it provides productive services, and the file says so")), edits)
        ]
    }
    let capabilities = enterprise.capabilities
    let all: [(key: String, has: Bool?, name: Wording)] = [
      ("development", capabilities.development, Wording(zh: "研发", en: "development")),
      ("design", capabilities.design, Wording(zh: "设计", en: "design")),
      ("manufacturing", capabilities.manufacturing, Wording(zh: "制造", en: "manufacturing")),
    ]
    let wanted = all.filter { $0.has != true }
    let isLacking = wanted.contains { $0.has == false }
    // What is lacking in a round is not brought about in the same one.
    if isLacking, applicationYear == now { return [] }
    edits += wanted.map { FactEdit("/enterprise/capabilities/\($0.key)", .flag(true)) }
    if edits.isEmpty { return [] }
    let names: Reason.Values = ["wanted": .list(wanted.map { .term($0.name) })]
    return [
      isLacking
        ? Way(
          .effort,
          Reason(
            Message(
              "capabilities-gained", zh: "具备所缺的能力：{wanted}",
              en: "the capabilities wanted are gained: {wanted}"), names), edits)
        : wanted.isEmpty
          ? Way(
            .fact,
            Reason(
              Message(
                "manufacturing-stated", zh: "写明属制造业",
                en: "it is a manufacturer, and the file says so")), edits)
          : Way(
            .fact,
            Reason(
              Message(
                "capabilities-stated", zh: "确有并写明各项能力：{wanted}",
                en: "it has these capabilities, and the file says so: {wanted}"), names), edits)
    ]
  }

  var publicInterestWays: [Way] {
    if enterprise.hasHarmedPublicInterest != nil { return [] }
    return [
      Way(
        .fact,
        Reason(
          Message(
            "no-harm-stated", zh: "写明没有损害国家利益和人民利益的行为",
            en: "its conduct has harmed neither national nor public interest, and the file says so")
        ),
        [FactEdit("/enterprise/hasHarmedPublicInterest", .flag(false))])
    ]
  }

  /// - Parameter key: the member of the list in an application's enterprise.
  func lookUpWays(_ result: Enterprise.ListLookUp, _ key: String, now: Int) -> [Way] {
    guard let filing = filingDate else { return [] }
    let isListed = result.isListed == true
    // In the round itself there is still time for a removal only where a later look-up can be made.
    if isListed, applicationYear == now, let day = result.lookedUp, day >= filing { return [] }
    let message =
      isListed
      ? Message(
        "removed-from-list", zh: "移出名录，并在不晚于 {day} 重新查询时未被列入",
        en: "the entry is removed, and a new look-up by {day} does not find it")
      : Message(
        "looked-up", zh: "在申报年度内、不晚于 {day} 查询，未被列入",
        en: "a look-up in the year of the round, by {day}, does not find it")
    return [
      Way(
        isListed ? .effort : .fact, Reason(message, ["day": .day(filing)]),
        [
          FactEdit("/enterprise/\(key)/isListed", .flag(false)),
          FactEdit("/enterprise/\(key)/lookedUp", .day(filing)),
        ])
    ]
  }

  var productPolicyWays: [Way] {
    let others = otherProducts ?? []
    var edits: [FactEdit] = []
    if product.policyClass == nil { edits.append(FactEdit("/product/policyClass", .permitted)) }
    if others.contains(where: { $0.policyClass?.isExcluded == true }) {
      // The products that stay, as the application states them.
      let rest = others.filter { $0.policyClass?.isExcluded != true }.map { other in
        let name = other.name.map { [FactValue.Member("name", .text($0))] } ?? []
        let policyClass = other.policyClass.map { FactValue.text($0.rawValue) } ?? .permitted
        return FactValue.object(name + [FactValue.Member("policyClass", policyClass)])
      }
      return [
        Way(
          .effort,
          Reason(
            Message(
              "excluded-products-given-up", zh: "停止提供属于禁止、限制或淘汰类的其他产品",
              en: "the other products in a prohibited, restricted or eliminated class are no "
                + "longer supplied")),
          edits + [FactEdit("/otherProducts", .list(rest))])
      ]
    }
    if otherProducts == nil { edits.append(FactEdit("/otherProducts", .list([]))) }
    for number in others.indices where others[number].policyClass == nil {
      edits.append(FactEdit("/otherProducts/\(number)/policyClass", .permitted))
    }
    if edits.isEmpty { return [] }
    return [
      Way(
        .fact,
        Reason(
          Message(
            "policy-classes-stated", zh: "写明申报产品和全部其他产品的类别，均不属于禁止、限制或淘汰类",
            en: "the classes of the product and of all others are stated, and none is "
              + "prohibited, restricted or eliminated")),
        edits)
    ]
  }

  func cleanRecordWays(_ law: Thresholds) -> [Way] {
    guard let incidents else {
      return [
        Way(
          .fact,
          Reason(
            Message(
              "no-incidents-stated", zh: "近 {years} 年没有事故和违法违规，写空列表 []",
              en:
                "there was neither an accident nor a violation in {years} years, and an empty list "
                + "[] says so"), ["years": .count(law.cleanRecordYears.value)]),
          [FactEdit("/incidents", .list([]))])
      ]
    }
    // Each is given by its number; what the authority determines of it the file does not say yet.
    let unsettled = incidents.indices.filter { number in
      incidents[number].determination.status.map { $0 == .pending } ?? true
    }
    let gradable = incidents.indices.filter { incidents[$0].mayBeBelowMajor }
    let settled = gradable.filter { !unsettled.contains($0) }
    func parts(clearing cleared: [Int], grading graded: [Int]) -> [Reason] {
      func reason(_ message: Message, _ numbers: [Int]) -> [Reason] {
        let named: Reason.Values = [
          "incidents": .list(numbers.map { .term(incidents[$0].description) })
        ]
        return numbers.isEmpty ? [] : [Reason(message, named)]
      }
      return reason(
        Message(
          "determination-clears", zh: "主管部门认定不属于所列情形：{incidents}",
          en: "the authority determines that it was no such incident: {incidents}"), cleared)
        + reason(
          Message(
            "determined-below-major", zh: "主管部门认定的等级为一般或较大，未达到重大：{incidents}",
            en: "the authority determines a grade below major: {incidents}"), graded)
    }
    func edits(clearing cleared: [Int], grading graded: [Int]) -> [FactEdit] {
      func place(_ number: Int, _ member: String) -> String { "/incidents/\(number)/\(member)" }
      return cleared.map { FactEdit(place($0, "determination/status"), .text("cleared")) }
        + graded.flatMap { number in
          (incidents[number].grade == nil
            ? [FactEdit(place(number, "grade"), .text(IncidentGrade.ordinary.rawValue))] : [])
            + (unsettled.contains(number)
              ? [FactEdit(place(number, "determination/status"), .text("confirmed"))] : [])
        }
    }
    func way(clearing cleared: [Int], grading graded: [Int]) -> [Way] {
      Way(
        .fact, parts: parts(clearing: cleared, grading: graded),
        edits(clearing: cleared, grading: graded)
      ).map { [$0] } ?? []
    }
    // That no grade was reached is another outcome than that there was nothing of the kind.
    let ungraded = unsettled.filter { !gradable.contains($0) }
    return (unsettled.isEmpty ? [] : way(clearing: unsettled, grading: settled))
      + (gradable.isEmpty ? [] : way(clearing: ungraded, grading: gradable))
  }

  var banWays: [Way] {
    if revocations != nil { return [] }
    return [
      Way(
        .fact,
        Reason(
          Message(
            "no-revocations-stated", zh: "从未被撤销认定，写空列表 []",
            en: "no recognition was ever revoked, and an empty list [] says so")),
        [FactEdit("/revocations", .list([]))])
    ]
  }

  var reviewWays: [Way] {
    let asFirst = [FactEdit("/kind", .text(ApplicationKind.first.rawValue))]
    guard kind == .review else {
      return [
        Way(
          .fact,
          Reason(
            Message(
              "first-application-stated", zh: "属首次申报，写明即可",
              en: "it is a first application, and the file says so")), asFirst)
      ]
    }
    if certificate.isRevoked == true || certificate.isReviewRightCancelled == true
      || certificate.isForThisProduct == false
    {
      return [
        Way(
          .effort,
          Reason(
            Message(
              "first-application-instead", zh: "不申报复核，改为首次申报",
              en: "a first application is filed instead of a review")), asFirst)
      ]
    }
    var edits: [FactEdit] = []
    if certificate.product == nil, let name = product.name {
      edits.append(FactEdit("/certificate/product", .text(name)))
    } else if certificate.isForThisProduct == nil {
      edits.append(FactEdit("/certificate/isForThisProduct", .flag(true)))
    }
    if certificate.isRevoked == nil {
      edits.append(FactEdit("/certificate/isRevoked", .flag(false)))
    }
    if certificate.isReviewRightCancelled == nil {
      edits.append(FactEdit("/certificate/isReviewRightCancelled", .flag(false)))
    }
    if edits.isEmpty { return [] }
    return [
      Way(
        .fact,
        Reason(
          Message(
            "certificate-stated", zh: "写明证书即本产品的证书，认定未被撤销，复核资格未被取消",
            en: "the certificate is for this product, neither it nor the right to review was "
              + "withdrawn, and the file says so")), edits)
    ]
  }
}

extension Incident {
  /// Whether it is an accident of which it is open whether the authority gives it a grade below major.
  fileprivate var mayBeBelowMajor: Bool {
    guard kind?.isAccident == true, grade?.isMajor != true else { return false }
    switch determination.status {
    case .cleared: return false
    case .confirmed: return grade == nil
    case .pending, nil: return true
    }
  }
}

extension FactValue {
  /// A class that Article 3 does not exclude.
  fileprivate static var permitted: FactValue { .text(PolicyClass.permitted.rawValue) }
}
