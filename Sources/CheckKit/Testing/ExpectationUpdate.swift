// Expectations follow a deliberate change of the rules by a command, and the difference is for reading.

import ChampionRules
import Eligibility

/// What has to change for expectations to say what is found.
struct ExpectationUpdate {
  /// The files that change, as they are to be.
  private(set) var files: [ExpectationFile] = []
  /// What changes, application by application.
  private(set) var changes: [Change] = []

  /// A change of one expectation.
  struct Change {
    /// The application.
    let place: BatchPlace
    /// What changes; `nil` for an entry as a whole, whose application is gone.
    let member: Member?
    /// What was expected.
    let old: String?
    /// What is expected from now on.
    let new: String?
  }

  /// A member of an expectation.
  enum Member {
    case verdict
    case criterion(Criterion<Application>)
    case fault
  }

  /// Compares what is expected with what was found.
  ///
  /// Files that could not be read or taken as written are left alone, with all that they are about.
  init(_ run: TestRun) {
    for (folder, files) in run.folders {
      let untouchable = run.unreadable.contains { folder.expectationPaths.contains($0.path) }
      if untouchable || files.contains(where: { !$0.faults.isEmpty }) { continue }
      let applications = run.applications.filter { $0.folder == folder.path }
      update(folder, files, applications)
    }
  }

  private mutating func update(
    _ folder: TestFolder, _ known: [ExpectationFile], _ applications: [TestedApplication]
  ) {
    var files = known
    var changed: Set<Int> = []
    for application in applications {
      let count = changes.count
      if let report = application.report {
        let new = Expectation(application.expectation, updatedTo: report)
        note(from: application.expectation, to: new, at: application.place)
        if changes.count == count, application.expectation != nil { continue }
        let number = ExpectationUpdate.file(for: application, in: folder, &files)
        changed.insert(number)
        files[number].entries.removeAll { $0.name == application.name }
        files[number].entries.append(
          ExpectationFile.Entry(name: application.name, range: 0..<0, expectation: new))
      } else if application.isGone,
        let number = files.firstIndex(where: { $0.isManifest && $0.states(application.name) })
      {
        // A file about a single application is for its owner to delete.
        changed.insert(number)
        files[number].entries.removeAll { $0.name == application.name }
        changes.append(Change(place: application.place, member: nil, old: nil, new: nil))
      }
    }
    self.files += changed.sorted().map { files[$0] }
  }

  /// The number of the file that states what is expected of an application, or is to state it.
  private static func file(
    for application: TestedApplication, in folder: TestFolder, _ files: inout [ExpectationFile]
  ) -> Int {
    if let known = files.firstIndex(where: { $0.states(application.name) }) { return known }
    // Where applications have files of their own, so has the next one; a line cannot have one.
    let hasManifest = folder.expectationFiles.contains(ExpectationFile.manifestName)
    let isBegun = folder.selection == nil && folder.expectationFiles.isEmpty
    let isAlone = application.place.line == nil && !hasManifest && !isBegun
    let name =
      isAlone ? ExpectationFile.name(for: application.name) : ExpectationFile.manifestName
    let path = folder.path(of: name)
    if let known = files.firstIndex(where: { $0.path == path }) { return known }
    files.append(
      ExpectationFile(path: path, about: isAlone ? application.name : nil))
    return files.count - 1
  }

  /// Notes what changes from one expectation to another.
  private mutating func note(from old: Expectation?, to new: Expectation, at place: BatchPlace) {
    func add(_ member: Member, _ old: String?, _ new: String?) {
      if old != new { changes.append(Change(place: place, member: member, old: old, new: new)) }
    }
    add(.verdict, old?.verdict?.value.rawValue, new.verdict?.value.rawValue)
    for (number, outcome) in new.criteria.sorted(by: { $0.key < $1.key }) {
      add(
        .criterion(Rulebook.champion.criteria[number]), old?.criteria[number]?.value.rawValue,
        outcome.value.rawValue)
    }
    let before = old?.faults?.value.map(\.value) ?? []
    let after = new.faults?.value.map(\.value) ?? []
    for fault in before where !after.contains(fault) { add(.fault, fault.description, nil) }
    for fault in after where !before.contains(fault) { add(.fault, nil, fault.description) }
  }
}

extension Expectation {
  /// What is found, as far as it is stated; where nothing is, what decides.
  ///
  /// That is the verdict, the faults of the file, and of a file without faults the conditions that
  /// stand in the way.
  fileprivate init(_ stated: Expectation?, updatedTo report: Report) {
    func found<Value>(_ value: Value) -> Stated<Value> { Stated(value: value, range: 0..<0) }
    self = stated ?? Expectation()
    let findings = report.assessment.findings
    let faults = report.stateableFaults
    if stated == nil || verdict != nil { verdict = found(report.verdict) }
    for number in criteria.keys { criteria[number] = found(findings[number].outcome) }
    if stated == nil, faults.isEmpty {
      for (number, criterion) in report.assessment.rulebook.criteria.enumerated()
      where criterion.role == .condition && findings[number].outcome.asRequirement != .yes {
        criteria[number] = found(findings[number].outcome)
      }
    }
    // What is stated of a fault that is still there stays as precise as it was.
    let match = FaultMatch(stated ?? Expectation(), faults)
    if self.faults != nil || !faults.isEmpty {
      self.faults = found(zip(match.expected, faults).map { found($0 ?? $1) })
    }
  }
}

extension ExpectedFault: CustomStringConvertible {
  /// What is known of it in one line: `wrong-type /applicationYear 3:22`.
  var description: String {
    let place = [line, column].compactMap { $0.map(String.init) }.joined(separator: ":")
    return [reason, pointer ?? "", place].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ExpectationFile {
  fileprivate func states(_ name: String) -> Bool { entries.contains { $0.name == name } }
}

extension TestFolder {
  fileprivate var expectationPaths: [String] { expectationFiles.map { path(of: $0) } }
}
