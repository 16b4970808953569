// A plan for programs: the same ways and rounds with stable names, exact values and changes to be applied.

import Eligibility
import Judging
import LocatedJSON

/// Writes plans as JSON.
struct PlanJSON {
  /// The version of this form of report; it changes when a member's meaning does.
  static let version = 1

  /// The language of the sentences; keys and identifiers do not depend on it.
  var language: Language
  /// The command line of the run, without the program's name.
  let arguments: [String]

  /// The plan as one object.
  func bytes(_ plan: Plan, layout: JSONWriter.Layout = .pretty) -> [UInt8] {
    let today = plan.today
    var bytes = JSONWriter.object(layout) { top in
      top.member("planVersion", PlanJSON.version)
      top.member("program", "\(Program.name) \(Version.current)")
      top.array("arguments") { list in for argument in arguments { list.element(argument) } }
      top.member("commandLine", Program.commandLine(arguments))
      top.member("language", language.rawValue)
      top.member("rulebook", today.programme.id)
      top.member("rulebookTitle", today.programme.title[language])
      top.object("edition") { edition in
        edition.member("document", today.edition.document)
        edition.member("inForce", today.edition.inForce.description)
      }
      top.member("source", today.text.source)
      top.member("sha256", today.text.digest)
      top.member("outcome", plan.outcome.rawValue)
      top.member("headline", plan.headline[language])
      top.member("meaning", plan.meaning(in: language))
      top.member("exitStatus", Int(plan.status.rawValue))
      top.object("today") { now in
        now.member("verdict", today.verdict.rawValue)
        now.member("verdictSentence", today.verdictName[language])
        now.member("applicationYear", today.header.year)
        now.member("filingDate", today.header.filingDate?.description)
        now.member("enterprise", today.header.enterprise)
        now.member("creditCode", today.header.creditCode?.text)
        now.member("product", today.header.product)
      }
      write(plan.tried, as: "tried", into: &top)
      top.member("firstRound", plan.rounds?.lowerBound)
      top.member("lastRound", plan.rounds?.upperBound)
      write(plan.earliest, as: "earliest", of: plan, into: &top)
      write(plan.otherwise, as: "otherwise", of: plan, into: &top)
      top.array("blocking") { list in
        for number in plan.blocking { list.element(today.programme.criteria[number].id) }
      }
      write(plan.withoutBlocking, as: "withoutBlocking", of: plan, into: &top)
      top.array("open") { list in
        for entry in plan.open { list.object { write(entry, of: plan, into: &$0) } }
      }
      top.member("faultCount", today.faultCount)
      top.array("faults") { list in
        let places = SourceMap(today.text)
        for fault in today.faults {
          list.object { entry in
            write(fault.reason, into: &entry)
            entry.member("pointer", fault.pointer)
            write(fault.range.map(places.position(of:)), into: &entry)
          }
        }
      }
    }
    if layout == .pretty { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  private func write(_ entry: OpenCriterion, of plan: Plan, into object: inout JSONObject) {
    let finding = plan.today.findings[entry.criterion]
    let criterion = plan.today.programme.criteria[entry.criterion]
    object.member("criterion", criterion.id)
    object.member("title", criterion.title[language])
    object.array("clauses") { list in
      for clause in criterion.clauses { list.element(clause.citation(in: language)) }
    }
    object.member("outcome", finding.outcome.rawValue)
    write(finding.reason, into: &object)
    object.member("toDo", plan.toDo(for: entry, in: language))
    object.array("missing") { list in
      let places = plan.tried.isEmpty ? SourceMap(plan.today.text) : nil
      for place in finding.missing.listed {
        list.object { entry in
          entry.member("pointer", place.description)
          entry.member("label", plan.today.programme.label(of: place, in: language))
          write(places?.position(of: place), into: &entry)
        }
      }
    }
    object.unlisted(finding.missing.unlisted, of: "missing")
    object.array("ways") { list in
      for dated in entry.ways {
        list.object { way in
          way.member("applicationYear", dated.round)
          way.member("filingDate", dated.filing.description)
          way.member("isLate", dated.isLate)
          write(dated.way, into: &way)
        }
      }
    }
  }

  private func write(
    _ round: PlannedRound?, as name: String, of plan: Plan, into object: inout JSONObject
  ) {
    guard let round else {
      object.null(name)
      return
    }
    object.object(name) { entry in
      entry.member("applicationYear", round.round)
      entry.member("filingDate", round.filing.description)
      entry.member("isLate", round.isLate)
      entry.member("restsOnOpenFacts", round.restsOnOpenFacts)
      entry.member("noticeCount", round.notices.count)
      entry.array("notices") { list in
        for notice in round.notices.listed { list.object { write(notice.reason, into: &$0) } }
      }
      entry.array("steps") { list in
        for step in round.steps {
          list.object { way in
            let criterion = plan.today.programme.criteria[step.criterion]
            way.member("criterion", criterion.id)
            way.member("title", criterion.title[language])
            write(step.way, into: &way)
          }
        }
      }
      entry.array("assumptions") { list in
        for reason in round.assumptions { list.object { write(reason, into: &$0) } }
      }
      write(round.edits, as: "edits", into: &entry)
    }
  }

  private func write(_ way: Way, into object: inout JSONObject) {
    object.member("way", way.id)
    object.member("basis", way.basis.rawValue)
    write(way.reason, into: &object)
    write(way.edits, as: "edits", into: &object)
  }

  private func write(_ reason: Reason, into object: inout JSONObject) {
    object.object("reason") { entry in
      entry.member("id", reason.message.id)
      entry.object("values") { values in
        for value in reason.values.entries {
          values.object(value.name) { value.quantity.write(into: &$0, language) }
        }
      }
    }
    object.member("sentence", reason.says(in: language))
    object.member("mend", reason.mend(in: language))
  }

  private func write(_ edits: [FactEdit], as name: String, into object: inout JSONObject) {
    object.array(name) { list in
      for edit in edits {
        list.object { entry in
          entry.member("pointer", edit.pointer)
          entry.member("value", edit.value)
          entry.member("written", edit.written)
        }
      }
    }
  }

  private func write(_ position: TextPosition?, into object: inout JSONObject) {
    object.member("line", position?.line)
    object.member("column", position?.column)
  }
}

extension JSONObject {
  fileprivate mutating func member(_ key: String, _ value: FactValue) {
    switch value {
    case .null: null(key)
    case .flag(let flag): member(key, flag)
    case .number(let digits): member(key, number: digits)
    case .text(let text): member(key, text)
    case .list(let items): array(key) { list in for item in items { list.element(item) } }
    case .object(let members): object(key) { $0.write(members) }
    }
  }

  fileprivate mutating func write(_ members: [FactValue.Member]) {
    for member in members { self.member(member.name, member.value) }
  }
}

extension JSONArray {
  fileprivate mutating func element(_ value: FactValue) {
    switch value {
    case .null: null()
    case .flag(let flag): element(flag)
    case .number(let digits): element(number: digits)
    case .text(let text): element(text)
    case .list(let items): array { list in for item in items { list.element(item) } }
    case .object(let members): object { $0.write(members) }
    }
  }
}
