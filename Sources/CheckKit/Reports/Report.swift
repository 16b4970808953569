// All that is to be said about one application, with the places resolved; formats only write it down.

import ChampionRules
import Eligibility
import LocatedJSON

/// What one application amounts to.
struct Report {
  /// The application and its faults.
  let filing: Filing
  /// Whether the filing date is one assumed instead of the file's.
  let isFilingDateAssumed: Bool
  /// What the rules say.
  let assessment: Assessment<Application>
  /// What is odd.
  let notices: [Notice]

  /// One piece of evidence that is wanted and not named.
  struct WantedEvidence {
    /// What is to be attached.
    let what: Wording
    /// The criteria that ask for it.
    let criteria: [Criterion<Application>]
    /// The places where its name belongs.
    let places: [Pointer]
  }

  /// Judges an application.
  ///
  /// - Parameter day: the filing date to assume instead of the one in the file.
  /// - Returns: `nil` where the regulation was not in force on the day assumed.
  init?(_ filing: Filing, asOf day: Day?, strictness: Strictness) {
    var filing = filing
    if let day { filing.application.filingDate = day }
    let application = filing.application
    guard
      case .success(let assessment) = Rulebook.champion.assess(
        application, on: application.filingDate, strictness: strictness)
    else { return nil }
    self.filing = filing
    isFilingDateAssumed = day != nil
    self.assessment = assessment
    notices = filing.notices + Plausibility.notices(on: application)
  }

  /// What is still to be attached: for each request the places where its name is wanted.
  ///
  /// Asked for by full reports only, so it is not kept.
  var evidence: [WantedEvidence] {
    let application = filing.application
    var wanted: [WantedEvidence] = []
    let criteria = Rulebook.champion.criteria
    for number in criteria.indices {
      for request in criteria[number].evidence {
        let places = request.lacking(application)
        if places.isEmpty { continue }
        let criterion = criteria[number]
        if let known = wanted.firstIndex(where: { $0.what == request.what && $0.places == places })
        {
          wanted[known] = WantedEvidence(
            what: request.what, criteria: wanted[known].criteria + [criterion], places: places)
        } else {
          wanted.append(WantedEvidence(what: request.what, criteria: [criterion], places: places))
        }
      }
    }
    return wanted
  }

  /// The verdict; a file with faults is never eligible, whatever the facts that could be read say.
  var verdict: Verdict {
    let verdict = assessment.verdict
    return verdict == .eligible && !filing.faults.isEmpty ? .undetermined : verdict
  }

  /// The verdict, and how many facts are to be verified first where it is eligible.
  var verdictName: Wording { verdict.name(notices: notices.count) }

  /// What the verdict says; where only faults stand in the way, that.
  var meaning: Wording {
    guard verdict != assessment.verdict else { return verdict.meaning }
    return Wording(
      zh: "可以读取的内容满足全部必备条件，但文件有错误，更正之前不会判定为符合条件",
      en:
        "what could be read meets every condition, but the file has faults and cannot be eligible "
        + "before they are mended")
  }

  /// How a run on this application alone ends.
  var status: ExitStatus { filing.faults.isEmpty ? ExitStatus(verdict) : .malformed }

  /// The numbers of the rulebook's criteria of a role.
  func criteria(_ role: Role) -> [Int] {
    let criteria = assessment.rulebook.criteria
    return criteria.indices.filter { criteria[$0].role == role }
  }

  /// The missing facts, each once, with the criteria that need them.
  var missing: [(place: Pointer, criteria: [Criterion<Application>])] {
    var missing: [(place: Pointer, criteria: [Criterion<Application>])] = []
    var known: [Pointer: Int] = [:]
    for number in assessment.findings.indices {
      for place in assessment.findings[number].missing {
        let criterion = assessment.rulebook.criteria[number]
        if let index = known[place] {
          missing[index].criteria.append(criterion)
        } else {
          known[place] = missing.count
          missing.append((place, [criterion]))
        }
      }
    }
    return missing
  }
}

/// Finds places in a file's text; made once for a report.
struct SourceMap {
  private let filing: Filing
  private let found = Found()

  /// What was worked out for the places asked for so far.
  private final class Found {
    /// Where the lines begin.
    var lines: LineIndex?
    /// The items of lists, so that a long list is not walked for each of them.
    var items: [Document.Index: [Document.Index]] = [:]
    /// The values of members, `nil` for those that are not there, so that an object with many members
    /// is not walked for each criterion that reads one of them.
    var members: [Member: Document.Index?] = [:]
  }

  /// A member of an object.
  private struct Member: Hashable {
    let object: Document.Index
    let key: Substring
  }

  init(_ filing: Filing) { self.filing = filing }

  /// Where the lines begin; worked out once a place is asked for, which in most files none is.
  private var lines: LineIndex {
    if let lines = found.lines { return lines }
    let lines = LineIndex(filing.document.bytes, isOneLine: filing.line != nil)
    found.lines = lines
    return lines
  }

  /// The place of some bytes.
  func position(of range: Range<Int>) -> Position {
    let position = lines.position(at: range.lowerBound)
    return Position(line: position.line + filing.firstLine - 1, column: position.column)
  }

  /// The places of some bytes, from the first to the one behind the last.
  func region(of range: Range<Int>) -> Range<Position> {
    let start = position(of: range)
    return start..<max(start, position(of: range.upperBound..<range.upperBound))
  }

  /// Where a fact stands; where it is absent, an empty region at the value into which it belongs.
  func region(of pointer: Pointer) -> Range<Position>? {
    let (node, isComplete) = find(pointer)
    return node.map { node in
      let range = filing.document[node].range
      return isComplete ? region(of: range) : position(of: range)..<position(of: range)
    }
  }

  /// Where a fact stands; where it is absent, the innermost value into which it belongs.
  func position(of pointer: Pointer) -> Position? {
    find(pointer).node.map { position(of: filing.document[$0].range) }
  }

  /// Whether the fact itself is in the file.
  func isPresent(_ pointer: Pointer) -> Bool {
    find(pointer).isComplete
  }

  /// The value that a pointer names, or the innermost one on the way; of equal keys the first.
  private func find(_ pointer: Pointer) -> (node: Document.Index?, isComplete: Bool) {
    let document = filing.document
    guard var node = document.root else { return (nil, false) }
    for token in pointer.template.split(separator: "/") {
      let child: Document.Index? =
        if token == "*" {
          pointer.index.flatMap { item($0, of: node) }
        } else {
          member(token, of: node)
        }
      guard let child else { return (node, false) }
      node = child
    }
    return (node, true)
  }

  private func member(_ key: Substring, of object: Document.Index) -> Document.Index? {
    let member = Member(object: object, key: key)
    if let known = found.members[member] { return known }
    let key = Array(key.utf8)
    let document = filing.document
    let value = document.members(of: object).first { document.isText($0.key, utf8: key) }?.value
    found.members[member] = .some(value)
    return value
  }

  private func item(_ index: Int, of list: Document.Index) -> Document.Index? {
    guard filing.document[list].kind == .array else { return nil }
    let items = found.items[list] ?? Array(filing.document.children(of: list))
    found.items[list] = items
    return items.indices.contains(index) ? items[index] : nil
  }

  /// `file:line:column`, as editors and terminals understand it.
  func link(_ position: Position?) -> String { SourceMap.link(filing.source, position) }

  /// The same for a place that is known already.
  static func link(_ source: String, _ position: Position?) -> String {
    let name = source.sanitizedName()
    return position.map { "\(name):\($0.line):\($0.column)" } ?? name
  }
}

extension Pointer {
  /// What the fact is called, its containers first: `历年数据 › 第 2 项 › 利润`.
  func label(in language: Language) -> String {
    var labels = ApplicationFormat.labels(of: self).map { $0[language] }
    if let index, !labels.isEmpty {
      // The item's number follows the list's name; a list is never the last container but one deep.
      let depth = template.split(separator: "/").firstIndex(of: "*") ?? labels.count
      let number = language == .zh ? "第 \(index + 1) 项" : "item \(index + 1)"
      labels.insert(number, at: min(depth, labels.count))
    }
    return labels.joined(by: " › ")
  }
}
