// Stub.

import Eligibility

/// Writes a batch as Text.
struct ScreeningText: ScreeningFormat {
  let language: Language
  let width: Int
  let coloring: Coloring

  func end(_ screening: Screening) -> [UInt8] { [] }
}
