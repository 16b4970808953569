// A page hands over files without a disk, on which the names of two can look alike.

import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging

struct FilesInMemoryTests {
  private static func world(_ files: (path: String, bytes: [UInt8])...) -> FilesInMemory {
    FilesInMemory(files, decodeGB18030: { _ in nil }, randomWord: { 7 })
  }

  @Test func `Two forms of one name are two files and two folders`() {
    let files: [(path: String, bytes: [UInt8])] = [
      ("in/\u{FC}/\u{FC}.json", [1]), ("in/u\u{308}/u\u{308}.json", [2]),
    ]
    let world = FilesInMemoryTests.world(files[0], files[1])
    let environment = world.environment([])
    for (path, bytes) in files {
      #expect(environment.read(path, 10) == .success(bytes))
    }
    let names = try? environment.batch.list("in").get().map { Array($0.name.utf8) }
    #expect(Set(names ?? []) == [Array("\u{FC}".utf8), Array("u\u{308}".utf8)])
    #expect((try? environment.batch.list("in/\u{FC}").get().count) == 1)
    let screened = world.environment(["screen", "--format", "ndjson", "in"])
    #expect(Commands.run(screened, .tested) == .unreadable)
    let rows = world.output.split(separator: 10)
    #expect(rows.count { $0.starts(with: #"{"kind":"application""#.utf8) } == 2)
  }

  @Test func `What stands in no file is absent, and a folder is no file`() {
    let environment = FilesInMemoryTests.world(("in/a.json", [1])).environment([])
    #expect(environment.read("in", 10) == .failure(.isDirectory))
    #expect(environment.read("in/b.json", 10) == .failure(.absent))
    #expect(environment.read("in/a.json", 0) == .failure(.tooLarge(limit: 0)))
    #expect(environment.batch.list("out") == .failure(.absent))
  }
}
