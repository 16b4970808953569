// Section 1, 3(1)1 and Annex 3: a little giant of the ministry, or one of the third batch under publicity.

import CommonFacts
import Eligibility

/// What the titles of an enterprise amount to.
enum GiantStatusState: CriterionState {
  case recognised(at: Int)
  case provisional(at: Int)
  case notStated
  case doubtful(GiantDoubt, at: Int)
  case otherTitlesOnly
  case noTitles

  var outcome: Outcome {
    switch self {
    case .recognised, .provisional: .met
    case .notStated, .doubtful: .undetermined
    case .otherTitlesOnly, .noTitles: .unmet
    }
  }
}

/// Why a little giant's title may not be one.
enum GiantDoubt: Hashable {
  /// The ministry had not come to such a batch.
  case batchBeyond
  /// The publicity of such a batch was over long ago.
  case publicityOver
  /// Its validity had ended before the day of filing.
  case ended
  /// The ministry announced another name.
  case otherName
}

extension Criterion where Applicant == GiantApplication {
  /// Section 1, 3(1)1 and Annex 3: recognised, or under publicity.
  public static let giantStatus = Criterion(
    "giant-status",
    clauses: [.section(1), .part(section: 3, part: 1, item: 1), .annex(3)], role: .condition,
    title: Wording(zh: "专精特新“小巨人”企业", en: "National little giant"),
    rule: Wording(
      zh: "工业和信息化部认定的专精特新“小巨人”企业，第一至第 {newest} 批均可；第 {newest} 批正在公示的，暂按符合处理",
      en:
        "a little giant recognised by the ministry in any of its {newest} batches; one of batch {newest} "
        + "that is still under publicity counts provisionally"),
    numbers: { ["newest": .count($0.newestBatch.value)] },
    settledReadings: [
      Reading(
        "two-pools",
        Wording(
          zh: "支持对象有两类：没有得到第一批资金支持的“小巨人”，以及正在公示的第三批“小巨人”",
          en:
            "there are two pools: little giants never supported in the first batch, and those of the "
            + "third batch under publicity"),
        ground: Wording(
          zh: "如果只有一类，附件3 不必填写批次，三（一）1 会写明批次，“未获第一批资金支持”也没有意义",
          en:
            "with one pool Annex 3 would not ask for the batch, Section 3(1)1 would name it, and the "
            + "words on first-batch money would be empty")),
      Reading(
        "publicity-suffices",
        Wording(
          zh: "第三批正在公示的，暂按符合处理，须在公示后得到认定",
          en: "the third batch under publicity counts provisionally; recognition has to follow"),
        ground: Wording(
          zh: "三（一）1 写“认定的”，第一部分专门列入正在公示的第三批，特别规定优先",
          en:
            "Section 3(1)1 says recognised, but Section 1 names the third batch under publicity, and "
            + "the special words prevail")),
    ],
    asks: [
      AskedFact(
        list: "/recognitions", { $0.recognitions },
        members: [
          ("kind", { $0.kind == nil }), ("status", { $0.mayBeGiant && $0.status == nil }),
          (
            "batch",
            { $0.mayBeGiant && $0.status == .underPublicity && $0.batch == nil }
          ),
        ]),
      AskedFact(optional: "/recognitions/*/validUntil"),
      AskedFact(optional: "/recognitions/*/announcedName"),
      AskedFact(optional: "/enterprise/name"),
      AskedFact("/filingDate") { application in
        application.filingDate == nil
          && application.recognitions?.contains { $0.mayBeGiant && $0.validUntil != nil } == true
      },
    ],
    evidence: [
      Evidence(
        zh: "“小巨人”认定或公示文件", en: "the ministry's recognition or announcement", by: .authority,
        under: .part(section: 3, part: 1, item: 1), atEach: "/recognitions/*/evidence",
        of: { $0.recognitions }, count: { $0.evidence })
    ],
    decide: { application, law -> GiantStatusState in
      guard let recognitions = application.recognitions else { return .notStated }
      if recognitions.isEmpty { return .noTitles }
      var state = GiantStatusState.otherTitlesOnly
      for index in recognitions.indices {
        let next = recognitions[index].state(at: index, application, law)
        if next.strength > state.strength { state = next }
      }
      return state
    },
    explain: { state, application, law, say in
      func values(_ index: Int) -> Reason.Values {
        let recognition = application.recognitions?[index]
        return [
          "batch": (recognition?.batch).quantity { .count($0) },
          "announced": (recognition?.announcedName).quantity { .text($0) },
          "name": application.enterprise.name.quantity { .text($0) },
          "until": (recognition?.validUntil).quantity { .day($0) },
          "filing": application.filingDate.quantity { .day($0) },
          "newest": .count(law.newestBatch.value),
        ]
      }
      func place(_ index: Int, _ member: String) -> [Pointer] {
        [Pointer("/recognitions/*/" + member, at: index)]
      }
      return switch state {
      case .notStated: .missing
      case .recognised(let index):
        say(
          "recognised", zh: "已由工业和信息化部认定（批次：{batch}）",
          en: "recognised by the ministry (batch: {batch})", values(index), at: place(index, "kind")
        )
      case .provisional(let index):
        say(
          "provisional", zh: "第 {batch} 批，正在公示，暂按符合处理；须在公示后得到认定",
          en: "of batch {batch}, under publicity: provisionally met, recognition must follow",
          values(index), at: place(index, "status"))
      case .noTitles:
        say(
          "no-titles", zh: "声明没有任何称号", en: "declared to hold no title",
          mend: Wording(
            zh: "须先由工业和信息化部认定为“小巨人”", en: "the ministry has to recognise it as a little giant first"
          ))
      case .otherTitlesOnly:
        say(
          "other-titles-only", zh: "所列 {count} 项称号中没有工信部认定的“小巨人”",
          en: "of the titles listed ({count}) none is that of a little giant of the ministry",
          mend: Wording(
            zh: "须由工业和信息化部认定为“小巨人”；已认定的，列出该称号",
            en: "the ministry has to recognise it as a little giant; list the title if it has"),
          ["count": application.recognitions.quantity { .count($0.count) }])
      case .doubtful(.batchBeyond, let index):
        say(
          "batch-beyond", zh: "填写为第 {batch} 批，当时最近一批为第 {newest} 批",
          en: "batch {batch} is stated, but batch {newest} was the newest then",
          mend: Wording(zh: "核对批次", en: "check the batch"), values(index),
          at: place(index, "batch"))
      case .doubtful(.publicityOver, let index):
        say(
          "publicity-over", zh: "填写为第 {batch} 批正在公示，当时只有第 {newest} 批在公示",
          en: "batch {batch} is stated to be under publicity, but only batch {newest} was then",
          mend: Wording(zh: "核对批次和认定状态", en: "check the batch and the status"), values(index),
          at: place(index, "status"))
      case .doubtful(.ended, let index):
        say(
          "recognition-ended", zh: "有效期至 {until}，早于申报日 {filing}",
          en: "its validity ended on {until}, before the filing date {filing}",
          mend: Wording(zh: "核对有效期，并说明是否已通过复核", en: "check it, and say whether it was renewed"),
          values(index), at: place(index, "validUntil"))
      case .doubtful(.otherName, let index):
        say(
          "announced-name-differs", zh: "公布的名称为“{announced}”，与申报企业“{name}”不一致",
          en: "the ministry announced “{announced}”, which is not the applicant's name, “{name}”",
          mend: Wording(
            zh: "核对名称；已更名的，附更名核准文件", en: "check the names; after a change of name attach the proof"),
          values(index), at: place(index, "announcedName"))
      }
    })
}

extension GiantRecognition {
  /// Whether it is the title of a little giant, as far as that is known.
  var mayBeGiant: Bool { kind == nil || kind == .littleGiant }

  /// What it amounts to on its own.
  fileprivate func state(
    at index: Int, _ application: GiantApplication, _ law: GiantThresholds
  ) -> GiantStatusState {
    guard kind == .littleGiant else { return kind == nil ? .notStated : .otherTitlesOnly }
    if let batch, batch > law.newestBatch.value { return .doubtful(.batchBeyond, at: index) }
    if let announcedName, let name = application.enterprise.name,
      announcedName.folded != name.folded
    {
      return .doubtful(.otherName, at: index)
    }
    if let validUntil {
      // Nothing was filed before the notice was signed.
      if validUntil < application.filingDate ?? law.signed { return .doubtful(.ended, at: index) }
      if application.filingDate == nil { return .notStated }
    }
    switch (status, batch) {
    case (.recognised?, _): return .recognised(at: index)
    case (.underPublicity?, let batch?):
      return batch == law.newestBatch.value
        ? .provisional(at: index) : .doubtful(.publicityOver, at: index)
    default: return .notStated
    }
  }
}

extension GiantStatusState {
  /// Of several titles the one that says most is what they amount to.
  fileprivate var strength: Int {
    switch self {
    case .noTitles, .otherTitlesOnly: 0
    case .notStated: 1
    case .doubtful: 2
    case .provisional: 3
    case .recognised: 4
    }
  }
}
