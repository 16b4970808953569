// What a CI job relies on: nothing passes unseen, and each way to fail has its status and its words.

import Eligibility
import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging

struct TestCommandTests {
  private func manifest(_ entries: String...) -> String {
    "{\"applications\": {\n" + entries.joined(separator: ",\n") + "\n}}"
  }

  private func entry(_ name: String, _ verdict: String) -> String {
    #""\#(name)": {"verdict": "\#(verdict)"}"#
  }

  // MARK: What is found

  @Test func `folders are tested below and others passed by`() {
    let world = TestWorld([
      "in/a/expectations.json": manifest(entry("x.json", "eligible")),
      "in/a/x.json": GoodFile.text,
      "in/b/y.expect.json": #"{"verdict": "ineligible"}"#, "in/b/y.json": GoodFile.ineligible,
      "in/c/z.json": "not looked at", "in/c/notes.txt": "",
      "in/top.ndjson": "not looked at",
    ])
    let run = world.run("in")
    #expect(run.status == .success)
    #expect(
      run.output == """
        AS EXPECTED
        2 applications, 4 expectations, 2 folders; 0 not as expected
        not looked at: 2 files in 2 folders without expectations

        """)
    #expect(run.error.isEmpty)
  }

  @Test(arguments: [
    ["in/x.json"], ["in/x.expect.json"], ["./in/x.json"], ["in/x.json", "in/x.json"],
  ])
  func `one application is tested alone`(paths: [String]) {
    // The other application would fail, and its expectations are malformed.
    let world = TestWorld([
      "in/x.expect.json": #"{"verdict": "eligible"}"#, "in/x.json": GoodFile.text,
      "in/y.expect.json": "no JSON", "in/y.json": GoodFile.text,
      "./in/x.expect.json": #"{"verdict": "eligible"}"#, "./in/x.json": GoodFile.text,
    ])
    let run = paths.count == 2 ? world.run(paths[0], paths[1]) : world.run(paths[0])
    #expect(run.status == .success)
    #expect(run.output.contains("1 application, 2 expectations, 1 folder; 0 not as expected"))
  }

  @Test(arguments: [("in/x.json", "1 application,"), ("in/expectations.json", "2 applications,")])
  func `a manifest is read for one or all`(path: String, count: String) {
    let world = TestWorld([
      "in/expectations.json": manifest(entry("x.json", "eligible"), entry("y.json", "ineligible")),
      "in/x.json": GoodFile.text, "in/y.json": GoodFile.ineligible,
      "in/below/expectations.json": "not looked at",
    ])
    let run = world.run(path)
    #expect(run.status == .success)
    #expect(run.output.contains(count))
  }

  @Test(arguments: [
    (["in/x.json", "in/y.json"], 2), (["in/y.json", "in/y.expect.json"], 1),
    (["in", "in/x.json"], 3), (["in/x.json", "in/"], 3),
  ])
  func `paths in one folder add up`(paths: [String], count: Int) {
    let files = ["x", "y", "z"].flatMap { name in
      [
        ("in/\(name).json", GoodFile.text), ("in/\(name).expect.json", #"{"verdict": "eligible"}"#),
      ]
    }
    let run = TestWorld(Dictionary(uniqueKeysWithValues: files)).run(paths)
    #expect(run.status == .success)
    #expect(run.output.contains("\n\(count) application"))
    #expect(run.output.contains("1 folder;"))
  }

  @Test func `files in the current folder need no slash`() {
    let world = TestWorld([
      "expectations.json": manifest(entry("x.json", "eligible")), "x.json": GoodFile.text,
    ])
    #expect(world.run("x.json").status == .success)
    #expect(world.run("expectations.json").output.contains("\n1 application,"))
  }

  @Test func `lines have expectations of their own`() {
    let line = GoodFile.text.split(separator: "\n").joined()
    let files = ["in/round.ndjson": "\(line)\n\n{}\n\(line)"]
    let stated = manifest(
      entry("round.ndjson:1", "eligible"), entry("round.ndjson:3", "undetermined"),
      entry("round.ndjson:4", "eligible"))
    let world = TestWorld(files.merging(["in/expectations.json": stated]) { $1 })
    #expect(world.run("in").status == .success)
    #expect(world.run("in/round.ndjson").output.contains("\n3 applications, 6 expectations"))
    let partial = TestWorld(
      files.merging(["in/expectations.json": manifest(entry("round.ndjson:1", "eligible"))]) { $1 })
    let run = partial.run("in")
    #expect(run.status == .ineligible)
    #expect(run.output.contains("\nin/round.ndjson:3\n  ✗ no expectation is stated for it\n"))
    #expect(run.output.contains("\nin/round.ndjson:4\n"))
  }

  @Test func `screening takes no expectations for applications`() {
    let world = World()
    var environment = world.environment(files: ["in/x.json": GoodFile.text])
    environment.arguments = ["screen", "in"]
    environment.batch.list = { _ in
      .success(
        ["x.json", "x.expect.json", "expectations.json"].map {
          FolderEntry(name: $0, isFolder: false)
        })
    }
    #expect(Commands.run(environment, .tested) == .eligible)
    let words = world.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(" Applications 1 "))
    for name in ["expectations.json", "x.expect.json"] {
      #expect(words.contains(" · \(name): expectations of tests, no application "))
    }
  }

  // MARK: What differs

  @Test func `each difference names both sides and their places`() {
    let world = TestWorld([
      "in/expectations.json": """
      {"applications": {
      "short.json": {"shows": "a shortfall", "verdict": "eligible",
        "criteria": {"average-revenue": "met", "sector": "met"}},
      "sound.json": {"verdict": "ineligible", "faults": [{"reason": "comment", "line": 7}]},
      "typo.json": {"verdict": "undetermined"},
      "gone.json": {"verdict": "eligible"}
      }}
      """,
      "in/short.json": GoodFile.ineligible, "in/sound.json": GoodFile.text,
      "in/typo.json": GoodFile.faulty, "in/new.json": GoodFile.text,
    ])
    let run = world.run("in")
    #expect(run.status == .ineligible)
    #expect(
      run.output == """
        NOT AS EXPECTED
        4 applications, 10 expectations, 1 folder; 5 not as expected

        in/new.json
          ✗ no expectation is stated for it

        in/short.json
          “a shortfall”
          ✗ verdict: expected ELIGIBLE, found INELIGIBLE
            expected in in/expectations.json:2:51
            in/short.json:75:32  average-revenue
              main-business revenue of 2022 to 2024 totals ¥470,152,500.00,
              ¥129,847,500.00 short of the ¥600,000,000.00 required
              → the total must be ¥129,847,500.00 higher
          ✗ average-revenue: expected met, found unmet
            expected in in/expectations.json:3:35
            in/short.json:75:32  average-revenue
              main-business revenue of 2022 to 2024 totals ¥470,152,500.00,
              ¥129,847,500.00 short of the ¥600,000,000.00 required
              → the total must be ¥129,847,500.00 higher

        in/sound.json
          ✗ verdict: expected INELIGIBLE, found ELIGIBLE
            expected in in/expectations.json:4:27
          ✗ fault expected, not found: comment 7
            expected in in/expectations.json:4:52

        in/typo.json
          ✗ fault not expected: misspelt-choice /kind 5:11
            expected in in/expectations.json:5:1
            in/typo.json:5:11
              found “frist”, expected one of "first" (first application), "review"
              (review after three years)
              → write “first” if that is meant

        in/gone.json
          ✗ an expectation is stated for it, but it is not there
            expected in in/expectations.json:6:1

        """)
  }

  @Test func `conditions of the run are kept`() {
    let text = GoodFile.text.replacing("\"filingDate\": \"2025-09-10\",", with: "")
    let world = TestWorld([
      "in/x.json": text, "in/x.expect.json": #"{"verdict": "eligible", "asOf": "2025-09-10"}"#,
    ])
    #expect(world.run("in").status == .success)
    let undated = TestWorld(["in/x.json": text, "in/x.expect.json": #"{"verdict": "eligible"}"#])
    #expect(undated.run("in").status == .ineligible)
    // An unmet indicator decides nothing, but strictly it does.
    let unmet = GoodFile.text.replacing("\"consumption\": 0.52", with: "\"consumption\": 9")
    for (strict, status) in [("true", Judging.ExitStatus.success), ("false", .ineligible)] {
      let world = TestWorld([
        "in/x.json": unmet,
        "in/x.expect.json": #"{"verdict": "ineligible", "strict": \#(strict)}"#,
      ])
      #expect(world.run("in").status == status)
    }
  }

  // MARK: Statuses

  /// A run that has nothing to report, how it ends, and what it says.
  struct Vain: Sendable {
    let path: String
    var files: [String: String] = [:]
    var failures: [String: ReadFailure] = [:]
    let status: Judging.ExitStatus
    let words: String
  }

  static let vain = [
    Vain(path: "in", files: ["in/a.txt": ""], status: .undetermined, words: "nothing was tested"),
    Vain(
      path: "in", files: ["in/x.json": GoodFile.text], status: .undetermined,
      words: "nothing was tested: no expectation is stated in in for any application"),
    Vain(
      path: "in/expectations.json", files: ["in/expectations.json": #"{"applications": {}}"#],
      status: .undetermined, words: "nothing was tested"),
    Vain(path: "-", status: .usage, words: "no expectations stand beside standard input"),
    Vain(
      path: "in/y.json", files: ["in/x.json": ""], status: .unreadable,
      words: "in/y.json: there is no such file"),
    Vain(path: "im", files: ["inner/x.json": ""], status: .unreadable, words: "no such file\n"),
    Vain(
      path: "in/manufacturer.jsn", files: ["in/manufacturer.json": ""], status: .unreadable,
      words: "no such file; did you mean in/manufacturer.json?"),
    Vain(
      path: "intak/deep/x.json", files: ["intake/deep/x.json": ""], status: .unreadable,
      words: "no such file; did you mean intake?"),
    Vain(
      path: "in", failures: ["in": .notPermitted], status: .unreadable,
      words: "in: there is no permission to read it"),
    Vain(
      path: "in/x.json", failures: ["in": .notPermitted], status: .unreadable,
      words: "in/x.json: there is no permission to read it"),
  ]

  @Test(arguments: vain)
  func `nothing to report is said on standard error`(vain: Vain) {
    let run = TestWorld(vain.files, failures: vain.failures).run(vain.path)
    #expect(run.status == vain.status)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(vain.words), "\(run.error)")
  }

  @Test func `an application named without expectations fails`() {
    let run = TestWorld(["in/x.json": GoodFile.text]).run("in/x.json")
    #expect(run.status == .ineligible)
    #expect(run.output.contains("in/x.json\n  ✗ no expectation is stated for it\n"))
  }

  @Test(arguments: [
    (ReadFailure.notPermitted, "there is no permission to read it"),
    (.absent, "there is no such file"), (.other("Input/output error"), "Input/output error"),
  ])
  func `what cannot be read is not merely different`(failure: ReadFailure, words: String) {
    let world = TestWorld(
      [
        "in/expectations.json": manifest(entry("x.json", "eligible"), entry("y.json", "eligible")),
        "in/y.json": GoodFile.ineligible,
      ], failures: ["in/x.json": failure])
    let run = world.run("in")
    #expect(run.status == .unreadable)
    #expect(run.output.contains("in/x.json\n  ✗ cannot be read: \(words)\n"))
    #expect(run.output.contains("2 not as expected"))
  }

  @Test func `a manifest that cannot be read tests nothing`() {
    let world = TestWorld(
      ["in/x.json": GoodFile.text], failures: ["in/expectations.json": .notPermitted])
    let run = world.run("in")
    #expect(run.status == .unreadable)
    #expect(run.output.contains("in/expectations.json\n  ✗ there is no permission to read it\n"))
    #expect(run.output.contains("\n0 applications"))
  }

  @Test func `malformed expectations show all at once`() {
    let world = TestWorld([
      "in/expectations.json": manifest(entry("x.json", "eligable"), entry("y.json", "met")),
      "in/x.json": GoodFile.text, "in/y.json": GoodFile.text,
      "other/z.expect.json": "{}", "other/z.json": GoodFile.text,
      "other/u.expect.json": #"{"verdict": "ineligible"}"#, "other/u.json": GoodFile.ineligible,
    ])
    let run = world.run("in", "other")
    #expect(run.status == .malformed)
    #expect(
      run.output == """
        NOT AS EXPECTED
        1 application, 2 expectations, 2 folders; 0 not as expected
        2 files of expectations cannot be used; their applications were not tested

        in/expectations.json
          in/expectations.json:2:23
            found “eligable”, expected one of "eligible", "ineligible", "undetermined"
            → write “eligible” if that is meant
          in/expectations.json:3:23
            found “met”, expected one of "eligible", "ineligible", "undetermined"
            → use one of them

        other/z.expect.json
          other/z.expect.json:1:1
            no expectation is stated here
            → state a verdict (of a holder its standing), criteria or faults

        """)
  }

  @Test func `an application has one expectation`() {
    let world = TestWorld([
      "in/expectations.json": manifest(entry("x.json", "eligible")),
      "in/x.expect.json": #"{"verdict": "eligible"}"#, "in/x.json": GoodFile.text,
    ])
    let run = world.run("in")
    #expect(run.status == .malformed)
    #expect(
      run.output.contains("what is expected of “x.json” is also stated in in/expectations.json"))
  }

  @Test func `the highest status wins`() {
    let world = TestWorld([
      "a/x.expect.json": #"{"verdict": "ineligible"}"#, "a/x.json": GoodFile.text,
      "b/y.expect.json": "{}", "b/y.json": GoodFile.text,
    ])
    #expect(world.run("a").status == .ineligible)
    #expect(world.run("a", "b").status == .malformed)
    #expect(world.run("a", "b", "c").status == .unreadable)
    #expect(world.run("a", "c").output.contains("1 not as expected"))
    #expect(world.run("a", "--require-coverage", "101").status == .usage)
  }

  @Test func `quiet and Chinese`() {
    let world = TestWorld([
      "a/x.expect.json": #"{"verdict": "ineligible"}"#, "a/x.json": GoodFile.text,
    ])
    let quiet = world.run("a", "--quiet")
    #expect(quiet.status == .ineligible && quiet.output.isEmpty && quiet.error.isEmpty)
    #expect(
      world.run("a", "--lang", "zh").output == """
        与预期不一致
        1 个文件夹，1 份申报材料，2 项预期；1 份与预期不一致

        a/x.json
          ✗ 结论应为“不符合条件”，实为“符合条件”
            预期写在 a/x.expect.json:1:13

        """)
  }
}
