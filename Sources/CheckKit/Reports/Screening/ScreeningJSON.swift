// Stub.

import Eligibility

/// Writes a batch as JSON.
struct ScreeningJSON: ScreeningFormat {
  let language: Language

  func end(_ screening: Screening) -> [UInt8] { [] }
}
