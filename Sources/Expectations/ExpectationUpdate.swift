// Expectations follow a deliberate change of the rules by a command, and the difference is for reading.

import Eligibility
import Judging

/// What has to change for expectations to say what is found.
public struct ExpectationUpdate {
  /// The files that change, as they are to be.
  public private(set) var files: [ExpectationFile] = []
  /// What changes, application by application.
  public private(set) var changes: [Change] = []
  private let format: ExpectationFormat

  /// A change of one expectation.
  public struct Change {
    /// The application.
    public let place: ApplicationLocation
    /// What changes; `nil` for an entry as a whole, whose application is gone.
    public let member: Member?
    /// What was expected.
    public let old: String?
    /// What is expected from now on.
    public let new: String?
  }

  /// A member of an expectation.
  public enum Member {
    case verdict
    case standing
    case criterion(CriterionDescription)
    case fault
  }

  /// Compares what is expected with what was found.
  ///
  /// What could not be read or taken as written was not tested, and so stays as it is.
  public init(_ run: TestRun, of programme: Programme) {
    format = ExpectationFormat(programme)
    var applications = run.applications[...]
    for (folder, files) in run.folders {
      let inside = applications.prefix { $0.folder == folder.path }
      applications = applications.dropFirst(inside.count)
      update(folder, files, inside)
    }
  }

  private mutating func update(
    _ folder: TestFolder, _ known: [ExpectationFile], _ applications: ArraySlice<TestedApplication>
  ) {
    var files = known
    var changed: Set<Int> = []
    for application in applications {
      let count = changes.count
      if let found = application.found {
        let new = update(application, to: found)
        if changes.count == count { continue }
        let number = file(for: application, in: folder, &files)
        changed.insert(number)
        files[number].entries[application.name] = ExpectationFile.Entry(
          name: application.name, range: 0..<0, expectation: new)
      } else if application.isGone,
        let number = files.firstIndex(where: { $0.isManifest && $0.states(application.name) })
      {
        // A file about a single application is for its owner to delete.
        changed.insert(number)
        files[number].entries[application.name] = nil
        changes.append(Change(place: application.place, member: nil, old: nil, new: nil))
      }
    }
    self.files += changed.sorted().map { files[$0] }
  }

  /// The number of the file that states what is expected of an application, or is to state it.
  private func file(
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
      ExpectationFile(path: path, about: isAlone ? application.name : nil, in: format))
    return files.count - 1
  }

  /// What is to be expected, with what changes noted.
  ///
  /// What is stated becomes what is found. Where nothing is, that is the verdict, the faults of the
  /// file, and of a file without faults the conditions that stand in the way.
  private mutating func update(
    _ application: TestedApplication, to found: TestedApplication.Found
  ) -> Expectation {
    let old = application.expectation
    var new = old ?? Expectation()
    func add(_ member: Member, _ old: String?, _ new: String?) {
      if old == new { return }
      changes.append(Change(place: application.place, member: member, old: old, new: new))
    }
    func stated<Value>(_ value: Value) -> Stated<Value> { Stated(value: value, range: 0..<0) }
    if let standing = found.standing {
      if old == nil || old?.standing != nil {
        add(.standing, old?.standing?.value.rawValue, standing.rawValue)
        new.standing = stated(standing)
      }
    } else if old == nil || old?.verdict != nil {
      add(.verdict, old?.verdict?.value.rawValue, found.verdict.rawValue)
      new.verdict = stated(found.verdict)
    }
    for (number, criterion) in format.programme.criteria.enumerated() {
      let outcome = found.outcomes[number]
      let stands = criterion.role == .condition && outcome.asRequirement != .yes
      if old?.criteria[number] == nil, old != nil || !found.faults.isEmpty || !stands { continue }
      add(.criterion(criterion), old?.criteria[number]?.value.rawValue, outcome.rawValue)
      new.criteria[number] = stated(outcome)
    }
    // What is stated of a fault that is still there stays as precise as it was.
    let match = FaultMatch(old, found.faults)
    for fault in match.lacking { add(.fault, fault.value.description, nil) }
    for (fault, expected) in zip(found.faults, match.expected) where expected == nil {
      add(.fault, nil, fault.description)
    }
    if old?.faults != nil || !found.faults.isEmpty {
      new.faults = stated(zip(match.expected, found.faults).map { stated($0 ?? $1) })
    }
    return new
  }
}

extension ExpectedFault: CustomStringConvertible {
  /// What is known of it in one line: `wrong-type /applicationYear 3:22`.
  public var description: String {
    let place = [line, column].compactMap { $0.map(String.init) }.joined(separator: ":")
    return [reason, pointer ?? "", place].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ExpectationFile {
  fileprivate func states(_ name: String) -> Bool { entries[name] != nil }
}
