// Stub.

import Eligibility

/// Writes a batch as CSV.
struct ScreeningCSV: ScreeningFormat {
  let language: Language

  func end(_ screening: Screening) -> [UInt8] { [] }
}
