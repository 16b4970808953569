// A CI server obeys lines of a job's log; no format lets an applicant's text be such a line.

import Eligibility
import Testing

@testable import CheckKit

struct LogCommandTests {
  /// Commands to CI servers, of so many lengths that wherever a line is broken one begins the next.
  private static let hostile = (0..<60).map { number in
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
  func noTextOfAnApplicantIsACommand(run: [String], language: Language) throws {
    let command = try #require(Command.named(run[0]))
    for format in command.formats {
      for columns in [40, 57, 80, 100] {
        let world = BatchWorld(LogCommandTests.files)
        let flags = ["--format", format.rawValue, "--lang", language.rawValue]
        _ = world.run(run + flags, pieceSize: 1 << 20, columns: columns)
        #expect(world.output.contains("error"), "\(format): nothing hostile is shown")
        for line in (world.output + world.error).split(whereSeparator: \.isNewline) {
          let start = line.drop(while: \.isWhitespace)
          if format == .github, !line.hasPrefix("jlcheck: ") {
            let own = /::(error|warning|notice) (file|line|title)=.*/
            #expect(start.wholeMatch(of: own) != nil, "\(format), \(columns): \(line.prefix(200))")
          } else {
            #expect(!start.hasPrefix("::"), "\(format), \(columns): \(line.prefix(200))")
          }
          #expect(!line.contains(/##[A-Za-z]*\[/), "\(format), \(columns): \(line.prefix(200))")
        }
      }
    }
  }
}
