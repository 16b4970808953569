// Chance draws applications near the thresholds, some facts unknown, so that properties meet all cases.

import CommonFacts
import Eligibility

@testable import PlatformRules

/// Draws applications; the same seed draws the same ones.
struct Lottery {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// An application between the eligible one and one of which little is known or good.
  mutating func application() -> PlatformApplication {
    var application = PlatformApplication.furnished
    let changed = generator.pick([0, 1, 2, 5, 20, 60])
    let unknown = generator.pick([0, 0, 1, 5, 20, 60])
    if generator.happens(inPercent: 50) {
      application.profile.characters = nil
      application.summary.characters = nil
      application.platform.publishedName = nil
    }
    if generator.happens(inPercent: changed) {
      application.services = PlatformServices()
      application.services.cloud = false
    }
    if generator.happens(inPercent: max(25, changed)) {
      application.servicesGiven = (0..<generator.pick(0...3)).map { _ in service() }
    }
    for fact in Fact.all {
      if generator.happens(inPercent: unknown) {
        fact.remove(&application)
      } else if generator.happens(inPercent: changed) {
        generator.pick(fact.settings)(&application)
      }
    }
    if generator.happens(inPercent: changed) {
      for field in PlatformServiceField.named { application.services.set(field, false) }
    }
    return application
  }

  private mutating func service() -> PlatformServiceGiven {
    var service = PlatformServiceGiven.certain
    service.creditCode = generator.pick([.client, .secondClient, nil])
    service.client = generator.pick(["甲", "乙", nil])
    service.title = generator.pick([.littleGiant, .littleGiant, .other, nil])
    service.field = generator.pick([.cloud, .financing, .other, nil])
    service.contract = generator.pick([0, 1, nil])
    service.hasOriginals = generator.pick([true, false, nil])
    return service
  }
}

extension PlatformServices {
  /// Says whether services of a field are provided.
  mutating func set(_ field: PlatformServiceField, _ isProvided: Bool?) {
    switch field {
    case .technologyInnovation: technologyInnovation = isProvided
    case .financing: financing = isProvided
    case .resultsTransfer: resultsTransfer = isProvided
    case .digitalConversion: digitalConversion = isProvided
    case .intellectualProperty: intellectualProperty = isProvided
    case .cloud: cloud = isProvided
    case .industrialDesign: industrialDesign = isProvided
    case .other: break
    }
  }
}
