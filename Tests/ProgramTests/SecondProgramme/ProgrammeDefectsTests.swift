// Whoever writes a programme is told of slips that compile, before an applicant sees what comes of them.

import Eligibility
import Testing

@testable import Commands
@testable import Judging
@testable import Programmes

struct ProgrammeDefectsTests {
  /// The training centres with other criteria, and what the program says of them.
  private func defects(
    _ criteria: [Criterion<TrainingCentre>], example: String = "{}", listed id: String = "odd"
  ) -> [String] {
    let rulebook = Rulebook(
      id: "odd", title: Wording(zh: "办法", en: "measures"),
      first: Edition(
        document: "No. 1", inForce: "2020-01-01", thresholds: TrainingCentre.Thresholds()),
      criteria: criteria)
    let programme = Programme(
      rulebook: rulebook, table: .trainingCentre, schema: { FactTable.trainingCentre.schema },
      bureaus: [], example: { Array(example.utf8) },
      facts: FactQuestions(header: { _ in ApplicationHeader() }, assume: { $1.filed = $0 }))
    return ProgrammeList([id]) { _ in programme }.defects.map { $0.en }
  }

  private func criterion(
    _ id: String = "open", asks place: Pointer = "/isOpenToAll", readings: [Reading] = [],
    rule: String = "open to all", says: String = "it is", _ outcome: Outcome = .met
  ) -> Criterion<TrainingCentre> {
    Criterion(
      id, clauses: [.article(1)], role: .condition, title: Wording(zh: "开放", en: "open"),
      rule: Wording(zh: rule, en: rule), readings: readings, asks: [AskedFact(optional: place)],
      decide: { _, _ -> Outcome in outcome },
      explain: { _, _, _, say in say("message", zh: says, en: says) })
  }

  @Test func `the programmes that there are have none`() {
    #expect(ProgrammeList.all.defects == [])
    #expect(ProgrammeList(["training-centre"]) { _ in .trainingCentre }.defects == [])
    #expect(defects([criterion()]) == [])
  }

  @Test func `each slip is named with its place`() {
    #expect(defects([criterion(), criterion()]) == ["odd: two criteria are called open"])
    #expect(
      defects([criterion(asks: "/isOpen")])
        == ["odd: open reads /isOpen, which the form does not have"])
    #expect(
      defects([criterion(rule: "{most} places")]) == [
        "odd: no value for {most} in the message open"
      ] + ["odd: no value for {most} in the message open"])
    #expect(
      defects([criterion(says: "{most}")]).contains(
        "odd: no value for {most} in the message message"))
    #expect(
      defects([criterion("open", .forReview)]).allSatisfy {
        $0 == "odd: open came out as forReview, which is none of its outcomes"
      })
    #expect(!defects([criterion("open", .forReview)]).isEmpty)
    let reading = Reading("a", Wording(zh: "甲", en: "a"), ground: Wording(zh: "一", en: "one"))
    #expect(
      defects([criterion(readings: [reading])]).contains(
        "odd: open declares 1 readings and answers 0"))
    #expect(
      defects([criterion()], listed: "other") == [
        "other: the list calls it other, its rulebook odd"
      ])
    #expect(
      defects([criterion()], example: #"{"places": "many"}"#)
        == ["odd: the example has a fault at /places (wrong-type)"])
  }

  @Test func `nothing is tested with a programme that has slips`() {
    let world = BatchWorld([
      "in/a.json": "{}", "in/expectations.json": #"{"applications": {"a.json": {}}}"#,
    ])
    let programmes = ProgrammeList(["other"]) { _ in .trainingCentre }
    #expect(world.run(["test", "in", "--lang", "en"], programmes: programmes) == .defect)
    #expect(world.error.contains("other: the list calls it other, its rulebook training-centre"))
  }
}
