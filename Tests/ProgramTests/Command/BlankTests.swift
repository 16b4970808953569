// From nothing to an application: the blank form, the example, and that neither replaces a file.

import Testing

@testable import HostSystem
@testable import Judging

struct BlankTests {
  /// A blank form says no more than an empty file, with the years to fill in besides.
  @Test func `the blank form states nothing`() throws {
    let blank = try Judged(Fixture.run(["init"]).output).report
    let empty = try Judged("{\"formatVersion\": 1}").report
    #expect(blank.faults.isEmpty)
    #expect(blank.findings.map(\.outcome) == empty.findings.map(\.outcome))
    #expect(
      blank.notices.allSatisfy {
        empty.notices.contains($0) || $0.reason.message.id == "scope-missing"
      })
    let wanted = Set(blank.missing.map(\.place.description))
    let others = empty.missing.map(\.place.description)
    #expect(wanted.isSuperset(of: others.filter { !$0.hasPrefix("/figures/years") }))
  }

  /// What is missing is listed in the order of the form, once each.
  @Test func `what is missing stands in the order of the form`() throws {
    let report = try Judged(Fixture.run(["init"]).output).report
    let order = report.programme.members.map(\.pointer.template)
    let places = try report.missing.map { try #require(order.firstIndex(of: $0.place.template)) }
    #expect(places.count > 50)
    let firsts = places.enumerated().filter { number, place in !places[..<number].contains(place) }
    #expect(firsts.map(\.element) == firsts.map(\.element).sorted())
    #expect(Set(report.missing.map(\.place)).count == report.missing.count)
    // Facts of one year stand together.
    let years = report.missing.compactMap {
      $0.place.template.hasPrefix("/figures/years/") ? $0.place.index : nil
    }
    #expect(Set(years) == [0, 1, 2] && years == years.sorted())
  }

  @Test func `the example is eligible and complete`() throws {
    let output = Fixture.run(["init", "--example"]).output
    let report = try Judged(output).report
    #expect(report.verdict == .eligible)
    #expect(report.missing.isEmpty && report.notices.isEmpty && report.evidence.isEmpty)
    let fixture = try #require(Fixture.named("manufacturer-of-bearings"))
    #expect(Array(output.utf8) == fixture.bytes)
  }

  @Test(arguments: [["init", "x.json"], ["init", "--output", "x.json", "--example"]])
  func `a file that exists stays`(line: [String]) {
    var identity = FileIdentity(device: 1, inode: 1)
    let taken = BatchWorld([:], identities: ["x.json": identity])
    #expect(taken.run(line) == .usage)
    #expect(taken.written.isEmpty && taken.error.contains("x.json"))
    identity.name = "x.json"
    let free = BatchWorld([:], identities: ["x.json": identity])
    #expect(free.run(line) == .success)
    #expect(free.output.isEmpty)
    // Standard output stays clean; what comes next is said beside it.
    #expect(free.error.contains("jlcheck check x.json"))
  }
}
