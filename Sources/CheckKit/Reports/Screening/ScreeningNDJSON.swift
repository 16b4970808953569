// Stub.

import Eligibility

/// Writes a batch as NDJSON.
struct ScreeningNDJSON: ScreeningFormat {
  let language: Language

  func end(_ screening: Screening) -> [UInt8] { [] }
}
