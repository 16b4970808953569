// An update rewrites what people have written, so it must change what differs and nothing else.

import Testing

@testable import HostSystem
@testable import Judging

struct UpdateTests {
  private static let manifest = """
    {
      "applications": {
        "gone.json": {"verdict": "eligible"},
        "good.json": {"shows": "为什么", "verdict": "ineligible", "asOf": "2025-09-10"},
        "typo.json": {"faults": [{"reason": "comment"}, {"reason": "misspelt-choice", "pointer": "/kind"}]},
        "short.json": {"criteria": {"sector": "unmet", "average-revenue": "met"}},
        "fine.json": {"verdict": "eligible"}
      }
    }
    """

  private static let applications = [
    "in/good.json": GoodFile.text, "in/typo.json": GoodFile.faulty,
    "in/short.json": GoodFile.ineligible, "in/new.json": GoodFile.ineligible,
    "in/fine.json": GoodFile.text, "in/newly-broken.json": "{",
  ]

  @Test func `what is stated follows and nothing else`() {
    let world = TestWorld(
      UpdateTests.applications.merging(["in/expectations.json": UpdateTests.manifest]) { $1 })
    let run = world.run("in", "--update")
    #expect(run.status == .success)
    #expect(
      run.output == """
        AS EXPECTED
        6 applications, 13 expectations, 1 folder; 0 not as expected

        Expectations rewritten  9
          in/expectations.json
          in/good.json
            verdict: ineligible → eligible
          in/new.json
            verdict: (none) → ineligible
            average-revenue: (none) → unmet
          in/newly-broken.json
            verdict: (none) → undetermined
            faults: (none) → unclosed-object 1:1
          in/short.json
            sector: unmet → met
            average-revenue: met → unmet
          in/typo.json
            faults: comment → (none)
          in/gone.json
            removed: there is no such application

        """)
    #expect(Array(run.written.keys) == ["in/expectations.json"])
    #expect(
      run.written["in/expectations.json"] == """
        {
          "applications": {
            "fine.json": {
              "verdict": "eligible"
            },
            "good.json": {
              "shows": "为什么",
              "asOf": "2025-09-10",
              "verdict": "eligible"
            },
            "new.json": {
              "verdict": "ineligible",
              "criteria": {
                "average-revenue": "unmet"
              }
            },
            "newly-broken.json": {
              "verdict": "undetermined",
              "faults": [
                {"reason": "unclosed-object", "line": 1, "column": 1}
              ]
            },
            "short.json": {
              "criteria": {
                "sector": "met",
                "average-revenue": "unmet"
              }
            },
            "typo.json": {
              "faults": [
                {"reason": "misspelt-choice", "pointer": "/kind"}
              ]
            }
          }
        }

        """)
    let again = world.run("in", "--update")
    #expect(again.status == .success)
    #expect(again.written.isEmpty)
    #expect(again.output.contains("Expectations rewritten  0\n"))
  }

  @Test func `a file of its own stays one`() {
    let world = TestWorld([
      "in/x.json": GoodFile.ineligible, "in/x.expect.json": #"{"verdict":"eligible"}"#,
      "in/y.json": GoodFile.text, "in/y.expect.json": #"{"verdict":"eligible"}"#,
      "in/z.json": GoodFile.text, "in/gone.expect.json": #"{"verdict":"eligible"}"#,
      "in/many.ndjson": "{}",
    ])
    let run = world.run("in", "--update")
    // The file about nothing is its owner's to delete.
    #expect(run.status == .ineligible)
    #expect(
      run.output.contains("in/gone.json\n  ✗ an expectation is stated for it, but it is not there"))
    #expect(
      run.written.keys.sorted() == ["in/expectations.json", "in/x.expect.json", "in/z.expect.json"])
    #expect(run.written["in/x.expect.json"] == "{\n  \"verdict\": \"ineligible\"\n}\n")
    #expect(run.written["in/expectations.json"]?.contains("\"many.ndjson:1\": {") == true)
  }

  @Test func `a folder without any expectations gets a manifest`() {
    let files = ["in/x.json": GoodFile.text, "in/below/y.json": GoodFile.ineligible]
    let world = TestWorld(files)
    let run = world.run("in", "--update")
    #expect(run.status == .success)
    #expect(run.written.keys.sorted() == ["in/below/expectations.json", "in/expectations.json"])
    #expect(world.run("in").output.contains("2 applications, 5 expectations, 2 folders"))
    // Where there are some, other folders are still none of its business.
    let partly = TestWorld(files.merging(["in/x.expect.json": #"{"verdict": "eligible"}"#]) { $1 })
    #expect(partly.run("in", "--update").written.isEmpty)
  }

  @Test func `one application gets a file beside it`() {
    let world = TestWorld(["in/x.json": GoodFile.text, "in/y.json": GoodFile.text])
    #expect(world.run("in/x.json", "--update").written.keys.sorted() == ["in/x.expect.json"])
    let listed = TestWorld([
      "in/x.json": GoodFile.text, "in/y.json": GoodFile.text,
      "in/expectations.json": #"{"applications": {"y.json": {"verdict": "ineligible"}}}"#,
    ])
    let written = listed.run("in/x.json", "--update").written["in/expectations.json"]
    // Of the other one nothing was asked.
    #expect(written?.contains("\"y.json\": {\n      \"verdict\": \"ineligible\"") == true)
    #expect(written?.contains("\"x.json\": {\n      \"verdict\": \"eligible\"") == true)
  }

  @Test func `what is malformed is never overwritten`() {
    let world = TestWorld([
      "in/x.json": GoodFile.ineligible, "in/y.json": GoodFile.text,
      "in/expectations.json":
        #"{"applications": {"x.json": {"verdict": "eligible"}, "y.json": {"verdct": "eligible"}}}"#,
    ])
    let run = world.run("in", "--update")
    #expect(run.status == .malformed)
    #expect(run.written.isEmpty)
    #expect(run.output.contains("write “verdict” if that is meant"))
  }

  @Test func `what is malformed keeps only its own from being updated`() {
    let world = TestWorld([
      "in/x.json": GoodFile.ineligible, "in/x.expect.json": #"{"verdict": "eligible"}"#,
      "in/y.json": GoodFile.ineligible, "in/y.expect.json": #"{"verdct": "eligible"}"#,
    ])
    let run = world.run("in", "--update")
    #expect(run.status == .malformed)
    #expect(Array(run.written.keys) == ["in/x.expect.json"])
  }

  /// One of two equal expectations can be one too many.
  @Test func `as many faults are expected as there are`() {
    let fault = #"{"reason": "misspelt-choice", "pointer": "/kind"}"#
    let world = TestWorld([
      "in/x.json": GoodFile.faulty, "in/x.expect.json": #"{"faults": [\#(fault), \#(fault)]}"#,
    ])
    let run = world.run("in", "--update")
    #expect(run.status == .success)
    #expect(run.output.contains("    faults: misspelt-choice /kind → (none)\n"))
    #expect(run.written["in/x.expect.json"] == "{\n  \"faults\": [\n    \(fault)\n  ]\n}\n")
  }

  @Test func `what cannot be read stays`() {
    let world = TestWorld(
      [
        "in/expectations.json":
          #"{"applications": {"x.json": {"verdict": "eligible"}, "y.json": {"verdict": "eligible"}}}"#,
        "in/y.json": GoodFile.ineligible,
      ], failures: ["in/x.json": .notPermitted])
    let run = world.run("in", "--update")
    #expect(run.status == .unreadable)
    #expect(
      run.written["in/expectations.json"]?.contains(
        "\"x.json\": {\n      \"verdict\": \"eligible\"") == true)
    #expect(
      run.written["in/expectations.json"]?.contains(
        "\"y.json\": {\n      \"verdict\": \"ineligible\"") == true)
  }

  @Test func `a file that cannot be written is said`() {
    let world = TestWorld(["in/x.json": GoodFile.text])
    let run = world.run("in", "--update", fileResult: .failed("No space left on device"))
    #expect(run.status == .unwritable)
    #expect(run.error.contains("in/expectations.json cannot be written: No space left on device"))
    #expect(run.output.isEmpty)
  }

  @Test func `an emptied folder has nothing to test`() {
    let world = TestWorld([
      "in/expectations.json": #"{"applications": {"x.json": {"verdict": "eligible"}}}"#
    ])
    let run = world.run("in", "--update")
    #expect(run.status == .undetermined)
    #expect(run.written["in/expectations.json"] == "{\n  \"applications\": {}\n}\n")
    #expect(run.output.contains("removed: there is no such application"))
  }
}
