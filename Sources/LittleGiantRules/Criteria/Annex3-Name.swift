// Annex 3 and note 1 of Annex 5: the name is the one that the ministry announced.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Annex 3 and note 1 of Annex 5: the announced name.
  public static let giantName = Criterion(
    "giant-name", clauses: [.annex(3), .note(annex: 5, note: 1)], role: .formality,
    title: Wording(zh: "名称与公布的一致", en: "Announced name"),
    rule: Wording(
      zh: "企业名称与工业和信息化部公布的名称一致",
      en: "the enterprise's name is the one that the ministry announced"),
    settledReadings: [
      Reading(
        "width-and-blanks",
        Wording(zh: "全角、半角和空格的差别不计", en: "the width of signs and blanks make no difference"),
        ground: Wording(zh: "这是录入方式，不是名称", en: "they are a matter of typing, not of the name"))
    ],
    asks: [
      AskedFact("/enterprise/name") { $0.enterprise.name == nil },
      AskedFact(
        list: "/recognitions", { $0.recognitions },
        members: [
          ("kind", { $0.kind == nil }),
          ("announcedName", { $0.mayBeGiant && $0.announcedName == nil }),
        ]),
    ],
    decide: { application, _ -> Kleene in
      guard let name = application.enterprise.name?.folded,
        let titles = application.recognitions?.filter({ $0.mayBeGiant }), !titles.isEmpty
      else { return .unknown }
      var answer = Kleene.no
      for title in titles {
        // A title of another kind says nothing of the ministry's list.
        answer =
          answer
          || (title.kind == nil
            ? .unknown : Kleene(title.announcedName.map { $0.folded == name }))
      }
      return answer
    },
    explain: { state, application, _, say in
      lazy var values: Reason.Values = [
        "name": application.enterprise.name.quantity { .text($0) },
        "announced": application.recognitions.quantity { titles in
          .list(
            titles.compactMap { title in
              title.kind == .littleGiant ? title.announcedName.map { .text($0) } : nil
            })
        },
      ]
      return switch state {
      case .yes: say("name-announced", zh: "与公布的名称一致", en: "it is the name announced", values)
      case .no:
        say(
          "name-differs", zh: "企业名称“{name}”与公布的“{announced}”不一致",
          en: "the name “{name}” is not the one announced, {announced}",
          mend: Wording(zh: "核对名称", en: "check the names"), values)
      case .unknown where application.recognitions.map({ !$0.contains { $0.mayBeGiant } }) == true:
        say(
          "nothing-announced", zh: "没有列出“小巨人”称号，无从核对公布的名称",
          en: "no title of a little giant is listed, so no name is known to have been announced",
          asking: .nothing)
      case .unknown: .missing
      }
    })
}
