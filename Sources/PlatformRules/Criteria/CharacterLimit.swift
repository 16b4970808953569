// Two texts have a limit to their length, and the notice does not say what it counts as a character.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// A text of at most so many characters.
  ///
  /// - Parameters:
  ///   - place: the object of the text, as RFC 6901 writes it.
  ///   - name: what the text is called.
  static func limited(
    _ id: String, clause: Clause, title: Wording, rule: Wording, place: String, name: Wording,
    settledReadings: [Reading] = [],
    writing: @escaping @Sendable (PlatformApplication) -> PlatformWriting,
    limit: @escaping @Sendable (PlatformThresholds) -> Int
  ) -> Criterion {
    let text = Pointer(place + "/text")
    let characters = Pointer(place + "/characters")
    return Criterion(
      id, clauses: [clause], role: .formality, title: title, rule: rule,
      numbers: { ["limit": .count(limit($0))] },
      settledReadings: settledReadings + [.characters],
      asks: [
        AskedFact(text) { writing($0).text == nil && writing($0).characters == nil },
        AskedFact(characters) { writing($0).text != nil && writing($0).characters == nil },
      ],
      decide: { application, law in writing(application).state(limit: limit(law)) },
      explain: { state, application, law, say in
        let writing = writing(application)
        let declared = writing.characters
        let (limit, length) = (limit(law), TextLength(writing.text ?? ""))
        lazy var values: Reason.Values = [
          "name": .term(name), "limit": .count(limit), "all": .count(length.all),
          "han": .count(length.han), "declared": declared.quantity { .count($0) },
        ]
        func margin(_ count: Int) -> Margin {
          Margin(
            Wording(zh: name.zh + "字数", en: "characters of the " + name.en), .count(count), .atMost,
            .count(limit), surplus: .count(limit - count))
        }
        switch state {
        case .notStated: return .missing
        case .contradictory:
          return say(
            "length-contradicts",
            zh: "{name}填写为 {declared} 字，而所附文字不计空白为 {all} 字（汉字 {han} 字），上限 {limit} 字，结论相反",
            en:
              "the {name} is stated to have {declared} characters, but the text has {all} without blanks "
              + "({han} of them Chinese): of {limit} allowed the two say opposite things",
            mend: Wording(zh: "核对字数和所附文字", en: "check the number and the text"), values,
            at: [text, characters])
        case .open:
          return say(
            "length-open", zh: "{name}不计空白 {all} 字，其中汉字 {han} 字，上限 {limit} 字；何为一“字”未作规定，无法判断",
            en: "the {name} has {all} characters without blanks, {han} of them Chinese, of {limit} "
              + "allowed; what counts as one is not defined",
            mend: Wording(
              zh: "压缩到 {limit} 字以内，或填写字数",
              en: "cut it to {limit}, or state its number of characters"),
            values, at: [text])
        case .within:
          if let declared {
            return say(
              "declared-within", zh: "{name}填写为 {declared} 字，上限 {limit} 字",
              en: "the {name} is stated to have {declared} characters of {limit} allowed", values,
              at: [characters], margins: [margin(declared)])
          }
          return say(
            "text-within", zh: "{name}不计空白 {all} 字，上限 {limit} 字",
            en: "the {name} has {all} characters without blanks, of {limit} allowed", values,
            at: [text], margins: [margin(length.all)])
        case .beyond:
          let excess = margin(declared ?? length.han)
          lazy var exceeding = Reason.Values(
            entries: values.entries + [
              Reason.Values.Entry("excess", .count((declared ?? length.han) - limit))
            ])
          let mend = Wording(zh: "至少删减 {excess} 字", en: "cut at least {excess}")
          return declared != nil
            ? say(
              "declared-beyond", zh: "{name}填写为 {declared} 字，超过上限 {limit} 字",
              en: "the {name} is stated to have {declared} characters, above the {limit} allowed",
              mend: mend, exceeding, at: [characters], margins: [excess],
              shortfall: excess.surplus)
            : say(
              "text-beyond", zh: "{name}仅汉字就有 {han} 字，超过上限 {limit} 字",
              en: "the {name} has {han} Chinese characters alone, above the {limit} allowed",
              mend: mend, exceeding, at: [text], margins: [excess], shortfall: excess.surplus)
        }
      })
  }
}

extension Reading {
  /// What is certain about a number of characters whatever counts as one.
  fileprivate static let characters = Reading(
    "characters",
    Wording(
      zh: "不计空白的全部字符在上限之内，为符合；仅汉字即超过上限，为不符合；介于其间的，无法判断；填写了字数的，以所填为准",
      en:
        "all characters but blanks within the limit: met; Chinese characters alone beyond it: unmet; "
        + "between the two: open; a number that is stated is taken as it is"),
    ground: Wording(
      zh: "通知没有规定字母、数字和标点是否计入字数",
      en: "the notice does not say whether letters, digits and punctuation count"))
}

extension PlatformWriting {
  /// How its length compares with a limit.
  func state(limit: Int) -> LengthState {
    LengthState(declared: characters, counted: text.map { TextLength($0).range }, limit: limit)
  }
}
