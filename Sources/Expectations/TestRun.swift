// Applications are held to what is expected of them; whatever differs is kept with its reasons.

import Batch
import Eligibility
import HostSystem
import Judging

/// What became of a test.
public struct TestRun {
  /// The applications, and what is expected of applications that are not there.
  public private(set) var applications: [TestedApplication] = []
  /// The files of expectations that cannot be taken as written.
  public private(set) var malformed: [ExpectationFile] = []
  /// The files of expectations that cannot be read.
  public private(set) var unreadable: [(path: String, failure: ReadFailure)] = []
  /// The folders, with the files of expectations that could be read.
  public private(set) var folders: [(folder: TestFolder, files: [ExpectationFile])] = []
  /// What the applications that are as expected show.
  public private(set) var coverage: Coverage

  /// Tests everything in the folders.
  public init(_ folders: [TestFolder], of programme: Programme, _ environment: Environment) {
    coverage = Coverage(programme)
    let format = ExpectationFormat(programme)
    for folder in folders {
      var test = FolderTest(folder, format, environment, coverage)
      test.run()
      coverage = test.coverage
      self.folders.append((folder, test.files))
      applications += test.applications
      malformed += test.files.filter { !$0.faults.isEmpty }
      unreadable += test.unreadable
    }
  }

  /// Whether there was nothing to test, well or badly.
  public var isEmpty: Bool { applications.isEmpty && malformed.isEmpty && unreadable.isEmpty }

  /// How the run ends, coverage aside.
  public var status: ExitStatus {
    var status = applications.map { $0.status }.worst()
    if !malformed.isEmpty { status = max(status, .malformed) }
    if !unreadable.isEmpty { status = max(status, .unreadable) }
    return status
  }
}

/// One application and what is expected of it.
public struct TestedApplication {
  /// The programme by whose rules it was judged.
  public let programme: Programme
  /// The path of its folder.
  let folder: String
  /// Its name in its folder, with the line where there are many.
  public let name: String
  /// Where it was found, or would be.
  public let place: ApplicationLocation
  /// What is expected of it, where something is.
  public let expectation: Expectation?
  /// What was found; `nil` where there is nothing to judge.
  public let found: Found?
  /// How it differs from what is expected; empty where it does not.
  public let differences: [Difference]

  /// What was found of an application, as far as it can be expected.
  public struct Found {
    /// The verdict.
    let verdict: Verdict
    /// How the title stands, of a history.
    let standing: TitleState?
    /// The outcomes of the criteria, in the rulebook's order.
    let outcomes: [Outcome]
    /// The faults of the file.
    let faults: [ExpectedFault]
  }

  /// How many expectations there are of it: that there are no faults is always one.
  public var expectations: Int {
    guard let expectation else { return 0 }
    return (expectation.verdict == nil && expectation.standing == nil ? 0 : 1)
      + expectation.criteria.count + 1
  }

  /// Whether something is expected of it and it is not there.
  public var isGone: Bool { differences.contains { $0.isGone } }

  /// Whether it is there and cannot be read.
  public var isUnreadable: Bool { differences.contains { $0.isUnreadable } }

  /// How a run on it alone ends.
  var status: ExitStatus {
    isUnreadable ? .unreadable : differences.isEmpty ? .success : .ineligible
  }
}

/// The test of one folder.
private struct FolderTest {
  let folder: TestFolder
  let format: ExpectationFormat
  let environment: Environment
  var files: [ExpectationFile] = []
  var applications: [TestedApplication] = []
  var unreadable: [(path: String, failure: ReadFailure)] = []
  var coverage: Coverage
  /// What is expected, by the name of the application, with the number of the file that says so.
  private var expected: [String: (file: Int, entry: ExpectationFile.Entry)] = [:]
  /// The files of applications about which nothing can be said, whatever is expected of them.
  private var undecided: Set<String> = []

  init(
    _ folder: TestFolder, _ format: ExpectationFormat, _ environment: Environment,
    _ coverage: Coverage
  ) {
    self.folder = folder
    self.format = format
    self.environment = environment
    self.coverage = coverage
  }

  mutating func run() {
    for name in folder.expectationFiles { readExpectations(name) }
    // Without its manifest nobody knows what is expected of the other applications.
    let manifest = folder.path(of: ExpectationFile.manifestName)
    if unreadable.contains(where: { $0.path == manifest })
      || files.contains(where: { $0.isManifest && !$0.faults.isEmpty })
    {
      return
    }
    for file in folder.applicationFiles where folder.isSelected(file) { test(file) }
    // The selection may also name what is no file of applications by its name.
    for file in (folder.selection ?? []).subtracting(folder.applicationFiles).sorted() {
      if expected[file] == nil, !undecided.contains(file) { test(file) }
    }
    let unseen = expected.values.map { (ApplicationName($0.entry.name), $0.file, $0.entry) }
    for (name, number, entry) in unseen.sorted(by: { $0.0 < $1.0 }) {
      if undecided.contains(name.file) || !folder.isSelected(name.file) { continue }
      let place = ApplicationLocation(source: folder.path(of: entry.name), line: nil)
      add(
        entry.name, place, entry, nil,
        [Difference(.gone, at: files[number].location(of: entry.range))])
    }
  }

  private mutating func readExpectations(_ name: String) {
    let application = ExpectationFile.application(of: name)
    if let application, !folder.isSelected(application) { return }
    let path = folder.path(of: name)
    switch environment.read(path) {
    case .failure(let failure):
      unreadable.append((path, failure))
      if let application { undecided.insert(application) }
    case .success(let bytes):
      files.append(
        ExpectationFile(
          path: path, about: application, in: format, bytes: bytes,
          decodeGB18030: environment.decodeGB18030))
      let number = files.count - 1
      for entry in files[number].inOrder {
        if let other = expected[entry.name]?.file, other != number {
          files[number].note(entry, alsoIn: files[other].path)
        }
        expected[entry.name] = (number, entry)
      }
      if !files[number].faults.isEmpty, let application { undecided.insert(application) }
    }
  }

  /// Tests all applications in a file.
  private mutating func test(_ file: String) {
    if undecided.contains(file) { return }
    let path = folder.path(of: file)
    switch environment.read(path) {
    case .failure(let failure):
      let entry = expected.removeValue(forKey: file)
      undecided.insert(file)
      add(
        file, ApplicationLocation(source: path, line: nil), entry?.entry, nil,
        [Difference(.unreadable(failure), at: nil)])
    case .success(let bytes) where BatchInput.isLines(file):
      var lines: [(Int, [UInt8])] = []
      bytes.withUnsafeBufferPointer { bytes in
        BatchInput.eachLine(of: bytes, from: 1) { lines.append(($1, Array(bytes[$0]))) }
      }
      for (line, text) in lines {
        judge("\(file):\(line)", ApplicationLocation(source: path, line: line), text)
      }
    case .success(let bytes):
      judge(file, ApplicationLocation(source: path, line: nil), bytes)
    }
  }

  private mutating func judge(_ name: String, _ place: ApplicationLocation, _ bytes: [UInt8]) {
    let expected = self.expected.removeValue(forKey: name)
    let expectation = expected?.entry.expectation
    let text = ApplicationText(
      source: place.source, line: place.line, bytes: bytes,
      decodeGB18030: environment.decodeGB18030)
    let report = format.programme.judge(
      text,
      JudgingOptions(
        asOf: expectation?.asOf, strictness: expectation?.strictness ?? .conditionsOnly,
        isForReport: false))
    let differences =
      expected.map { Difference.all($0.entry, in: files[$0.file], report) }
      ?? [Difference(.nothingExpected, at: nil)]
    if differences.isEmpty, report.faults.isEmpty { coverage.add(report.findings) }
    let found = TestedApplication.Found(
      verdict: report.verdict, standing: report.title?.state,
      outcomes: report.findings.map { $0.outcome },
      faults: report.stateableFaults)
    add(name, place, expected?.entry, found, differences)
  }

  private mutating func add(
    _ name: String, _ place: ApplicationLocation, _ entry: ExpectationFile.Entry?,
    _ found: TestedApplication.Found?, _ differences: [Difference]
  ) {
    applications.append(
      TestedApplication(
        programme: format.programme, folder: folder.path, name: name, place: place,
        expectation: entry?.expectation,
        found: found, differences: differences))
  }
}
