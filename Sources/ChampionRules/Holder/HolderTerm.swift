// How long a certificate holds, and whether anything has ended it before.

import CommonFacts
import Eligibility

/// The term of a certificate on a day, with the reviews until then.
struct HolderTerm {
  /// The last day of validity.
  var ends: LastDay
  /// How many reviews were passed.
  var passed = 0
  /// The day of the review that was not passed, if one was not.
  var failed: Day?
  /// Whether the result or the day of a review is not known.
  var isUnclear = false
}

extension ChampionHolder {
  /// The term on a day; `nil` where no grant is known by then.
  func term(on today: Day, _ law: Thresholds) -> HolderTerm? {
    guard let granted, granted <= today else { return nil }
    // What a certificate states holds where it is three years under one reading; where it is not, neither is sure.
    func end(after terms: Int, stated: Day?) -> LastDay {
      let anniversary = granted.adding(years: law.termYears.value * terms)
      let years = LastDay(anniversary, anniversary.previous)
      guard let stated else { return years }
      return years.lower == stated || years.upper == stated
        ? LastDay(stated) : LastDay(min(stated, years.lower), max(stated, years.upper))
    }
    var term = HolderTerm(ends: end(after: 1, stated: validUntil))
    for review in (reviews ?? []) {
      if let decided = review.decided, decided > today { continue }
      guard let decided = review.decided, let isPassed = review.isPassed else {
        term.isUnclear = true
        continue
      }
      if isPassed {
        term.passed += 1
      } else {
        term.failed = min(term.failed ?? decided, decided)
      }
    }
    if term.passed > 0 {
      let last = (reviews ?? []).filter { review in
        review.isPassed == true && review.decided.map { $0 <= today } == true
      }.compactMap { $0.validUntil }.max()
      term.ends = end(after: 1 + term.passed, stated: last)
    }
    return term
  }

  /// The yearly updates owed by a day; `nil` where no grant is known by then.
  func owedUpdates(on today: Day, _ law: Thresholds) -> OwedReports? {
    guard let granted, let term = term(on: today, law) else { return nil }
    return OwedReports(
      YearlyDuty(by: law.updateDay.value, mayExcludeNamedDay: true), from: granted,
      inForce: Edition<Thresholds>.of2024.inForce, through: term.ends, on: today, reports: updates,
      isRevoked: { isRevoked(on: $0) })
  }

  /// Whether this recognition was revoked by a day: an earlier one's revocation is from before the grant.
  func isRevoked(on today: Day) -> Kleene {
    guard let revocations else { return .unknown }
    return revocations.lazy.map { revokesThis($0, by: today) }.disjunction()
  }

  /// Whether a revocation is one of this recognition, decided by a day.
  func revokesThis(_ revocation: Revocation, by today: Day) -> Kleene {
    guard let decided = revocation.decided?.days else { return .unknown }
    let isAfterGrant = granted.map { decided.isAtLeast($0) } ?? .unknown
    return decided.isAtMost(today) && isAfterGrant
  }

  /// The revocations that may have been decided by a day.
  func revocations(by today: Day) -> [Revocation]? {
    revocations?.filter { $0.decided.map { $0.earliest <= today } ?? true }
  }

  /// Whether a new application is barred on a day, under a reading.
  func isBarred(on today: Day, under reading: BanReading, _ law: Thresholds) -> Kleene {
    guard let revocations = revocations(by: today) else { return .unknown }
    return revocations.lazy.map { $0.bars(today, under: reading, law) }.disjunction()
  }

  /// The first day of a new application under any reading; `nil` where none is barred or the day is not known.
  func banRelease(on today: Day, _ law: Thresholds) -> Day? {
    guard let revocations = revocations(by: today) else { return nil }
    let open = revocations.filter { revocation in
      BanReading.allCases.contains { revocation.bars(today, under: $0, law) != .no }
    }
    return Revocation.release(of: open, months: law.banYears.value * 12)
  }

  /// The last day of the publicity, under the readings of its first day; or the year without a notice.
  func publicity(_ law: Thresholds) -> Result<LastDay, NoHolidayNotice>? {
    publicityBegan.map { began in
      var days: [Day] = []
      for countsFirst in [true, false] {
        switch WorkingPeriod(of: law.publicityDays.value, from: began, countsFirst: countsFirst) {
        case .ends(let day): days.append(day)
        case .noNotice(let year): return .failure(NoHolidayNotice(year: year))
        }
      }
      return .success(LastDay(days[0], days[1]))
    }
  }
}

/// The holidays of a year are not known here.
struct NoHolidayNotice: Error, Hashable {
  let year: Int
}
