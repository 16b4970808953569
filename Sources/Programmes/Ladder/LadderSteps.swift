// The titles of the department and the ministry above one another, and what the sources say of the way between them.

import CommonFacts
import Eligibility

/// A title of the ladder.
struct LadderStep: Sendable {
  /// A stable identifier.
  let id: String
  /// The title.
  let kind: Recognition.Kind
  /// Where it stands, with its document.
  let source: Wording
  /// Who sets the standard for it.
  let standard: Wording
  /// What the sources say of the passage from the step before, no more; `nil` at the first.
  let passage: Wording?
  /// Whether anything at hand can be compared with.
  let rules: Rules

  /// What there is of rules.
  enum Rules: Sendable {
    /// No source at hand sets a standard.
    case none
    /// A rulebook of this program.
    case checkable
    /// A rulebook of this program, for one round that is over.
    case closed
  }

  private static let gradient = "吉政发〔2022〕1号"
  private static let guidance = "工信部联政法〔2021〕70号"
  private static let champion = "吉工信产业规〔2024〕204号"
  private static let giants = "吉工信办联〔2021〕34号"
  private static let ministry = Wording(zh: "工业和信息化部", en: "the ministry")
  private static let province = Wording(zh: "省级层面", en: "the province")

  /// All steps, the lowest first.
  ///
  /// They are no chain of requirements: which of them the sources make one is said at each.
  static let all = [
    LadderStep(
      id: "seed", kind: .seed,
      source: Wording(zh: "\(gradient) 二（一）1", en: "\(gradient) Section 2(1)1"),
      standard: province, passage: nil, rules: .none),
    LadderStep(
      id: "srdi-municipal", kind: .srdiMunicipal,
      source: Wording(zh: "\(gradient) 二（一）2", en: "\(gradient) Section 2(1)2"),
      standard: Wording(zh: "各市（州）", en: "each prefecture"),
      passage: Wording(
        zh: "认定以优质“种子企业”为重点，其他企业也可以",
        en: "recognition looks mainly to seed enterprises; others are not shut out"),
      rules: .none),
    LadderStep(
      id: "srdi-provincial", kind: .srdiProvincial,
      source: Wording(zh: "\(gradient) 二（一）3", en: "\(gradient) Section 2(1)3"),
      standard: province,
      passage: Wording(
        zh: "认定以市（州）级“专精特新”中小企业为重点，其他企业也可以",
        en: "recognition looks mainly to municipal ones; others are not shut out"),
      rules: .none),
    LadderStep(
      id: "little-giant", kind: .littleGiant,
      source: Wording(
        zh: "\(gradient) 二（一）4；\(guidance) 二",
        en: "\(gradient) Section 2(1)4; \(guidance) Paragraph 2"),
      standard: ministry,
      passage: Wording(
        zh: "本省在省级“专精特新”中小企业中择优推荐",
        en: "the province picks whom it recommends among provincial ones"),
      rules: .none),
    LadderStep(
      id: "key-little-giant", kind: .keyLittleGiant,
      source: Wording(zh: "\(giants) 三（一）1", en: "\(giants) Section 3(1)1"),
      standard: Wording(zh: "国家和省（该次通知）", en: "state and province, in the notice of that round"),
      passage: Wording(
        zh: "必须是国家级“小巨人”企业", en: "one must be a little giant, which is a requirement"),
      rules: .closed),
    LadderStep(
      id: "champion-provincial", kind: .championProvincial,
      source: Wording(zh: "\(champion) 附件1 一.3", en: "\(champion) Annex 1, 1.3"),
      standard: Wording(zh: "本省（管理办法）", en: "the province, in its measures"),
      passage: Wording(
        zh: "“小巨人”企业和创建世界一流专业领军示范企业优先推荐，但不是必备条件",
        en: "little giants and specialised leaders are recommended first; neither is required"),
      rules: .checkable),
    LadderStep(
      id: "champion-national", kind: .championNational,
      source: Wording(zh: "\(champion) 第十五条", en: "\(champion) Article 15"),
      standard: ministry,
      passage: Wording(
        zh: "本省在省级单项冠军企业中择优推荐",
        en: "the province picks whom it recommends among provincial champions"),
      rules: .none),
    LadderStep(
      id: "chain-leader", kind: .chainLeader,
      source: Wording(zh: "\(guidance) 二", en: "\(guidance) Paragraph 2"),
      standard: Wording(zh: "现有文件未载明", en: "none of the documents at hand"),
      passage: Wording(
        zh: "面向大型企业集团的政策方向，不是单项冠军之后的必经一步",
        en: "a direction of policy for large groups; no champion has to take it"),
      rules: .none),
  ]
}
