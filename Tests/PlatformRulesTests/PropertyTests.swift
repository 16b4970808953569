// What has to hold for every application, tried on many drawn by chance.

import CommonFacts
import Eligibility
import Testing

@testable import PlatformRules

@Suite struct PropertyTests {
  private let criteria = Rulebook.servicePlatform.criteria

  private func findings(_ application: PlatformApplication) -> [Finding] {
    criteria.map { $0.evaluate(application, .of2021) }
  }

  @Test func `filling in a fact flips nothing that is decided, unless facts contradict`() {
    var lottery = Lottery(seed: 41)
    var filledIn = 0
    for _ in 0..<250 {
      let application = lottery.application()
      let before = findings(application)
      for fact in Fact.all where isUnknown(fact, in: application) {
        var filled = application
        lottery.generator.pick(fact.settings)(&filled)
        if filled == application { continue }
        filledIn += 1
        let isContradictory = contradicts(filled)
        for (criterion, (old, new)) in zip(criteria, zip(before, findings(filled)))
        where old.outcome == .met || old.outcome == .unmet {
          #expect(
            new.outcome == old.outcome || isContradictory && new.outcome == .undetermined,
            "\(fact.pointer) turns \(criterion.id)")
        }
      }
    }
    #expect(filledIn > 2_000)
  }

  @Test func `removing a fact makes nothing met or unmet that was the opposite`() {
    var lottery = Lottery(seed: 42)
    for _ in 0..<150 {
      let application = lottery.application()
      let before = findings(application)
      for fact in Fact.all {
        var reduced = application
        fact.remove(&reduced)
        if reduced == application { continue }
        for (criterion, (old, new)) in zip(criteria, zip(before, findings(reduced))) {
          let flips =
            [old.outcome, new.outcome] == [.met, .unmet]
            || [old.outcome, new.outcome] == [.unmet, .met]
          #expect(!flips, "without \(fact.pointer) \(criterion.id)")
        }
      }
    }
  }

  private func isUnknown(_ fact: Fact, in application: PlatformApplication) -> Bool {
    var without = application
    fact.remove(&without)
    return without == application
  }

  /// Whether facts of an application cannot be true together, as a criterion says of them.
  private func contradicts(_ application: PlatformApplication) -> Bool {
    let contradictions: Set = [
      "listed-but-declared-unrecognised", "published-name-contradicts", "length-contradicts",
      "delivered-before-filing",
    ]
    return findings(application).contains { contradictions.contains($0.reason.message.id) }
  }

  @Test func `the order of a list changes nothing`() {
    var lottery = Lottery(seed: 43)
    var reordered = 0
    for _ in 0..<1_000 {
      let application = lottery.application()
      var shuffled = application
      shuffled.servicesGiven?.shuffle(using: &lottery.generator)
      if shuffled == application { continue }
      reordered += 1
      for (before, after) in zip(findings(application), findings(shuffled)) {
        #expect(before.outcome == after.outcome)
        #expect(before.readings == after.readings)
        #expect(before.reason == after.reason)
        #expect(before.missing.count == after.missing.count)
      }
    }
    #expect(reordered > 50)
  }

  @Test func `chance draws every outcome that a criterion can have and no other`() {
    var lottery = Lottery(seed: 44)
    var seen: [String: Set<Outcome>] = [:]
    for _ in 0..<1_500 {
      for (criterion, finding) in zip(criteria, findings(lottery.application())) {
        seen[criterion.id, default: []].insert(finding.outcome)
        #expect(finding.readings.count == criterion.readings.count)
      }
    }
    for criterion in criteria {
      #expect(seen[criterion.id] == Set(criterion.outcomes), "\(criterion.id)")
    }
  }

  @Test func `a summary gives the outcomes and the verdict of the assessment`() throws {
    var lottery = Lottery(seed: 45)
    for _ in 0..<300 {
      let application = lottery.application()
      let assessment = try Rulebook.servicePlatform.assess(application, on: nil).get()
      let summary = Rulebook.servicePlatform.summariser().summarise(
        application, under: assessment.edition)
      #expect(summary.outcomes == Outcomes(assessment.findings.map(\.outcome)))
      #expect(summary.verdict == assessment.verdict)
    }
  }

  @Test func `a message names only values that it is given`() {
    var lottery = Lottery(seed: 46)
    for _ in 0..<600 {
      let application = lottery.application()
      let reasons =
        findings(application).map(\.reason)
        + PlatformPlausibility.notices(on: application).map(\.reason)
      for reason in reasons {
        let patterns = [reason.message.says, reason.message.mend].compactMap { $0 }
        for pattern in patterns {
          for name in names(in: pattern.zh + pattern.en) {
            #expect(reason.values[name] != nil, "\(reason.message.id): \(name)")
          }
        }
        #expect(
          names(in: reason.message.says.zh) == names(in: reason.message.says.en),
          "\(reason.message.id)")
      }
    }
  }

  private func names(in pattern: String) -> Set<String> {
    Set(pattern.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
  }

  @Test func `what a criterion reads is what influences it`() {
    var lottery = Lottery(seed: 47)
    var used: Set<[String]> = []
    // Applications in which a fact that hardly ever matters does.
    var bases = [
      changed { $0.goals.firstYear = PlatformGoals.Year() },
      changed { $0.goals.secondYear = PlatformGoals.Year() },
      changed {
        $0.servicesGiven = [
          .certain {
            $0.contract = nil
            $0.invoice = nil
            $0.receipt = nil
          }
        ]
      },
    ]
    for _ in 0..<60 { bases.append(lottery.application()) }
    for application in bases {
      let before = findings(application)
      for fact in Fact.all {
        for change in fact.settings + [fact.remove] {
          var other = application
          change(&other)
          if other == application { continue }
          for (criterion, (old, new)) in zip(criteria, zip(before, findings(other)))
          where old.outcome != new.outcome || old.readings != new.readings {
            #expect(criterion.reads.contains(fact.pointer), "\(fact.pointer) sways \(criterion.id)")
            used.insert([criterion.id, fact.pointer.template])
          }
        }
      }
    }
    // Of an optional fact it is enough that it can.
    var unused: [String] = []
    for criterion in criteria where criterion.role != .judgement {
      for place in criterion.reads where !used.contains([criterion.id, place.template]) {
        unused.append("\(criterion.id) reads \(place)")
      }
    }
    #expect(unused == [])
  }
}
