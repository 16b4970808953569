// What no reader of a single file can see: applications that contradict one another.

import ChampionRules
import Eligibility

/// A contradiction between applications, or with the intake as a whole, for an officer to verify.
struct Contest: Sendable {
  /// What kind of contradiction.
  let kind: Kind
  /// The applications concerned, by their number in the batch from 0, ascending.
  let applications: [Int]
  /// What is claimed, with its values.
  let reason: Reason

  /// The kinds of contradictions.
  enum Kind: String, Sendable, CaseIterable {
    /// The same social credit code and the same product more than once.
    case sameApplicant = "same-applicant"
    /// The same social credit code with other products.
    case sameApplicantOtherProduct = "same-applicant-other-product"
    /// The same content under other names.
    case sameContent = "same-content"
    /// More than one applicant claims to be first in the province.
    case firstInProvince = "first-in-province"
    /// More than one applicant claims the same rank in the country.
    case sameNationalRank = "same-national-rank"
    /// More than one applicant claims the same rank in the world.
    case sameWorldRank = "same-world-rank"
    /// Shares of the province add up to more than the whole.
    case provincialShares = "provincial-shares"
    /// Shares of the country add up to more than the whole.
    case nationalShares = "national-shares"
    /// The application is filed with another bureau than the one whose intake this is.
    case otherBureau = "other-bureau"
  }
}

/// What one application claims that others may contradict; small, since one is kept for each.
struct ClaimRecord: Sendable {
  /// The file's number in the batch's list of sources.
  var source: UInt32
  /// The line, 0 where the file is one application.
  var line: UInt32
  /// Whether the application is eligible by itself.
  var isEligible: Bool

  /// What an application claims.
  init(_ application: Application, isEligible: Bool, source: Int, line: Int?) {
    self.source = UInt32(truncatingIfNeeded: source)
    self.line = UInt32(truncatingIfNeeded: line ?? 0)
    self.isEligible = isEligible
  }
}

/// The claims of a whole batch.
struct ClaimIndex: Sendable {
  private var records: [ClaimRecord] = []

  /// Keeps what the next application claims.
  mutating func add(_ record: ClaimRecord) { records.append(record) }

  /// The record of an application, by its number in the batch.
  subscript(number: Int) -> ClaimRecord { records[number] }

  /// All contradictions, in the order of the kinds and then of the first application concerned.
  ///
  /// - Parameter bureau: the bureau whose intake the batch is, where one was named.
  func contests(bureau: Bureau?) -> [Contest] { [] }
}
