// The lines of a claims file: how the part was screened, what each application claims, the totals.

import Eligibility
import Judging
import Reports

/// Writes the lines of a claims file; what an application does not claim is left out.
enum ClaimLine {
  /// The kinds of lines.
  enum Kind: String, Sendable, CaseIterable {
    /// Begins a part and says how it was screened.
    case part
    /// What one application claims.
    case claim
    /// Ends a part with its totals.
    case totals
  }

  /// The line that begins a part.
  static func bytes(_ header: ClaimsHeader) -> [UInt8] {
    line(.part) { line in
      line.member("claimsVersion", header.version)
      line.member("program", header.program)
      line.member("key", header.key)
      line.member("isStrict", header.isStrict)
      if let day = header.asOf { line.member("asOf", day.description) }
    }
  }

  /// Adds the line of an application.
  static func append(
    _ record: ClaimRecord, _ participants: [PackedCreditCode], of programme: Programme,
    at place: ApplicationLocation, to bytes: inout [UInt8]
  ) {
    append(.claim, to: &bytes) { line in
      write(place, into: &line)
      line.flag("isEligible", record.isEligible)
      if let bureau = record.bureau { line.member("bureau", programme.bureaus[bureau].word) }
      if let code = record.creditCode { line.member("creditCode", code.text) }
      line.hash("name", record.name, bits: ClaimRecord.nameWidth)
      line.hash("product", UInt64(record.product), bits: 32)
      line.hash("content", record.content, bits: 64)
      if let productClass = record.productClass { write(productClass, into: &line) }
      line.known("year", record.year)
      if let basis = record.basis { line.member("basis", basis.rawValue) }
      line.flag("isFirstInProvince", record.isFirstInProvince)
      line.known("nationalRank", Int(record.nationalRank))
      line.known("worldRank", Int(record.worldRank))
      line.share("provincialShare", record.provincialShare)
      line.share("nationalShare", record.nationalShare)
      if !participants.isEmpty {
        line.array("participants") { list in for code in participants { list.element(code.text) } }
      }
    }
  }

  /// The line that ends a part.
  static func bytes(_ totals: Totals, of programme: Programme) -> [UInt8] {
    line(.totals) { line in
      line.member("applications", totals.applications)
      line.object("verdicts") { verdicts in
        for verdict in Verdict.allCases {
          verdicts.member(verdict.rawValue, totals.verdicts[verdict] ?? 0)
        }
      }
      line.member("unreadable", totals.unreadable)
      line.member("withFaults", totals.withFaults)
      line.member("eligibleWithPriority", totals.eligibleWithPriority)
      line.member("exitStatus", Int(totals.status.rawValue))
      line.object("criteria") { criteria in
        for (number, outcomes) in totals.outcomes.enumerated() {
          criteria.object(programme.criteria[number].id) { criterion in
            criterion.object("outcomes") { counts in
              for outcome in Outcome.allCases {
                counts.member(outcome.rawValue, outcomes[outcome] ?? 0)
              }
            }
            criterion.array("nearestMisses") { list in
              for miss in totals.nearestMisses[number] { list.object { write(miss, into: &$0) } }
            }
          }
        }
      }
    }
  }

  private static func line(_ kind: Kind, _ body: (inout JSONObject) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    append(kind, to: &bytes, body)
    return bytes
  }

  private static func append(
    _ kind: Kind, to bytes: inout [UInt8], _ body: (inout JSONObject) -> Void
  ) {
    JSONWriter.appendObject(to: &bytes, .compact) { line in
      line.member("kind", kind.rawValue)
      body(&line)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func write(_ place: ApplicationLocation, into object: inout JSONObject) {
    object.member("source", place.source)
    if let line = place.line { object.member("line", line) }
  }

  private static func write(_ productClass: ProductClass, into line: inout JSONObject) {
    line.object("classification") { object in
      switch productClass.catalogue {
      case .productCatalogue(let code):
        object.member("productCatalogue", code)
      case .productiveServices(let code):
        object.member("productiveServices", code)
      case .ownDescription:
        object.hash("custom", productClass.bits, bits: 64)
      }
    }
  }

  private static func write(_ miss: Totals.NearMiss, into entry: inout JSONObject) {
    write(miss.place, into: &entry)
    if let enterprise = miss.enterprise { entry.member("enterprise", enterprise) }
    entry.object("gap") { gap in
      switch miss.gap.magnitude {
      case .count(let number): gap.member("count", number)
      case .days(let number): gap.member("days", number)
      case .years(let number): gap.member("years", number)
      case .places(let number): gap.member("places", number)
      case .money(let money): gap.member("money", number: money.digits(in: .yuan))
      case .digits(let digits): gap.member("number", digits)
      // Nothing can be short by a text or a date.
      default: break
      }
    }
  }

  /// A hash as so many bits are written.
  static func hex(_ hash: UInt64, bits: Int) -> String {
    let digits = String(hash, radix: 16, uppercase: true)
    return String(repeating: "0", count: bits / 4 - digits.utf8.count) + digits
  }
}

extension JSONObject {
  /// A member that is true, or left out.
  fileprivate mutating func flag(_ key: String, _ isTrue: Bool) {
    if isTrue { member(key, true) }
  }

  /// A member that is a hash, unless it is that of the unknown.
  fileprivate mutating func hash(_ key: String, _ hash: UInt64, bits: Int) {
    if hash != 0 { member(key, ClaimLine.hex(hash, bits: bits)) }
  }

  /// A member that is a number, unless it stands for the unknown.
  fileprivate mutating func known(_ key: String, _ number: Int) {
    if number != 0 { member(key, number) }
  }

  /// A member that is a share in percent, unless nothing is claimed.
  fileprivate mutating func share(_ key: String, _ share: MarketShare) {
    if share.units != 0 { member(key, number: share.percentage.digits) }
  }
}
