// Contradictions between applications that were screened apart show when their claims come together.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// The command `claims`.
enum CombineClaims {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    var reader = ClaimsReader(options.programme)
    var unreadable: [String] = []
    var workload = BatchInput(linesOf: options.operands, environment)
    while let work = workload.next() {
      switch work {
      case .lines(let source, let firstLine, let bytes):
        reader.read(bytes, from: firstLine, of: source)
      case .failure(let place, let failure):
        unreadable.append(place.source)
        environment.complain(place.name.sanitizedName() + ": " + failure.reason[language])
      case .files: continue
      }
    }
    reader.end(of: options.operands.filter { !unreadable.contains($0) })
    environment.complain(about: reader, language)
    if !unreadable.isEmpty { return .unreadable }
    if !reader.faults.isEmpty { return .malformed }
    var screening = Screening(options.programme)
    screening.hasRows = false
    screening.only = options.only
    screening.totals = reader.totals
    reader.claims.conclude(&screening, bureau: options.bureauIntake)
    return environment.deliver(for: options, ending: screening.totals.status) { target in
      target.screening(options, environment).end(screening)
    }
  }
}

extension Environment {
  fileprivate func complain(about reader: ClaimsReader, _ language: Language) {
    for fault in reader.faults {
      complain(
        SourceMap.link(fault.source, fault.position) + ": " + fault.reason.says(in: language))
    }
    if reader.faultsNotShown > 0 {
      complain(
        Wording(
          zh: "另有 \(reader.faultsNotShown) 处错误",
          en: "\(reader.faultsNotShown) more fault\(reader.faultsNotShown == 1 ? "" : "s")")[
            language])
    }
  }
}
