// Stub.

import Eligibility

/// Writes a batch as Markdown.
struct ScreeningMarkdown: ScreeningFormat {
  let language: Language

  func end(_ screening: Screening) -> [UInt8] { [] }
}
