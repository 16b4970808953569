// Sections 1 and 3(2): whether a list closes the selection, or recognition alone opens it.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Sections 1 and 3(2), Annex 2: a recognised public service demonstration platform.
  public static let recognised = Criterion(
    "platform-recognised",
    clauses: [.section(1), .part(section: 3, part: 2, item: nil), .annex(2)],
    role: .condition,
    title: Wording(zh: "国家（或省级）公共服务示范平台", en: "Recognised platform"),
    rule: Wording(
      zh: "经工业和信息化部或省级中小企业主管部门认定的中小企业公共服务示范平台；平台名称或平台机构名称之一列入附件2 名单"
        + "（国家级 {national} 个、省级 {provincial} 个）的，视为已认定；比对时不计全角半角、空格、括号和“（国家）”标记，名单中的笔误照原样比对",
      en:
        "an SME public service demonstration platform recognised by the ministry or the province; one "
        + "whose own or institution's name is on the list of Annex 2 ({national} national, {provincial} "
        + "provincial) counts as recognised; names are compared without width, blanks, brackets and the "
        + "mark 国家, slips of the list included"),
    numbers: { _ in
      [
        "national": .count(PlatformList.national.count),
        "provincial": .count(PlatformList.provincial.count),
      ]
    },
    readings: [
      Reading(
        "closed-list",
        Wording(zh: "只从附件2 名单中选定", en: "only platforms on the list of Annex 2 can be selected"),
        ground: Wording(
          zh: "第一部分在“选定”之后注明具体名单见附件2",
          en:
            "Section 1 says from which platforms the selection is made, and names Annex 2 as their list"
        )
      ),
      Reading(
        "recognition-suffices",
        Wording(zh: "经认定即可，不限于附件2 名单", en: "recognition suffices, on the list or not"),
        ground: Wording(
          zh: "三（二）只要求属于工业和信息化部或省级主管部门认定的平台",
          en: "Section 3(2) asks only for recognition by the ministry or the province")),
    ],
    asks: [
      .platformName, .institutionName,
      AskedFact("/platform/level") { $0.platform.level == nil },
    ],
    evidence: [
      // No clause asks for a copy of the document, only for its number.
      Evidence(
        zh: "示范平台认定文件", en: "document that recognised the platform", by: .authority,
        at: "/platform/evidence"
      ) { $0.platform.evidence }
    ],
    decide: { application, _ in
      RecognitionState(isListed: application.isListed, level: application.platform.level)
    },
    explain: { state, application, _, say in
      lazy var values: Reason.Values = [
        "entries": .list(application.listEntries.map { .reason($0.citation) }),
        "names": application.citedNames,
        "level": application.platform.level.quantity { .term($0.name) },
      ]
      switch (state.isListed, state.isDeclared) {
      case (.yes, .no):
        return say(
          "listed-but-declared-unrecognised", zh: "列入附件2（{entries}），但填写为未经认定，相互矛盾",
          en: "on the list of Annex 2 ({entries}), yet declared to be recognised by neither",
          mend: Wording(
            zh: "核对认定文件和所填认定级别", en: "check the recognising document and the level stated"),
          values, at: ["/platform/level"], asking: .nothing)
      case (.yes, _):
        return say(
          "on-the-list", zh: "列入附件2：{entries}", en: "on the list of Annex 2: {entries}", values)
      case (.no, .no):
        return say(
          "neither-listed-nor-recognised", zh: "{names}不在附件2 名单中，且未经认定",
          en:
            "not on the list of Annex 2 as {names}, and neither the ministry nor the province has "
            + "recognised it",
          mend: Wording(zh: "须先取得国家级或省级认定", en: "recognition has to come first"), values)
      case (.no, .yes):
        return say(
          "recognised-but-not-listed", zh: "填写为{level}认定，但{names}不在附件2 名单中；能否选定取决于对条款的理解",
          en:
            "stated as {level}, but not on the list of Annex 2 as {names}; whether it can be selected "
            + "depends on how the clause is read",
          mend: Wording(
            zh: "对照附件2 核对名称写法；确不在名单中的，向主管部门确认口径",
            en:
              "check the spelling against Annex 2; if it is not there, have the department confirm the "
              + "reading"), values)
      case (.no, .unknown):
        return say(
          "not-listed", zh: "{names}不在附件2 名单中，也未说明由谁认定",
          en: "not on the list of Annex 2 as {names}, and who recognised it is not stated",
          mend: Wording(zh: "填写认定级别", en: "state the level of recognition"), values)
      case (.unknown, _): return .missing
      }
    })
}

/// What the list and the declared recognition say together.
struct RecognitionState: CriterionState {
  let isListed: Kleene
  /// Whether the ministry or the province is declared to have recognised it.
  let isDeclared: Kleene

  init(isListed: Kleene, level: PlatformLevel?) {
    self.isListed = isListed
    isDeclared = Kleene(level.map { $0 != .neither })
  }

  /// What is on the list is recognised, unless the application says otherwise.
  private var isRecognised: Kleene {
    isListed == .yes && isDeclared == .unknown ? .yes : isDeclared
  }

  var readings: [Kleene] { [isListed, isRecognised] }
  var outcome: Outcome { Outcome(isListed.agreement(with: isRecognised)) }
}
