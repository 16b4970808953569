// A bureau writes to all applicants of its intake at once; each letter is on pages of its own.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// Writes a letter for each application of a batch, one after another in one file.
public struct ScreeningLetters: Sendable {
  /// The language of the letters.
  public let language: Language

  /// Creates a writer of letters in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The form in which batches are written.
  public var format: ScreeningFormat {
    .reports { file in
      // A form feed ends a page on paper.
      switch file.result {
      case .success(let report): LetterReport(language: language).bytes([report]) + [0x0C, 0x0A]
      case .failure(let failure): Array((unwritten(file.place, failure) + "\u{0C}\n").utf8)
      }
    }
  }

  /// A page for the officer in the place of a letter, so that no applicant is left without one unseen.
  private func unwritten(_ place: ApplicationLocation, _ failure: ReadFailure) -> String {
    let name = place.source.sanitizedName() + (place.line.map { ":\($0)" } ?? "")
    return Wording(
      zh: "（未写通知）\(name)：\(failure.reason.zh)\n",
      en: "(no letter written) \(name): \(failure.reason.en)\n")[language]
  }
}
