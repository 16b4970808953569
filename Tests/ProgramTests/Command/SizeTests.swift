// A file of any size can be named, and only one of a sensible size is read.

import Eligibility
import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging

struct SizeTests {
  @Test(arguments: [
    ("1", 1), ("1048576", 1 << 20), ("1KiB", 1024), ("64MiB", 64 << 20), ("3GiB", 3 << 30),
    ("4294967294", Int(UInt32.max) - 1),
  ])
  func `sizes are read`(text: String, size: Int) { #expect(ByteSize.parsed(text) == size) }

  @Test(arguments: [
    "", "0", "0MiB", "-1", "+1", "1.5MiB", "1 MiB", "MiB", "1MB", "1mib", "1MiBMiB", "4GiB",
    "4294967295", "99999999999999999999", "9007199254740993GiB",
  ])
  func `others are none`(text: String) { #expect(ByteSize.parsed(text) == nil) }

  @Test(arguments: [
    (1, "1 byte", "1 字节"), (1000, "1000 bytes", "1000 字节"), (1536, "1536 bytes", "1536 字节"),
    (2048, "2 KiB", "2 KiB"), (16 << 20, "16 MiB", "16 MiB"), (3 << 30, "3 GiB", "3 GiB"),
  ])
  func `sizes are written`(size: Int, en: String, zh: String) {
    #expect(ByteSize.written(size) == Wording(zh: zh, en: en))
  }

  @Test func `the flag says what it takes`() {
    let line = ParsedLine(["check", "a.json", "--max-size", "64MB"], language: .en)
    #expect(line.faults.count == 1)
    #expect(line.faults.first?.problem.en.contains("64MB") == true)
    #expect(line.faults.first?.mend.en.contains("64MiB") == true)
  }

  @Test(arguments: ["zh", "en"])
  func `check refuses a file that is too large`(language: String) {
    let world = World()
    let status = run(
      world.environment(
        "check", "a.json", "b.json", "--max-size", "1KiB", "--lang", language,
        files: [
          "a.json": "{\"x\": \"" + String(repeating: "x", count: 1024) + "\"}", "b.json": "{}",
        ])
    )
    #expect(status == .unreadable)
    #expect(world.error.contains("a.json") && world.error.contains("1 KiB"))
    #expect(world.error.contains("--max-size"))
    // The other one is judged.
    #expect(world.output.contains("b.json"))
  }

  @Test func `the limit is the greatest size that is read`() {
    let text = "{\"x\":\"" + String(repeating: "x", count: 1024 - 8) + "\"}"
    #expect(text.utf8.count == 1024)
    for (limit, status) in [("1024", Judging.ExitStatus.malformed), ("1023", .unreadable)] {
      let world = World()
      #expect(
        run(world.environment("check", "a", "--max-size", limit, files: ["a": text])) == status)
    }
  }

  @Test func `in a batch it is a row`() {
    let batch = BatchWorld(["in/a.json": String(repeating: " ", count: 2000), "in/b.json": "{}"])
    #expect(batch.run("screen", "in", "--format", "ndjson", "--max-size", "1KiB") == .unreadable)
    #expect(batch.rows == ["in/a.json", "in/b.json"])
    #expect(batch.output.contains("\"failure\":\"too-large\""))
  }

  @Test func `a line of a batch has the same limit`() {
    let long = "{\"kind\": \"first\", \"x\": \"" + String(repeating: "x", count: 2000) + "\"}\n"
    let batch = BatchWorld(["in/a.ndjson": long])
    #expect(batch.run("screen", "in", "--format", "ndjson", "--max-size", "1KiB") == .unreadable)
    let wide = BatchWorld(["in/a.ndjson": long])
    #expect(wide.run("screen", "in", "--format", "ndjson", "--max-size", "4KiB") == .malformed)
  }

  @Test func `test and compare refuse it too`() {
    let files = [
      "f/expectations.json": "{\"applications\": {\"a.json\": {\"verdict\": \"undetermined\"}}}",
      "f/a.json": "{}" + String(repeating: " ", count: 100),
    ]
    #expect(TestWorld(files).run("f").status == .success)
    #expect(TestWorld(files).run("f", "--max-size", "101").status == .unreadable)
    let world = World()
    let environment = world.environment(
      "compare", "a", "b", "--max-size", "1", files: ["a": "{}", "b": "{}"])
    #expect(run(environment) == .unreadable)
    #expect(world.error.contains("1 byte"))
  }
}
