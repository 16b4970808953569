// The README repeats the tables of commands, flags and statuses; it must repeat them truly.

import Foundation
import Testing

@Suite(.serialized)
struct ReadmeTests {
  private static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "README.md")

  @Test(arguments: [
    ("commands", Reference.commands(in: .en)), ("flags", Reference.flags(in: .en)),
    ("exitStatuses", Reference.exitStatuses(in: .en)),
  ])
  func `derived table is current`(name: String, table: String) throws {
    var readme = try String(contentsOf: ReadmeTests.path, encoding: .utf8)
    let opening = "<!-- derived: \(name) -->\n"
    let start = try #require(readme.range(of: opening)).upperBound
    let end = try #require(readme.range(of: "<!-- end -->", range: start..<readme.endIndex))
    if ProcessInfo.processInfo.environment["JLCHECK_RECORD"] != nil {
      readme.replaceSubrange(start..<end.lowerBound, with: table)
      try readme.write(to: ReadmeTests.path, atomically: true, encoding: .utf8)
    } else {
      #expect(String(readme[start..<end.lowerBound]) == table)
    }
  }

  /// The guide for whoever adds something leads nobody to what is not there.
  @Test func `every path it names is there`() throws {
    let readme = try String(contentsOf: ReadmeTests.path, encoding: .utf8)
    let root = ReadmeTests.path.deletingLastPathComponent()
    let paths = readme.matches(of: /`((?:Sources|Tests)\/[A-Za-z0-9.\/-]+)`/).map { $0.output.1 }
    #expect(paths.count > 25)
    for path in paths {
      #expect(
        FileManager.default.fileExists(
          atPath: root.appending(path: path).path(percentEncoded: false)),
        "\(path)")
    }
  }
}
