// Every fixture ends as its folder says, so that the folders are a readable account of the rules.

import Testing

@testable import Judging

struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `ends as its folder says`(fixture: Fixture) {
    let (status, output, error) = Fixture.run(["check", fixture.path, "--quiet"])
    #expect(status == fixture.folder.status)
    #expect(output.isEmpty && error.isEmpty)
  }

  @Test(arguments: Fixture.Folder.allCases)
  func `no folder is empty`(folder: Fixture.Folder) {
    #expect(Fixture.all.contains { $0.folder == folder })
  }

  @Test func `a run on several ends as the worst`() {
    var paths: [String] = []
    for folder in Fixture.Folder.allCases {
      paths += Fixture.all.filter { $0.folder == folder }.prefix(2).map(\.path)
      #expect(Fixture.run(["check", "--quiet"] + paths).status == folder.status)
    }
  }

  @Test func `names are unique and plain`() {
    #expect(Set(Fixture.all.map(\.name)).count == Fixture.all.count)
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    #expect(Fixture.all.filter { !letters.isSuperset(of: $0.name) }.map(\.name) == [])
  }

  /// A file with faults is never eligible, whatever else it says.
  @Test func `no faulty fixture is eligible`() {
    for fixture in Fixture.all where fixture.folder == .faulty {
      #expect(fixture.report?.verdict != .eligible, "\(fixture)")
    }
  }
}
