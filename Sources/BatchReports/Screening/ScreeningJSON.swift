// The batch for programs that want all of it at once: what the stream says, and the sentences too.

import Batch
import Eligibility
import Judging
import LocatedJSON
import Reports

/// Writes a batch as one JSON object.
public struct ScreeningJSON: Sendable {
  /// The version of this form of report; it changes when a member's meaning does.
  static let version = 1

  /// The language of the sentences; keys and identifiers do not depend on it.
  public let language: Language

  /// Creates a writer of batches with sentences in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The form in which batches are written.
  public var format: ScreeningFormat { .whole(end) }

  /// The object with the rows, the contradictions and the totals.
  public func end(_ screening: Screening) -> [UInt8] {
    let members = ScreeningMembers(screening, prose: language)
    var bytes = JSONWriter.object(.pretty) { top in
      writeHead(of: screening.programme, into: &top)
      top.array("rows") { list in members.eachRow { list.object($0) } }
      members.writeEnd(into: &top)
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The same on one line, with the rows in columns.
  func packed(_ screening: Screening) -> [UInt8] {
    let members = ScreeningMembers(screening, prose: language)
    var rows = JSONColumns(plain: ["number", "line", "enterprise", "creditCode", "product"])
    members.eachRow { rows.add($0) }
    return JSONWriter.object(.compact) { top in
      writeHead(of: screening.programme, into: &top)
      top.object("rows") { rows.write(into: &$0) }
      members.writeEnd(into: &top)
    }
  }

  private func writeHead(of programme: Programme, into top: inout JSONObject) {
    top.member("screeningVersion", ScreeningJSON.version)
    top.member("program", "\(Program.name) \(Version.current)")
    top.member("language", language.rawValue)
    top.object("rulebook") { rulebook in
      rulebook.member("id", programme.id)
      rulebook.member("title", programme.title[language])
      rulebook.member("beyond", programme.beyond?[language])
      if let closed = programme.closed { rulebook.member("closed", closed[language]) }
      if programme.names != .usual {
        rulebook.member("applicantName", programme.names.applicant[language])
        rulebook.member("objectName", programme.names.object[language])
      }
    }
  }
}

/// Writes the members of rows, contradictions and totals, with sentences in a language or without.
struct ScreeningMembers {
  private let screening: Screening
  private let prose: Language?
  private var criteria: [CriterionDescription] { screening.programme.criteria }

  init(_ screening: Screening, prose: Language?) {
    self.screening = screening
    self.prose = prose
  }

  // MARK: Rows

  /// Gives what writes each row to whatever has an object for it.
  func eachRow(_ body: ((inout JSONObject) -> Void) -> Void) {
    let marks = screening.marksByApplication
    for (number, row) in screening.rows {
      body { write(row, number, marks[number] ?? [], into: &$0) }
    }
  }

  private func write(
    _ row: Row, _ number: Int, _ marks: [ContestMark], into object: inout JSONObject
  ) {
    object.member("number", number + 1)
    write(row.place, into: &object)
    object.member("enterprise", row.enterprise)
    object.member("creditCode", row.creditCode?.text)
    object.member("product", row.product)
    if let prose {
      let bureau = row.bureau.map { screening.programme.bureaus[$0] }
      object.member("bureau", bureau?.word)
      object.member("bureauName", bureau?.label[prose])
    }
    object.member("verdict", row.verdict?.rawValue)
    object.member("noticeCount", row.notices.count)
    if let prose {
      object.member(
        "verdictSentence",
        row.verdict?.name(notices: row.notices.count, order: row.fileOrder)[prose])
    }
    if let order = row.fileOrder { object.member("fileOrder", order.fileOrderID) }
    object.member("exitStatus", Int(row.status.rawValue))
    write(row.unmet, as: "unmet", into: &object)
    write(row.undetermined, as: "undetermined", into: &object)
    write(row.indicatorsUnmet, as: "indicatorsUnmet", into: &object)
    write(row.judgementsWithoutMaterial, as: "judgementsWithoutMaterial", into: &object)
    object.member("hasPriority", row.hasPriority)
    object.member("faultCount", row.faultCount)
    object.array("faults") { list in
      for fault in row.faults.prefix(ScreeningWords.shownAtMost) {
        list.object { entry in
          entry.member("reason", fault.reason.message.id)
          entry.member("pointer", fault.pointer)
          entry.member("line", fault.position?.line)
          entry.member("column", fault.position?.column)
          if let earlier = fault.earlier {
            entry.object("earlier") { place in
              place.member("line", earlier.line)
              place.member("column", earlier.column)
            }
          }
          writeSentence(fault.reason, into: &entry)
          if let prose { entry.member("mend", fault.reason.mend(in: prose)) }
        }
      }
    }
    object.array("notices") { list in
      for notice in row.notices.listed { list.element(notice.reason.message.id) }
    }
    object.unlisted(row.notices.unlisted, of: "notices")
    if prose != nil {
      object.array("factsToVerify") { list in
        for notice in row.notices.listed { list.object { write(notice, into: &$0) } }
      }
    }
    object.array("contested") { list in
      for kind in Contradiction.Kind.allCases where marks.contains(where: { $0.kind == kind }) {
        list.element(kind.rawValue)
      }
    }
    object.member("failure", row.failure?.id)
    if let prose { object.member("failureSentence", row.failure?.reason[prose]) }
  }

  private func write(_ place: ApplicationLocation, into object: inout JSONObject) {
    object.member("source", place.source)
    object.member("line", place.line)
  }

  private func write(
    _ open: [NumberedFinding], as name: String, into object: inout JSONObject
  ) {
    object.array(name) { list in
      for criterion in open {
        list.object { entry in
          entry.member("criterion", criteria[criterion.criterion].id)
          entry.member("reason", criterion.finding.reason.message.id)
          write(criterion.gap, into: &entry)
          entry.array("missing") { missing in
            for pointer in criterion.finding.missing.listed { missing.element(pointer.description) }
          }
          entry.unlisted(criterion.finding.missing.unlisted, of: "missing")
          writeSentence(criterion.finding.reason, into: &entry)
          if let prose {
            entry.member("gapWritten", criterion.gap?.magnitude.written(in: prose))
            entry.member("toDo", criterion.finding.mend(in: prose, screening.programme))
          }
        }
      }
    }
  }

  /// A notice in words, and the criteria that read the facts it is about.
  private func write(_ notice: Notice, into object: inout JSONObject) {
    writeSentence(notice.reason, into: &object)
    if let prose { object.member("mend", notice.reason.mend(in: prose)) }
    object.array("criteria") { list in
      for criterion in criteria.concerned(by: notice) { list.element(criterion) }
    }
  }

  private func write(_ gap: Quantity?, into object: inout JSONObject) {
    if let gap {
      object.object("gap") { gap.magnitude.write(into: &$0, prose ?? .en) }
    } else {
      object.null("gap")
    }
  }

  private func write(_ numbers: CriterionSet, as name: String, into object: inout JSONObject) {
    object.array(name) { list in
      for number in numbers { list.element(criteria[number].id) }
    }
  }

  private func writeSentence(_ reason: Reason, into object: inout JSONObject) {
    if let prose { object.member("sentence", reason.says(in: prose)) }
  }

  // MARK: Contradictions

  func write(_ contradiction: Contradiction, into object: inout JSONObject) {
    object.member("contradiction", contradiction.kind.rawValue)
    if let prose {
      object.member("name", contradiction.kind.name(screening.programme.names)[prose])
    }
    object.array("applications") { list in
      for number in contradiction.applications {
        list.object { entry in
          entry.member("number", number + 1)
          write(screening.place(number), into: &entry)
        }
      }
    }
    // A reason is put together when it is asked for.
    let reason = contradiction.reason
    object.object("reason") { entry in
      entry.member("id", reason.message.id)
      entry.object("values") { values in
        for value in reason.values.entries {
          values.object(value.name) { value.quantity.write(into: &$0, prose ?? .en) }
        }
      }
    }
    writeSentence(reason, into: &object)
    if let prose { object.member("mend", reason.mend(in: prose)) }
  }

  // MARK: Other files

  func write(_ other: PassedOver, into object: inout JSONObject) {
    object.member("source", other.source)
    object.member("reason", other.reason.rawValue)
    if let prose { object.member("sentence", other.reason.sentence[prose]) }
  }

  // MARK: Totals

  /// Writes what follows the rows.
  func writeEnd(into top: inout JSONObject) {
    top.array("passedOver") { list in
      for other in screening.passedOver { list.object { write(other, into: &$0) } }
    }
    top.array("contradictions") { list in
      for contradiction in screening.contradictions {
        list.object { write(contradiction, into: &$0) }
      }
    }
    top.object("totals") { writeTotals(into: &$0) }
  }

  func writeTotals(into object: inout JSONObject) {
    let totals = screening.totals
    object.member("wasInterrupted", screening.wasInterrupted)
    object.member("exitStatus", Int(screening.status.rawValue))
    object.member("only", screening.only?.rawValue)
    object.member("applications", totals.applications)
    object.member("shown", screening.shown)
    object.object("verdicts") { verdicts in
      for verdict in Verdict.allCases {
        verdicts.member(verdict.rawValue, totals.verdicts[verdict] ?? 0)
      }
    }
    object.member("unreadable", totals.unreadable)
    object.member("withFaults", totals.withFaults)
    object.member("eligibleWithPriority", totals.eligibleWithPriority)
    object.member("eligibleContested", screening.contestedEligible)
    object.member("contradictions", screening.contradictions.count)
    object.array("criteria") { list in
      for number in criteria.indices { list.object { writeTotals(of: number, into: &$0) } }
    }
  }

  private func writeTotals(of criterion: Int, into object: inout JSONObject) {
    object.member("criterion", criteria[criterion].id)
    if let prose { object.member("title", criteria[criterion].title[prose]) }
    object.member("role", criteria[criterion].role.rawValue)
    object.object("outcomes") { outcomes in
      for outcome in Outcome.allCases {
        outcomes.member(outcome.rawValue, screening.totals.count(of: outcome, under: criterion))
      }
    }
    object.array("nearestMisses") { list in
      for miss in screening.totals.nearestMisses[criterion] {
        list.object { entry in
          write(miss.place, into: &entry)
          entry.member("enterprise", miss.enterprise)
          write(miss.gap, into: &entry)
          if let prose { entry.member("gapWritten", miss.gap.magnitude.written(in: prose)) }
        }
      }
    }
  }
}

extension [CriterionDescription] {
  /// The criteria that read a fact a notice is about.
  fileprivate func concerned(by notice: Notice) -> [String] {
    filter { criterion in
      criterion.reads.contains { read in notice.places.contains { $0.template == read.template } }
    }
    .map { $0.id }
  }
}

extension Screening {
  /// How the run ends.
  var status: ExitStatus { wasInterrupted ? .interrupted : totals.status }
}
