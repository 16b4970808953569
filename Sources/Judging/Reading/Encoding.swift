// Files come in several encodings; what is read is always UTF-8, and a conversion is never silent.

import Eligibility

/// The bytes of a file as UTF-8 without a byte order mark, or why they are no text.
public enum Encoding {
  /// What became of the bytes.
  public struct Decoded {
    /// UTF-8 without a byte order mark; with a fault only bytes in which it has its place.
    public var bytes: [UInt8]
    /// A conversion that took place.
    var notice: Notice?
    /// Why the bytes could not be read as text.
    public var fault: Fault?
  }

  /// Recognises the encoding.
  ///
  /// - Parameter decodeGB18030: converts GB18030 to UTF-8, or returns `nil`.
  public static func decode(_ bytes: [UInt8], decodeGB18030: ([UInt8]) -> [UInt8]?) -> Decoded {
    // A byte order mark says that the file is UTF-8, so it is not tried as anything else.
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    if !hasMark, looksLikeUTF16(bytes) {
      return Decoded(bytes: [], fault: Fault(.utf16, in: 0..<0, at: nil))
    }
    if let kind = fileKind(of: bytes) {
      return Decoded(
        bytes: [], fault: Fault(.otherFile, ["found": .term(kind)], in: 0..<0, at: nil))
    }
    let survey = UTF8Survey(bytes)
    guard let firstBad = survey.firstBad else { return Decoded(bytes: bytes) }
    if !hasMark, survey.isUnlikeUTF8, GB18030.isReadAlike(bytes),
      let converted = decodeGB18030(bytes)
    {
      return Decoded(bytes: converted, notice: Notice(.readAsGB18030, at: []))
    }
    return Decoded(
      bytes: bytes,
      fault: Fault(
        .notText, ["found": .byte(bytes[firstBad])], in: firstBad..<firstBad + 1, at: nil))
  }

  /// What a file is called whose first bytes say that it is of another kind.
  private static func fileKind(of bytes: [UInt8]) -> Wording? {
    kinds.first { bytes.starts(with: $0.mark) }?.name
  }

  /// How files of other kinds begin that offices send.
  private static let kinds: [(mark: [UInt8], name: Wording)] = [
    (Array("%PDF-".utf8), Wording(zh: "PDF 文件", en: "a PDF file")),
    (
      [0x50, 0x4B, 0x03, 0x04],
      Wording(
        zh: "压缩文件或 Office 文件（ZIP、DOCX、XLSX 等）", en: "a ZIP archive or Office document (DOCX, XLSX)")
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      Wording(zh: "Office 97–2003 文件（DOC、XLS 等）", en: "an old Office document (DOC, XLS)")
    ),
    (Array("Rar!".utf8), Wording(zh: "压缩文件（RAR）", en: "a RAR archive")),
    ([0x37, 0x7A, 0xBC, 0xAF], Wording(zh: "压缩文件（7z）", en: "a 7z archive")),
    ([0x1F, 0x8B], Wording(zh: "压缩文件（gzip）", en: "a gzip archive")),
    ([0xFF, 0xD8, 0xFF], Wording(zh: "图片（JPEG）", en: "a JPEG picture")),
    ([0x89, 0x50, 0x4E, 0x47], Wording(zh: "图片（PNG）", en: "a PNG picture")),
    (Array("{\\rtf".utf8), Wording(zh: "RTF 文件", en: "an RTF document")),
    (Array("<".utf8), Wording(zh: "网页或 XML 文件", en: "a web page or XML file")),
  ]

  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || (bytes.count >= 2 && (bytes[0] == 0) != (bytes[1] == 0))
  }
}

/// What a walk over bytes as UTF-8 found.
private struct UTF8Survey {
  /// Where the first byte stands that is not UTF-8.
  private(set) var firstBad: Int?
  /// How many bytes are not UTF-8.
  private var badBytes = 0
  /// How many characters of three bytes, as Chinese ones are, are valid.
  private var chinese = 0

  /// Whether the bytes are rather in another encoding than damaged.
  ///
  /// In Chinese text in GB18030 what looks like a Chinese character in UTF-8 is rare, one for some
  /// thirty bad bytes; UTF-8 with some damage is full of them, and reading it as GB18030 would turn
  /// it into other characters.
  var isUnlikeUTF8: Bool { badBytes > 4 * chinese }

  init(_ bytes: [UInt8]) {
    // The common case needs no look at single characters.
    if (try? UTF8Span(validating: bytes.span)) != nil { return }
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .emptyInput: return
      case .valid(let scalar):
        offset += scalar.count
        if scalar.count == 3 { chinese += 1 }
      case .error(let length):
        if firstBad == nil { firstBad = offset }
        badBytes += length
        offset += length
      }
    }
  }
}

extension Message {
  static let readAsGB18030 = Message(
    "read-as-gb18030",
    says: Wording(
      zh: "文件不是 UTF-8，已按 GB18030（GBK）读取", en: "the file is not UTF-8; it was read as GB18030 (GBK)"),
    mend: Wording(
      zh: "请核对文字，建议以 UTF-8 编码保存", en: "check the texts, and preferably save it as UTF-8"))
  static let utf16 = Message(
    "utf-16",
    says: Wording(zh: "文件为 UTF-16 编码，未读取", en: "the file is UTF-16 and was not read"),
    mend: Wording(zh: "以 UTF-8 编码重新保存", en: "save it as UTF-8"))
  static let notText = Message(
    "not-text",
    says: Wording(
      zh: "字节 0x{found} 既非 UTF-8 也非 GB18030，文件未读取",
      en: "byte 0x{found} is neither UTF-8 nor GB18030; the file was not read"),
    mend: Wording(
      zh: "核对是否为申报文件，并以 UTF-8 编码保存", en: "check that it is an application, and save it as UTF-8"))
}
