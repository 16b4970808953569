// What a folder may hold beside files: each is gone through once or is a row that says why not.

import Testing

@testable import Batch
@testable import HostSystem
@testable import Judging

struct FolderTreeTests {
  private static func folder(_ number: UInt64) -> FileIdentity {
    FileIdentity(device: 1, inode: number)
  }

  /// A folder with another in it, and links from each to the other and to a third.
  private static func linked() -> BatchWorld {
    let files = ["in/a.json", "in/inner/b.json", "in/way/c.json", "in/inner/also/c.json"]
    return BatchWorld(
      Dictionary(uniqueKeysWithValues: files.map { ($0, "{}") }),
      entries: [
        "in": [
          FolderEntry(name: "way", kind: .linkedFolder(folder(3))),
          FolderEntry(name: "inner", kind: .folder(folder(2))),
          FolderEntry(name: "a.json", kind: .linkedFile),
          FolderEntry(name: "self", kind: .linkedFolder(folder(1))),
        ],
        "in/inner": [
          FolderEntry(name: "b.json", kind: .file),
          FolderEntry(name: "also", kind: .linkedFolder(folder(3))),
          FolderEntry(name: "up", kind: .linkedFolder(folder(1))),
        ],
      ], identities: ["in": folder(1)])
  }

  @Test func `linked folders are followed once each`() {
    let intake = FolderTreeTests.linked()
    #expect(intake.run("screen", "in", "--format", "ndjson") == .undetermined)
    #expect(intake.rows == ["in/a.json", "in/inner/also/c.json", "in/inner/b.json"])
  }

  @Test func `what cannot be looked into is a row`() {
    let intake = BatchWorld(
      ["in/a.json": "{}"],
      entries: [
        "in": [
          FolderEntry(name: "locked", isFolder: true), FolderEntry(name: "a.json", kind: .file),
          FolderEntry(name: "pipe.json", kind: .special), FolderEntry(name: "pipe", kind: .special),
          FolderEntry(name: "link", kind: .unknown(.notPermitted)),
        ]
      ])
    #expect(intake.run("screen", "in", "--format", "ndjson") == .unreadable)
    #expect(intake.rows == ["in/a.json", "in/link", "in/locked", "in/pipe.json"])
    for failure in ["not-permitted", "absent", "not-a-file"] {
      #expect(intake.output.contains(#""failure":"\#(failure)""#))
    }
  }

  @Test func `folders that never end are left`() {
    var environment = World().environment()
    environment.batch.list = { _ in .success([FolderEntry(name: "d", isFolder: true)]) }
    var tree = FolderTree(environment)
    var count = 0
    tree.visit("d", [FolderEntry(name: "d", isFolder: true)]) { _, _ in count += 1 }
    #expect(count == FolderTree.deepest + 1)
    #expect(tree.failures.map(\.failure) == [.tooDeep(limit: FolderTree.deepest)])
  }

  /// Wherever it begins, and whether or not a line end follows it.
  @Test(arguments: [(1, "\n"), (2, ""), (3, "")])
  func `a line that is too long costs that line`(number: Int, end: String) {
    var lines = Array(repeating: "{}", count: 3)
    lines[number - 1] = String(repeating: "x", count: ByteSize.usualLimit + 1)
    let intake = BatchWorld(["a.ndjson": lines.joined(separator: "\n") + end])
    let status = intake.run("screen", "a.ndjson", "--format", "ndjson", pieceSize: 1 << 22)
    #expect(status == .unreadable)
    #expect(intake.rows == ["a.ndjson:1", "a.ndjson:2", "a.ndjson:3"])
    let failed = intake.output.split(separator: "\n").filter { $0.contains("too-large") }
    #expect(failed.count == 1 && failed[0].contains(#""line":\#(number),"#))
  }
}
