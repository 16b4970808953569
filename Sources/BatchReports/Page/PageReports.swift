// Full reports are long and much alike; the page holds each of their lines once.

import Batch
import Reports

/// The full reports as data for the page's script, where there are not too many.
///
/// Nearly all lines of two reports are the same, so the data has a list of lines, and for each row the
/// numbers of those of its report; joined they are the report of `check --format json`.
enum PageReports {
  /// Up to how many applications the page holds their reports; an intake of a round has some hundreds.
  static let mostApplications = 500
  /// Up to how many bytes all of them together.
  static let mostBytes = 16_000_000

  /// The data as JSON that can stand in a `script` element; `nil` where they are too many.
  static func island(of screening: Screening) -> [UInt8]? {
    if screening.rows.count > mostApplications { return nil }
    return island(screening.rows.lazy.map { $0.row.fullReport?() ?? [] })
  }

  /// The data of reports, `nil` where they are too long together.
  static func island(_ all: some Sequence<[UInt8]>) -> [UInt8]? {
    var lines: [ArraySlice<UInt8>] = []
    var known: [ArraySlice<UInt8>: Int] = [:]
    var size = 0
    var reports: [[Int]] = []
    for report in all {
      reports.append(
        report.split(separator: UInt8(ascii: "\n")).map { indented in
          let line = indented.drop { $0 == UInt8(ascii: " ") }
          if let number = known[line] { return number }
          let kept = Array(line)[...]
          known[kept] = lines.count
          lines.append(kept)
          size += kept.count
          return lines.count - 1
        })
      size += 5 * reports[reports.count - 1].count
      if size > mostBytes { return nil }
    }
    return HTMLWriter.scriptData(
      JSONWriter.object(.compact) { island in
        island.array("lines") { list in
          for line in lines { list.element(String(decoding: line, as: UTF8.self)) }
        }
        island.array("reports") { list in
          for numbers in reports {
            list.array { list in for number in numbers { list.element(number) } }
          }
        }
      })
  }
}
