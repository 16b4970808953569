// The parts of a batch come in order, each from its first line to its totals; anything else is refused.

import Eligibility
import Judging
import LocatedJSON
import Reports

/// Puts together what the parts of a batch claim.
public struct ClaimsReader {
  /// The claims of all parts, in order.
  public private(set) var claims = PlacedClaims()
  /// The totals of all parts.
  public private(set) var totals: Totals
  private let format: ClaimFormat
  /// What is wrong with the files, as far as it is shown.
  public private(set) var faults: [PlacedFault] = []
  /// How many faults are not shown.
  public private(set) var faultsNotShown = 0

  /// How the first part was screened that can be read, and where it begins.
  private var common: (header: ClaimsHeader, place: String)?
  /// The part that is being read.
  private var part: Part?
  /// The claims files in which there was anything.
  private var sources: Set<String> = []
  /// The last line of each file that has been claimed for, 0 for a file itself.
  private var lastLines: [String: Int] = [:]

  /// A fault and its place in a claims file.
  public struct PlacedFault: Sendable {
    /// The claims file.
    public let source: String
    /// Where; `nil` at its end.
    public let position: TextPosition?
    /// What is wrong.
    public let reason: Reason
  }

  private struct Part {
    /// Where it begins.
    let place: ApplicationLocation
    var applications = 0
    /// How many of these are eligible by their lines.
    var eligible = 0
    /// Whether all of it could be read so far; if not, what follows from that is not said too.
    var isSound = true
  }

  /// How many faults are shown; a file of something else has one in every line.
  private static let mostFaults = 20

  /// Creates a reader of claims for a programme, which has read nothing yet.
  public init(_ programme: Programme) {
    totals = Totals(programme)
    format = ClaimFormat(programme)
  }

  /// Reads whole lines of a claims file.
  public mutating func read(_ bytes: [UInt8], from firstLine: Int, of source: String) {
    if let part, part.place.source != source { end() }
    bytes.withUnsafeBufferPointer { buffer in
      BatchInput.eachLine(of: buffer, from: firstLine) { lines, line in
        guard let (claim, end) = format.plainClaim(nextOf: lines), claim.source != nil else {
          return nil
        }
        sources.insert(source)
        take(claim, at: ApplicationLocation(source: source, line: line))
        return end
      } _: { range, line in
        sources.insert(source)
        read(
          JSONDocument(parsing: Array(buffer[range])),
          at: ApplicationLocation(source: source, line: line))
      }
    }
  }

  /// Says that nothing more comes of the part that is being read, if any is.
  ///
  /// - Parameter place: the line that begins the next part of the same file.
  mutating func end(at place: ApplicationLocation? = nil) {
    if let part, part.isSound {
      let position = place?.line.map { TextPosition(line: $0, column: 1) }
      note(
        Reason(.partNotEnded, ["line": .count(part.place.line ?? 1)]), position,
        of: part.place.source)
    }
    part = nil
  }

  /// Says that nothing more comes at all, and which files there were.
  public mutating func end(of operands: [String]) {
    end()
    for operand in operands where !sources.contains(operand) {
      note(Reason(.noClaims), nil, of: operand)
    }
  }

  /// Reads a line closely.
  private mutating func read(_ document: JSONDocument, at place: ApplicationLocation) {
    let reader = DocumentReader(document)
    let line = Line(reader, format)
    let (faults, count) = reader.faultsInOrder()
    if count > 0 {
      beginUnsound(at: place)
      let lines = LineIndex(document.bytes, isOneLine: true)
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
  private mutating func beginUnsound(at place: ApplicationLocation) {
    if part == nil { part = Part(place: place) }
    part?.isSound = false
  }
}

/// What a line says.
private enum Line {
  case part(ClaimsHeader)
  case claim(ClaimFormat.Claim)
  case totals(Totals)

  /// Reads a line; where that fails its faults are noted.
  init?(_ reader: DocumentReader, _ format: ClaimFormat) {
    let document = reader.document
    guard let root = document.root, reader.expect(.object([]), .object, at: root) else {
      return nil
    }
    guard let kind = reader.member("kind", of: root), let word = document.text(kind) else {
      reader.note(.memberMissing, ["key": .text("kind")], at: root)
      return nil
    }
    switch ClaimLine.Kind(rawValue: word) {
    case .part:
      guard let header = reader.read(root, format.part) else { return nil }
      self = .part(header)
    case .claim:
      var claim = ClaimFormat.Claim()
      guard reader.read(root, format.claim.root, into: &claim) else { return nil }
      if claim.source == nil {
        reader.note(.memberMissing, ["key": .text("source")], at: root)
      }
      self = .claim(claim)
    case .totals:
      guard let totals = reader.read(root, format.totals) else { return nil }
      self = .totals(totals)
    case nil:
      reader.noteChoice(
        word, of: ClaimLine.Kind.allCases.map { ChoiceWord(word: $0.rawValue) },
        at: kind)
      return nil
    }
  }
}

// MARK: What the lines say together

extension ClaimsReader {
  private mutating func take(_ header: ClaimsHeader, at place: ApplicationLocation) {
    end(at: place)
    part = Part(place: place)
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
    if !header.isReadable { return }
    guard let (first, firstPlace) = common else {
      common = (header, place.name)
      return
    }
    let values: Reason.Values = ["first": .text(firstPlace)]
    if header.key != first.key { note(Reason(.otherKey, values), at: place) }
    if header.asOf != first.asOf || header.isStrict != first.isStrict {
      note(Reason(.otherTerms, values), at: place)
    }
  }

  private mutating func take(_ claim: ClaimFormat.Claim, at place: ApplicationLocation) {
    noteUnlessBegun(at: place)
    part?.applications += 1
    if claim.record.isEligible { part?.eligible += 1 }
    let source = claim.source ?? ""
    if let last = lastLines.updateValue(claim.line ?? 0, forKey: source), last >= claim.line ?? 0 {
      let values: Reason.Values = [
        "place": .text(claim.line.map { "\(source):\($0)" } ?? source),
        "last": .text(last == 0 ? source : "\(source):\(last)"),
      ]
      note(Reason(.claimOutOfOrder, values), at: place)
    }
    claims.add(
      claim.record, (claim.participants ?? []).compactMap { $0 },
      at: ApplicationLocation(source: source, line: claim.line))
  }

  private mutating func take(_ totals: Totals, at place: ApplicationLocation) {
    noteUnlessBegun(at: place)
    guard let part, part.isSound else {
      self.part = nil
      return
    }
    self.part = nil
    if part.applications != totals.applications {
      let values: Reason.Values = [
        "claims": .count(part.applications), "applications": .count(totals.applications),
      ]
      note(Reason(.claimsMissing, values), at: place)
    } else if let contradiction = totals.contradiction(
      withEligible: part.eligible, in: format.programme)
    {
      note(contradiction, at: place)
    } else {
      self.totals.add(totals)
    }
  }

  private mutating func noteUnlessBegun(at place: ApplicationLocation) {
    guard part == nil else { return }
    note(Reason(.partNotBegun), at: place)
    beginUnsound(at: place)
  }

  private mutating func note(_ reason: Reason, at place: ApplicationLocation, column: Int = 1) {
    note(reason, TextPosition(line: place.line ?? 1, column: column), of: place.source)
  }

  private mutating func note(_ reason: Reason, _ position: TextPosition?, of source: String) {
    if faults.count < ClaimsReader.mostFaults {
      faults.append(PlacedFault(source: source, position: position, reason: reason))
    } else {
      faultsNotShown += 1
    }
  }
}

extension Totals {
  /// What in the totals of a part cannot be, if anything: no application has two verdicts, and what the
  /// counts say about how the part ended has to be how it ended.
  ///
  /// - Parameter eligible: how many applications are eligible by their own lines.
  fileprivate func contradiction(
    withEligible eligible: Int, in programme: Programme
  ) -> Reason? {
    let judged = applications - unreadable
    func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }
    if judged < 0 { return .contradiction("unreadable", unreadable, atMost: applications) }
    if count(.eligible) != eligible {
      return .contradiction("verdicts/eligible", count(.eligible), exactly: eligible)
    }
    let sum = Verdict.allCases.reduce(0) { $0 + count($1) }
    if sum != judged { return .contradiction("verdicts", sum, exactly: judged) }
    // A file with faults is never eligible.
    if withFaults > judged - eligible {
      return .contradiction("withFaults", withFaults, atMost: judged - eligible)
    }
    if eligibleWithPriority > eligible {
      return .contradiction("eligibleWithPriority", eligibleWithPriority, atMost: eligible)
    }
    let status = statusByCounts
    if self.status != status {
      return .contradiction(
        "exitStatus", Int(self.status.rawValue), exactly: Int(status.rawValue))
    }
    for (criterion, totals) in zip(programme.criteria, criteria) {
      let sum = totals.outcomes.values.reduce(0, +)
      if sum != judged {
        return .contradiction("criteria/\(criterion.id)/outcomes", sum, exactly: judged)
      }
      for outcome in Outcome.allCases where !criterion.outcomes.contains(outcome) {
        if let found = totals.outcomes[outcome] {
          return .contradiction(
            "criteria/\(criterion.id)/outcomes/\(outcome.rawValue)", found, exactly: 0)
        }
      }
      let unmet = totals.outcomes[.unmet] ?? 0
      if criterion.role == .condition, unmet > count(.ineligible) {
        return .contradiction(
          "criteria/\(criterion.id)/outcomes/unmet", unmet, atMost: count(.ineligible))
      }
      let misses = min(unmet, Totals.nearMissesKept)
      if totals.nearestMisses.count > misses {
        return .contradiction(
          "criteria/\(criterion.id)/nearestMisses", totals.nearestMisses.count, atMost: misses)
      }
    }
    return nil
  }

  /// How a batch with these counts ends.
  private var statusByCounts: ExitStatus {
    if unreadable > 0 { return .unreadable }
    if withFaults > 0 { return .malformed }
    if verdicts[.undetermined] != nil { return .undetermined }
    return verdicts[.ineligible] != nil ? .ineligible : .eligible
  }
}

extension Reason {
  fileprivate static func contradiction(
    _ member: String, _ found: Int, exactly expected: Int
  ) -> Reason {
    Reason(
      .totalsContradict,
      ["member": .text(member), "found": .count(found), "expected": .count(expected)])
  }

  fileprivate static func contradiction(
    _ member: String, _ found: Int, atMost limit: Int
  ) -> Reason {
    Reason(
      .totalsExceed, ["member": .text(member), "found": .count(found), "limit": .count(limit)])
  }
}

extension ClaimFormat {
  /// The claims of an application in a line without any fault; `nil` for any other line.
  fileprivate func plainClaim(nextOf lines: Lines) -> (claim: Claim, end: Int)? {
    var claim = Claim()
    return self.claim.readPlain(nextOf: lines, into: &claim).map { (claim, $0) }
  }
}

extension Message {
  static let memberMissing = Message(
    "member-missing", says: Wording(zh: "缺少“{key}”这一项", en: "the member “{key}” is missing"))
  static let nothingStated = Message(
    "nothing-stated",
    says: Wording(zh: "其中没有可用的值", en: "it has no value that could be used"))
  static let noClaims = Message(
    "no-claims",
    says: Wording(
      zh: "其中没有任何内容，不是 screen --claims 写出的文件",
      en: "it is empty, so screen --claims did not write it"))
  static let partNotBegun = Message(
    "part-not-begun",
    says: Wording(
      zh: "本行之前没有 part 行", en: "no line of the kind part comes before this line"))
  static let partNotEnded = Message(
    "part-not-ended",
    says: Wording(
      zh: "第 {line} 行开始的部分没有 totals 行，不完整",
      en: "the part that begins in line {line} has no line of the kind totals, so it is incomplete")
  )
  static let claimsMissing = Message(
    "claims-missing",
    says: Wording(
      zh: "这一部分有 {claims} 行 claim，与汇总的 {applications} 份申报材料不符",
      en: "the part has {claims} lines of the kind claim, which disagrees with its totals of "
        + "{applications} applications"))
  static let totalsContradict = Message(
    "totals-contradict",
    says: Wording(
      zh: "汇总中 {member} 为 {found}，而按这一部分的其他内容应为 {expected}",
      en: "{member} in the totals is {found}, but the rest of the part makes it {expected}"))
  static let totalsExceed = Message(
    "totals-exceed",
    says: Wording(
      zh: "汇总中 {member} 为 {found}，而按这一部分的其他内容不会超过 {limit}",
      en: "{member} in the totals is {found}, but by the rest of the part it is at most {limit}"))
  static let claimOutOfOrder = Message(
    "claim-out-of-order",
    says: Wording(
      zh: "{place} 排在 {last} 之后；各部分应按整批的次序给出，每部分只给一次",
      en: "{place} comes after {last}; name the parts in the order of the batch, each once"))
  static let otherProgram = Message(
    "other-program",
    says: Wording(
      zh: "由 {found} 写成，本程序为 {expected}；各部分应由同一版本核对",
      en: "written by {found}, but this is {expected}; screen all parts with one version"))
  static let otherKey = Message(
    "other-key",
    says: Wording(
      zh: "所用密钥与 {first} 开始的部分不同；各部分应以同一 --claims-key 核对",
      en: "made with another key than the part that begins at {first}; screen all parts with one "
        + "--claims-key"))
  static let otherTerms = Message(
    "other-terms",
    says: Wording(
      zh: "--as-of 或 --strict 与 {first} 开始的部分不同",
      en: "screened with another --as-of or --strict than the part that begins at {first}"))
}
