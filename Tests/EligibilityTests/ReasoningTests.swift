// Rules run over millions of applicants for their outcomes alone, so reasons must cost nothing then.

import Eligibility
import Testing

@Suite struct ReasoningTests {
  private let message = Message(
    "hives", says: Wording(zh: "{hives} 箱", en: "{hives} hives"),
    mend: Wording(zh: "增加蜂箱", en: "add hives"))
  private let margin = Margin(.count(9), against: .count(12), surplus: .count(-3))

  /// What a rule that gives every reason leaves behind.
  private struct Trace {
    let reasoning: Reasoning
    let returned: Outcome
    /// The reasons that were evaluated, in their order.
    let evaluated: [String]
  }

  private func concluding(_ outcome: Outcome, _ extent: Reasoning.Extent) -> Trace {
    var reasoning = Reasoning(extent)
    var evaluated: [String] = []
    func noting<Value>(_ name: String, _ value: Value) -> Value {
      evaluated.append(name)
      return value
    }
    let returned = reasoning.conclude(
      outcome, noting("message", message), noting("values", ["hives": .count(9)]),
      missing: noting("missing", ["/name"]), at: noting("places", ["/hives"]),
      margins: noting("margins", [margin]), shortfall: noting("shortfall", .count(-3)),
      readings: noting("readings", [.no]))
    return Trace(reasoning: reasoning, returned: returned, evaluated: evaluated)
  }

  private func lacking(_ extent: Reasoning.Extent) -> Trace {
    var reasoning = Reasoning(extent)
    var evaluated: [String] = []
    func noting<Value>(_ name: String, _ value: Value) -> Value {
      evaluated.append(name)
      return value
    }
    let returned = reasoning.lacking(
      noting("missing", ["/hives", "/name"]), readings: noting("readings", [.unknown, .yes]))
    return Trace(reasoning: reasoning, returned: returned, evaluated: evaluated)
  }

  @Test(arguments: Reasoning.Extent.allCases)
  func startsWithoutAFinding(extent: Reasoning.Extent) {
    let reasoning = Reasoning(extent)
    #expect(reasoning.extent == extent)
    #expect(reasoning.finding == nil)
  }

  @Test(arguments: Outcome.allCases)
  func everythingIsTakenDown(outcome: Outcome) {
    let trace = concluding(outcome, .everything)
    #expect(trace.returned == outcome)
    #expect(
      trace.reasoning.finding
        == Finding(
          outcome, message, ["hives": .count(9)], missing: ["/name"], at: ["/hives"],
          margins: [margin], shortfall: .count(-3), readings: [.no]))
  }

  @Test(arguments: Outcome.allCases)
  func forOutcomesAloneNoReasonIsEvaluated(outcome: Outcome) {
    let trace = concluding(outcome, .outcome)
    #expect(trace.returned == outcome)
    #expect(trace.reasoning.finding == nil)
    #expect(trace.evaluated.isEmpty)
  }

  @Test(arguments: [Outcome.unmet, .undetermined])
  func ofWhatStandsOpenEverythingIsTakenDown(outcome: Outcome) {
    let trace = concluding(outcome, .open)
    #expect(trace.returned == outcome)
    #expect(trace.reasoning.finding == concluding(outcome, .everything).reasoning.finding)
    #expect(trace.reasoning.finding?.outcome == outcome)
  }

  @Test(arguments: [Outcome.met, .notApplicable, .forReview])
  func ofWhatDoesNotStandOpenNoReasonIsEvaluated(outcome: Outcome) {
    let trace = concluding(outcome, .open)
    #expect(trace.returned == outcome)
    #expect(trace.reasoning.finding == nil)
    #expect(trace.evaluated.isEmpty)
  }

  /// A rule may ask beforehand, so the answer has to be what a conclusion does.
  @Test(arguments: Reasoning.Extent.allCases)
  func whatIsWantedIsKept(extent: Reasoning.Extent) {
    for outcome in Outcome.allCases {
      let trace = concluding(outcome, extent)
      #expect(Reasoning(extent).wants(outcome) == (trace.reasoning.finding != nil))
    }
  }

  @Test(arguments: [Outcome.unmet, .undetermined])
  func ofGapsWhatIsMissingAndHowMuchIsTakenDown(outcome: Outcome) {
    let trace = concluding(outcome, .gaps)
    #expect(trace.returned == outcome)
    #expect(trace.evaluated == ["message", "missing", "shortfall"])
    #expect(
      trace.reasoning.finding
        == Finding(outcome, message, missing: ["/name"], shortfall: .count(-3)))
  }

  @Test(arguments: [Outcome.met, .notApplicable, .forReview])
  func whatHasNoGapIsNotTakenDown(outcome: Outcome) {
    let trace = concluding(outcome, .gaps)
    #expect(trace.returned == outcome)
    #expect(trace.reasoning.finding == nil)
    #expect(trace.evaluated.isEmpty)
  }

  @Test func findingsStandInTheOrderInWhichTheyWereMade() {
    var reasoning = Reasoning(.everything)
    _ = reasoning.conclude(.met, message)
    _ = reasoning.lacking(["/name"])
    #expect(
      reasoning.findings.map(\.finding) == [
        Finding(.met, message), Finding(.undetermined, .missing, missing: ["/name"]),
      ])
  }

  @Test func reasonsNotGivenAreNone() {
    var reasoning = Reasoning(.everything)
    let returned = reasoning.conclude(.met, message)
    #expect(returned == .met)
    #expect(reasoning.finding == Finding(.met, message))
    let open = reasoning.lacking(["/name"])
    #expect(open == .undetermined)
    #expect(reasoning.finding == Finding(.undetermined, .missing, missing: ["/name"]))
  }

  @Test func lackingFactsDecideNothing() {
    for extent in [Reasoning.Extent.open, .everything] {
      let trace = lacking(extent)
      #expect(trace.returned == .undetermined)
      #expect(
        trace.reasoning.finding
          == Finding(
            .undetermined, .missing, missing: ["/hives", "/name"], readings: [.unknown, .yes]))
    }
    let outcome = lacking(.outcome)
    #expect(outcome.returned == .undetermined)
    #expect(outcome.reasoning.finding == nil)
    #expect(outcome.evaluated.isEmpty)
  }
}
