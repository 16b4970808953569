// People answer a form in their own words: 是, 无, 长春市, 第三名. Such an answer is never guessed, but whoever
// wrote it is told the exact text to write.

import Eligibility
import HostSystem

/// Answers in people's own words, and what the format wants instead.
enum AnswerInWords {
  /// The JSON text to write instead of a text, where the kind of value leaves no doubt which.
  static func rewritten(_ text: String, for type: ValueType) -> String? {
    let answer = normalised(text)
    if unknown.contains(answer) { return "null" }
    switch type {
    case .flag: return yes.contains(answer) ? "true" : no.contains(answer) ? "false" : nil
    case .list(let item, _):
      if none.contains(answer) { return "[]" }
      guard case .text = item, !answer.isEmpty, text.isPlainInJSON else { return nil }
      return "[\"\(text)\"]"
    // A dash in a table may stand for what is not known.
    case .count(from: 0, _), .money: return ["无", "没有"].contains(answer) ? "0" : nil
    default: return nil
    }
  }

  /// The word of a choice that people call by this name, or by the beginning of it.
  static func word(called text: String, among words: [ChoiceWord]) -> String? {
    let answer = normalised(text)
    if answer.isEmpty { return nil }
    // English words that begin alike are rather misspelt.
    let mayBeginAlike = answer.utf8.contains { $0 >= 0x80 }
    var alike: [String] = []
    for choice in words {
      for label in [choice.label.zh, choice.label.en] where label != choice.word {
        let label = normalised(label)
        if label == answer { return choice.word }
        if mayBeginAlike, label.hasPrefix(answer) || answer.hasPrefix(label) {
          alike.append(choice.word)
        }
      }
    }
    return Set(alike).count == 1 ? alike[0] : nil
  }

  /// Whether people call a member so; asked of the whole form for a key that is not known.
  static func isCalled(_ label: Wording, _ text: String) -> Bool {
    label.zh == text || label.en == text
      || label.en.utf8.count == text.utf8.count && label.en.lowercased() == text.lowercased()
  }

  /// Whether a text is blank, or says only that there is nothing or nothing known.
  static func saysNothing(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.isInvisible }) else { return true }
    guard maySayNothing(first) else { return false }
    let answer = normalised(text)
    return none.contains(answer) || unknown.contains(answer)
  }

  /// Whether a text that begins so may say only that; few do, and to normalise all of them would take
  /// a tenth of a check.
  @inline(__always)
  static func maySayNothing(_ first: Unicode.Scalar) -> Bool {
    switch first {
    case "N", "n", "U", "u", "T", "t", "-", "—", "/", "不", "未", "待", "无", "没", "暂",
      "\u{FF01}"..."\u{FF5E}":
      true
    default: false
    }
  }

  private static let unknown: Set = ["不详", "未知", "不清楚", "待定", "待补", "待补充", "unknown", "n/a", "tbd"]
  private static let none: Set = ["无", "没有", "暂无", "none", "no", "nil", "-", "—", "/"]
  // None that means the opposite elsewhere: an entry in a list that is “未取消” is still there.
  private static let yes: Set = [
    "是", "有", "对", "已", "属于", "存在", "具备", "已审计", "经审计", "已列入", "已被列入", "已应用", "yes", "y",
    "true", "√", "✓", "1",
  ]
  private static let no: Set = [
    "否", "无", "没有", "不是", "未", "不属于", "不存在", "不具备", "未审计", "未经审计", "未列入", "未被列入",
    "未发生", "未应用", "no", "n", "false", "×", "✗", "0",
  ]

  /// A text without differences of width, case and blanks around it.
  private static func normalised(_ text: String) -> String {
    if text.utf8.count > Reason.Values.longest { return "" }
    let scalars = text.withPlainWidth().lowercased().unicodeScalars
    let kept = scalars.drop { $0.isInvisible }
    return String(String.UnicodeScalarView(kept.reversed().drop { $0.isInvisible }.reversed()))
  }
}

extension String {
  /// Whether it stands in JSON as it is, between quotation marks.
  var isPlainInJSON: Bool {
    utf8.count <= Reason.Values.longest
      && unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\"" && $0 != "\\" }
  }
}

extension Message {
  static let answerInWords = Message(
    "answer-in-words",
    says: Wording(zh: "此处为“{found}”，应为{expected}", en: "found “{found}”, expected {expected}"),
    mend: Wording(zh: "如属此意，请写 {meant}", en: "if that is what is meant, write {meant}"))
  static let labelAsChoice = Message(
    "label-as-choice",
    says: Wording(
      zh: "“{found}”是选项的名称，应写代号",
      en: "“{found}” is what a choice is called, not how it is written"),
    mend: Wording(zh: "请写 \"{meant}\"", en: "write \"{meant}\""))
  static let labelAsKey = Message(
    "label-as-key",
    says: Wording(
      zh: "“{found}”是一项的名称，应写项名", en: "“{found}” is what a member is called, not its name here"),
    mend: Wording(zh: "请写 \"{meant}\"", en: "write \"{meant}\""))
  static let misplacedKey = Message(
    "misplaced-key",
    says: Wording(zh: "此处没有“{found}”这一项", en: "there is no member “{found}” here"),
    mend: Wording(zh: "移到“{place}”", en: "move it to “{place}”"))
  static let otherFile = Message(
    "other-file",
    says: Wording(zh: "这是{found}，不是申报文件（JSON）", en: "this is {found}, not an application (JSON)"),
    mend: chooseAnother)
  /// A file holds nothing of an application.
  public static let noApplication = Message(
    "no-application",
    says: Wording(
      zh: "文件中没有一项是申报文件的内容", en: "none of the members in the file is one of an application"),
    mend: chooseAnother)

  /// What helps where the file is no application at all.
  static let chooseAnother = Wording(
    zh: "改用填写好的申报文件", en: "choose the application that was filled in")
}
