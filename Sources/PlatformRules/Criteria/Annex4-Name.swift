// Annex 4: the summary table takes a platform under the name that was published, with the document's number.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Annex 4: the published name, and the number of the recognising document.
  public static let publishedName = Criterion(
    "platform-name", clauses: [.annex(4)], role: .formality,
    title: Wording(zh: "名称与认定文号", en: "Name and document number"),
    rule: Wording(
      zh: "平台名称或平台机构名称与正式公布的名称一致（附件2 中的名称或所填公布名称），并填写认定文号",
      en:
        "the platform's or its institution's name is the published one, that of Annex 2 or the one stated, "
        + "and the number of the recognising document is given"),
    asks: [
      .platformName, .institutionName,
      AskedFact("/platform/publishedName") {
        $0.platform.publishedName == nil && $0.isListed == .no
      },
      AskedFact("/platform/recognitionDocument") { $0.platform.recognitionDocument == nil },
    ],
    decide: { application, _ in
      NameState(
        isPublished: application.isUnderPublishedName,
        hasDocument: application.platform.recognitionDocument != nil)
    },
    explain: { state, application, _, say in
      lazy var values: Reason.Values = [
        "names": application.citedNames,
        "published": application.platform.publishedName.quantity { .text($0) },
        "document": application.platform.recognitionDocument.quantity { .text($0) },
        "entries": .list(application.listEntries.map { .reason($0.citation) }),
      ]
      switch state.outcome {
      case .met:
        return application.listEntries.isEmpty
          ? say(
            "name-as-published", zh: "名称与所填公布名称“{published}”一致，认定文号 {document}",
            en: "the name is the published one, “{published}”; recognised by {document}", values)
          : say(
            "name-as-listed", zh: "名称与附件2 {entries}一致，认定文号 {document}",
            en: "the name is that of Annex 2, {entries}; recognised by {document}", values)
      case .unmet:
        return say(
          "name-differs", zh: "{names}与公布名称“{published}”不一致",
          en: "{names}: not the published name, “{published}”",
          mend: Wording(
            zh: "按公布名称填写；已更名的，先由认定部门确认",
            en: "use the published name; after a change have it confirmed first"),
          values, at: ["/platform/publishedName"])
      default:
        return application.isPublishedNameContradicted
          ? say(
            "published-name-contradicts", zh: "名称与附件2 一致（{entries}），但所填公布名称为“{published}”，相互矛盾",
            en:
              "the name is on the list of Annex 2 ({entries}), but the published name is stated as "
              + "“{published}”",
            mend: Wording(zh: "核对公布名称", en: "check the published name"), values,
            at: ["/platform/publishedName"])
          : .missing
      }
    })
}

/// Whether the name is the published one, and whether the document's number is given.
struct NameState: CriterionState {
  let isPublished: Kleene
  let hasDocument: Bool

  /// A number that is not stated may still be.
  var outcome: Outcome { Outcome(isPublished && (hasDocument ? .yes : .unknown)) }
}

extension PlatformApplication {
  /// Whether one of the names is the published one that is stated.
  private var isAsStated: Kleene {
    guard let published = platform.publishedName.map({ ComparableName($0) }) else {
      return .unknown
    }
    return eitherName { $0 == published }
  }

  /// Whether the name is on the list although another is stated to be the published one.
  fileprivate var isPublishedNameContradicted: Bool { isListed == .yes && isAsStated == .no }

  /// Whether one of the names is the published one: that of Annex 2, or the one stated.
  fileprivate var isUnderPublishedName: Kleene {
    if isPublishedNameContradicted { return .unknown }
    return isListed == .yes ? .yes : isAsStated
  }
}
