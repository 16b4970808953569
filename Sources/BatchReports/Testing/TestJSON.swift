// A test for programs: the same differences with stable names, and the counts behind the coverage.

import Eligibility
import Expectations
import Judging
import LocatedJSON
import Reports

/// Writes the result of a test as JSON.
public struct TestJSON {
  /// The version of this form of report; it changes when a member's meaning does.
  static let version = 1

  /// The language of the sentences; keys and identifiers do not depend on it.
  public let language: Language

  /// Creates a writer of results with sentences in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The whole result.
  public func bytes(_ result: TestResult) -> [UInt8] {
    var bytes = JSONWriter.object(.pretty) { top in
      top.member("testVersion", TestJSON.version)
      top.member("program", "\(Program.name) \(Version.current)")
      top.member("language", language.rawValue)
      top.member("asExpected", result.isAsExpected)
      top.object("totals") { totals(of: result, into: &$0) }
      top.array("unusable") { list in
        for (path, failure) in result.run.unreadable {
          list.object { entry in
            write(Location(path: path, region: nil), into: &entry)
            entry.null("reason")
            entry.member("sentence", failure.reason[language])
            entry.null("mend")
          }
        }
        for file in result.run.malformed {
          for fault in file.faults {
            list.object { entry in
              write(file.location(of: fault.range), into: &entry)
              write(fault.reason, into: &entry)
              entry.member("mend", fault.reason.mend(in: language))
            }
          }
        }
      }
      top.array("differences") { list in
        for application in result.differing {
          for difference in application.differences {
            list.object { write(difference, of: application, into: &$0) }
          }
        }
      }
      if let update = result.update { write(update, into: &top) }
      if result.countsCoverage {
        top.object("coverage") { write(result.run.coverage, result.requiredCoverage, into: &$0) }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func totals(of result: TestResult, into object: inout JSONObject) {
    let run = result.run
    object.member("folders", run.folders.count)
    object.member("applications", run.applications.count { !$0.isGone })
    object.member("expectations", run.applications.reduce(0) { $0 + $1.expectations })
    object.member("differing", result.differing.count)
    object.object("passedBy") { passedBy in
      passedBy.member("folders", result.passedBy.folders)
      passedBy.member("files", result.passedBy.files)
    }
  }

  private func write(
    _ difference: Difference, of application: TestedApplication, into object: inout JSONObject
  ) {
    write(application.place, into: &object)
    object.member("shows", application.expectation?.shows)
    object.member("kind", difference.kindName)
    switch difference.kind {
    case .verdict(let expected, let found, _):
      object.member("expected", expected.rawValue)
      object.member("found", found.rawValue)
    case .standing(let expected, let found):
      object.member("expected", expected.rawValue)
      object.member("found", found.rawValue)
    case .outcome(let criterion, let expected, let found):
      object.member("criterion", criterion.id)
      object.member("expected", expected.rawValue)
      object.member("found", found.rawValue)
    case .faultLacking(let fault), .faultUnexpected(let fault):
      object.object("fault") { fault.write(into: &$0) }
    case .nothingExpected, .gone, .unreadable: break
    }
    object.member("sentence", difference.sentence[language])
    if let stated = difference.stated {
      object.object("stated") { write(stated, into: &$0) }
    }
    object.array("facts") { list in
      for fact in difference.facts {
        list.object { entry in
          write(fact.location, into: &entry)
          entry.member("criterion", fact.criterion)
          write(fact.reason, into: &entry)
          entry.member("mend", fact.mend(in: language))
        }
      }
    }
  }

  private func write(_ update: ExpectationUpdate, into object: inout JSONObject) {
    object.array("rewritten") { list in
      for file in update.files { list.element(file.path) }
    }
    object.array("changes") { list in
      for change in update.changes {
        list.object { entry in
          write(change.place, into: &entry)
          entry.member("member", change.member?.name)
          entry.member("old", change.old)
          entry.member("new", change.new)
        }
      }
    }
  }

  private func write(
    _ coverage: Coverage, _ required: Decimal?, into object: inout JSONObject
  ) {
    object.member("exercised", coverage.exercised)
    object.member("required", coverage.required)
    object.member("percentage", number: coverage.percentage.digits)
    if let required { object.member("requiredPercentage", number: required.digits) }
    object.array("rows") { list in
      for row in coverage.rows {
        list.object { entry in
          entry.member("criterion", row.criterion.id)
          entry.member("reading", row.reading?.id)
          entry.object("counts") { counts in
            for (outcome, count) in row.counts { counts.member(outcome.rawValue, count) }
          }
        }
      }
    }
  }

  private func write(_ place: ApplicationLocation, into object: inout JSONObject) {
    object.member("source", place.source)
    object.member("line", place.line)
  }

  private func write(_ location: Location, into object: inout JSONObject) {
    object.member("source", location.path)
    object.member("line", location.region?.lowerBound.line)
    object.member("column", location.region?.lowerBound.column)
  }

  private func write(_ reason: Reason, into object: inout JSONObject) {
    object.member("reason", reason.message.id)
    object.member("sentence", reason.says(in: language))
  }
}

extension Difference {
  /// A stable name of what differs.
  fileprivate var kindName: String {
    switch kind {
    case .verdict: "verdict"
    case .standing: "standing"
    case .outcome: "criterion"
    case .faultLacking: "fault-lacking"
    case .faultUnexpected: "fault-unexpected"
    case .nothingExpected: "nothing-expected"
    case .gone: "application-gone"
    case .unreadable: "application-unreadable"
    }
  }
}
