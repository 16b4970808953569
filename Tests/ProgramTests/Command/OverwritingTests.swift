// One file has many names; whichever of them is written, what is read stays as it is.

import Testing

@testable import HostSystem
@testable import Judging

struct OverwritingTests {
  private static let one = FileIdentity(device: 1, inode: 1)
  private static let two = FileIdentity(device: 1, inode: 2)
  private static let folder = FileIdentity(device: 1, inode: 9)

  private static let conflicts: [(line: [String], identities: [String: FileIdentity])] = [
    (["check", "a.json", "-o", "b"], ["a.json": one, "b": one]),
    (["check", "-", "-o", "b"], ["/dev/stdin": one, "b": one]),
    (["screen", "in", "-o", "b"], ["in/a.json": one, "b": one]),
    (["compare", "in", "c.json", "-o", "b"], ["c.json": one, "b": one]),
    (["test", "in", "-o", "b"], ["in/a.json": one, "b": one]),
    (["claims", "c", "-o", "b"], ["c": one, "b": one]),
    (
      ["check", "a.json", "--format", "json", "-o", "b", "--format", "text", "-o", "c"],
      ["b": one, "c": one]
    ),
    (
      ["check", "a.json", "--format", "json", "-o", "b", "--format", "text"],
      ["/dev/stdout": one, "b": one]
    ),
    (["screen", "in", "-o", "b", "--claims", "c", "--claims-key", "k"], ["b": one, "c": one]),
    (["screen", "in", "--claims", "c", "--claims-key", "k"], ["k": one, "c": one]),
    (["screen", "in", "--reports", "in", "--reports-format", "json"], ["in/00001.json": one]),
  ]

  @Test(arguments: conflicts)
  func `is refused before anything`(line: [String], identities: [String: FileIdentity]) {
    let intake = BatchWorld(
      ["in/a.json": "{}", "in/00001.json": "{}", "a.json": "{}"], identities: identities)
    #expect(intake.run(line) == .usage)
    #expect(intake.written.isEmpty && intake.output.isEmpty)
    #expect(intake.error.contains("overwrite") || intake.error.contains("more than one report"))
  }

  @Test func `other files are written`() {
    let intake = BatchWorld(
      ["in/a.json": "{}"],
      identities: [
        "in/a.json": OverwritingTests.one, "b": OverwritingTests.two,
        "/dev/stdout": OverwritingTests.one, "in": OverwritingTests.folder,
      ])
    #expect(intake.run("screen", "in", "-o", "b") == .undetermined)
    #expect(Array(intake.written.keys) == ["b"])
  }

  @Test func `a new file is its name in its folder`() {
    var new = OverwritingTests.folder
    new.name = "x"
    let intake = BatchWorld(["a.json": "{}"], identities: ["way/x": new, "folder/x": new])
    let line = ["--format", "json", "-o", "way/x", "--format", "text", "-o", "folder/x"]
    #expect(intake.run(["screen", "a.json"] + line) == .usage)
    #expect(intake.error.contains("more than one report would be written to"))
  }
}
