// Stub.

import Eligibility

/// Writes a batch as HTML.
struct ScreeningHTML: ScreeningFormat {
  let language: Language

  func end(_ screening: Screening) -> [UInt8] { [] }
}
