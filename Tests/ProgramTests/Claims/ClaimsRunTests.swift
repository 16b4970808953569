// Parts that were screened apart must come to exactly what one run over the whole says.

import Eligibility
import Testing

@testable import Batch
@testable import Judging

/// A folder in memory in which commands read and write.
private final class Folder {
  private(set) var files: [String: String] = ["secret": "0123456789abcdef"]
  private(set) var output = ""
  private(set) var error = ""

  subscript(name: String) -> String {
    get { files[name] ?? "" }
    set { files[name] = newValue }
  }

  /// Runs the program; what it prints and writes stays.
  @discardableResult
  func run(_ line: String, input: String = "") -> Judging.ExitStatus {
    let world = BatchWorld(files.merging(["-": input]) { $1 })
    let status = world.run(
      line.split(separator: " ").map(String.init), canWrite: { $0 != "denied" })
    files.merge(world.written) { $1 }
    output = world.output
    error = world.error
    return status
  }
}

struct ClaimsRunTests {
  /// Applications that contradict each other within parts and across them, with faults in between;
  /// the second half says what the first one does, under other names and codes.
  private static let lines: [String] = (0..<40).map { number in
    let twin = number % 20
    if number == 12 { return "" }
    if number == 29 { return "not an application" }
    let classification =
      switch twin % 3 {
      case 0: #""scheme":"productCatalogue","code":"35070601""#
      case 1: #""scheme":"productiveServices","code":"0112""#
      default: #""scheme":"custom","explanation":"按行业惯例""#
      }
    // Some enterprises file twice for one product, one of them for another too.
    let code = number == 13 ? 10 : 10 + number % 28
    return #"""
      {"formatVersion":1,"applicationYear":2025,"filingDate":"2025-09-10",\#
      "bureau":"\#(number % 4 == 0 ? "jilin" : "changchun")",\#
      "enterprise":{"name":"企业（\#(number)）","creditCode":"9122010100000000\#(code)"},\#
      "product":{"name":"产品 \#(twin % 4)","classification":{\#(classification)}},\#
      "figures":{"unit":"万元","years":[{"year":2022,"isAudited":true,"mainBusinessRevenue":\#
      \#(19000 + twin)},{"year":2023,"isAudited":true,"mainBusinessRevenue":20000},\#
      {"year":2024,"isAudited":true,"mainBusinessRevenue":20000.5}]},\#
      "market":{"basis":"revenue","province":{"rank":\#(twin % 2 + 1),"share":30.5},\#
      "nation":{"rank":\#(twin % 7 + 1),"share":33.3333333333},"world":{"rank":\#(twin % 7 + 4)}},\#
      "statements":{"management":{"text":"好"}}}
      """#
  }

  private static func text(_ lines: some Collection<String>) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  /// Screens consecutive parts of the lines, each for itself.
  private func screenParts(_ sizes: [Int], _ folder: Folder, _ flags: String = "") -> String {
    var rows = ""
    var start = 0
    for (number, size) in sizes.enumerated() {
      let part = ClaimsRunTests.lines[start..<(start + size)]
      folder.run(
        "screen - --format ndjson --claims \(number).claims --claims-key secret"
          + " --source intake.ndjson --first-line \(start + 1) \(flags)",
        input: ClaimsRunTests.text(part))
      rows += folder.output.split(separator: "\n")
        .filter { $0.hasPrefix(#"{"kind":"application""#) }.map { $0 + "\n" }.joined()
      start += size
    }
    return rows
  }

  private static let claims = ["0.claims", "1.claims", "2.claims"]

  @Test(
    arguments: [[40], [1, 39], [13, 14, 13]], ["", " --bureau changchun", " --only ineligible"])
  func `parts come to the whole`(sizes: [Int], flags: String) {
    let folder = Folder()
    folder["intake.ndjson"] = ClaimsRunTests.text(ClaimsRunTests.lines)
    let status = folder.run("screen intake.ndjson --format ndjson\(flags)")
    let whole = folder.output
    for kind in Contradiction.Kind.ofChampions where kind != .otherBureau {
      #expect(whole.contains(#""contradiction":"\#(kind.rawValue)""#), "nothing would be shown")
    }
    let rows = screenParts(sizes, folder, flags)
    let names = ClaimsRunTests.claims.prefix(sizes.count).joined(separator: " ")
    #expect(folder.run("claims \(names) --format ndjson\(flags)") == status)
    #expect(rows + folder.output == whole)
    // One stream of all parts is the same as many files.
    let stream = ClaimsRunTests.claims.prefix(sizes.count).map { folder[$0] }.joined()
    #expect(folder.run("claims - --format ndjson\(flags)", input: stream) == status)
    #expect(rows + folder.output == whole)
  }

  @Test func `files are claimed for too`() {
    let folder = Folder()
    for (number, line) in ClaimsRunTests.lines.prefix(12).enumerated() {
      folder["in/\(number < 6 ? "a" : "b")/\(number + 10).json"] = line
    }
    folder.run("screen in absent.json --format ndjson --bureau jilin")
    let whole = folder.output.split(separator: "\n").filter { !$0.contains("application\",") }
    folder.run("screen in/a --claims 0.claims --claims-key secret")
    folder.run("screen in/b absent.json --claims 1.claims --claims-key secret")
    #expect(folder.run("claims 0.claims 1.claims --format ndjson --bureau jilin") == .unreadable)
    #expect(folder.output.split(separator: "\n") == whole)
    #expect(folder.output.contains(#""unreadable":1"#))
  }

  @Test func `people read contradictions and totals`() {
    let folder = Folder()
    _ = screenParts([40], folder)
    folder.run("claims 0.claims --lang en")
    #expect(folder.output.hasPrefix("Contradictions\n"))
    #expect(folder.output.contains("intake.ndjson:1\n"))
    #expect(folder.output.contains("\nTotals\n  Applications            39\n"))
    #expect(!folder.output.contains("no application to list"))
    // The batch for programs has the members of every screening, and no rows.
    folder.run("claims 0.claims --format json")
    #expect(folder.output.contains(#""rows": [],"#))
    #expect(folder.output.contains(#""kind": "term""#) && folder.output.hasSuffix("}\n"))
    folder.run("claims 0.claims --quiet")
    #expect(folder.output.isEmpty)
  }

  @Test func `the secret stays secret and decides the hashes`() throws {
    let folder = Folder()
    _ = screenParts([40], folder)
    let first = folder["0.claims"]
    #expect(!first.contains(folder["secret"]))
    // Only of those who miss a condition by the least the totals give the name.
    let claims = first.split(separator: "\n").filter { $0.hasPrefix(#"{"kind":"claim""#) }
    #expect(claims.count == 39)
    #expect(claims.allSatisfy { !$0.contains("企业") && !$0.contains("产品") })
    folder["secret"] = "another secret of some length"
    _ = screenParts([40], folder)
    func hashes(_ claims: String) -> Set<Substring> {
      Set(claims.matches(of: /"(?:name|product|content|custom)":"([0-9A-F]+)"/).map(\.output.1))
    }
    #expect(hashes(first).count > 20)
    #expect(hashes(first).isDisjoint(with: hashes(folder["0.claims"])))
  }

  @Test func `what is not whole is no part`() {
    let folder = Folder()
    let input = ClaimsRunTests.text(ClaimsRunTests.lines)
    #expect(
      folder.run("screen - --claims c --claims-key secret", input: "\n\n") == .unreadable)
    #expect(folder.files["c"] == nil)
    #expect(
      folder.run("screen - --claims c --claims-key secret --output denied", input: input)
        == .unwritable)
    #expect(folder.files["c"] == nil)
    #expect(folder.run("screen - --claims denied --claims-key secret", input: input) == .unwritable)
    #expect(folder.error.contains("denied cannot be written"))
    let world = BatchWorld(["-": input, "secret": folder["secret"]])
    let line = "screen - --format ndjson --claims c --claims-key secret --jobs 1"
    let status = world.run(line.split(separator: " ").map(String.init), interruptedAfter: 2)
    #expect(status == .interrupted)
    #expect(world.output.contains(#""wasInterrupted":true"#))
    #expect(world.written["c"] == nil)
  }

  @Test func `a reader that leaves takes nothing from the claims`() {
    let input = ClaimsRunTests.text(ClaimsRunTests.lines)
    let line = "screen - --format ndjson --claims c --claims-key secret".split(separator: " ")
    let worlds = [false, true].map { isReaderGone in
      let world = BatchWorld(["-": input, "secret": "0123456789abcdef"])
      _ = world.run(line.map(String.init), isReaderGone: isReaderGone)
      return world
    }
    #expect(worlds[0].written["c"]?.hasPrefix(#"{"kind":"part""#) == true)
    #expect(worlds[0].written["c"] == worlds[1].written["c"])
  }

  @Test func `command lines that cannot be meant`() {
    let folder = Folder()
    func complaint(_ line: String) -> String {
      #expect(folder.run(line) == .usage)
      return folder.error
    }
    #expect(complaint("screen a --claims c").contains("--claims needs --claims-key FILE"))
    #expect(complaint("screen a --first-line 2").contains("--first-line is for standard input"))
    #expect(complaint("screen - b --source c").contains("--source is for standard input"))
    #expect(complaint("screen - --first-line 0").contains("from 1 to 1000000000"))
    #expect(complaint("screen a --claims a --claims-key k").contains("--claims would overwrite"))
    #expect(complaint("screen a --claims c --claims-key c").contains("--claims would overwrite"))
    #expect(
      complaint("screen a --claims c --claims-key k --output c")
        .contains("--claims would overwrite"))
    #expect(complaint("screen a --claims - --claims-key k").contains("--claims cannot be"))
    folder["short"] = "0123456789abcde"
    folder["a"] = "{}"
    #expect(folder.run("screen a --claims c --claims-key short") == .unreadable)
    #expect(folder.error.contains("16 bytes"))
    #expect(folder.run("screen a --claims c --claims-key none") == .unreadable)
    #expect(folder.error.contains("none: there is no such file"))
    #expect(folder.run("screen a --claims c --claims-key secret") == .undetermined)
  }
}

struct ClaimsFaultTests {
  /// The lines of a claims file for three applications.
  private static let lines: [String] = {
    let folder = Folder()
    folder.run(
      "screen - --claims c --claims-key secret --quiet",
      input: #"""
        {"market":{"world":{"rank":2}},"enterprise":{"name":"甲"}}
        {}
        {"bureau":"jilin"}

        """#)
    return folder["c"].split(separator: "\n").map(String.init)
  }()

  /// What is complained of when a claims file is changed.
  private func complaints(_ change: (inout [String]) -> Void) -> [String] {
    let folder = Folder()
    var lines = ClaimsFaultTests.lines
    change(&lines)
    folder["c"] = lines.map { $0 + "\n" }.joined()
    let status = folder.run("claims c --format ndjson")
    #expect(status == .malformed)
    #expect(folder.output.isEmpty)
    return folder.error.split(separator: "\n").map { String($0.dropFirst("jlcheck: ".count)) }
  }

  @Test func `an unchanged file has none`() {
    let folder = Folder()
    folder["c"] = ClaimsFaultTests.lines.joined(separator: "\r\n")
    #expect(folder.run("claims c") == .undetermined)
    #expect(folder.error.isEmpty)
    #expect(ClaimsFaultTests.lines.count == 5)
  }

  @Test(arguments: [
    (0, #""part""#, #""parts""#, "c:1:9: found “parts”, expected one of"),
    (0, #""kind":"part","#, "", "c:1:1: the member “kind” is missing"),
    (0, #""claimsVersion":2"#, #""claimsVersion":1"#, "c:1:1: format version 1 is not known"),
    (0, #""jlcheck "#, #""jlcheck 9."#, "c:1:1: written by jlcheck 9."),
    (0, #","isStrict":false"#, "", "c:1:1: the member “isStrict” is missing"),
    (0, #""isStrict":false"#, #""isStrict":null"#, "c:1:1: the member “isStrict” is missing"),
    (1, #""source":"-","#, "", "c:2:1: the member “source” is missing"),
    (1, #""worldRank":2"#, #""wordRank":2"#, "there is no member “wordRank”"),
    (1, #""worldRank":2"#, #""worldRank":"2""#, "c:2:"),
    (1, #""name":""#, #""name":"0"#, "expected 6 hexadecimal digits"),
    (1, #"{"kind""#, #"{"kind"#, "c:2:"),
    (2, #""line":2"#, #""line":1"#, "c:3:1: -:1 comes after -:1; name the parts in the order"),
    (2, #""line":2"#, #""line":1e99"#, "c:3:"),
    (3, #""jilin""#, #""jiling""#, "found “jiling”"),
    (3, #""bureau""#, #""classification":{"custom":null},"bureau""#, "no value that could be used"),
    (
      4, #""applications":3"#, #""applications":4"#, "c:5:1: the part has 3 lines of the kind claim"
    ),
    (
      4, #""undetermined":3"#, #""undetermined":2"#,
      "c:5:1: verdicts in the totals is 2, but the rest"
    ),
    (
      4, #""eligible":0,"ineligible":0,"undetermined":3"#,
      #""eligible":1,"ineligible":0,"undetermined":2"#,
      "c:5:1: verdicts/eligible in the totals is 1, but the rest of the part makes it 0"
    ),
    (
      4, #""exitStatus":2"#, #""exitStatus":0"#,
      "c:5:1: exitStatus in the totals is 0, but the rest of the part makes it 2"
    ),
    (4, #""exitStatus":2"#, #""exitStatus":66"#, "c:5:1: exitStatus in the totals is 66"),
    (
      4, #""withFaults":0"#, #""withFaults":1"#,
      "c:5:1: exitStatus in the totals is 2, but the rest of the part makes it 65"
    ),
    (
      4, #""withFaults":0"#, #""withFaults":4"#,
      "c:5:1: withFaults in the totals is 4, but by the rest of the part it is at most 3"
    ),
    (
      4, #""unreadable":0"#, #""unreadable":4"#,
      "c:5:1: unreadable in the totals is 4, but by the rest of the part it is at most 3"
    ),
    (
      4, #""eligibleWithPriority":0"#, #""eligibleWithPriority":1"#,
      "c:5:1: eligibleWithPriority in the totals is 1, but by the rest of the part it is at most 0"
    ),
    (
      4, #"{"jilin-registered":{"outcomes":{"met":0,"unmet":0,"undetermined":3"#,
      #"{"jilin-registered":{"outcomes":{"met":0,"unmet":0,"undetermined":2"#,
      "c:5:1: criteria/jilin-registered/outcomes in the totals is 2"
    ),
    (
      4, #"{"jilin-registered":{"outcomes":{"met":0,"unmet":0,"undetermined":3"#,
      #"{"jilin-registered":{"outcomes":{"met":0,"unmet":1,"undetermined":2"#,
      "c:5:1: criteria/jilin-registered/outcomes/unmet in the totals is 1, but by the rest"
    ),
    (
      4,
      #"{"jilin-registered":{"outcomes":{"met":0,"unmet":0,"undetermined":3,"notApplicable":0,"forReview":0}"#,
      #"{"jilin-registered":{"outcomes":{"met":0,"unmet":0,"undetermined":2,"notApplicable":0,"forReview":1}"#,
      "c:5:1: criteria/jilin-registered/outcomes/forReview in the totals is 1"
    ),
    (
      4, #""nearestMisses":[]"#, #""nearestMisses":[{"source":"-","line":1,"gap":{"days":1}}]"#,
      "c:5:1: criteria/jilin-registered/nearestMisses in the totals is 1"
    ),
    (4, #"{"jilin-registered":"#, #"{"jilin":"#, "c:5:"),
    (4, #""exitStatus":2"#, #""exitStatus":3"#, "“3” is not a valid code, expected one of 0, 1, 2"),
    (1, #""worldRank":2"#, "\r\"worldRank\":true", "c:2:68: found true, expected a whole number"),
    (4, #""unreadable":0,"#, "", "c:5:1: the member “unreadable” is missing"),
  ])
  func `a fault has its place`(line: Int, passage: String, other: String, complaint: String) throws
  {
    try #require(ClaimsFaultTests.lines[line].contains(passage))
    let complaints = complaints { lines in
      if let range = lines[line].firstRange(of: passage) {
        lines[line].replaceSubrange(range, with: other)
      }
    }
    #expect(complaints.first?.contains(complaint) == true, "\(complaints)")
  }

  @Test func `parts are whole and in order`() {
    #expect(
      complaints { $0.removeLast() } == [
        "c: the part that begins in line 1 has no line of the kind totals, so it is incomplete"
      ])
    #expect(complaints { $0.remove(at: 2) }.first?.hasPrefix("c:4:1: the part has 2 lines") == true)
    #expect(
      complaints { $0.removeFirst() } == [
        "c:1:1: no line of the kind part comes before this line"
      ])
    #expect(
      complaints { $0 += $0 }.first?.hasPrefix("c:7:1: -:1 comes after -:3; name the parts") == true
    )
    #expect(
      complaints { $0 = [" "] } == ["c: it is empty, so screen --claims did not write it"])
    #expect(complaints { $0 = [] } == ["c: it is empty, so screen --claims did not write it"])
  }

  /// The numbers of lines of many files add up to more than 32 bits hold.
  @Test func `every place is named however many lines there are`() {
    let folder = Folder()
    let input = #"{"enterprise":{"creditCode":"91220101000000190U"},"product":{"name":"甲"}}"# + "\n"
    let line = 1_000_000_000
    for number in 0..<6 {
      folder.run(
        "screen - --quiet --claims \(number) --claims-key secret --source \(number).ndjson"
          + " --first-line \(line)", input: input)
    }
    #expect(folder.run("claims 0 1 2 3 4 5 --format ndjson") == .undetermined)
    for number in 0..<6 {
      #expect(
        folder.output.contains(
          #"{"number":\#(number + 1),"source":"\#(number).ndjson","line":\#(line)}"#))
    }
  }

  @Test func `all faults are named up to a limit`() {
    let complaints = complaints { lines in
      lines[0] = lines[0].replacing("false", with: "0")
      lines[1] = "1"
      lines.insert(contentsOf: Array(repeating: "{}", count: 30), at: 3)
    }
    #expect(complaints.count == 21)
    #expect(complaints.last == "12 more faults")
  }

  @Test func `parts of other screenings are refused`() {
    let folder = Folder()
    func part(_ name: String, line: Int, _ flags: String = "") {
      folder.run(
        "screen - --quiet --claims \(name) --claims-key secret --first-line \(line) \(flags)",
        input: "{}\n")
    }
    part("one", line: 1)
    part("strict", line: 2, "--strict")
    part("later", line: 2, "--as-of 2025-09-02")
    part("two", line: 2)
    #expect(folder.run("claims one two") == .undetermined)
    // In a stream of parts the one that has no end is named by its own lines.
    let lines = folder["one"].split(separator: "\n").map { $0 + "\n" }
    folder["stream"] =
      folder["one"] + lines[0] + lines[1].replacing("\"line\":1", with: "\"line\":2")
      + folder["two"].replacing("\"line\":2", with: "\"line\":3")
    #expect(folder.run("claims stream") == .malformed)
    #expect(folder.error.contains("stream:6:1: the part that begins in line 4 has no line"))
    for other in ["strict", "later"] {
      #expect(folder.run("claims one \(other)") == .malformed)
      #expect(
        folder.error.contains(
          "\(other):1:1: screened with another --as-of or --strict than the part that begins at one:1"
        ))
    }
    folder["secret"] = "quite another secret"
    part("foreign", line: 2)
    #expect(folder.run("claims one foreign") == .malformed)
    #expect(
      folder.error.contains(
        "foreign:1:1: made with another key than the part that begins at one:1"))
    // A part that cannot be read is not what others are compared with.
    folder["old"] = folder["foreign"].replacing("\"jlcheck 0", with: "\"jlcheck 9")
    #expect(folder["old"] != folder["foreign"])
    #expect(folder.run("claims old one foreign") == .malformed)
    #expect(folder.error.contains("old:1:1: written by jlcheck 9"))
    #expect(!folder.error.contains("one:1:1"))
    #expect(
      folder.error.contains("foreign:1:1: made with another key than the part that begins at one:1")
    )
    #expect(folder.run("claims one none two") == .unreadable)
    #expect(folder.error.contains("none: there is no such file"))
  }
}
