// The words for what can be wrong with the syntax of a file.

import Eligibility
import LocatedJSON

extension Fault {
  /// The fault of a text that is not JSON.
  ///
  /// - Parameters:
  ///   - member: the member at which it stands.
  ///   - text: the text that shows it.
  init(syntax fault: SyntaxFault, at member: FaultyMember?, reading text: String) {
    let reason = member?.type.flatMap { type in
      fault.kind.advice(on: text, expecting: type, in: member?.unit)
    }
    self.init(
      reason ?? Reason(fault.kind.message, fault.kind.values), in: fault.range, at: member?.pointer)
  }
}

extension SyntaxFault.Kind {
  /// What is wrong with a value that is neither a number nor a word of JSON, where the form wants some type;
  /// `nil` for other faults, which are mended alike wherever they stand.
  fileprivate func advice(
    on text: String, expecting type: ValueType, in unit: Money.Unit?
  ) -> Reason? {
    let id: String
    var wording = Wording(zh: "“{found}”没有加引号", en: "“{found}” is not in quotation marks")
    var isNumber = false
    switch type {
    case .year, .count, .decimal, .money: isNumber = true
    default: break
    }
    switch self {
    case .badNumber(let problem):
      id = "bad-number"
      let named = problem.wording
      if isNumber { wording = Wording(zh: "“{found}”：" + named.zh, en: "“{found}”: " + named.en) }
    case .bareWord(.other):
      id = "bare-word"
      if isNumber { wording = Wording(zh: "“{found}”不是数字", en: "“{found}” is not a number") }
    default: return nil
    }
    let says = Wording(
      zh: wording.zh + "；此处应为{expected}", en: wording.en + "; expected {expected}")
    let values: Reason.Values = ["found": .text(text), "expected": .term(type.expectation)]
    guard let meant = type.meant(by: text, in: unit) ?? type.skeleton(keeping: text) else {
      return Reason(Message(id, says: says, mend: Message.wrongType.mend), values)
    }
    let mend = Wording(zh: "请写 {meant}", en: "write {meant}")
    return Reason(Message(id, says: says, mend: mend), values.with("meant", .text(meant)))
  }

  /// The characters that the message names.
  fileprivate var values: Reason.Values {
    switch self {
    case .textTooLong(let limit), .nestingTooDeep(let limit), .tooManyFaults(let limit):
      ["limit": .count(limit)]
    case .unexpectedCharacter(let found), .wrongSpace(let found), .controlCharacter(let found),
      .badEscape(let found):
      ["found": .text(String(found))]
    case .malformedByte(let byte): ["found": .byte(byte)]
    case .wrongPunctuation(let found, let meant):
      ["found": .text(String(found)), "meant": .text(String(meant))]
    case .surplusCloser(let found): ["found": .text(String(found))]
    case .mismatchedCloser(let found, let expected):
      ["found": .text(String(found)), "meant": .text(String(expected))]
    case .typographicQuotes(let open, let close):
      ["found": .text(String(open) + String(close))]
    default: [:]
    }
  }

  /// What is wrong and how to mend it, under a stable identifier.
  fileprivate var message: Message {
    func message(
      _ id: String, _ zh: String, _ en: String, mend mendZH: String, _ mendEN: String
    ) -> Message {
      Message(id, says: Wording(zh: zh, en: en), mend: Wording(zh: mendZH, en: mendEN))
    }
    return switch self {
    case .emptyText:
      Message(
        "empty-text", says: Wording(zh: "文件为空", en: "the file is empty"),
        mend: Message.chooseAnother)
    case .textTooLong:
      message(
        "text-too-long", "文件超过 {limit} 字节", "the file is longer than {limit} bytes",
        mend: "核对是否为申报文件", "check that it is an application")
    case .nestingTooDeep:
      message(
        "nesting-too-deep", "嵌套超过 {limit} 层，其后未读",
        "nested deeper than {limit} levels; the rest was not read", mend: "核对括号",
        "check the brackets")
    case .tooManyFaults:
      message(
        "too-many-faults", "错误超过 {limit} 处，其后未读", "more than {limit} faults; the rest was not read",
        mend: "先更正以上各处", "correct those above first")
    case .contentAfterEnd:
      message(
        "content-after-end", "数据结束后还有内容", "there is more after the end of the data",
        mend: "删去多余内容，或核对括号", "remove it, or check the brackets")
    case .unexpectedCharacter:
      message(
        "unexpected-character", "此处不应有“{found}”", "unexpected “{found}”", mend: "删去该字符", "remove it"
      )
    case .malformedByte:
      message(
        "malformed-byte", "字节 0x{found} 不是 UTF-8 文字", "byte 0x{found} is not UTF-8 text",
        mend: "以 UTF-8 编码重新保存", "save the file as UTF-8")
    case .strayText:
      message(
        "stray-text", "此处有多余的文字", "there is stray text", mend: "删去，或为文字加引号",
        "remove it, or put the text in quotation marks")
    case .missingComma:
      message(
        "missing-comma", "此处缺少逗号", "a comma is missing", mend: "在两项之间加 ,", "put , between the two")
    case .missingColon:
      message(
        "missing-colon", "名称之后缺少冒号", "a colon is missing after the name", mend: "在名称和值之间加 :",
        "put : between name and value")
    case .leadingComma:
      message(
        "leading-comma", "第一项之前多了逗号", "a comma stands before the first item", mend: "删去逗号",
        "remove it")
    case .trailingComma:
      message(
        "trailing-comma", "最后一项之后多了逗号", "a comma stands after the last item", mend: "删去逗号",
        "remove it")
    case .doubledComma:
      message(
        "doubled-comma", "逗号重复", "a comma follows a comma", mend: "删去一个，或补上缺失的一项",
        "remove one, or supply what is missing")
    case .missingValue:
      message(
        "missing-value", "冒号之后缺少值", "no value follows the colon", mend: "填写值", "supply a value")
    case .missingKey:
      message(
        "missing-key", "此值没有名称", "the value has no name", mend: "在前面写名称和冒号",
        "put a name and a colon before it")
    case .unquotedKey:
      message(
        "unquoted-key", "名称没有加引号", "the name has no quotation marks", mend: "加英文双引号 \"",
        "enclose it in \"")
    case .numberAsKey:
      message(
        "number-as-key", "名称不能是数字", "a number cannot be a name", mend: "加英文双引号 \"，或核对结构",
        "enclose it in \", or check the structure")
    case .wrongPunctuation:
      message(
        "wrong-punctuation", "此处用了“{found}”，应为英文半角 {meant}",
        "found “{found}” where {meant} belongs",
        mend: "改为 {meant}", "write {meant}")
    case .wrongSpace:
      message(
        "wrong-space", "此处的空白“{found}”不是普通空格", "“{found}” is not a plain space", mend: "改为半角空格",
        "write a plain space")
    case .comment:
      message("comment", "不能有注释", "comments are not possible", mend: "删去注释", "remove it")
    case .unterminatedComment:
      message(
        "unterminated-comment", "注释没有结束，其后内容未读",
        "the comment does not end; what follows was not read", mend: "删去注释", "remove it")
    case .unclosedObject:
      message("unclosed-object", "此 { 没有对应的 }", "this { is not closed", mend: "补上 }", "add }")
    case .unclosedArray:
      message("unclosed-array", "此 [ 没有对应的 ]", "this [ is not closed", mend: "补上 ]", "add ]")
    case .surplusCloser:
      message(
        "surplus-closer", "此处多了一个 {found}", "this {found} is one too many",
        mend: "删去这个 {found}", "remove this {found}")
    case .mismatchedCloser:
      message(
        "mismatched-closer", "括号不配对：“{found}”应为 {meant}", "found “{found}” where {meant} belongs",
        mend: "改为 {meant}，或核对结构", "write {meant}, or check the structure")
    case .singleQuotedString:
      message(
        "single-quoted-string", "文字用了单引号", "the text is in single quotation marks",
        mend: "改用英文双引号 \"", "use \" instead")
    case .typographicQuotes:
      message(
        "typographic-quotes", "文字用了引号 {found}", "the text is in quotation marks {found}",
        mend: "改用英文双引号 \"", "use \" instead")
    case .unterminatedString:
      message(
        "unterminated-string", "文字没有结束的引号", "the text has no closing quotation mark",
        mend: "在末尾加 \"", "add \" at its end")
    case .unopenedString:
      message(
        "unopened-string", "文字没有开头的引号", "the text has no opening quotation mark", mend: "在开头加 \"",
        "add \" at its beginning")
    case .unescapedQuote:
      message(
        "unescaped-quote", "文字中间的引号没有转义", "a quotation mark inside the text is not escaped",
        mend: "写作 \\\"，或用中文引号", "write \\\"")
    case .lineBreakInString:
      message(
        "line-break-in-string", "文字中有换行", "the text contains a line break", mend: "写作 \\n，或补上引号",
        "write \\n, or close the quotation")
    case .controlCharacter:
      message(
        "control-character", "文字中有控制字符“{found}”",
        "the text contains the control character “{found}”", mend: "删去，或写作转义符",
        "remove or escape it")
    case .badEscape:
      message(
        "bad-escape", "反斜杠不能用在“{found}”之前", "a backslash cannot stand before “{found}”",
        mend: "反斜杠本身写作 \\\\", "write \\\\ for a backslash itself")
    case .badUnicodeEscape:
      message(
        "bad-unicode-escape", "\\u 之后应有四位十六进制数字", "\\u needs four hexadecimal digits",
        mend: "更正转义符", "correct it")
    case .loneSurrogate:
      message(
        "lone-surrogate", "\\u 转义只有半个字符", "a \\u escape stands for half a character",
        mend: "补全代理对，或直接写该字符",
        "write the whole pair, or the character itself")
    case .badNumber(let problem):
      Message(
        "bad-number", says: problem.wording,
        mend: Wording(zh: "只写数字、小数点和负号，如 1234.5", en: "write digits, a point, a minus: 1234.5"))
    case .bareWord(let word):
      Message(
        "bare-word", says: Wording(zh: "没有加引号的文字", en: "a word without quotation marks"),
        mend: word.mend)
    }
  }
}

extension SyntaxFault.BadNumber {
  fileprivate var wording: Wording {
    switch self {
    case .leadingZero: Wording(zh: "数字以零开头", en: "the number begins with a zero")
    case .leadingPlus: Wording(zh: "数字带加号", en: "the number has a plus sign")
    case .bareDot: Wording(zh: "小数点之前没有数字", en: "no digit before the point")
    case .trailingDot: Wording(zh: "小数点之后没有数字", en: "no digit after the point")
    case .missingExponent: Wording(zh: "指数没有数字", en: "the exponent has no digits")
    case .missingDigits: Wording(zh: "没有数字", en: "there are no digits")
    case .hexadecimal: Wording(zh: "不能用十六进制", en: "hexadecimal numbers are not possible")
    case .fullWidth: Wording(zh: "数字用了全角字符", en: "the number is in full-width characters")
    case .thousandsSeparators:
      Wording(zh: "数字中有千位分隔符", en: "the number has thousands separators")
    case .malformed:
      Wording(zh: "不是数字，也没有加引号", en: "neither a number nor a text in quotation marks")
    }
  }
}

extension SyntaxFault.BareWord {
  fileprivate var mend: Wording {
    switch self {
    case .true: Wording(zh: "写作 true", en: "write true")
    case .false: Wording(zh: "写作 false", en: "write false")
    case .null, .undefined:
      Wording(zh: "填写值；没有的，删去此项", en: "supply a value, or leave the member out")
    case .notANumber, .infinity:
      Wording(zh: "填写数字", en: "write a number")
    case .other: Wording(zh: "文字加英文双引号 \"", en: "enclose text in \"")
    }
  }
}

extension Quantity {
  /// A byte in hexadecimal digits, which are no number for programs either.
  static func byte(_ byte: UInt8) -> Quantity {
    let digits = String(byte, radix: 16, uppercase: true)
    return .term(Wording(zh: digits, en: digits))
  }
}
