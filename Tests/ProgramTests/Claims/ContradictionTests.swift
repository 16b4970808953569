// Each kind of contradiction, with what is just inside it and what is just outside.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Batch
@testable import Judging

@Suite struct RepeatedApplicantTests {
  private func filings(_ products: String?...) -> [Application] {
    products.map { product in
      var application = Application()
      application.enterprise.creditCode = Claims.code(1)
      application.product.name = product
      return application
    }
  }

  @Test func `the same code and product twice`() {
    #expect(Claims.found(filings("甲", "甲")) == [Found(.sameApplicant, [0, 1])])
  }

  @Test func `white space and full-width characters do not make another product`() {
    #expect(
      Claims.found(filings("X-5 型电机", "Ｘ－５型电机")) == [Found(.sameApplicant, [0, 1])])
  }

  @Test func `the same code with other products`() {
    #expect(Claims.found(filings("甲", "乙")) == [Found(.sameApplicantOtherProduct, [0, 1])])
  }

  @Test func `both at once, each reported once`() {
    #expect(
      Claims.found(filings("甲", "乙", "甲", "乙", "丙")) == [
        Found(.sameApplicant, [0, 2]), Found(.sameApplicant, [1, 3]),
        Found(.sameApplicantOtherProduct, [0, 1, 2, 3, 4]),
      ])
  }

  @Test func `an unknown product is neither the same nor another`() {
    let contradictions = Claims.contradictions(filings("甲", nil))
    #expect(contradictions.map(\.kind) == [.sameApplicantOtherProduct])
    #expect(contradictions.first?.reason.message == .sameApplicantProductNotNamed(product))
    #expect(contradictions.first?.applications == [0, 1])
    #expect(
      Claims.contradictions(filings("甲", nil, "乙")).map(\.reason.message)
        == [.sameApplicantOtherProduct(product)])
    #expect(
      Claims.contradictions(filings(nil, nil)).map(\.reason.message) == [
        .sameApplicantProductNotNamed(product)
      ])
  }

  @Test func `other codes and unknown codes are no repetition`() {
    var applications = filings("甲", "甲", "甲")
    applications[1].enterprise.creditCode = Claims.code(2)
    applications[2].enterprise.creditCode = nil
    #expect(Claims.found(applications).isEmpty)
  }

  @Test func `codes that differ in one place only are different`() {
    let texts = [
      "91350100M000100Y43", "91350100M000100Y44", "01350100M000100Y43", "91350100M000100Y4Z",
      "YYYYYYYYYYYYYYYYYZ", "000000000000000000", "000000000000000001",
    ]
    let applications = texts.map { text in
      var application = Application()
      application.enterprise.creditCode = try? SocialCreditCode(text)
      return application
    }
    #expect(Claims.found(applications).isEmpty)
    #expect(applications.map { Claims.record($0).creditCode?.text } == texts)
  }
}

@Suite struct RepeatedContentTests {
  @Test func `the same content under two names`() {
    var (first, second) = (Claims.content(1), Claims.content(2))
    #expect(Claims.found([first, second]) == [Found(.sameContent, [0, 1])])
    second.enterprise.domicile = AdministrativeDivision("220202")
    second.bureau = .jilin
    second.filingDate = Day(2025, 9, 1)
    first.kind = .review
    #expect(Claims.found([first, second]) == [Found(.sameContent, [0, 1])])
  }

  @Test func `any other fact makes it other content`() {
    let original = Claims.content(1)
    let changes: [(inout Application) -> Void] = [
      { $0.applicationYear = 2026 },
      { $0.product.name = "立式加工中心" },
      { $0.product.isNew = false },
      { $0.otherProducts = [] },
      { $0.figures.scope = .standalone },
      { $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 300_000_001) },
      { $0.market.world.share = Decimal(1, scale: 10) },
      { $0.incidents = [] },
      { $0.innovation.domesticPatents = 0 },
      { $0.talent.programmes = [] },
      { $0.statements[.management]?.evidence = 1 },
      { $0.statements[.culture] = Statement() },
      { $0.bonuses[.openInnovation] = [] },
    ]
    for change in changes {
      var copy = Claims.content(2)
      change(&copy)
      #expect(Claims.found([original, copy]).isEmpty)
    }
  }

  @Test func `files that say little are not called the same`() {
    let changes: [(inout Application) -> Void] = [
      { $0.product.name = nil },
      { $0.figures.years = nil },
      { $0.figures.years = [YearFigures()] },
      { $0.figures.years?[0].mainBusinessRevenue = .zero },
      { $0.market.province.rank = nil },
      { $0.statements[.management]?.hasText = false },
    ]
    for change in changes {
      var (first, second) = (Claims.content(1), Claims.content(2))
      change(&first)
      change(&second)
      #expect(Claims.found([first, second]).isEmpty)
    }
    #expect(Claims.found([Application(), Application()]).isEmpty)
  }

  @Test func `another name or another code is enough, none is not`() {
    var (first, second) = (Claims.content(1), Claims.content(2))
    second.enterprise.name = first.enterprise.name
    #expect(Claims.found([first, second]) == [Found(.sameContent, [0, 1])])
    first.enterprise.creditCode = nil
    #expect(Claims.found([first, second]).isEmpty)
    second.enterprise.name = "企业（吉林）"
    #expect(Claims.found([first, second]) == [Found(.sameContent, [0, 1])])
    first.enterprise.name = "企业 (吉林)"
    #expect(Claims.found([first, second]).isEmpty)
    first.enterprise.name = nil
    #expect(Claims.found([first, second]).isEmpty)
  }

  @Test func `one enterprise under two names`() {
    var second = Claims.content(1)
    second.enterprise.name = "另一企业"
    #expect(
      Claims.found([Claims.content(1), second]) == [
        Found(.sameApplicant, [0, 1]), Found(.sameContent, [0, 1]),
      ])
  }

  @Test func `key order, white space and the unit of money do not matter`() {
    let texts = [
      """
      {"product": {"name": "泵"}, "market": {"nation": {"rank": 3}, "year": 2024},
       "figures": {"unit": "万元", "years": [{"year": 2024, "profit": 1.5}]},
       "statements": {"culture": {"text": "好"}}, "enterprise": {"name": "甲"}}
      """,
      """
      {"enterprise":{"name":"乙"},"statements":{"culture":{"text":"\\u597d"}},
      "figures":{"years":[{"profit":15000,"year":2024}],"unit":"元"},
      "market":{"year":2024,"nation":{"rank":3}},"product":{"name":"泵"}}
      """,
    ]
    let applications = texts.map { text in
      ChampionFile(source: "-", bytes: Array(text.utf8), decodeGB18030: { _ in nil }).application
    }
    #expect(Claims.found(applications) == [Found(.sameContent, [0, 1])])
  }
}

@Suite struct RankContestTests {
  /// What two applications contradict each other on when the second one is changed.
  private func kinds(_ change: (inout Application) -> Void) -> [Contradiction.Kind] {
    var second = Claims.leader(2)
    change(&second)
    return Claims.found([Claims.leader(1), second]).map(\.kind)
  }

  @Test func `two are first in the province`() {
    #expect(
      Claims.found([Claims.leader(1), Claims.leader(2)]) == [Found(.firstInProvince, [0, 1])])
  }

  @Test func `first and second, or both second, do not contradict`() {
    #expect(kinds { $0.market.province.rank = 2 } == [])
    let seconds = (1...2).map { number in
      var application = Claims.leader(number)
      application.market.province.rank = 2
      return application
    }
    #expect(Claims.found(seconds).isEmpty)
  }

  @Test func `another class, year or basis is another market`() {
    #expect(kinds { $0.product.classification.code = "3507060102" } == [])
    #expect(kinds { $0.market.year = 2023 } == [])
    #expect(kinds { $0.market.basis = .volume } == [])
  }

  @Test func `a part of a class is not the class`() {
    #expect(kinds { $0.product.classification.code = "35070601" } == [])
    #expect(kinds { $0.product.classification.code = "0035070601" } == [])
    let wholes = (1...2).map { number in
      var application = Claims.leader(number)
      application.product.classification.code = "35070601"
      return application
    }
    #expect(Claims.found(wholes) == [Found(.firstInProvince, [0, 1])])
  }

  @Test func `the year not stated is the one before the round`() {
    #expect(kinds { $0.market.year = nil } == [.firstInProvince])
    #expect(
      kinds {
        $0.market.year = nil
        $0.applicationYear = 2026
      } == [])
    #expect(
      kinds {
        $0.market.year = nil
        $0.applicationYear = nil
      } == [])
    #expect(kinds { $0.market.year = .max } == [])
    #expect(
      kinds {
        $0.market.year = nil
        $0.applicationYear = .min
      } == [])
  }

  @Test func `unknown facts claim nothing`() {
    #expect(kinds { $0.market.province.rank = nil } == [])
    #expect(kinds { $0.market.basis = nil } == [])
    #expect(kinds { $0.product.classification.code = nil } == [])
    #expect(kinds { $0.product.classification.scheme = nil } == [])
    #expect(kinds { $0.product.classification.code = "350706010" } == [])
    #expect(
      kinds {
        $0.enterprise.creditCode = nil
        $0.enterprise.name = nil
      } == [])
    let unknown = (1...2).map { number in
      var application = Claims.leader(number)
      application.market.basis = nil
      return application
    }
    #expect(Claims.found(unknown).isEmpty)
  }

  @Test func `an enterprise does not contradict itself`() {
    #expect(kinds { $0.enterprise.creditCode = Claims.code(1) } == [.sameApplicantOtherProduct])
  }

  @Test func `a name stands in for a missing code`() {
    #expect(kinds { $0.enterprise.creditCode = nil } == [.firstInProvince])
    #expect(
      kinds {
        $0.enterprise.creditCode = nil
        $0.enterprise.name = "企业 1"
      } == [])
    let nameless = (1...2).map { number in
      var application = Claims.leader(number)
      application.enterprise.creditCode = nil
      return application
    }
    #expect(Claims.found(nameless) == [Found(.firstInProvince, [0, 1])])
  }

  @Test func `whoever claims the same place as two others is concerned too`() {
    var unknown = Claims.leader(3)
    unknown.enterprise = Enterprise()
    #expect(
      Claims.found([Claims.leader(1), unknown, Claims.leader(2), Claims.leader(2)]) == [
        Found(.sameApplicant, [2, 3]), Found(.firstInProvince, [0, 1, 2, 3]),
      ])
  }

  @Test func `equal ranks in the country and in the world`() {
    let applications = [(3, 7), (3, 8), (4, 7), (5, 9)].enumerated().map { number, ranks in
      var application = Claims.leader(number)
      application.market.province.rank = nil
      (application.market.nation.rank, application.market.world.rank) = ranks
      return application
    }
    #expect(
      Claims.found(applications) == [
        Found(.sameNationalRank, [0, 1]), Found(.sameWorldRank, [0, 2]),
      ])
  }

  @Test func `a description is a class only together with the product`() {
    func described(_ number: Int, _ explanation: String?, _ product: String?) -> Application {
      var application = Claims.leader(number)
      application.product.classification = Product.Classification()
      application.product.classification.scheme = .custom
      application.product.classification.explanation = explanation
      application.product.name = product
      return application
    }
    let original = described(1, "按行业惯例", "电机")
    #expect(
      Claims.found([original, described(2, "按行业 惯例", "电机")]) == [
        Found(.firstInProvince, [0, 1])
      ])
    #expect(Claims.found([original, described(2, "按行业惯例", "水泵")]).isEmpty)
    #expect(Claims.found([original, described(2, "按行业惯例电", "机")]).isEmpty)
    #expect(Claims.found([original, described(2, nil, "电机")]).isEmpty)
    #expect(Claims.found([described(1, "惯例", nil), described(2, "惯例", nil)]).isEmpty)
  }
}

@Suite struct ShareContestTests {
  private func shared(_ enterprise: Int, _ share: String) -> Application {
    var application = Claims.leader(enterprise)
    application.market.province.rank = nil
    application.market.province.share = Decimal(jsonNumber: share.utf8)
    return application
  }

  private func found(_ shares: String...) -> [Found] {
    Claims.found(shares.enumerated().map { shared($0.offset, $0.element) })
  }

  @Test func `the whole is possible, more is not`() {
    #expect(found("60", "40").isEmpty)
    #expect(found("60", "40.000001") == [Found(.provincialShares, [0, 1])])
    #expect(found("60", "40.0000000001") == [Found(.provincialShares, [0, 1])])
    #expect(found("33.3", "33.3", "33.4").isEmpty)
    #expect(found("33.4", "33.3", "33.4") == [Found(.provincialShares, [0, 1, 2])])
    #expect(found("100", "0.0000000001") == [Found(.provincialShares, [0, 1])])
  }

  @Test func `residue of binary fractions is no contradiction`() {
    #expect(found("33.333333333333336", "33.333333333333336", "33.333333333333336").isEmpty)
  }

  @Test func `what is no share claims nothing`() {
    #expect(found("100", "0").isEmpty)
    #expect(found("100", "-1").isEmpty)
    #expect(found("100.000001", "50").isEmpty)
    #expect(found("60", "5540", "40.5") == [Found(.provincialShares, [0, 2])])
  }

  @Test func `an enterprise counts once, with the least it claims`() {
    let twice = [shared(1, "60"), shared(2, "41"), shared(1, "59")]
    #expect(Claims.found(twice).map(\.kind) == [.sameApplicant])
    let more = [shared(1, "60"), shared(2, "41.5"), shared(1, "59")]
    #expect(
      Claims.found(more) == [
        Found(.sameApplicant, [0, 2]), Found(.provincialShares, [0, 1, 2]),
      ])
    let sum = Claims.contradictions(more).last?.reason
    #expect(sum?.values["sum"] == .digits("100.5"))
    #expect(sum?.values["applicants"] == .count(2))
    #expect(Claims.found([shared(1, "60"), shared(1, "60")]).map(\.kind) == [.sameApplicant])
  }

  @Test func `an application without a code may be one of the others`() {
    var copy = shared(3, "60")
    copy.enterprise.creditCode = nil
    copy.enterprise.name = "企业1"
    #expect(Claims.found([shared(1, "60"), copy]).isEmpty)
    #expect(
      Claims.found([shared(1, "60"), copy, shared(2, "41")]) == [
        Found(.provincialShares, [0, 1, 2])
      ])
    copy.enterprise.name = "企业3"
    #expect(Claims.found([shared(1, "60"), copy]) == [Found(.provincialShares, [0, 1])])
    copy.enterprise.name = nil
    #expect(Claims.found([shared(1, "60"), copy]).isEmpty)
  }

  @Test func `shares of the country stand apart from shares of the province`() {
    let applications = ["60", "40.5"].enumerated().map { number, share in
      var application = shared(number, "50")
      application.market.nation.share = Decimal(jsonNumber: share.utf8)
      return application
    }
    #expect(Claims.found(applications) == [Found(.nationalShares, [0, 1])])
  }

  @Test func `other markets are not added`() {
    var volume = shared(2, "60")
    volume.market.basis = .volume
    var part = shared(3, "60")
    part.product.classification.code = "35070601"
    #expect(Claims.found([shared(1, "60"), volume, part]).isEmpty)
  }

  @Test func `sums are written with all digits and do not overflow`() {
    var sum = ShareSum()
    for _ in 0..<20_000_000 { sum.add(MarketShare.whole) }
    sum.add(MarketShare(units: 1))
    #expect(sum.digits == "2000000000.0000000001")
    #expect(sum.exceedsWhole)
  }
}

@Suite struct BureauContestTests {
  @Test func `each application filed elsewhere is a finding`() {
    let applications = [Bureau.jilin, .changchun, nil, .meihekou].map { bureau in
      var application = Application()
      application.bureau = bureau
      return application
    }
    #expect(
      Claims.found(applications, bureau: .changchun) == [
        Found(.otherBureau, [0]), Found(.otherBureau, [3]),
      ])
    #expect(Claims.found(applications).isEmpty)
  }
}
