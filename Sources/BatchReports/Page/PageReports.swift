// Full reports are long and much alike; the page holds each of their lines once.

import Reports

/// The full reports as data for the page's script.
///
/// A thousand reports as they are would make a page too large to mail. Nearly all of their lines
/// recur, so the data has a list of lines, and for each row the numbers of its report's lines.
enum PageReports {
  /// The data as JSON that can stand in a `script` element.
  ///
  /// - Parameter reports: the reports in the order of the rows.
  static func island(_ reports: [String?]) -> [UInt8] {
    var lines: [Substring] = []
    var known: [Substring: Int] = [:]
    let numbers = reports.map { report in
      (report ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { line in
        if let number = known[line] { return number }
        known[line] = lines.count
        lines.append(line)
        return lines.count - 1
      }
    }
    let json = JSONWriter.object(.compact) { island in
      island.array("lines") { list in for line in lines { list.element(String(line)) } }
      island.array("reports") { list in
        for (report, numbers) in zip(reports, numbers) {
          if report == nil {
            list.null()
          } else {
            list.array { list in for number in numbers { list.element(number) } }
          }
        }
      }
    }
    return HTMLWriter.scriptData(json)
  }
}
