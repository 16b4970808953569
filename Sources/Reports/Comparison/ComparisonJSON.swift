// A comparison for programs: the same changes with stable names and exact values.

import Eligibility
import Judging
import LocatedJSON

/// Writes comparisons as JSON.
public struct ComparisonJSON {
  /// The language of the sentences; keys and identifiers do not depend on it.
  public let language: Language

  /// Creates a writer of comparisons with sentences in a language.
  public init(language: Language) {
    self.language = language
  }

  /// All that changed.
  public func bytes(_ comparison: BatchComparison) -> [UInt8] {
    var bytes = JSONWriter.object(.pretty) { top in
      top.member("program", "\(Program.name) \(Version.current)")
      top.array("compared") { list in
        for pair in comparison.pairs { list.object { write(pair, into: &$0) } }
      }
      for (name, reports) in [("onlyOld", comparison.onlyOld), ("onlyNew", comparison.onlyNew)] {
        top.array(name) { list in
          for report in reports { list.object { write(report, into: &$0) } }
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(_ pair: Comparison, into object: inout JSONObject) {
    object.object("old") { write(pair.old, into: &$0) }
    object.object("new") { write(pair.new, into: &$0) }
    object.array("criteria") { list in
      for change in pair.changes {
        list.object { entry in
          entry.member("criterion", change.criterion.id)
          for (name, finding) in [("old", change.old), ("new", change.new)] {
            entry.object(name) { side in
              side.member("outcome", finding.outcome.rawValue)
              side.member("reason", finding.reason.message.id)
              side.member("sentence", finding.reason.says(in: language))
            }
          }
          entry.array("facts") { facts in
            for fact in change.facts.listed { facts.object { write(fact, into: &$0) } }
          }
          entry.unlisted(change.facts.unlisted, of: "facts")
        }
      }
    }
    object.array("otherFacts") { facts in
      for fact in pair.otherFacts.listed { facts.object { write(fact, into: &$0) } }
    }
    object.unlisted(pair.otherFacts.unlisted, of: "otherFacts")
  }

  private func write(_ report: JudgedApplication, into object: inout JSONObject) {
    object.member("source", report.text.source)
    object.member("line", report.text.firstLine)
    object.member("verdict", report.verdict.rawValue)
    object.member("noticeCount", report.notices.count)
    object.member("verdictSentence", report.verdictName[language])
    object.member("faults", report.faultCount)
    object.member("enterprise", report.header.enterprise)
    object.member("creditCode", report.header.creditCode?.text)
  }

  private func write(_ change: FactChange, into object: inout JSONObject) {
    for (name, fact) in [("old", change.old), ("new", change.new)] {
      guard let fact else {
        object.null(name)
        continue
      }
      object.object(name) { side in
        side.member("pointer", fact.pointer.excerpt)
        side.member("value", fact.value)
        side.member("line", fact.position.line)
        side.member("column", fact.position.column)
      }
    }
  }
}
