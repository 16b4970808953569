// Texts have a greatest length in 字, and what counts as one is not defined.

import CommonFacts
import Eligibility

extension GiantLength {
  /// How it compares with a limit.
  func state(limit: Int) -> LengthState {
    LengthState(declared: characters, counted: text?.range, limit: limit)
  }

  /// What is said of its length against a limit.
  func reason(limit: Int) -> Reason {
    let values: Reason.Values = [
      "limit": .count(limit), "declared": characters.quantity { .count($0) },
      "all": text.quantity { .count($0.characters) },
      "han": text.quantity { .count($0.hanCharacters) },
      "excess": .count(max(0, (characters ?? text?.hanCharacters ?? 0) - limit)),
    ]
    let message =
      switch state(limit: limit) {
      case .notStated:
        Message("length-not-stated", zh: "正文和字数均未填", en: "neither text nor length is given")
      case .contradictory:
        Message(
          "length-contradicts", zh: "声明 {declared} 字，但正文有汉字 {han} 个、非空白字符 {all} 个",
          en:
            "declared to have {declared} characters, but the text has {all}, {han} of them Chinese")
      case .within where characters != nil:
        Message(
          "length-declared", zh: "声明 {declared} 字，不超过 {limit} 字",
          en: "declared to have {declared} characters, at most {limit}")
      case .within:
        Message(
          "length-within", zh: "非空白字符 {all} 个，不超过 {limit} 字",
          en: "{all} characters that are not blank, at most {limit}")
      case .beyond where characters != nil:
        Message(
          "length-declared-beyond", zh: "声明 {declared} 字，超过 {limit} 字，须删减 {excess} 字",
          en: "declared to have {declared} characters, {excess} above the {limit} allowed")
      case .beyond:
        Message(
          "length-beyond", zh: "仅汉字就有 {han} 个，超过 {limit} 字，须删减 {excess} 字",
          en: "the Chinese characters alone are {han}, {excess} above the {limit} allowed")
      case .open:
        Message(
          "length-open", zh: "非空白字符 {all} 个，其中汉字 {han} 个，是否超过 {limit} 字取决于如何计字",
          en:
            "{all} characters, {han} of them Chinese: whether they are above {limit} depends on what counts"
        )
      }
    return Reason(message, values)
  }
}

extension Reading {
  /// How characters are counted.
  static let charactersCounted = Reading(
    "characters-counted",
    Wording(
      zh: "非空白字符合计不超过限额的符合；仅汉字就超过的不符合；介于两者之间的无法判断；声明的字数照用",
      en:
        "all characters that are not blank within the limit: met; Chinese ones alone beyond it: unmet; "
        + "between: undetermined; a declared number is taken as it is"),
    ground: Wording(zh: "文件没有写明如何计字", en: "the notice does not say what counts as 字"))
}
