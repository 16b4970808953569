// The parts of a batch come in order, each from its first line to its totals; anything else is refused.

import ChampionRules
import Eligibility
import LocatedJSON

/// Puts together what the parts of a batch claim.
struct ClaimsReader {
  /// The claims of all parts, in order.
  private(set) var claims = PlacedClaims()
  /// The totals of all parts.
  private(set) var totals = Totals()
  /// What is wrong with the files, as far as it is shown.
  private(set) var faults: [PlacedFault] = []
  /// How many faults are not shown.
  private(set) var faultsNotShown = 0

  /// How the first part was screened.
  private var common: ClaimsHeader?
  /// The part that is being read.
  private var part: Part?
  /// The claims files in which there was anything.
  private var sources: Set<String> = []
  /// The last line of each file that has been claimed for, 0 for a file itself.
  private var lastLines: [String: Int] = [:]

  /// A fault and its place in a claims file.
  struct PlacedFault: Sendable {
    /// The claims file.
    let source: String
    /// Where; `nil` at its end.
    let position: Position?
    /// What is wrong.
    let reason: Reason
  }

  private struct Part {
    let source: String
    var applications = 0
    /// Whether all of it could be read so far; if not, what follows from that is not said too.
    var isSound = true
  }

  /// How many faults are shown; a file of something else has one in every line.
  private static let mostFaults = 20

  /// Reads whole lines of a claims file.
  mutating func read(_ bytes: [UInt8], from firstLine: Int, of source: String) {
    if let part, part.source != source { end() }
    bytes.withUnsafeBufferPointer { buffer in
      Workload.eachLine(of: buffer, from: firstLine) { lines, line in
        guard let (claim, end) = ClaimFormat.plainClaim(nextOf: lines), claim.source != nil else {
          return nil
        }
        sources.insert(source)
        take(claim, at: BatchPlace(source: source, line: line))
        return end
      } _: { range, line in
        sources.insert(source)
        read(Document(parsing: Array(buffer[range])), at: BatchPlace(source: source, line: line))
      }
    }
  }

  /// Says that nothing more comes of the part that is being read, if any is.
  mutating func end() {
    if let part, part.isSound { note(Reason(.partNotEnded), nil, of: part.source) }
    part = nil
  }

  /// Says that nothing more comes at all, and which files there were.
  mutating func end(of operands: [String]) {
    end()
    for operand in operands where !sources.contains(operand) {
      note(Reason(.noClaims), nil, of: operand)
    }
  }

  /// Reads a line closely.
  private mutating func read(_ document: Document, at place: BatchPlace) {
    var intake = Intake(document)
    let line = Line(&intake)
    let (faults, count) = intake.faultsInOrder()
    if count > 0 {
      beginUnsound(at: place)
      let lines = LineIndex(document.bytes)
      for fault in faults {
        let column = fault.range.map { lines.position(at: $0.lowerBound).column } ?? 1
        note(fault.reason, at: place, column: column)
      }
      faultsNotShown += max(0, count - faults.count)
      return
    }
    switch line {
    case .part(let header): take(header, at: place)
    case .claim(let claim): take(claim, at: place)
    case .totals(let totals): take(totals, at: place)
    case nil: break
    }
  }

  /// Goes on after a fault as if a part were being read.
  private mutating func beginUnsound(at place: BatchPlace) {
    if part == nil { part = Part(source: place.source) }
    part?.isSound = false
  }
}

/// What a line says.
private enum Line {
  case part(ClaimsHeader)
  case claim(ClaimFormat.Claim)
  case totals(Totals)

  /// Reads a line; where that fails its faults are noted.
  init?(_ intake: inout Intake) {
    guard let root = intake.document.root, intake.expect(.object([]), .object, at: root) else {
      return nil
    }
    guard let kind = intake.member("kind", of: root), let word = intake.document.text(kind) else {
      intake.note(.memberMissing, ["key": .text("kind")], at: root)
      return nil
    }
    switch ClaimLine.Kind(rawValue: word) {
    case .part:
      guard let header = ClaimFormat.part.read(root, &intake) else { return nil }
      self = .part(header)
    case .claim:
      var claim = ClaimFormat.Claim()
      guard ClaimFormat.claim.read(root, &intake, into: &claim) else { return nil }
      if claim.source == nil { intake.note(.memberMissing, ["key": .text("source")], at: root) }
      self = .claim(claim)
    case .totals:
      guard let totals = ClaimFormat.totals.read(root, &intake) else { return nil }
      self = .totals(totals)
    case nil:
      intake.noteChoice(word, of: ClaimLine.Kind.allCases.map(\.rawValue), at: kind)
      return nil
    }
  }
}

// MARK: What the lines say together

extension ClaimsReader {
  private mutating func take(_ header: ClaimsHeader, at place: BatchPlace) {
    end()
    part = Part(source: place.source)
    if header.version != ClaimsHeader.currentVersion {
      let values: Reason.Values = [
        "found": .count(header.version), "expected": .count(ClaimsHeader.currentVersion),
      ]
      note(Reason(.unsupportedVersion, values), at: place)
    }
    if header.program != ClaimsHeader.ownProgram {
      let values: Reason.Values = [
        "found": .text(header.program), "expected": .text(ClaimsHeader.ownProgram),
      ]
      note(Reason(.otherProgram, values), at: place)
    }
    guard let common else {
      common = header
      return
    }
    if header.key != common.key { note(Reason(.otherKey), at: place) }
    if header.asOf != common.asOf || header.isStrict != common.isStrict {
      note(Reason(.otherTerms), at: place)
    }
  }

  private mutating func take(_ claim: ClaimFormat.Claim, at place: BatchPlace) {
    noteUnlessBegun(at: place)
    part?.applications += 1
    let source = claim.source ?? ""
    if let last = lastLines.updateValue(claim.line ?? 0, forKey: source), last >= claim.line ?? 0 {
      let values: Reason.Values = [
        "place": .text(claim.line.map { "\(source):\($0)" } ?? source),
        "last": .text(last == 0 ? source : "\(source):\(last)"),
      ]
      note(Reason(.claimOutOfOrder, values), at: place)
    }
    claims.add(claim.record, at: BatchPlace(source: source, line: claim.line))
  }

  private mutating func take(_ totals: Totals, at place: BatchPlace) {
    noteUnlessBegun(at: place)
    guard let part, part.isSound else {
      self.part = nil
      return
    }
    self.part = nil
    let judged = totals.applications - totals.unreadable
    let isWhole =
      part.applications == totals.applications
      && totals.verdicts.values.reduce(0, +) == judged
      && totals.outcomes.allSatisfy { $0.values.reduce(0, +) == judged }
    if isWhole {
      self.totals.add(totals)
    } else {
      let values: Reason.Values = [
        "claims": .count(part.applications), "applications": .count(totals.applications),
      ]
      note(Reason(.claimsMissing, values), at: place)
    }
  }

  private mutating func noteUnlessBegun(at place: BatchPlace) {
    guard part == nil else { return }
    note(Reason(.partNotBegun), at: place)
    beginUnsound(at: place)
  }

  private mutating func note(_ reason: Reason, at place: BatchPlace, column: Int = 1) {
    note(reason, Position(line: place.line ?? 1, column: column), of: place.source)
  }

  private mutating func note(_ reason: Reason, _ position: Position?, of source: String) {
    if faults.count < ClaimsReader.mostFaults {
      faults.append(PlacedFault(source: source, position: position, reason: reason))
    } else {
      faultsNotShown += 1
    }
  }
}

extension ClaimFormat {
  private static let fillClaim = claim.plain()

  /// The claims of an application in a line without any fault; `nil` for any other line.
  fileprivate static func plainClaim(nextOf lines: Lines) -> (claim: Claim, end: Int)? {
    var claim = Claim()
    let end = lines.readPlain { reader throws(NotPlain) in
      var intake = PlainIntake(reader: reader)
      try fillClaim(&intake, &claim)
      reader = intake.reader
    }
    return end.map { (claim, $0) }
  }
}

extension Message {
  static let memberMissing = Message(
    "member-missing", says: Wording(zh: "缺少“{key}”这一项", en: "the member “{key}” is missing"))
  static let nothingStated = Message(
    "nothing-stated",
    says: Wording(zh: "其中没有可用的值", en: "there is no value in it that could be used"))
  static let noClaims = Message(
    "no-claims",
    says: Wording(
      zh: "其中没有任何内容，不是 screen --claims 写出的文件",
      en: "nothing is in it, so screen --claims did not write it"))
  static let partNotBegun = Message(
    "part-not-begun",
    says: Wording(
      zh: "此行之前没有 part 行", en: "no line of the kind part comes before this line"))
  static let partNotEnded = Message(
    "part-not-ended",
    says: Wording(
      zh: "没有 totals 行，这一部分不完整",
      en: "the line of the kind totals is missing, so the part is not whole"))
  static let claimsMissing = Message(
    "claims-missing",
    says: Wording(
      zh: "这一部分有 {claims} 行 claim，与汇总的 {applications} 份申请不符",
      en: "the part has {claims} lines of the kind claim, which disagrees with its totals of "
        + "{applications} applications"))
  static let claimOutOfOrder = Message(
    "claim-out-of-order",
    says: Wording(
      zh: "{place} 排在 {last} 之后；各部分应按整批的次序给出，每部分一次",
      en: "{place} comes after {last}: name the parts in the order of the batch, each once"))
  static let otherProgram = Message(
    "other-program",
    says: Wording(
      zh: "由 {found} 写成，此程序为 {expected}；各部分应由同一版本核对",
      en: "written by {found}, but this is {expected}: screen all parts with one version"))
  static let otherKey = Message(
    "other-key",
    says: Wording(
      zh: "所用密钥与第一部分不同；各部分应以同一 --claims-key 核对",
      en: "made with another key than the first part: screen all parts with one --claims-key"))
  static let otherTerms = Message(
    "other-terms",
    says: Wording(
      zh: "--as-of 或 --strict 与第一部分不同",
      en: "screened with another --as-of or --strict than the first part"))
}
