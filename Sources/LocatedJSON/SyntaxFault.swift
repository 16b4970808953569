// Says what is wrong with a text and where, as data: the words for it are found elsewhere, in
// whichever language the reader wants.

/// One departure of a text from RFC 8259, with the bytes that show it.
public struct SyntaxFault: Error, Hashable, Sendable {
  /// What is wrong.
  public let kind: Kind
  /// The bytes concerned; empty, at the place concerned, where something is missing.
  public let range: Range<Int>

  /// Makes a fault.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What may be wrong with a text.
  public enum Kind: Hashable, Sendable {
    // The text as a whole.

    /// There is no value: nothing but white space, or comments.
    case emptyText
    /// The text is longer than the limit, in bytes; none of it was read.
    case textTooLong(limit: Int)
    /// Containers are nested deeper than the limit; nothing after this opening was read.
    case nestingTooDeep(limit: Int)
    /// There are more faults than the limit; nothing after this one was read.
    case tooManyFaults(limit: Int)
    /// The value is complete, and yet the text goes on.
    case contentAfterEnd

    // Structure.

    /// A character that may not stand here; a run of equal ones is one fault.
    case unexpectedCharacter(Unicode.Scalar)
    /// A byte, outside of strings, that is not UTF-8.
    case malformedByte(UInt8)
    /// Words or a number between a value and the comma or bracket that should follow it.
    case strayText
    /// Two members or items without a comma between them.
    case missingComma
    /// A key without a colon after it.
    case missingColon
    /// A comma before the first member or item.
    case leadingComma
    /// A comma after the last member or item.
    case trailingComma
    /// A comma after a comma.
    case doubledComma
    /// A colon without a value after it.
    case missingValue
    /// A value in an object without a key before it.
    case missingKey
    /// A key without quotation marks.
    case unquotedKey
    /// A number in the place of a key.
    case numberAsKey
    /// A sign that means nothing in JSON but was surely meant as another one, such as `：`.
    case wrongPunctuation(found: Unicode.Scalar, meant: Unicode.Scalar)
    /// A blank that is not one of the four JSON knows, such as the ideographic space; a run of
    /// equal ones is one fault.
    case wrongSpace(Unicode.Scalar)
    /// A comment; JSON has none.
    case comment
    /// A comment opened by `/*` and never closed.
    case unterminatedComment
    /// An object whose `}` is missing; the range is its opening brace.
    case unclosedObject
    /// An array whose `]` is missing; the range is its opening bracket.
    case unclosedArray
    /// A closing bracket too many: without it the brackets of the text are complete.
    case surplusCloser(Unicode.Scalar)
    /// A container closed by the bracket of the other kind.
    case mismatchedCloser(found: Unicode.Scalar, expected: Unicode.Scalar)

    // Strings.

    /// A string in `'single quotes'`.
    case singleQuotedString
    /// A string in quotation marks other than `"` and `'`.
    case typographicQuotes(open: Unicode.Scalar, close: Unicode.Scalar)
    /// A string without its closing quotation mark.
    case unterminatedString
    /// A string without its opening quotation mark.
    case unopenedString
    /// A quotation mark within a string without a backslash before it; the range reaches from the
    /// first such mark of the string to the last.
    case unescapedQuote
    /// A line break within a string; only the first one of a string is a fault.
    case lineBreakInString
    /// A control character within a string; a run of equal ones is one fault.
    case controlCharacter(Unicode.Scalar)
    /// A backslash before a character that it does not go with.
    case badEscape(Unicode.Scalar)
    /// `\u` without four hexadecimal digits after it.
    case badUnicodeEscape
    /// One half of a surrogate pair without the other.
    case loneSurrogate(UInt16)

    // Other values.

    /// Something like a number, but not written as JSON does.
    case badNumber(BadNumber)
    /// A word in the place of a value.
    case bareWord(BareWord)
  }

  /// What may be wrong with a number.
  public enum BadNumber: Hashable, Sendable {
    /// A zero before other digits: `007`.
    case leadingZero
    /// A plus sign before the number: `+1`.
    case leadingPlus
    /// No digit before the decimal point: `.5`.
    case bareDot
    /// No digit after the decimal point: `5.`.
    case trailingDot
    /// No digit in the exponent: `1e`.
    case missingExponent
    /// No digit at all: `-`.
    case missingDigits
    /// A hexadecimal number: `0x1F`.
    case hexadecimal
    /// Full-width digits or signs: `１２`.
    case fullWidth
    /// Commas between groups of digits: `12,000`. Seen in objects only; in an array these are two
    /// items.
    case thousandsSeparators
    /// Anything else: `2024-01-31`, `3kg`.
    case malformed
  }

  /// The words found in the place of a value.
  public enum BareWord: Hashable, Sendable {
    /// `true` in another spelling; the node is that of `true`.
    case `true`
    /// `false` in another spelling; the node is that of `false`.
    case `false`
    /// `null` in another spelling, or `None` or `nil`; the node is that of `null`.
    case null
    /// `NaN`.
    case notANumber
    /// `Infinity`, of either sign.
    case infinity
    /// `undefined`.
    case undefined
    /// Any other words; most likely a string without its quotation marks.
    case other
  }
}
