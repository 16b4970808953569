// An enterprise belongs to one cluster, and a quota holds for a whole batch: both show only across applications.

import CommonFacts
import Eligibility
import Testing

@testable import Batch
@testable import Judging
@testable import Programmes

@Suite struct SharedParticipantTests {
  private func code(_ number: UInt64) -> PackedCreditCode {
    PackedCreditCode(low: number, high: 1)
  }

  private func shared(_ lists: [[UInt64]]) -> [Contradiction] {
    var index = ClaimIndex()
    for (number, list) in lists.enumerated() {
      for member in list { index.add(code(member), of: number) }
      index.add(ClaimRecord())
    }
    return Array(index.contradictions(of: .champion, bureau: nil))
  }

  @Test func `enterprises of several applications are found, together for the same applications`() {
    let found = shared([[1, 2, 3, 9], [4, 3, 2], [5], [9, 1], [6, 6]])
    #expect(found.map(\.kind) == [.sharedParticipant, .sharedParticipant])
    #expect(found.map(\.applications) == [[0, 1], [0, 3]])
    #expect(found.map { $0.reason.values["enterprises"] } == [.count(2), .count(2)])
    #expect(found.map { $0.reason.values["count"] } == [.count(2), .count(2)])
  }

  @Test func `one that three applications name is one contradiction of three`() {
    let found = shared([[7], [7], [8], [7]])
    #expect(found.map(\.applications) == [[0, 1, 3]])
  }

  @Test func `nobody is shared where each is named once, or twice by one application`() {
    #expect(shared([[1, 1], [2], []]).isEmpty)
  }

  @Test
  func `one cluster that is filed twice shares nothing with itself, and two of one promoter do`() {
    func found(_ products: [UInt32]) -> Int {
      var index = ClaimIndex()
      for (number, product) in products.enumerated() {
        var record = ClaimRecord()
        record.creditCode = code(51)
        record.product = product
        index.add(code(7), of: number)
        index.add(record)
      }
      return index.contradictions(of: .champion, bureau: nil)
        .count { $0.kind == .sharedParticipant }
    }
    #expect(found([1, 1]) == 0)
    #expect(found([1, 2]) == 1)
    #expect(found([0, 0]) == 1)
  }

  @Test func `the order in which enterprises are listed never matters`() {
    let one = shared([[1, 2, 3], [3, 2, 8], [8]])
    let other = shared([[3, 1, 2], [8, 3, 2], [8]])
    #expect(one.map(\.applications) == other.map(\.applications))
    #expect(one.map(\.reason) == other.map(\.reason))
  }
}

@Suite struct QuotaTests {
  private static let quota = Quota(
    criterion: "platform-quota", limit: 3,
    says: Message("quota-exceeded", zh: "{count} 家中至多 {limit} 家", en: "at most {limit} of {count}"))

  private func exceeded(_ applicants: [(code: UInt64, isEligible: Bool)]) -> [Contradiction] {
    var index = ClaimIndex()
    for applicant in applicants {
      var record = ClaimRecord(isEligible: applicant.isEligible)
      if applicant.code > 0 {
        record.creditCode = PackedCreditCode(low: applicant.code, high: 1)
      }
      index.add(record)
    }
    return index.exceeding(QuotaTests.quota)
  }

  @Test func `three eligible applicants are within a quota of three, and four are not`() {
    #expect(exceeded([(1, true), (2, true), (3, true), (4, false)]).isEmpty)
    let found = exceeded([(1, true), (2, true), (3, true), (5, false), (4, true)])
    #expect(found.map(\.applications) == [[0, 1, 2, 4]])
    #expect(found[0].reason.values["count"] == .count(4))
    #expect(found[0].kind == .quota)
  }

  @Test func `an applicant who files twice counts once, and each without a code by itself`() {
    #expect(exceeded([(1, true), (2, true), (3, true), (3, true)]).isEmpty)
    #expect(exceeded([(1, true), (2, true), (0, true), (0, true)]).count == 1)
  }
}
