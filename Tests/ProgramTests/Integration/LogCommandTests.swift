// A CI server obeys lines of a job's log; no format lets an applicant's text be such a line.

import Eligibility
import Testing

@testable import Commands
@testable import Reports

struct LogCommandTests {
  /// Commands to CI servers, of so many lengths that wherever a line is broken one begins the next.
  private static let hostile = (0..<24).map { number in
    let commands = ["::error::a", "##[error]a", "##vso[task.complete]a", "::warning file=a::a"]
    return commands[number % 4] + String(repeating: "b", count: number % 9)
  }.joined(separator: " ")

  /// Every text of an application, with line ends in front of the commands.
  private static let eligible = GoodFile.text.replacing(/"[^"]*[一-龥][^"]*"/) { match in
    match.output == "\"万元\"" ? "\"万元\"" : #""甲\n\r\n\u2028 "# + "\(hostile)\""
  }

  /// Commands in the names of members and in the place of every kind of value.
  private static let faulty = """
    {"\(hostile)": 1, "kind": "\(hostile)", "kind": "first", "bureau": "::error::a", "bureau::": 1,
     "filingDate": "\(hostile)", "enterprise": {"creditCode": "\(hostile)", "domicile": "\(hostile)",
       "isLegalPerson": "##[error]a"}, "figures": {"unit": "\(hostile)", "years": [{"##[a]": 1}]},
     "product": {"energy": {"hasQuotaStandard": true, "standard": "\(hostile)", "unit": "\(hostile)",
       "consumption": 2, "advancedValue": 1}, "isNew": "\(hostile)"}, "statements": {"##[error]": 1}}
    """

  private static let files = [
    "::error::1.json": eligible, "2 ##[error].json": faulty, "in/##vso[a]/::error::.json": eligible,
    "in/::error::a/2.json": faulty, "in/##[b].json": eligible, "in/3.ndjson": "\n{}\n",
    "in/##vso[a]/expectations.json":
      """
    {"applications": {"::error::.json": {"shows": "\(hostile)", "verdict": "ineligible"},
      "##[gone].json": {}}}
    """,
    "in/::error::a/expectations.json": """
    {"applications": {"\(hostile)": {}}}
    """,
  ]

  private static let runs: [[String]] = [
    ["check", "::error::1.json", "2 ##[error].json"], ["screen", "in", "::error::absent"],
    ["compare", "::error::1.json", "2 ##[error].json"], ["compare", "in", "::error::1.json"],
    ["test", "in"],
  ]

  @Test(arguments: runs, Language.allCases)
  func `no text of an applicant is a command`(run: [String], language: Language) throws {
    let command = try #require(Command.named(run[0]))
    for format in command.formats {
      // Only text is broken into lines of a width.
      for columns in format == .text ? [40, 57, 80, 100] : [80] {
        let world = BatchWorld(LogCommandTests.files)
        let flags = ["--format", format.rawValue, "--lang", language.rawValue]
        _ = world.run(run + flags, pieceSize: 1 << 20, columns: columns)
        let output = Array((world.output + world.error).utf8)
        #expect(world.output.contains("error"), "\(format): nothing hostile is shown")
        for line in output.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
          let shown = "\(format), \(columns): \(String(decoding: line.prefix(200), as: UTF8.self))"
          let start = line.drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }
          if format == .github, !line.starts(with: "jlcheck: ".utf8) {
            let own = ["error", "warning", "notice"].flatMap { kind in
              ["file", "line", "title"].map { "::\(kind) \($0)=" }
            }
            #expect(own.contains { line.starts(with: $0.utf8) }, "\(shown)")
          } else {
            #expect(!start.starts(with: "::".utf8), "\(shown)")
          }
          // A heading of Markdown is our own; no command has a blank behind its signs.
          let heading = ["## ", "### "].first { line.starts(with: $0.utf8) }
          let text = line.dropFirst(heading?.utf8.count ?? 0)
          let sign = UInt8(ascii: "#")
          #expect(!zip(text, text.dropFirst()).contains { $0 == sign && $1 == sign }, "\(shown)")
        }
      }
    }
  }
}
