// Programs read a register with everything that people read, and with identifiers beside the words.

import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

/// Writes registers as JSON.
struct StatusJSON {
  let words: RegisterWords

  private var language: Language { words.language }

  func bytes(_ register: TitleRegister) -> [UInt8] {
    JSONWriter.object(.pretty) { top in
      top.member("statusVersion", 1)
      top.member("program", "\(Program.name) \(Version.current)")
      top.member("language", language.rawValue)
      top.object("standings") { counts in
        for state in TitleState.allCases {
          counts.member(state.rawValue, register.reports.count { $0.title?.state == state })
        }
      }
      top.array("titles") { list in
        for history in register.histories { list.object { write(history, into: &$0) } }
      }
    } + [UInt8(ascii: "\n")]
  }

  private func write(_ history: Checked, into object: inout JSONObject) {
    object.member("source", history.place.source.sanitizedName())
    object.member("line", history.place.line)
    switch history.result {
    case .failure(let failure): object.member("unreadable", failure.reason[language])
    case .success(let report): write(report, into: &object)
    }
  }

  private func write(_ report: JudgedApplication, into object: inout JSONObject) {
    let header = report.header
    object.member("programme", report.programme.id)
    object.member("document", report.edition.document)
    object.member("holder", header.enterprise)
    object.member("creditCode", header.creditCode?.text)
    object.member("object", header.product)
    object.member("bureau", header.bureau.map { report.programme.bureaus[$0].word })
    object.member("asOf", header.filingDate?.description)
    if let title = report.title {
      object.member("standing", title.state.rawValue)
      object.member("standingName", title.state.name[language])
      write(title.reason, into: &object)
      object.array("dates") { list in
        for date in title.dates { list.object { write(date, report, into: &$0) } }
      }
    }
    object.array("duties") { list in
      for (criterion, finding) in zip(report.programme.criteria, report.findings) {
        list.object { entry in
          entry.member("duty", criterion.id)
          entry.member("title", criterion.title[language])
          entry.member("clause", criterion.clauses[0].citation(in: language))
          entry.member("outcome", finding.outcome.rawValue)
          write(finding.reason, into: &entry)
          entry.array("readings") { readings in
            for (reading, answer) in zip(criterion.readings, finding.readings) {
              readings.object {
                $0.member("id", reading.id)
                $0.member("answer", Outcome(answer).rawValue)
              }
            }
          }
        }
      }
    }
    let places = SourceMap(report.text)
    object.array("faults") { list in
      for fault in report.faults {
        list.object { entry in
          let position = fault.range.map(places.position(of:))
          entry.member("line", position?.line)
          entry.member("column", position?.column)
          entry.member("pointer", fault.pointer)
          write(fault.reason, into: &entry)
          entry.member("meant", fault.reason.meant)
        }
      }
    }
    object.member("faultCount", report.faultCount)
    object.array("missing") { list in
      for (place, duties) in report.missing {
        list.object { entry in
          let position = places.position(of: place)
          entry.member("line", position?.line)
          entry.member("column", position?.column)
          entry.member("pointer", place.description)
          entry.member("label", report.programme.label(of: place, in: language))
          entry.array("duties") { ids in
            for number in duties { ids.element(report.programme.criteria[number].id) }
          }
        }
      }
    }
    object.array("notices") { list in
      for notice in report.notices {
        list.object { entry in
          entry.member("pointer", notice.places.first?.description)
          write(notice.reason, into: &entry)
        }
      }
    }
  }

  private func write(
    _ date: DueDate, _ report: JudgedApplication, into object: inout JSONObject
  ) {
    object.member("duty", date.duty)
    object.member("key", date.key)
    object.member("title", words.title(of: date, report.programme))
    object.member("clause", words.clause(of: date, report.programme))
    object.member("owedBy", date.party.rawValue)
    object.member("by", date.days.lower.description)
    object.member("latest", date.days.upper.description)
    object.member("isCertain", date.isCertain)
    object.member("state", date.state.rawValue)
    object.member("stateName", date.state.name[language])
    object.member("pointer", date.place?.description)
    write(date.reason, into: &object)
  }

  private func write(_ reason: Reason, into object: inout JSONObject) {
    object.member("reason", reason.message.id)
    object.member("sentence", reason.says(in: language))
    object.member("mend", reason.mend(in: language))
  }
}
