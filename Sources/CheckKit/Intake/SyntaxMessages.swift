// The words for what can be wrong with the syntax of a file.

import Eligibility
import LocatedJSON

extension Fault {
  /// The fault of a text that is not JSON.
  init(syntax fault: SyntaxFault) {
    let (says, mend) = fault.kind.wording
    self.init(
      Message(fault.kind.id, says: says, mend: mend), fault.kind.values, in: fault.range, at: nil)
  }
}

extension SyntaxFault.Kind {
  /// The characters that the message names.
  fileprivate var values: Reason.Values {
    switch self {
    case .textTooLong(let limit), .nestingTooDeep(let limit), .tooManyFaults(let limit):
      ["limit": .count(limit)]
    case .unexpectedCharacter(let found), .wrongSpace(let found), .controlCharacter(let found),
      .badEscape(let found):
      ["found": .text(String(found))]
    case .malformedByte(let byte): ["found": .digits(String(byte, radix: 16, uppercase: true))]
    case .wrongPunctuation(let found, let meant):
      ["found": .text(String(found)), "meant": .text(String(meant))]
    case .mismatchedCloser(let found, let expected):
      ["found": .text(String(found)), "meant": .text(String(expected))]
    case .typographicQuotes(let open, let close):
      ["found": .text(String(open) + String(close))]
    default: [:]
    }
  }

  /// A stable identifier.
  fileprivate var id: String {
    switch self {
    case .emptyText: "empty-text"
    case .textTooLong: "text-too-long"
    case .nestingTooDeep: "nesting-too-deep"
    case .tooManyFaults: "too-many-faults"
    case .contentAfterEnd: "content-after-end"
    case .unexpectedCharacter: "unexpected-character"
    case .malformedByte: "malformed-byte"
    case .strayText: "stray-text"
    case .missingComma: "missing-comma"
    case .missingColon: "missing-colon"
    case .leadingComma: "leading-comma"
    case .trailingComma: "trailing-comma"
    case .doubledComma: "doubled-comma"
    case .missingValue: "missing-value"
    case .missingKey: "missing-key"
    case .unquotedKey: "unquoted-key"
    case .numberAsKey: "number-as-key"
    case .wrongPunctuation: "wrong-punctuation"
    case .wrongSpace: "wrong-space"
    case .comment: "comment"
    case .unterminatedComment: "unterminated-comment"
    case .unclosedObject: "unclosed-object"
    case .unclosedArray: "unclosed-array"
    case .mismatchedCloser: "mismatched-closer"
    case .singleQuotedString: "single-quoted-string"
    case .typographicQuotes: "typographic-quotes"
    case .unterminatedString: "unterminated-string"
    case .unopenedString: "unopened-string"
    case .unescapedQuote: "unescaped-quote"
    case .lineBreakInString: "line-break-in-string"
    case .controlCharacter: "control-character"
    case .badEscape: "bad-escape"
    case .badUnicodeEscape: "bad-unicode-escape"
    case .loneSurrogate: "lone-surrogate"
    case .badNumber: "bad-number"
    case .bareWord: "bare-word"
    }
  }

  /// What is wrong and how to mend it.
  fileprivate var wording: (says: Wording, mend: Wording) {
    switch self {
    case .emptyText:
      (
        Wording(zh: "文件为空", en: "the file is empty"),
        Wording(zh: "填写一份申报数据，至少为 {}", en: "write an application, at least {}")
      )
    case .textTooLong:
      (
        Wording(zh: "文件超过 {limit} 字节", en: "the file is longer than {limit} bytes"),
        Wording(zh: "核对是否为申报文件", en: "check that it is an application")
      )
    case .nestingTooDeep:
      (
        Wording(
          zh: "嵌套超过 {limit} 层，其后未读", en: "nested deeper than {limit} levels; the rest was not read"),
        Wording(zh: "核对括号", en: "check the brackets")
      )
    case .tooManyFaults:
      (
        Wording(zh: "错误超过 {limit} 处，其后未读", en: "more than {limit} faults; the rest was not read"),
        Wording(zh: "先更正以上各处", en: "mend those above first")
      )
    case .contentAfterEnd:
      (
        Wording(zh: "数据结束后还有内容", en: "there is more after the end of the data"),
        Wording(zh: "删去多余内容，或核对括号", en: "remove it, or check the brackets")
      )
    case .unexpectedCharacter:
      (
        Wording(zh: "此处不应有“{found}”", en: "unexpected “{found}”"),
        Wording(zh: "删去该字符", en: "remove it")
      )
    case .malformedByte:
      (
        Wording(zh: "字节 0x{found} 不是 UTF-8 文字", en: "byte 0x{found} is not UTF-8 text"),
        Wording(zh: "以 UTF-8 编码重新保存", en: "save the file as UTF-8")
      )
    case .strayText:
      (
        Wording(zh: "此处有多余的文字", en: "there is stray text"),
        Wording(zh: "删去，或为文字加引号", en: "remove it, or put text in quotation marks")
      )
    case .missingComma:
      (
        Wording(zh: "此处缺少逗号", en: "a comma is missing"),
        Wording(zh: "在两项之间加 ,", en: "put , between the two")
      )
    case .missingColon:
      (
        Wording(zh: "名称之后缺少冒号", en: "a colon is missing after the name"),
        Wording(zh: "在名称和值之间加 :", en: "put : between name and value")
      )
    case .leadingComma:
      (
        Wording(zh: "第一项之前多了逗号", en: "a comma stands before the first"),
        Wording(zh: "删去逗号", en: "remove it")
      )
    case .trailingComma:
      (
        Wording(zh: "最后一项之后多了逗号", en: "a comma stands after the last"),
        Wording(zh: "删去逗号", en: "remove it")
      )
    case .doubledComma:
      (
        Wording(zh: "逗号重复", en: "a comma follows a comma"),
        Wording(zh: "删去一个，或补上缺失的一项", en: "remove one, or supply what is missing")
      )
    case .missingValue:
      (
        Wording(zh: "冒号之后缺少值", en: "no value follows the colon"),
        Wording(zh: "填写值，或删去此项", en: "supply a value, or remove the member")
      )
    case .missingKey:
      (
        Wording(zh: "此值没有名称", en: "the value has no name"),
        Wording(zh: "在前面写名称和冒号", en: "put a name and a colon before it")
      )
    case .unquotedKey:
      (
        Wording(zh: "名称没有加引号", en: "the name has no quotation marks"),
        Wording(zh: "加英文双引号 \"", en: "put it in \"")
      )
    case .numberAsKey:
      (
        Wording(zh: "名称不能是数字", en: "a number cannot be a name"),
        Wording(zh: "加英文双引号 \"，或核对结构", en: "put it in \", or check the structure")
      )
    case .wrongPunctuation:
      (
        Wording(zh: "用了“{found}”，应为英文半角 {meant}", en: "found “{found}” where {meant} belongs"),
        Wording(zh: "改为 {meant}", en: "write {meant}")
      )
    case .wrongSpace:
      (
        Wording(zh: "此处的空白“{found}”不是普通空格", en: "“{found}” is not a plain blank"),
        Wording(zh: "改为半角空格", en: "write a plain blank")
      )
    case .comment:
      (
        Wording(zh: "不能有注释", en: "comments are not possible"),
        Wording(zh: "删去注释", en: "remove it")
      )
    case .unterminatedComment:
      (
        Wording(zh: "注释没有结束，其后内容未读", en: "the comment does not end; what follows was not read"),
        Wording(zh: "删去注释", en: "remove it")
      )
    case .unclosedObject:
      (
        Wording(zh: "此 { 没有对应的 }", en: "this { is not closed"),
        Wording(zh: "补上 }", en: "add }")
      )
    case .unclosedArray:
      (
        Wording(zh: "此 [ 没有对应的 ]", en: "this [ is not closed"),
        Wording(zh: "补上 ]", en: "add ]")
      )
    case .mismatchedCloser:
      (
        Wording(zh: "括号不配对：{found} 应为 {meant}", en: "found {found} where {meant} belongs"),
        Wording(zh: "改为 {meant}，或核对结构", en: "write {meant}, or check the structure")
      )
    case .singleQuotedString:
      (
        Wording(zh: "文字用了单引号", en: "the text is in single quotation marks"),
        Wording(zh: "改用英文双引号 \"", en: "write \"")
      )
    case .typographicQuotes:
      (
        Wording(zh: "文字用了引号 {found}", en: "the text is in quotation marks {found}"),
        Wording(zh: "改用英文双引号 \"", en: "write \"")
      )
    case .unterminatedString:
      (
        Wording(zh: "文字没有结束的引号", en: "the text has no closing quotation mark"),
        Wording(zh: "在末尾加 \"", en: "add \" at its end")
      )
    case .unopenedString:
      (
        Wording(zh: "文字没有开头的引号", en: "the text has no opening quotation mark"),
        Wording(zh: "在开头加 \"", en: "add \" at its beginning")
      )
    case .unescapedQuote:
      (
        Wording(zh: "文字中间的引号没有转义", en: "a quotation mark inside the text is not escaped"),
        Wording(zh: "写作 \\\"，或用中文引号", en: "write \\\"")
      )
    case .lineBreakInString:
      (
        Wording(zh: "文字中有换行", en: "the text contains a line break"),
        Wording(zh: "写作 \\n，或补上引号", en: "write \\n, or close the quotation")
      )
    case .controlCharacter:
      (
        Wording(zh: "文字中有控制字符“{found}”", en: "the text contains the control character “{found}”"),
        Wording(zh: "删去，或写作转义符", en: "remove or escape it")
      )
    case .badEscape:
      (
        Wording(zh: "反斜杠不能用在“{found}”之前", en: "a backslash cannot stand before “{found}”"),
        Wording(zh: "反斜杠本身写作 \\\\", en: "write \\\\ for a backslash itself")
      )
    case .badUnicodeEscape:
      (
        Wording(zh: "\\u 之后应有四位十六进制数字", en: "\\u needs four hexadecimal digits"),
        Wording(zh: "更正转义符", en: "correct it")
      )
    case .loneSurrogate:
      (
        Wording(zh: "\\u 转义只有半个字符", en: "a \\u escape is half a character"),
        Wording(zh: "补全代理对，或直接写该字符", en: "write the pair, or the character itself")
      )
    case .badNumber(let problem):
      (
        problem.wording,
        Wording(zh: "只写数字、小数点和负号，如 1234.5", en: "write digits, a point, a minus: 1234.5")
      )
    case .bareWord(let word):
      (
        Wording(zh: "没有加引号的文字", en: "a word without quotation marks"),
        word.mend
      )
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
      Wording(zh: "不清楚时删去此项", en: "leave the member out where nothing is known")
    case .notANumber, .infinity:
      Wording(zh: "填写数字，或删去此项", en: "write a number, or leave the member out")
    case .other: Wording(zh: "文字加英文双引号 \"", en: "put text in \"")
    }
  }
}
