// Section 4(2)4: services already given are scored by rules that nobody has published, so they are only counted.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Section 4(2)4: services already given.
  public static let record = Criterion(
    PlatformJudgement.record.rawValue, clauses: [.section4(2, 4)], role: .judgement,
    title: Wording(zh: "已开展的服务", en: "Services already given"),
    rule: Wording(
      zh: "已服务的国家“专精特新”企业户数和次数，由专家评分（分值未公布，不作计算）；列出可以计分的范围：服务对象、领域、时间均符合且合同、"
        + "发票、收款证明的原件和复印件齐备的为确定，材料不全的为可能，无证明、属其他领域或其他对象、晚于申报日的不计；声明没有服务的，按零列出",
      en:
        "clients and times of services to national little giants are scored by experts (no points are "
        + "published, so none are computed); shown is the range that can be scored: certain with client, "
        + "field and time as asked and contract, invoice and receipt in original and copy, possible with "
        + "some of these, not without proof, of another field or client, or after filing; an empty list "
        + "is shown as zero"),
    settledReadings: [
      Reading(
        "national-little-giants",
        Wording(
          zh: "国家“专精特新”企业指国家级专精特新“小巨人”企业",
          en: "a national specialised and new enterprise is a national little giant"),
        ground: Wording(
          zh: "第二部分和三（二）写明服务对象是国家级专精特新“小巨人”企业，国家层面没有别的“专精特新”称号",
          en:
            "Sections 2 and 3(2) name national little giants as the clients, and there is no other title "
            + "of that kind at the national level"))
    ],
    asks: [
      AskedFact("/statements/platform-record/text") {
        $0.servicesGiven?.isEmpty != true && !$0.statements.record.hasText
      },
      AskedFact(
        list: "/servicesGiven", { $0.servicesGiven },
        members: [
          ("client", { $0.client == nil && $0.creditCode == nil }), ("title", { $0.title == nil }),
          ("field", { $0.field == nil }), ("date", { $0.date == nil }),
          ("contract", { $0.contract == nil }), ("invoice", { $0.invoice == nil }),
          ("receipt", { $0.receipt == nil }), ("hasOriginals", { $0.hasOriginals == nil }),
        ]),
      AskedFact(optional: "/servicesGiven/*/creditCode"),
      AskedFact(optional: "/servicesGiven/*/batch"),
      AskedFact(optional: "/servicesGiven/*/domicile"), AskedFact(optional: "/filingDate"),
      AskedFact(optional: "/statements/platform-record/evidence"),
    ],
    evidence: [
      .ofEachService(zh: "服务合同", en: "contract of each service", "contract") { $0.contract },
      .ofEachService(zh: "服务发票", en: "invoice of each service", "invoice") { $0.invoice },
      .ofEachService(zh: "收款证明", en: "proof of payment of each service", "receipt") { $0.receipt },
    ],
    decide: { application, _ -> Outcome in
      guard let services = application.servicesGiven else { return .undetermined }
      return services.isEmpty || application.statements.record.hasText ? .forReview : .undetermined
    },
    explain: { _, application, law, say in
      guard let services = application.servicesGiven else { return .missing }
      if services.isEmpty {
        return say(
          "no-service-given", zh: "声明没有开展过服务，按零列出，由专家评判",
          en: "no service is declared; shown as zero, for experts to judge")
      }
      let tally = ServiceTally(services, filed: application.filingDate, in: law.province.value)
      return say(
        tally.isAllPlaced ? "services-given" : "services-given-some-unplaced",
        zh:
          "所列 {times} 次服务中，确定可以计分的 {certainTimes} 次、{certainClients} 户，至多 {mostTimes} 次、{mostClients} 户，"
          + "不能计分的 {excludedTimes} 次；至多的部分中，服务对象在省外的 {outsideTimes} 次、{outsideClients} 户"
          + (tally.isAllPlaced ? "" : "，未写明所在地的 {unplacedTimes} 次"),
        en:
          "services listed: {times}; certain to be scored {certainTimes} (clients: {certainClients}), at "
          + "most {mostTimes} (clients: {mostClients}), not at all {excludedTimes}; of the most, outside the "
          + "province {outsideTimes} (clients: {outsideClients})"
          + (tally.isAllPlaced ? "" : ", of clients whose place is not stated {unplacedTimes}"),
        tally.values)
    })
}

extension Evidence where Applicant == PlatformApplication {
  /// A document of each service given, which Section 4(2)4 names.
  fileprivate static func ofEachService(
    zh: String, en: String, _ key: String, count: @escaping @Sendable (PlatformServiceGiven) -> Int?
  ) -> Evidence {
    Evidence(zh: zh, en: en, by: .applicant, under: .section4(2, 4)) { application in
      var places: [(place: Pointer, isGiven: Bool)] = []
      // Of a service that is not scored whatever proves it, no proof is wanted.
      for (number, service) in (application.servicesGiven ?? []).enumerated()
      where service.isOfKindScored != .no {
        places.append(
          (
            Pointer("/servicesGiven/*/" + key, at: number),
            Kleene(attached: count(service)) == .yes
          ))
      }
      return places
    }
  }
}
