// A corrected resubmission, or next year's file: what changed, and what made it change.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// The command `compare`.
enum Compare {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    if let refusal = Check.refusal(
      of: options.asOf, by: options.programme, in: options.language)
    {
      environment.complain(refusal)
      return .usage
    }
    var status = ExitStatus.success
    let sides = options.operands.map { path in
      Side(path, options, environment) { name, reason in
        environment.complain(Shown.text(name) + ": " + reason)
        status = max(status, .unreadable)
      }
    }
    if status != .success { return status }
    for report in sides.flatMap({ $0.reports }) where report.programme != options.programme {
      if let refusal = Check.refusal(
        of: options.asOf, by: report.programme, in: options.language)
      {
        environment.complain(refusal)
        return .usage
      }
    }
    let (old, new) = (sides[0], sides[1])
    let comparison: BatchComparison
    if !old.isBatch, !new.isBatch, let before = old.reports.first, let after = new.reports.first {
      comparison = BatchComparison(before, after)
    } else {
      comparison = BatchComparison(old.reports, new.reports)
    }
    status = new.reports.map { $0.status }.worst()
    return environment.deliver(for: options, ending: status) { target in
      if target.format == .json {
        return ComparisonJSON(language: options.language).bytes(comparison)
      }
      let text = ComparisonText(
        language: options.language, width: environment.width(for: target.destination),
        coloring: environment.coloring(for: target.destination, options.color))
      return FileName.bytes(of: text.text(comparison))
    }
  }

  /// One of the two sides of a comparison.
  private struct Side {
    /// The applications in order.
    private(set) var reports: [JudgedApplication] = []
    /// Whether more than one application may stand there.
    private(set) var isBatch = false

    init(
      _ path: String, _ options: Options, _ environment: Environment,
      complain: (_ name: String, _ reason: String) -> Void
    ) {
      var workload = BatchInput([path], environment)
      var count = 0
      while let work = workload.next() {
        switch work {
        case .failure(let place, let failure):
          complain(place.name, failure.reason[options.language])
          count += 1
        case .files(let paths):
          if paths != [path] { isBatch = true }
          for path in paths {
            count += 1
            switch environment.read(path) {
            case .success(let bytes): add(bytes, path, nil, options, environment)
            case .failure(let failure): complain(path, failure.reason[options.language])
            }
          }
        case .lines(let source, let firstLine, let bytes):
          isBatch = true
          bytes.withUnsafeBufferPointer { bytes in
            BatchInput.eachLine(of: bytes, from: firstLine) { range, line in
              count += 1
              add(Array(bytes[range]), source, line, options, environment)
            }
          }
        }
      }
      if count == 0 {
        complain(
          path, Wording(zh: "没有找到申报材料", en: "no application was found")[options.language])
      }
    }

    private mutating func add(
      _ bytes: [UInt8], _ source: String, _ line: Int?, _ options: Options,
      _ environment: Environment
    ) {
      let text = ApplicationText(
        source: source, line: line, bytes: bytes, decodeGB18030: environment.decodeGB18030)
      let programme = options.programmes.programme(of: text, or: options.programme)
      reports.append(
        programme.judge(
          text,
          JudgingOptions(
            asOf: options.asOf, strictness: options.strictness, isForReport: false)))
    }
  }
}
