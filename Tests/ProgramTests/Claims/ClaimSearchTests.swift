// All kinds at once, against a slow and independent search, in any order, and in little memory.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Batch
@testable import Judging
@testable import Programmes
@testable import Reports

@Suite struct ClaimSearchTests {
  @Test func `among 1,000 applications all planted contradictions are found and none invented`() {
    var chance = Dice(seed: 204)
    // Each in a class of its own, so that nothing contradicts by accident.
    var applications = (0..<1_000).map { number in
      var application = Claims.content(number)
      application.product.name = "产品\(number)"
      application.product.classification.code = String(3_507_000_000 + number)
      application.bureau = .changchun
      application.market.nation.rank = chance.pick(1...9)
      application.market.world.rank = chance.pick(1...30)
      application.market.province.share = Decimal(Int64(chance.pick(1...10_000)), scale: 2)
      application.market.nation.share = Decimal(Int64(chance.pick(1...10_000)), scale: 2)
      return application
    }
    func sameMarket(_ numbers: Int..., change: (inout Application) -> Void) {
      for (place, number) in numbers.enumerated() {
        applications[number].product.classification.code = String(3_600_000_000 + numbers[0])
        applications[number].market.province = Market.Position()
        applications[number].market.nation = Market.Position()
        applications[number].market.world = Market.Position()
        applications[number].market.province.rank = 2 + place
        change(&applications[number])
      }
    }
    applications[17].enterprise.creditCode = applications[803].enterprise.creditCode
    applications[17].product.name = applications[803].product.name
    applications[40].enterprise.creditCode = applications[39].enterprise.creditCode
    sameMarket(999, 0, 512) { $0.market.province.rank = 1 }
    sameMarket(100, 101) { $0.market.nation.rank = 4 }
    sameMarket(200, 201) { $0.market.world.rank = 9 }
    sameMarket(300, 301, 302) { $0.market.province.share = Decimal(334, scale: 1) }
    sameMarket(400, 401, 402) { $0.market.nation.share = Decimal(334, scale: 1) }
    sameMarket(600, 601) { $0.market.nation.share = Decimal(50) }
    applications[700].bureau = .siping
    let copier = applications[500].enterprise
    sameMarket(2) { $0.market.basis = .volume }
    applications[500] = applications[2]
    applications[500].enterprise = copier
    #expect(
      Claims.found(applications, bureau: .changchun) == [
        Found(.sameApplicant, [17, 803]), Found(.sameApplicantOtherProduct, [39, 40]),
        Found(.sameContent, [2, 500]), Found(.firstInProvince, [0, 512, 999]),
        Found(.sameNationalRank, [100, 101]), Found(.sameWorldRank, [200, 201]),
        Found(.provincialShares, [300, 301, 302]), Found(.nationalShares, [400, 401, 402]),
        Found(.otherBureau, [700]),
      ])
  }

  @Test(arguments: 1...20)
  func `a search of all pairs finds the same`(seed: Int) {
    var chance = Dice(seed: UInt64(seed))
    let applications = (0..<400).map { _ in chance.application() }
    let found = Claims.found(applications, bureau: .changchun)
    #expect(Set(found).count == found.count)
    #expect(Set(found) == SlowSearch(applications).all(bureau: .changchun))
    #expect(Set(found.map(\.kind)) == Set(Contradiction.Kind.ofChampions))
  }

  @Test(arguments: 1...5)
  func `the order of applications changes their numbers and nothing else`(seed: Int) {
    var chance = Dice(seed: UInt64(seed))
    let applications = (0..<400).map { _ in chance.application() }
    let order = Array(applications.indices).shuffled(using: &chance)
    let found = Claims.found(order.map { applications[$0] })
    let renumbered = found.map { Found($0.kind, $0.applications.map { order[$0] }.sorted()) }
    #expect(Set(renumbered) == Set(Claims.found(applications)))
  }

  @Test func `contradictions come by kind, then by the first application, ascending`() {
    var chance = Dice(seed: 7)
    let found = Claims.found((0..<500).map { _ in chance.application() }, bureau: .siping)
    let kinds = Contradiction.Kind.allCases
    let places = found.map { [kinds.firstIndex(of: $0.kind) ?? 0, $0.applications[0]] }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(found.allSatisfy { $0.applications == $0.applications.sorted() })
  }

  @Test func `batches longer than a piece of the index`() {
    let applications = (0..<9_000).map { Claims.leader($0) }
    let contradictions = Claims.contradictions(applications)
    #expect(contradictions.map(\.kind) == [.firstInProvince])
    #expect(contradictions.first?.applications == Array(0..<9_000))
    #expect(contradictions.first?.concerns(8_999) == true)
    #expect(contradictions.first?.concerns(9_000) == false)
  }

  @Test func `an empty batch contradicts nothing`() {
    #expect(Claims.found([], bureau: .changchun).isEmpty)
  }

  @Test func `contested eligible applications are counted once each`() {
    var index = ClaimIndex()
    for number in 0..<4 {
      index.add(Claims.record(Claims.leader(number % 3), isEligible: number > 0))
    }
    let contradictions = index.contradictions(of: .champion, bureau: nil)
    #expect(contradictions.count == 2)
    #expect(index.contestedEligible(in: contradictions) == 3)
  }
}

@Suite struct ClaimRecordTests {
  @Test func `a record with its part of the search stays within 64 bytes`() {
    #expect(MemoryLayout<ClaimRecord>.stride + MemoryLayout<UInt32>.stride <= 60)
  }

  @Test func `what is packed comes out again`() {
    for (number, bureau) in Bureau.allCases.enumerated() {
      for basis in Market.Basis.allCases {
        var application = Claims.leader(number)
        application.bureau = bureau
        application.market.basis = basis
        application.market.year = 9_999
        application.market.province.share = Decimal(100)
        application.market.nation.share = Decimal(123, scale: 10)
        application.market.nation.rank = 65_535
        application.market.world.rank = 65_536
        var record = Claims.record(application, isEligible: number % 2 == 0)
        record.place = .max
        #expect(record.bureau == number)
        #expect(record.segment?.basis.rawValue == basis.rawValue)
        #expect(record.segment?.year == 9_999)
        #expect(record.isFirstInProvince)
        #expect(record.isEligible == (number % 2 == 0))
        #expect(record.provincialShare == .whole)
        #expect(record.nationalShare.units == 123)
        #expect(record.nationalRank == 65_535)
        #expect(record.worldRank == 0)
        #expect(record.creditCode?.text == application.enterprise.creditCode?.text)
        #expect(record.isApplicantKnown)
      }
    }
  }

  @Test func `nothing comes out of nothing`() {
    let record = Claims.record(Application(), isEligible: false)
    #expect(record == ClaimRecord())
    #expect(record.bureau == nil)
    #expect(record.segment == nil)
    #expect(record.creditCode == nil)
    #expect(!record.isFirstInProvince && !record.isEligible && !record.isApplicantKnown)
    #expect(record.provincialShare.units == 0 && record.nationalShare.units == 0)
    #expect(record.content == 0 && record.product == 0 && record.name == 0)
  }
}

@Suite struct ContestMessageTests {
  private let messages: [Message] = [
    .sameApplicant(product), .sameApplicantOtherProduct(product),
    .sameApplicantProductNotNamed(product), .sameContent,
    .firstInProvinceClaimedTwice, .sameNationalRank, .sameWorldRank, .provincialSharesExceedWhole,
    .nationalSharesExceedWhole, .otherBureau,
  ]

  private func names(in text: String) -> [Substring] {
    text.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" } }.sorted()
  }

  @Test func `every message is there in both languages with the same values`() {
    for message in messages {
      #expect(!message.says.zh.isEmpty && !message.says.en.isEmpty)
      #expect(names(in: message.says.zh) == names(in: message.says.en))
      #expect(Set(names(in: message.says.zh)).count == names(in: message.says.zh).count)
    }
    #expect(Set(messages.map(\.id)).count == messages.count)
  }

  @Test func `every kind says something with all its values filled in`() {
    var chance = Dice(seed: 3)
    let contradictions = Claims.contradictions(
      (0..<500).map { _ in chance.application() }, bureau: .siping)
    #expect(Set(contradictions.map(\.kind)) == Set(Contradiction.Kind.ofChampions))
    #expect(Set(contradictions.map(\.reason.message)) == Set(messages))
    for contradiction in contradictions {
      for language in Language.allCases {
        let text = contradiction.reason.says(in: language)
        #expect(!text.contains("{") && !text.contains("}"))
      }
    }
  }

  @Test func `sentences name class, year and basis`() {
    var applications = (1...3).map { Claims.leader($0) }
    let reason = Claims.contradictions(applications).first?.reason
    #expect(
      reason?.says(in: .en)
        == "verify: 3 applications claim 1st place in the province for product class 3507060101 in "
        + "2024 by revenue")
    #expect(
      reason?.says(in: .zh) == "请核实：产品分类 3507060101，2024 年按销售收入计，有 3 份申报材料均称居全省第 1 位")
    for number in applications.indices {
      applications[number].product.classification.scheme = .productiveServices
      applications[number].product.classification.code = "0112"
    }
    #expect(
      Claims.contradictions(applications).first?.reason.values["class"]
        == .term(Wording(zh: "生产性服务业分类 0112", en: "productive services class 0112")))
  }

  @Test func `a reason of its own is kept`() {
    let reason = Reason(.sameContent, ["count": .count(2)])
    let contradiction = Contradiction(kind: .sameContent, applications: [4, 1], reason: reason)
    #expect(contradiction.reason == reason)
    #expect(contradiction.applications == [1, 4])
  }
}

@Suite struct RadixSortTests {
  @Test(arguments: [0, 1, 24, 25, 1_000, 20_000])
  func `sorts like the standard library`(count: Int) {
    var chance = Dice(seed: UInt64(count))
    let limits: [UInt64] = [.max, 3, 1, 1 << 40]
    for limit in limits {
      let keys = (0..<count).map { _ in UInt64.random(in: 0...limit - 1, using: &chance) }
      var numbers = (0..<count).map { UInt32($0) }
      numbers.withUnsafeMutableBufferPointer { $0.radixSort { keys[Int($0)] } }
      #expect(numbers.map { keys[Int($0)] } == keys.sorted())
      #expect(numbers.sorted() == (0..<count).map { UInt32($0) })
    }
  }
}

extension Dice {
  fileprivate mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// A value, or one time in eight nothing.
  fileprivate mutating func maybe<Value>(_ value: (inout Dice) -> Value?) -> Value? {
    pick(1...8) == 1 ? nil : value(&self)
  }

  /// An application from few values, so that much contradicts much.
  fileprivate mutating func application() -> Application {
    // Some content is written down more than once.
    var application = pick(1...4) == 1 ? Claims.content(0) : Application()
    let hasContent = application.product.name != nil
    let enterprise = pick(1...120)
    application.applicationYear = maybe { $0.pick(2_024...2_025) }
    application.enterprise.creditCode = maybe { _ in Claims.code(enterprise) }
    application.enterprise.name = maybe { ($0.pick(1...3) == 1 ? "企业 " : "企业") + "\(enterprise)" }
    application.bureau = maybe { $0.pick(1...9) == 1 ? .jilin : .changchun }
    if hasContent {
      application.figures.years?[0].profit = Money(yuan: Int64(pick(1...6)))
      return application
    }
    application.product.name = maybe { "产品\($0.pick(1...3))" }
    application.product.classification.scheme = maybe {
      Product.Classification.Scheme.allCases[$0.pick(0...2)]
    }
    let codes = ["35070601", "3507060101", "3507060102", "0112", "0112"]
    application.product.classification.code = maybe { codes[$0.pick(0...4)] }
    application.product.classification.explanation = maybe { _ in "按行业惯例" }
    application.market.year = maybe { $0.pick(1...2) == 1 ? 2_024 : nil }
    application.market.basis = maybe { Market.Basis.allCases[$0.pick(0...1)] }
    application.market.province.rank = maybe { $0.pick(1...4) }
    application.market.nation.rank = maybe { $0.pick(1...9) }
    application.market.world.rank = maybe { $0.pick(1...9) }
    application.market.province.share = maybe { Decimal(Int64($0.pick(-5...700)), scale: 1) }
    application.market.nation.share = maybe { Decimal(Int64($0.pick(-5...400)), scale: 1) }
    return application
  }
}

/// What contradicts what, written down as plainly as possible and without regard to speed.
private struct SlowSearch {
  let applications: [Application]

  init(_ applications: [Application]) { self.applications = applications }

  private func plain(_ text: String?) -> String? { text?.filter { $0 != " " } }

  private func code(_ number: Int) -> String? { applications[number].enterprise.creditCode?.text }

  private func name(_ number: Int) -> String? { plain(applications[number].enterprise.name) }

  /// The numbers with equal keys, those without a key left out.
  private func groups<Key: Hashable>(_ numbers: [Int], by key: (Int) -> Key?) -> [[Int]] {
    var groups: [Key: [Int]] = [:]
    for number in numbers {
      if let key = key(number) { groups[key, default: []].append(number) }
    }
    return Array(groups.values)
  }

  /// The applicants among some applications; each with the applications that are surely its own.
  private func applicants(_ numbers: [Int]) -> [[Int]] {
    let known = Set(numbers.filter { code($0) != nil }.compactMap(name))
    return groups(numbers) { number in
      if let code = code(number) { return "code " + code }
      guard let name = name(number), !known.contains(name) else { return nil }
      return "name " + name
    }
  }

  private func market(_ number: Int) -> String? {
    let application = applications[number]
    let classification = application.product.classification
    guard let basis = application.market.basis,
      let year = application.market.year ?? application.applicationYear.map({ $0 - 1 })
    else { return nil }
    switch (classification.scheme, classification.code) {
    case (.productCatalogue, .some(let code)) where code.count == 8 || code.count == 10:
      return "product \(code) \(year) \(basis)"
    case (.productiveServices, .some(let code)) where code.count == 4:
      return "service \(code) \(year) \(basis)"
    case (.custom, let code):
      guard let text = classification.explanation, let product = application.product.name else {
        return nil
      }
      return "custom \(code ?? "-") \(text) \(product) \(year) \(basis)"
    default: return nil
    }
  }

  func all(bureau: Bureau) -> Set<Found> {
    var found: Set<Found> = []
    let everyone = Array(applications.indices)
    for filings in groups(everyone, by: code) where filings.count > 1 {
      let products = groups(filings) { applications[$0].product.name }
      for same in products where same.count > 1 { found.insert(Found(.sameApplicant, same)) }
      if products.count != 1 || products[0].count != filings.count {
        found.insert(Found(.sameApplicantOtherProduct, filings))
      }
    }
    // Only the applications made with content have a statement.
    let substantial = everyone.filter { applications[$0].statements[.management] != nil }
    let copies = groups(substantial) { number in
      var copy = applications[number]
      copy.enterprise = Enterprise()
      copy.bureau = nil
      return copy
    }
    for same in copies
    where Set(same.compactMap(code)).count > 1 || Set(same.compactMap(name)).count > 1 {
      found.insert(Found(.sameContent, same))
    }
    for rivals in groups(everyone, by: market) {
      insertRanks(.firstInProvince, rivals, into: &found) { $0.province.rank == 1 ? 1 : nil }
      insertRanks(.sameNationalRank, rivals, into: &found, \.nation.rank)
      insertRanks(.sameWorldRank, rivals, into: &found, \.world.rank)
      insertShares(.provincialShares, rivals, into: &found, \.province.share)
      insertShares(.nationalShares, rivals, into: &found, \.nation.share)
    }
    for number in everyone {
      if let other = applications[number].bureau, other != bureau {
        found.insert(Found(.otherBureau, [number]))
      }
    }
    return found
  }

  private func insertRanks(
    _ kind: Contradiction.Kind, _ rivals: [Int], into found: inout Set<Found>,
    _ rank: (Market) -> Int?
  ) {
    for same in groups(rivals, by: { rank(applications[$0].market) })
    where applicants(same).count > 1 {
      found.insert(Found(kind, same))
    }
  }

  private func insertShares(
    _ kind: Contradiction.Kind, _ rivals: [Int], into found: inout Set<Found>,
    _ share: (Market) -> Decimal?
  ) {
    // All shares have one digit behind the point.
    func tenths(_ number: Int) -> Int? {
      share(applications[number].market).map { Int($0.coefficient) * ($0.scale == 1 ? 1 : 10) }
    }
    let claiming = rivals.filter {
      (tenths($0) ?? 0) > 0 && (code($0) != nil || name($0) != nil)
    }
    let least = applicants(claiming).map { $0.compactMap(tenths).min() ?? 0 }
    if least.count > 1, least.reduce(0, +) > 1_000 { found.insert(Found(kind, claiming)) }
  }
}
