// The words for what can be wrong with a value; each says what was found and how to mend it.

import Eligibility

extension Message {
  static let wrongType = Message(
    "wrong-type",
    says: Wording(zh: "此处为{found}，应为{expected}", en: "found {found}, expected {expected}"),
    mend: Wording(zh: "改为{expected}", en: "write {expected}"))
  static let unknownKey = Message(
    "unknown-key",
    says: Wording(
      zh: "没有“{found}”这一项，此处可用：{expected}",
      en: "there is no member “{found}” here; possible members: {expected}"),
    mend: Wording(zh: "删去或改名", en: "remove or rename it"))
  static let misspeltKey = Message(
    "misspelt-key",
    says: Wording(zh: "没有“{found}”这一项", en: "there is no member “{found}” here"),
    mend: Wording(zh: "如指“{meant}”，请照此写", en: "write “{meant}” if that is meant"))
  /// A key stands more than once in an object.
  public static let duplicateKey = Message(
    "duplicate-key",
    says: Wording(
      zh: "“{key}”出现不止一次，各处均不采用", en: "“{key}” occurs more than once; none of its values is used"),
    mend: Wording(zh: "只保留正确的一处", en: "keep only the right one"))
  static let tooManyItems = Message(
    "too-many-items",
    says: Wording(
      zh: "列表有 {found} 项，至多 {limit} 项，未读取",
      en: "the list has {found} items, but at most {limit} are possible; none was read"),
    mend: Wording(zh: "只列出与申报有关的各项", en: "list only those that matter for the application"))
  static let moreFaults = Message(
    "more-faults",
    says: Wording(
      zh: "自此处起另有 {count} 处错误未列出", en: "further faults from here on, not listed: {count}"),
    mend: Wording(zh: "先更正以上各处", en: "correct those above first"))
  static let blankText = Message(
    "blank-text",
    says: Wording(
      zh: "没有内容（空白，或只写“无”“不详”之类）", en: "it says nothing (blank, or only “none”, “unknown”)"),
    mend: Wording(zh: "填写内容；没有的，删去此项", en: "fill it in, or leave the member out"))
  static let misspeltChoice = Message(
    "misspelt-choice",
    says: Wording(zh: "“{found}”不是可选值，应为{expected}", en: "found “{found}”, expected {expected}"),
    mend: Wording(zh: "如指“{meant}”，请照此写", en: "write “{meant}” if that is meant"))
  static let unknownChoice = Message(
    "unknown-choice",
    says: Wording(zh: "“{found}”不是可选值，应为{expected}", en: "found “{found}”, expected {expected}"),
    mend: Wording(zh: "改为可选值之一", en: "use one of them"))
  static let numberAsText = Message(
    "number-as-text",
    says: Wording(zh: "“{found}”是文字，应为{expected}", en: "“{found}” is a text, expected {expected}"),
    mend: Wording(
      zh: "如指该数，请写 {meant}（不加引号）",
      en: "if that is what is meant, write {meant} without quotation marks"))
  static let tooManyDigits = Message(
    "too-many-digits",
    says: Wording(
      zh: "数字 {found} 超过 18 位有效数字，无法精确保留",
      en: "{found} has more than the 18 digits that can be kept exactly"),
    mend: Wording(zh: "核对数字", en: "check the number"))
  static let numberTooLarge = Message(
    "number-too-large",
    says: Wording(
      zh: "数字 {found} 过大，写全后整数部分超过 18 位",
      en: "{found} is too large: written out, it has more than 18 digits before the point"),
    mend: Wording(zh: "核对数字", en: "check the number"))
  static let numberTooFine = Message(
    "number-too-fine",
    says: Wording(
      zh: "数字 {found} 小数位过多，写全后小数部分超过 18 位",
      en: "{found} has too many decimals: written out, more than 18 digits after the point"),
    mend: Wording(zh: "核对数字", en: "check the number"))
  static let outOfRange = Message(
    "out-of-range",
    says: Wording(
      zh: "数字 {found} 应为 {least} 至 {greatest} 的整数",
      en: "found {found}, expected a whole number from {least} to {greatest}"),
    mend: Wording(zh: "核对数字", en: "check the number"))
  static let negativeNumber = Message(
    "negative-number",
    says: Wording(zh: "数字 {found} 小于 0，此处不能为负数", en: "found {found}, which is below zero"),
    mend: Wording(zh: "核对数字", en: "check the number"))
  static let dateTooEarly = Message(
    "date-too-early",
    says: Wording(zh: "日期（{found}）早于 {least} 年", en: "the date {found} is before {least}"),
    mend: Wording(zh: "核对日期", en: "check the date"))
  /// A revocation names an article that revokes nothing.
  public static let noRevokingArticle = Message(
    "no-revoking-article",
    says: Wording(
      zh: "第 {found} 条不是撤销认定的条款，只有第 {articles} 条可以撤销",
      en: "Article {found} revokes nothing; only Articles {articles} do"),
    mend: Wording(
      zh: "对照撤销决定更正；第 10 条的复核未通过和第 11 条的取消复核资格不是撤销",
      en:
        "correct it by the decision; a failed review (Article 10) and a cancelled right to review "
        + "(Article 11) are no revocations"))
  static let finerThanAFen = Message(
    "finer-than-a-fen",
    says: Wording(zh: "金额 {found} 的精度超过分", en: "amount {found} is finer than a fen"),
    mend: Wording(zh: "精确到分即可，或核对金额单位", en: "give it to the fen, or check the unit"))
  static let amountTooLarge = Message(
    "amount-too-large",
    says: Wording(
      zh: "金额 {found} {unit}超出范围（绝对值不超过{limit}）",
      en: "amount {found} {unit} is not between minus and plus {limit}"),
    mend: Wording(zh: "核对金额及其单位", en: "check the amount and its unit"))
  static let amountsWithoutUnit = Message(
    "amounts-without-unit",
    says: Wording(zh: "金额没有单位", en: "the amounts have no unit"),
    mend: Wording(zh: "填写 \"元\"、\"万元\" 或 \"亿元\"", en: "add \"元\", \"万元\" or \"亿元\""))
  static let dayNeeded = Message(
    "day-needed",
    says: Wording(zh: "日期（{found}）没有写到日", en: "the date {found} does not name the day"),
    mend: Wording(zh: "写到日，如 2025-09-01", en: "give it to the day, such as 2025-09-01"))
  static let dateForm = Message(
    "date-form",
    says: Wording(zh: "“{found}”不是规定的日期写法", en: "“{found}” is not the way dates are written here"),
    mend: Wording(zh: "请写 \"{meant}\"", en: "write \"{meant}\""))
  static let badDate = Message(
    "bad-date",
    says: Wording(
      zh: "“{found}”不是完整有效的日期，应为{expected}", en: "“{found}” is not a date; expected {expected}"),
    mend: Wording(zh: "核对日期", en: "check the date"))
  static let codeAsNumber = Message(
    "code-as-number",
    says: Wording(
      zh: "代码 {found} 写成了数字，开头的零会丢失；应为{expected}",
      en: "code {found} is written as a number, which loses leading zeros; expected {expected}"),
    mend: Wording(zh: "加上引号：\"{found}\"", en: "put it in quotation marks: \"{found}\""))
  /// A text is not a code of the form expected.
  public static let badCode = Message(
    "bad-code",
    says: Wording(
      zh: "“{found}”不是有效代码，应为{expected}", en: "“{found}” is not a valid code, expected {expected}"),
    mend: Wording(zh: "核对代码", en: "check the code"))
  /// The same, where a code stands among letters or names that do not belong to it.
  static let codeAmongWords = Message(
    "bad-code", says: badCode.says,
    mend: Wording(zh: "请写 \"{meant}\"（只写代码）", en: "write \"{meant}\", the code alone"))
  static let divisionByName = Message(
    "bad-code", says: badCode.says,
    mend: Wording(
      zh: "填写住所所在县（市、区）的六位代码，见民政部公布的县级以上行政区划代码",
      en:
        "give the six-digit code of the county or district, as the Ministry of Civil Affairs publishes it"
    ))
  /// A code has another number of digits than its catalogue sets.
  public static let codeLength = Message(
    "code-length",
    says: Wording(
      zh: "代码有 {found} 位，应为 {expected} 位",
      en: "the number of digits in the code is {found}, expected {expected}"),
    mend: Wording(zh: "核对代码及其目录", en: "check the code and its catalogue"))
  static let creditCodeLength = Message(
    "credit-code-length",
    says: Wording(
      zh: "统一社会信用代码有 {found} 位，应为 {expected} 位",
      en: "the number of characters in the social credit code is {found}, expected {expected}"),
    mend: Wording(zh: "对照营业执照更正", en: "correct it from the licence"))
  static let creditCodeCharacter = Message(
    "credit-code-character",
    says: Wording(
      zh: "统一社会信用代码第 {place} 位“{found}”不是可用字符（不含 I、O、S、V、Z）",
      en:
        "character {place} of the social credit code, “{found}”, is not allowed (I, O, S, V, Z never are)"
    ),
    mend: Wording(zh: "对照营业执照更正", en: "correct it from the licence"))
  static let creditCodeCheck = Message(
    "credit-code-check",
    says: Wording(
      zh: "统一社会信用代码校验码为 {found}，按前 17 位应为 {expected}",
      en: "the social credit code ends in {found}; its first 17 characters call for {expected}"),
    mend: Wording(zh: "对照营业执照更正", en: "correct it from the licence"))
  static let creditCodeChecks = Message(
    "credit-code-check",
    says: Wording(
      zh: "统一社会信用代码第 17 位和第 18 位（{found}）两个校验码均与前面各位不符",
      en:
        "characters 17 and 18 of the social credit code, {found}, both fail to check those before them"
    ),
    mend: Wording(zh: "对照营业执照逐位核对", en: "compare every character with the licence"))
  static let otherProgramme = Message(
    "other-programme",
    says: Wording(
      zh: "申报材料所写的办法为“{found}”，本次按“{expected}”核对",
      en: "the application is for the programme “{found}”, but is judged by “{expected}”"),
    mend: Wording(
      zh: "更正编号，或按该办法核对", en: "correct the identifier, or judge it by that programme"))
  /// A file is in a version of its format that this program does not read.
  public static let unsupportedVersion = Message(
    "unsupported-version",
    says: Wording(
      zh: "格式版本 {found} 不受支持，应为 {expected}",
      en: "format version {found} is not known, expected {expected}"),
    mend: Wording(zh: "改用版本 {expected}", en: "use version {expected}"))
  /// A filing date is before the day on which the regulation took effect.
  public static let filedBeforeInForce = Message(
    "filed-before-in-force",
    says: Wording(
      zh: "申报日 {found} 早于办法施行之日 {since}，不能依本办法判断",
      en: "filing date {found} is before the measures took effect on {since}, so they do not apply"),
    mend: Wording(zh: "核对申报日", en: "check the filing date"))
  /// The year of a round is before the one in which the regulation took effect.
  public static let roundBeforeInForce = Message(
    "round-before-in-force",
    says: Wording(
      zh: "申报年度 {found} 早于办法施行的 {since} 年",
      en: "the round of {found} is before {since}, when the measures took effect"),
    mend: Wording(zh: "核对申报年度", en: "check the year of the round"))
}
