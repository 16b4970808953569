// A verification for people: same, or what is different and why, in a few lines.

import Eligibility
import HostSystem

/// Writes verifications for a terminal.
public struct VerificationText {
  /// The language.
  public let language: Language
  /// The width of the page in columns.
  let width: Int

  /// Creates a writer of verifications for a page of a width.
  public init(language: Language, width: Int) {
    self.language = language
    self.width = width
  }

  /// What came of the verification.
  public func bytes(_ verification: Verification) -> [UInt8] {
    var lines: [String] = []
    func add(_ text: String, _ first: String = "  · ") {
      lines += Layout.wrapped(text, width: width, first: first, hanging: "    ")
    }
    let title =
      verification.isSame
      ? Wording(
        zh: "一致：报告由所给文件得出", en: "same: the report follows from what was given")
      : Wording(zh: "不一致", en: "different")
    add(title[language], "")
    for filed in verification.receipt.applications where verification.isSame {
      let line = filed.line.map { ":\($0)" } ?? ""
      add("\(filed.source.sanitizedName())\(line)  SHA-256 \(filed.digest)")
    }
    for cause in verification.causes { add(cause[language]) }
    if verification.causes.isEmpty, !verification.differences.isEmpty {
      add(
        Wording(
          zh: "程序、输入和版本均相同，报告却不同：报告可能被改动",
          en:
            "program, input and edition are the same and the report is not: it may have been altered"
        )[language])
    }
    for difference in verification.differences {
      add(
        Wording(
          zh: "\(shown(difference.pointer))：报告为 \(shown(difference.recorded))，重新得出 "
            + shown(difference.recomputed),
          en:
            "\(shown(difference.pointer)): the report has \(shown(difference.recorded)), made again "
            + "\(shown(difference.recomputed))")[language])
    }
    if verification.unlisted > 0 { add(Listing.more(verification.unlisted)[language]) }
    return Array((lines.joined(by: "\n") + "\n").utf8)
  }

  private func shown(_ text: String?) -> String {
    text?.sanitized().truncated(to: 60) ?? Wording(zh: "（没有）", en: "nothing")[language]
  }
}
