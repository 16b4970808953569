// One run can write several reports; here the flags that name forms and places become pairs of them.

import HostSystem
import Reports

/// One report of a run: its form, and where it goes.
struct ReportTarget: Hashable, Sendable {
  /// The form.
  var format: Format
  /// Where it goes.
  var destination = Destination.standardOutput
}

/// A flag that says something about the reports of a run.
enum TargetFlag: Hashable, Sendable {
  /// Begins a report of that form.
  case format(Format)
  /// Says where the report begun before goes, or the first one where none is begun yet.
  case output(Destination)
}

/// The reports that flags ask for, in their order.
struct ReportTargets {
  /// The reports, at least one.
  private(set) var all: [ReportTarget] = []
  /// Places that belong to no report.
  private(set) var surplus: [Destination] = []

  /// Pairs what the flags name.
  ///
  /// - Parameter usual: the form of a report for which none is named.
  init(_ flags: [TargetFlag], usual: Format) {
    if flags.isEmpty {
      all = [ReportTarget(format: usual)]
      return
    }
    var pairs: [Pair] = []
    for flag in flags {
      switch flag {
      case .format(let format):
        // A place named first waits for the first form.
        if pairs.count == 1, pairs[0].format == nil {
          pairs[0].format = format
        } else {
          pairs.append(Pair(format: format))
        }
      case .output(let destination):
        if pairs.isEmpty {
          pairs.append(Pair(destination: destination))
        } else if pairs[pairs.count - 1].destination == nil {
          pairs[pairs.count - 1].destination = destination
        } else {
          surplus.append(destination)
        }
      }
    }
    all = pairs.map { pair in
      ReportTarget(format: pair.format ?? usual, destination: pair.destination ?? .standardOutput)
    }
  }

  /// A report of which not everything need be said yet.
  private struct Pair {
    var format: Format?
    var destination: Destination?
  }

  /// The forms that go to standard output.
  var onStandardOutput: [Format] {
    all.filter { $0.destination == .standardOutput }.map { $0.format }
  }

  /// The files into which more than one report goes.
  var sharedFiles: [String] {
    var names: [String] = []
    for (number, target) in all.enumerated() {
      guard case .file(let path) = target.destination else { continue }
      let isRepeated = all[..<number].contains { $0.destination.isSame(as: target.destination) }
      if isRepeated { names.append(path) }
    }
    return names
  }
}

extension Destination {
  /// Whether both are one place, as far as their names say.
  func isSame(as other: Destination) -> Bool {
    switch (self, other) {
    case (.standardOutput, .standardOutput): true
    case (.file(let name), .file(let another)): name.withoutIdleSteps == another.withoutIdleSteps
    default: false
    }
  }
}
