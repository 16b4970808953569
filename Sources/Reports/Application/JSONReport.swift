// The report for programs: everything the text says, with exact values instead of sentences alone.

import Eligibility
import Judging
import LocatedJSON

/// Writes reports as JSON.
struct JSONReport {
  /// The version of this form of report; it changes when a member's meaning does.
  static let version = 1

  var language: Language
  /// The command line of the run, without the program's name.
  var arguments: [String] = []

  /// All reports of a run as one object.
  func bytes(
    _ reports: [JudgedApplication], usual: Programme, layout: JSONWriter.Layout = .pretty
  ) -> [UInt8] {
    let programme = reports.first?.programme ?? usual
    var bytes = JSONWriter.object(layout) { top in
      top.member("reportVersion", JSONReport.version)
      top.member("program", "\(Program.name) \(Version.current)")
      top.array("arguments") { list in for argument in arguments { list.element(argument) } }
      top.member("commandLine", Program.commandLine(arguments))
      top.member("language", language.rawValue)
      top.object("rulebook") { rulebook in
        write(programme, into: &rulebook)
      }
      top.object("counts") { counts in
        for verdict in Verdict.allCases {
          counts.member(verdict.rawValue, reports.count { $0.verdict == verdict })
        }
        counts.member("withFaults", reports.count { !$0.faults.isEmpty })
      }
      top.array("applications") { list in
        for report in reports {
          list.object { entry in
            if report.programme != programme {
              entry.object("rulebook") { write(report.programme, into: &$0) }
            }
            write(report, into: &entry)
          }
        }
      }
    }
    if layout == .pretty { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  private func write(_ programme: Programme, into rulebook: inout JSONObject) {
    rulebook.member("id", programme.id)
    rulebook.member("title", programme.title[language])
    rulebook.member("beyond", programme.beyond?[language])
    if let closed = programme.closed { rulebook.member("closed", closed[language]) }
    if programme.names != .usual {
      rulebook.member("applicantName", programme.names.applicant[language])
      rulebook.member("objectName", programme.names.object[language])
    }
  }

  /// One report.
  private func write(_ report: JudgedApplication, into object: inout JSONObject) {
    let places = SourceMap(report.text)
    let header = report.header
    object.member("source", report.text.source)
    object.member("sourceLine", report.text.line)
    object.member("sha256", report.text.digest)
    object.member("verdict", report.verdict.rawValue)
    object.member("noticeCount", report.notices.count)
    object.member("verdictSentence", report.verdictName[language])
    if let order = report.fileOrder { object.member("fileOrder", order.fileOrderID) }
    object.member("exitStatus", Int(report.status.rawValue))
    object.member("meaning", report.meaning[language])
    object.array("decidedBy") { ids in
      for number in report.deciding { ids.element(report.programme.criteria[number].id) }
    }
    object.member("strictness", report.strictness.rawValue)
    object.object("edition") { edition in
      edition.member("document", report.edition.document)
      edition.member("inForce", report.edition.inForce.description)
    }
    object.member("enterprise", header.enterprise)
    object.member("creditCode", header.creditCode?.text)
    object.member("product", header.product)
    object.member("kind", header.kind)
    object.member("kindNote", header.kindNote?[language])
    object.member("bureau", header.bureau.map { report.programme.bureaus[$0].word })
    object.member("bureauName", header.bureau.map { report.programme.bureaus[$0].label[language] })
    object.member("applicationYear", header.year)
    object.member("filingDate", header.filingDate?.description)
    object.member("filingDateAssumed", report.isFilingDateAssumed)
    object.array("findings") { list in
      let rules = report.programme.rules()
      for (number, rule) in rules.enumerated() {
        list.object { write(number, rule, in: report, places, into: &$0) }
      }
    }
    let missing = report.missing
    object.array("missing") { list in
      for (place, criteria) in missing.listed {
        list.object { entry in
          write(place, in: report, places, into: &entry)
          entry.array("criteria") { ids in
            for number in criteria { ids.element(report.programme.criteria[number].id) }
          }
        }
      }
    }
    object.unlisted(missing.unlisted, of: "missing")
    object.member("faultCount", report.faultCount)
    object.array("faults") { list in
      for fault in report.faults {
        list.object { entry in
          write(fault.reason, into: &entry)
          entry.member("pointer", fault.pointer)
          write(fault.range.map(places.position(of:)), into: &entry)
          if let earlier = fault.earlier {
            entry.object("earlier") { write(places.position(of: earlier), into: &$0) }
          }
        }
      }
    }
    object.array("notices") { list in
      for notice in report.notices.listed {
        list.object { entry in
          write(notice.reason, into: &entry)
          write(notice.places, as: "places", in: report, places, into: &entry)
        }
      }
    }
    object.unlisted(report.notices.unlisted, of: "notices")
    object.array("evidence") { list in
      for asked in report.askedEvidence {
        list.object { entry in
          entry.member("what", asked.what[language])
          entry.array("criteria") { ids in
            for number in asked.criteria { ids.element(report.programme.criteria[number].id) }
          }
          entry.member("isNamed", asked.isNamed)
          let documents = report.documents(at: asked.given, places)
          entry.array("documents") { list in
            for document in documents.listed { list.element(document) }
          }
          entry.unlisted(documents.unlisted, of: "documents")
          entry.array("places") { list in
            for place in asked.places.listed { list.element(place.description) }
          }
          entry.unlisted(asked.places.unlisted, of: "places")
        }
      }
    }
    object.array("evidenceToAttach") { list in
      for request in report.evidence {
        list.object { entry in
          entry.member("what", request.what[language])
          entry.array("criteria") { ids in
            for number in request.criteria { ids.element(report.programme.criteria[number].id) }
          }
          write(request.places, as: "places", in: report, places, into: &entry)
        }
      }
    }
  }

  private func write(
    _ number: Int, _ rule: Reason, in report: JudgedApplication, _ places: SourceMap,
    into object: inout JSONObject
  ) {
    let (criterion, finding) = (report.programme.criteria[number], report.findings[number])
    object.member("criterion", criterion.id)
    object.member("title", criterion.title[language])
    object.array("clauses") { list in
      for clause in criterion.clauses { list.element(clause.citation(in: language)) }
    }
    object.member("role", criterion.role.rawValue)
    object.member("rule", rule.says(in: language))
    object.member("outcome", finding.outcome.rawValue)
    write(finding.reason, into: &object)
    object.member("toDo", finding.mend(in: language, report.programme))
    if !finding.readings.isEmpty {
      object.array("readings") { list in
        for (reading, answer) in zip(criterion.readings, finding.readings) {
          list.object { entry in
            entry.member("reading", reading.id)
            entry.member("meaning", reading.meaning[language])
            entry.member("outcome", Outcome(answer).rawValue)
          }
        }
      }
    }
    if !finding.margins.isEmpty {
      object.array("margins") { list in
        for margin in finding.margins {
          list.object { entry in
            entry.member("name", margin.name[language])
            entry.member("bound", margin.bound.rawValue)
            entry.object("value") { margin.value.write(into: &$0, language) }
            entry.object("threshold") { margin.threshold.write(into: &$0, language) }
            entry.object("surplus") { margin.surplus.write(into: &$0, language) }
            entry.object("written") { written in
              written.member("value", margin.value.written(in: language))
              written.member("requirement", margin.requirement(in: language))
              written.member("distance", margin.distance(in: language))
            }
          }
        }
      }
    }
    if let shortfall = finding.shortfall {
      object.object("shortfall") { shortfall.write(into: &$0, language) }
    }
    let shown = finding.places.isEmpty ? criterion.reads.filter(places.isPresent) : finding.places
    write(shown, as: "places", in: report, places, into: &object)
    write(finding.missing, as: "missing", in: report, places, into: &object)
    if report.bases.indices.contains(number), let basis = report.bases[number] {
      object.object("basis") { write(basis, into: &$0) }
    }
    let submitted = report.submitted(for: number)
    if !submitted.isEmpty {
      object.array("submitted") { list in
        for statement in submitted {
          list.object { entry in
            entry.member("text", statement.text)
            entry.array("proofs") { proofs in
              for proof in statement.proofs { proofs.element(proof) }
            }
          }
        }
      }
    }
  }

  private func write(_ basis: Basis, into object: inout JSONObject) {
    object.member("kind", basis.kind.rawValue)
    object.array("documents") { list in
      for document in basis.documents {
        list.object { entry in
          entry.member("what", document.what[language])
          entry.member("clause", document.clause?.citation(in: language))
          entry.member("isNamed", document.isNamed)
        }
      }
    }
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

  private func write(
    _ pointers: [Pointer], as name: String, in report: JudgedApplication, _ places: SourceMap,
    into object: inout JSONObject
  ) {
    object.array(name) { list in
      for pointer in pointers.listed {
        list.object { write(pointer, in: report, places, into: &$0) }
      }
    }
    object.unlisted(pointers.unlisted, of: name)
  }

  private func write(
    _ pointer: Pointer, in report: JudgedApplication, _ places: SourceMap,
    into object: inout JSONObject
  ) {
    object.member("pointer", pointer.description)
    object.member("label", report.programme.label(of: pointer, in: language))
    write(places.position(of: pointer), into: &object)
  }

  private func write(_ position: TextPosition?, into object: inout JSONObject) {
    object.member("line", position?.line)
    object.member("column", position?.column)
  }
}

extension Quantity {
  /// The value with its kind; amounts in yuan and numbers as exact decimal digits.
  public func write(into object: inout JSONObject, _ language: Language) {
    switch self {
    case .count(let number): object.write("count", number)
    case .year(let number): object.write("year", number)
    case .years(let number): object.write("years", number)
    case .days(let number): object.write("days", number)
    case .rank(let number): object.write("rank", number)
    case .places(let number): object.write("places", number)
    case .day(let day): object.write("date", day.description)
    case .date(let date): object.write("date", date.description)
    case .money(let money), .moneyInWords(let money):
      object.write("money", money.digits(in: .yuan, fractionDigits: 2))
    case .ratio(let ratio), .change(let ratio):
      object.member("kind", "ratio")
      let (numerator, denominator) = ratio.digits
      object.member("numerator", numerator)
      object.member("denominator", denominator)
    case .number(let number): object.write("number", number.digits)
    case .digits(let digits): object.write("number", digits)
    case .text(let text): object.write("text", text)
    case .term(let term): object.write("term", term[language])
    case .list(let items):
      object.member("kind", "list")
      object.array("items") { list in
        for item in items.listed { list.object { item.write(into: &$0, language) } }
      }
      object.unlisted(items.unlisted, of: "items")
    case .reason(let reason):
      object.member("kind", "reason")
      object.member("id", reason.message.id)
      object.member("says", reason.says(in: language))
    }
  }
}

extension JSONObject {
  /// Says how many entries of a list are left out, where some are: `missingNotListed`.
  public mutating func unlisted(_ count: Int, of list: String) {
    if count > 0 { member(list + "NotListed", count) }
  }

  fileprivate mutating func write(_ kind: String, _ value: Int) {
    member("kind", kind)
    member("value", value)
  }

  fileprivate mutating func write(_ kind: String, _ value: String) {
    member("kind", kind)
    member("value", value)
  }
}
