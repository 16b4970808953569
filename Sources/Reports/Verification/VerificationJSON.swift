// A verification for programs: the answer, its causes and every value that differs.

import Eligibility

/// Writes verifications as JSON.
public struct VerificationJSON {
  /// The language of the sentences.
  public let language: Language

  /// Creates a writer of verifications with sentences in a language.
  public init(language: Language) {
    self.language = language
  }

  /// What came of the verification.
  public func bytes(_ verification: Verification) -> [UInt8] {
    JSONWriter.object(.pretty) { top in
      top.member("program", "\(Program.name) \(Version.current)")
      top.member("recordedProgram", verification.receipt.program)
      top.member("isSame", verification.isSame)
      top.array("causes") { list in
        for cause in verification.causes { list.element(cause[language]) }
      }
      top.array("differences") { list in
        for difference in verification.differences {
          list.object { entry in
            entry.member("pointer", difference.pointer)
            entry.member("recorded", difference.recorded)
            entry.member("recomputed", difference.recomputed)
          }
        }
      }
      top.unlisted(verification.unlisted, of: "differences")
    } + [UInt8(ascii: "\n")]
  }
}
