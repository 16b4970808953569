// Facts that decide nothing but look wrong are pointed out, so that a slip is found before filing.

import CommonFacts
import Eligibility

/// The checks that look for slips; their limits are this program's, not the notice's.
public enum PlatformPlausibility {
  /// Everything odd about an application, in the order of the application's format.
  public static func notices(on application: PlatformApplication) -> [Notice] {
    var notices: [Notice] = []
    filing(application, &notices)
    place(application, &notices)
    notices.checkCode(
      application.enterprise.creditCode, in: law.province.value,
      of: Wording(zh: "机构", en: "an institution"), document: Wording(zh: "证照", en: "licence"))
    founding(application, &notices)
    licence(application.enterprise, &notices)
    level(application, &notices)
    for (number, service) in (application.servicesGiven ?? []).enumerated() {
      check(service, number, of: application, &notices)
    }
    length(application.profile, "/profile", Wording(zh: "平台简介", en: "profile"), &notices)
    length(
      application.summary, "/summary", Wording(zh: "服务内容、绩效说明", en: "note on services and results"),
      &notices)
    return notices
  }

  private static let law = PlatformThresholds.of2021

  private static func filing(_ application: PlatformApplication, _ notices: inout [Notice]) {
    guard let filing = application.filingDate, filing > law.deadline.value else { return }
    notices.append(
      Notice(
        Message(
          "filed-after-the-round", zh: "申报日 {filing} 在本轮截止（{deadline}）之后",
          en: "the filing date {filing} is after the round closed on {deadline}",
          mend: Wording(zh: "核对申报日", en: "check the filing date")),
        ["filing": .day(filing), "deadline": .day(law.deadline.value)], at: ["/filingDate"]))
  }

  // MARK: Places

  private static func place(_ application: PlatformApplication, _ notices: inout [Notice]) {
    if let (bureau, division) = application.bureau.both(application.bureauDivision),
      !bureau.covers(division)
    {
      notices.append(
        Notice(
          Message(
            "bureaus-differ", zh: "所填受理部门所在地 {division} 不在{bureau}辖区",
            en: "the receiving bureau's place, {division}, is outside the area of {bureau}",
            mend: Wording(zh: "核对两项", en: "check both")),
          ["division": .text(division.code), "bureau": .term(bureau.name)],
          at: ["/bureau", "/bureauDivision"]))
    }
    guard let domicile = application.enterprise.domicile else { return }
    notices.checkDivision(domicile, document: "证照")
    notices.checkBureau(application.bureau, of: domicile, in: law.province.value)
    // Outside the province no bureau is responsible.
    guard domicile.begins(with: law.province.value) else { return }
    if let division = application.bureauDivision, !division.mayHold(domicile) {
      notices.append(
        Notice(
          Message(
            "received-elsewhere", zh: "受理部门所在地（{division}）与住所（{domicile}）不是一地",
            en: "received by the bureau of {division}, but the domicile is {domicile}",
            mend: Wording(
              zh: "材料报送住所所在地的部门；有误的，更正代码",
              en: "file with the bureau of the domicile, or correct the codes")),
          ["division": .text(division.code), "domicile": .text(domicile.code)],
          at: ["/bureauDivision", "/enterprise/domicile"]))
    }
  }

  // MARK: The institution and its platform

  private static func founding(_ application: PlatformApplication, _ notices: inout [Notice]) {
    guard let (founded, filing) = application.enterprise.founded.both(application.filingDate),
      founded.earliest > filing
    else { return }
    notices.append(
      Notice(
        Message(
          "founded-after-filing", zh: "成立日期（{founded}）晚于申报日（{filing}）",
          en: "the founding date {founded} is later than the filing date {filing}",
          mend: Wording(zh: "核对日期", en: "check the dates")),
        ["founded": .date(founded), "filing": .day(filing)], at: ["/enterprise/founded"]))
  }

  private static func licence(_ institution: PlatformInstitution, _ notices: inout [Notice]) {
    guard Kleene(attached: institution.licence) != .yes,
      Kleene(attached: institution.legalPersonCertificate) == .yes
    else { return }
    notices.append(
      Notice(
        Message(
          "certificate-stands-in", zh: "未附营业执照复印件，以法人证书代替；四（二）4 写的是营业执照",
          en:
            "a certificate of legal person stands in for the business licence of which Section 4(2)4 speaks",
          mend: Wording(zh: "向受理部门确认", en: "have the bureau confirm that it does")),
        at: ["/enterprise/licence", "/enterprise/legalPersonCertificate"]))
  }

  private static func level(_ application: PlatformApplication, _ notices: inout [Notice]) {
    let entries = application.listEntries
    guard let level = application.platform.level, level != .neither, !entries.isEmpty else {
      return
    }
    let isListedSo = entries.contains { entry in
      switch level {
      case .national: entry.isNational
      default: entry.level == .provincial || entry.isRepeated
      }
    }
    if isListedSo { return }
    notices.append(
      Notice(
        Message(
          "level-differs", zh: "填写为{level}认定，而附件2 所列为{entries}",
          en: "stated as {level}, while Annex 2 has {entries}",
          mend: Wording(zh: "核对认定文件", en: "check the recognising document")),
        ["level": .term(level.name), "entries": .list(entries.map { .reason($0.citation) })],
        at: ["/platform/level"]))
  }

  // MARK: Services

  private static func check(
    _ service: PlatformServiceGiven, _ number: Int, of application: PlatformApplication,
    _ notices: inout [Notice]
  ) {
    func notice(_ message: Message, _ values: Reason.Values, at key: String) {
      let item: Reason.Values = ["number": .count(number + 1)]
      notices.append(
        Notice(
          message, Reason.Values(entries: item.entries + values.entries),
          at: [Pointer("/servicesGiven/*/" + key, at: number)]))
    }
    let checkDates = Wording(zh: "核对日期", en: "check the dates")
    if let (date, filing) = service.date.both(application.filingDate), date.earliest > filing {
      notice(
        Message(
          "service-after-filing", zh: "第 {number} 次服务的日期（{date}）晚于申报日（{filing}），不计",
          en:
            "service {number} is dated {date}, after the filing date {filing}, and does not count",
          mend: checkDates), ["date": .date(date), "filing": .day(filing)], at: "date")
    }
    if let (date, founded) = service.date.both(application.enterprise.founded),
      date.latest < founded.earliest
    {
      notice(
        Message(
          "service-before-founding", zh: "第 {number} 次服务的日期（{date}）早于机构成立（{founded}）",
          en: "service {number} is dated {date}, before the institution's founding, {founded}",
          mend: checkDates), ["date": .date(date), "founded": .date(founded)], at: "date")
    }
    if let field = service.field, application.services[field] == false {
      notice(
        Message(
          "field-not-provided", zh: "第 {number} 次服务属“{field}”，但填写为不提供此类服务",
          en: "service {number} is one of {field}, which is stated not to be provided",
          mend: Wording(zh: "核对所提供的服务", en: "check the services provided")),
        ["field": .term(field.name)], at: "field")
    }
    if let batch = service.batch, batch > law.lastBatch.value {
      notice(
        Message(
          "no-such-batch", zh: "第 {number} 次服务的对象填写为第 {batch} 批“小巨人”，当时只有 {last} 批",
          en:
            "the client of service {number} is stated as a little giant of batch {batch}; there were {last}",
          mend: Wording(zh: "核对批次", en: "check the batch")),
        ["batch": .count(batch), "last": .count(law.lastBatch.value)], at: "batch")
    }
    if let title = service.title, service.batch != nil, title != .littleGiant,
      title != .keyLittleGiant
    {
      notice(
        Message(
          "batch-without-title", zh: "第 {number} 次服务的对象不是国家级“小巨人”，却填写了批次",
          en: "the client of service {number} is no national little giant, yet a batch is stated",
          mend: Wording(zh: "核对称号和批次", en: "check title and batch")), [:], at: "title")
    }
    if let (client, own) = service.creditCode.both(application.enterprise.creditCode),
      client == own
    {
      notice(
        Message(
          "served-itself", zh: "第 {number} 次服务的对象就是平台机构自己",
          en: "the client of service {number} is the institution itself",
          mend: Wording(zh: "核对服务对象", en: "check the client")), [:], at: "creditCode")
    }
  }

  // MARK: Texts

  private static func length(
    _ writing: PlatformWriting, _ place: String, _ name: Wording, _ notices: inout [Notice]
  ) {
    guard let (text, declared) = writing.text.both(writing.characters) else { return }
    let length = TextLength(text)
    if (length.han...length.all).contains(declared) { return }
    notices.append(
      Notice(
        Message(
          "characters-differ", zh: "{name}填写为 {declared} 字，所附文字有汉字 {han} 字、不计空白共 {all} 字",
          en:
            "the {name} is stated to have {declared} characters; the text has {all} without blanks, {han} "
            + "of them Chinese",
          mend: Wording(zh: "核对字数", en: "check the number")),
        [
          "name": .term(name), "declared": .count(declared), "han": .count(length.han),
          "all": .count(length.all),
        ], at: [Pointer(place + "/characters")]))
  }
}

extension Optional {
  /// Both values, where both are known.
  fileprivate func both<Other>(_ other: Other?) -> (Wrapped, Other)? {
    guard let self, let other else { return nil }
    return (self, other)
  }
}

extension AdministrativeDivision {
  /// The digits without those that stand for a whole level.
  private var stem: String {
    let code = code
    if code.hasSuffix("0000") { return String(code.prefix(2)) }
    return code.hasSuffix("00") ? String(code.prefix(4)) : code
  }

  /// Whether a bureau of this place can be the one of a domicile, as far as either is known.
  fileprivate func mayHold(_ domicile: AdministrativeDivision) -> Bool {
    let (own, other) = (successor ?? self, domicile.successor ?? domicile)
    return other.begins(with: own.stem) || own.begins(with: other.stem)
  }
}

extension PlatformList.Entry {
  /// Whether a provincial entry repeats this national one.
  fileprivate var isRepeated: Bool {
    PlatformList.provincial.contains { $0.national == number && level == .national }
  }
}
