// Editors count lines and characters; a fault that points anywhere else is not found.

import Eligibility
import LocatedJSON
import Testing

@testable import Judging

struct PlaceTests {
  @Test(arguments: [
    ("{\"enterprise\": {\"name\": \"长春\", \"isLegalPerson\": \"对吗\"}}", 1, 48),
    ("{\"enterprise\": {\"name\": \"😀e\u{301}\", \"isLegalPerson\": 2}}", 1, 49),
    ("{\r\n  \"enterprise\": {\r\n    \"name\": \"长春\", \"isLegalPerson\": 2\r\n}}", 3, 36),
    ("{\n\n\t\"kind\":\t1}", 3, 10),
    ("{\r\"kind\": 1}", 2, 9),
    ("{\r\n\r\n\"kind\": 1}", 3, 9),
    ("{\"enterprise\": {\"name\": \"一\u{2028}二\"}, \"kind\": 1}", 1, 41),
  ])
  func `a fault is where an editor shows it`(text: String, line: Int, column: Int) throws {
    let judged = try Judged(text)
    try judged.expectOnly("wrong-type", at: judged.faults.first?.pointer, #_sourceLocation)
    #expect(try judged.place == TextPosition(line: line, column: column))
  }

  /// A key that is wrong is shown at the key, a value that is wrong at the value.
  @Test func `keys and values have their own places`() throws {
    #expect(try Judged("{ \"knid\": 1}").place == TextPosition(line: 1, column: 3))
    #expect(try Judged("{ \"kind\": 1}").place == TextPosition(line: 1, column: 11))
    #expect(
      try Judged("{ \"kind\": \"first\",\n \"kind\": \"first\"}").place
        == TextPosition(line: 2, column: 2))
  }

  @Test func `faults stand in the order of the file`() throws {
    let judged = try Judged(
      """
      {"kind": 1, "market": {"year": 1,, "rank": 0}, "figures": {"years": [{"profit": 1}]}
       "bureau": "x"}
      """)
    let starts = judged.faults.map { $0.range?.lowerBound ?? -1 }
    #expect(starts == starts.sorted())
    #expect(
      judged.ids == [
        "wrong-type", "out-of-range", "doubled-comma", "unknown-key", "amounts-without-unit",
        "missing-comma", "unknown-choice",
      ])
  }

  /// Names in pointers are escaped as RFC 6901 says.
  @Test(arguments: [
    ("a/b", "/market/a~1b"), ("a~b", "/market/a~0b"), ("~1/", "/market/~01~1"), ("", "/market/"),
    ("\\u0041", "/market/A"), ("键", "/market/键"),
  ])
  func `pointers name any key`(key: String, pointer: String) throws {
    let judged = try Judged("{\"market\": {\"year\": 2024, \"\(key)\": [{}]}}")
    #expect(judged.faults.map(\.pointer) == [pointer])
  }

  @Test func `every fault of a long list has its own pointer`() throws {
    let count = 1_000
    let items = (0..<count).map { "{\"kind\": \($0), \"date\": {}}" }.joined(separator: ",\n")
    let judged = try Judged("{\"incidents\": [\n\(items)\n]}")
    #expect(judged.filing.faultCount == 2 * count)
    #expect(
      judged.faults.dropLast().map(\.pointer)
        == (0..<50).flatMap { ["/incidents/\($0)/kind", "/incidents/\($0)/date"] })
    let places = SourceMap(judged.text)
    for (number, fault) in judged.faults.enumerated() {
      #expect(fault.range.map(places.position(of:))?.line == number / 2 + 2)
    }
  }

  @Test func `missing facts point to where they belong`() throws {
    let judged = try Judged("{\n \"market\": {\n  \"nation\": {}},\n \"incidents\": [{}, {}]}")
    let places = SourceMap(judged.text)
    #expect(places.position(of: "/market/nation/rank") == TextPosition(line: 3, column: 13))
    #expect(places.position(of: "/market/world/rank") == TextPosition(line: 2, column: 12))
    #expect(places.position(of: "/applicationYear") == TextPosition(line: 1, column: 1))
    #expect(
      places.position(of: Pointer("/incidents/*/date", at: 1)) == TextPosition(line: 4, column: 20))
    #expect(
      places.position(of: Pointer("/incidents/*/date", at: 2)) == TextPosition(line: 4, column: 15))
    #expect(!places.isPresent("/market/nation/rank"))
    #expect(places.isPresent("/market/nation"))
    #expect(places.isPresent(Pointer("/incidents/*", at: 0)))
    #expect(!places.isPresent(Pointer("/incidents/*", at: 2)))
    #expect(!places.isPresent("/incidents/*"))
  }
}
