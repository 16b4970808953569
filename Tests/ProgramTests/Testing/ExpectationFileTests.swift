// Expectations are code of their own: what is wrong in them must be named as exactly as in applications.

import Eligibility
import Testing

@testable import Batch
@testable import Expectations
@testable import Judging
@testable import Programmes

struct ExpectationFileTests {
  private func read(_ text: String, about application: String? = nil) -> ExpectationFile {
    ExpectationFile(
      path: "f", about: application, in: ExpectationFormat(.champion), bytes: Array(text.utf8)
    ) { _ in nil }
  }

  /// The faults as `reason line:column`.
  private func faults(_ text: String, about application: String? = nil) -> [String] {
    let file = read(text, about: application)
    return file.faults.map { fault in
      let position = file.location(of: fault.range).region?.lowerBound
      return "\(fault.reason.message.id) \(position?.line ?? 0):\(position?.column ?? 0)"
    }
  }

  @Test func `everything that can be stated is kept in one layout`() {
    let text = """
      {
        "applications": {
          "a.json": {
            "shows": "为什么",
            "asOf": "2025-09-01",
            "strict": true,
            "verdict": "undetermined",
            "criteria": {
              "sector": "met",
              "energy-benchmark": "notApplicable",
              "culture": "forReview"
            },
            "faults": [
              {"reason": "wrong-type", "pointer": "", "line": 1, "column": 2},
              {"reason": "bare-word", "line": 3},
              {"reason": "comment"}
            ]
          },
          "b.ndjson:9": {
            "faults": []
          },
          "b.ndjson:10": {
            "criteria": {
              "sector": "unmet"
            }
          }
        }
      }

      """
    let file = read(text)
    #expect(file.faults == [])
    #expect(String(decoding: file.bytes, as: UTF8.self) == text)
    #expect(file.isManifest)
  }

  @Test func `the layout is the same whatever was written`() {
    let file = read(
      #"{"applications":{"b.json":{"verdict":"eligible","shows":"x","strict":false},"a.json":"#
        + #"{"criteria":{"culture":"undetermined","sector":"met"},"verdict":null}}}"#)
    #expect(file.faults == [])
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        {
          "applications": {
            "a.json": {
              "criteria": {
                "sector": "met",
                "culture": "undetermined"
              }
            },
            "b.json": {
              "shows": "x",
              "verdict": "eligible"
            }
          }
        }

        """)
  }

  @Test func `all faults show at once`() {
    let text = """
      {
        "applications": {
          "a.json": {"verdct": "eligible", "criteria": {"sector": "forReview"}},
          "b.json": {"verdict": "eligable", "criteria": {"sektor": "met", "nonsense": "met"}},
          "c.json": {},
          "d.json": {"shows": "why", "criteria": {}},
          "e.json": {"faults": [{"pointer": "/a"}, {"reason": "comment", "column": 3}]},
          "f.json": {"faults": [{"reason": "comment", "line": 0}]},
          "g.json": {"verdict": "eligible", "asOf": "2024-07-22", "strict": "yes"},
          "g.json": {"verdict": "eligible"},
          "h.json": "eligible"
        },
        "default": {}
      }
      """
    #expect(
      faults(text) == [
        "misspelt-key 3:16", "unknown-choice 3:61",
        "misspelt-choice 4:27", "misspelt-key 4:52", "unknown-key 4:69",
        "states-nothing 5:15", "states-nothing 6:15",
        "fault-without-reason 7:27", "column-without-line 7:46",
        "out-of-range 8:57",
        "filed-before-in-force 9:47", "answer-in-words 9:71",
        "duplicate-key 10:5", "wrong-type 11:15",
        "unknown-key 13:3",
      ])
  }

  /// A member that no criterion of its role can have is not a slip in the application.
  @Test(arguments: [
    ("steady-growth", "met"), ("average-revenue", "notApplicable"), ("core-ip", "forReview"),
    ("bonus-open-innovation", "unmet"),
  ])
  func `outcomes that cannot be are faults`(criterion: String, outcome: String) {
    let found = faults(#"{"criteria": {"\#(criterion)": "\#(outcome)"}}"#, about: "a.json")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("unknown-choice") == true)
  }

  @Test(arguments: [
    ("", "empty-text 1:1"), ("[]", "wrong-type 1:1"),
    ("{}", "manifest-without-applications 1:1"),
    (#"{"applications": []}"#, "wrong-type 1:18"),
  ])
  func `a manifest needs its applications`(text: String, fault: String) {
    #expect(faults(text) == [fault])
  }

  /// Where the syntax is broken, what is missing may only be hidden.
  @Test func `broken syntax is not called missing`() {
    #expect(
      faults(#"{"shows": "x" "verdict": "eligible"}"#, about: "a.json") == ["missing-comma 1:14"])
    #expect(faults("{x}").allSatisfy { !$0.hasPrefix("manifest") })
  }

  @Test func `another encoding is read or refused like an application`() {
    let file = ExpectationFile(
      path: "f", about: nil, in: ExpectationFormat(.champion), bytes: [0xFF, 0xFE, 0x7B, 0x00]
    ) { _ in nil }
    #expect(file.faults.map(\.reason.message.id) == ["utf-16"])
  }

  @Test func `names tell what a file is`() {
    #expect(ExpectationName.isOne("expectations.json"))
    #expect(ExpectationName.isOne("a.expect.json"))
    #expect(!ExpectationName.isOne("my-expectations.json"))
    #expect(!ExpectationName.isOne("a.json"))
    #expect(ExpectationFile.application(of: "a.expect.json") == "a.json")
    #expect(ExpectationFile.application(of: "expectations.json") == nil)
    #expect(ExpectationFile.name(for: "a.b.json") == "a.b.expect.json")
  }
}

struct FaultMatchTests {
  private func expecting(_ faults: ExpectedFault...) -> Expectations.Expectation {
    let stated = faults.enumerated().map { Stated(value: $1, range: $0..<$0 + 1) }
    return Expectations.Expectation(faults: Stated(value: stated, range: 0..<1))
  }

  private func fault(_ line: Int?, _ column: Int? = nil, pointer: String? = "/a") -> ExpectedFault {
    ExpectedFault(reason: "wrong-type", pointer: pointer, line: line, column: column)
  }

  @Test func `the precise ones choose first`() {
    // The vague one stands first, but only it can take the other fault.
    let match = FaultMatch(
      expecting(fault(nil), fault(3), fault(3, 5)), [fault(3, 5), fault(3, 7), fault(9, 1)])
    #expect(match.lacking.isEmpty)
    #expect(match.expected == [fault(3, 5), fault(3), fault(nil)])
  }

  @Test func `each fault is expected once`() {
    let match = FaultMatch(expecting(fault(nil), fault(nil)), [fault(1, 1)])
    #expect(match.expected == [fault(nil)])
    #expect(match.lacking.map(\.value) == [fault(nil)])
  }

  @Test(arguments: [(1, 2, "/b"), (2, 2, "/a"), (1, 3, "/a")])
  func `everything stated has to agree`(line: Int, column: Int, pointer: String) {
    let match = FaultMatch(
      expecting(fault(1, 2)), [fault(line, column, pointer: pointer)])
    #expect(match.expected == [nil])
    #expect(match.lacking.map(\.value) == [fault(1, 2)])
  }

  /// A fault that concerns no value is not one that concerns some value.
  @Test func `no pointer is not any pointer`() {
    #expect(FaultMatch(expecting(fault(1, 2, pointer: nil)), [fault(1, 2)]).expected == [nil])
  }

  @Test func `without expectations none is expected`() {
    #expect(FaultMatch(Expectations.Expectation(), [fault(1, 2)]).expected == [nil])
    #expect(FaultMatch(nil, []).lacking.isEmpty)
  }
}
