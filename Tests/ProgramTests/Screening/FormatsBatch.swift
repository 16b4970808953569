// The formats of a batch are tested on one small intake, hand-made so that every kind of row is in it.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import Synchronization

@testable import Batch
@testable import BatchReports
@testable import Commands
@testable import HostSystem
@testable import Judging
@testable import Programmes
@testable import Reports

/// The applications in Fixtures/Intake, and one file that is not there.
enum IntakeBatch {
  static let folder = "Fixtures/Intake"
  static let absent = "Fixtures/Intake/absent.json"

  /// All files by their paths from the root of the repository.
  static let files: [String: [UInt8]] = {
    let place = Fixture.root.appending(path: folder)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: place.path())) ?? []
    var files: [String: [UInt8]] = [:]
    for name in names where name.hasSuffix("json") {
      files["\(folder)/\(name)"] =
        [UInt8]((try? Data(contentsOf: place.appending(path: name))) ?? Data())
    }
    return files
  }()

  /// The pieces of work in the order in which a batch goes through them.
  static var work: [Work] {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths.map { path in
      path.hasSuffix(".ndjson")
        ? .lines(source: path, firstLine: 1, bytes: files[path] ?? []) : .files([path])
    } + [.failure(ApplicationLocation(source: absent, line: nil), .absent)]
  }

  /// The batch with contradictions made by hand, as a format sees it at its end, and what a format
  /// that streams has written by then.
  static func screening(
    for format: ScreeningFormat, only: Verdict? = nil
  ) -> (screening: Screening, lines: [UInt8]) {
    var options = ScreenerOptions(programme: .champion, language: .zh)
    options.only = only
    let screener = Screener(
      options: options, formats: [format], claimKey: Claims.key,
      environment: environment([], World()))
    var screening = Screening()
    var lines: [UInt8] = []
    var places: [ApplicationLocation] = []
    screening.only = only
    for result in work.map(screener.result(of:)) {
      for (offset, row) in result.rows.enumerated() where only == nil || row.verdict == only {
        screening.rows.append((screening.totals.applications + offset, row))
      }
      screening.totals.add(result.totals)
      lines += result.lines.joined()
      for claims in result.claims {
        places += claims.records.map {
          ApplicationLocation(source: claims.source, line: $0.place == 0 ? nil : Int($0.place))
        }
      }
    }
    screening.contradictions = ContradictionList(contradictions)
    screening.contestedEligible = 4
    let known = places
    screening.place = { known[$0] }
    return (screening, lines)
  }

  /// The whole batch; judged once, since many tests look at it.
  static let screening = screening(for: ScreeningCSV(language: .zh).format).screening

  /// What a format makes of the batch.
  static func output(_ format: ScreeningFormat, only: Verdict? = nil) -> [UInt8] {
    let (screening, lines) = screening(for: format, only: only)
    return lines + format.end(screening)
  }

  /// The contradictions planted in the files, by the numbers of the applications.
  static let contradictions: [Contradiction] = [
    contradiction(
      .sameApplicantOtherProduct, [0, 2], zh: "代码 {code} 申报了 {count} 个产品",
      en: "code {code} applies for {count} products",
      ["code": .text("91220101MA1KQ7B32B"), "count": .count(2)]),
    contradiction(.sameContent, [6, 7], zh: "内容相同", en: "the content is the same", [:]),
    contradiction(
      .firstInProvince, [0, 1], zh: "{count} 家称 {class} 全省第一",
      en: "{count} applicants claim to be first in the province for {class}",
      ["class": .text("3507060101"), "count": .count(2)]),
    contradiction(
      .provincialShares, [0, 1], zh: "全省占有率合计 {sum}%",
      en: "provincial shares add up to {sum}%", ["sum": .digits("109.5")]),
    contradiction(
      .otherBureau, [6], zh: "向{bureau}申报", en: "filed with {bureau}",
      ["bureau": .term(Wording(zh: "松原市工信局", en: "the bureau of Songyuan"))]),
  ]

  static func contradiction(
    _ kind: Contradiction.Kind, _ applications: [Int], zh: String, en: String,
    _ values: Reason.Values
  ) -> Contradiction {
    Contradiction(
      kind: kind, applications: applications,
      reason: Reason(Message(kind.rawValue, says: Wording(zh: zh, en: en)), values))
  }

  /// The world in which the program finds the batch.
  static func environment(_ arguments: [String], _ world: World) -> Environment {
    var environment = world.environment()
    environment.arguments = arguments
    environment.read = { path, _ in files[path].map { .success($0) } ?? .failure(.absent) }
    environment.batch = BatchSystem(
      list: { folder in
        let inside = files.keys.filter { $0.hasPrefix(folder + "/") }
          .map { $0.dropFirst(folder.count + 1) }
        if inside.isEmpty { return .failure(.absent) }
        let names = Set(inside.map { $0.prefix { $0 != "/" } })
        return .success(
          names.map { name in
            FolderEntry(name: String(name), isFolder: inside.contains { $0.hasPrefix(name + "/") })
          })
      },
      stream: { path in
        guard let path, let bytes = files[path] else { return .failure(.absent) }
        let rest = Mutex(bytes)
        return .success(
          ByteStream { beginning in
            rest.withLock { rest in
              // Pieces that end in the middle of lines and characters.
              let piece = Array(rest.prefix(1_000))
              rest.removeFirst(piece.count)
              return .success(beginning + piece)
            }
          })
      },
      begin: { _ in .failure(.notWritable("")) }, replace: { _, _ in .failed("") },
      identify: { _ in nil }, makeFolder: { _ in .failed("") },
      concurrently: { count, jobs, body in
        if jobs == 1 {
          for number in 0..<count { body(number) }
        } else {
          DispatchQueue.concurrentPerform(iterations: count) { body(count - 1 - $0) }
        }
      },
      processors: { 2 }, seconds: { 0 }, isInterrupted: { false },
      randomWord: { 0 })
    return environment
  }

  /// Runs the program on the batch; a width makes its output a terminal.
  static func run(
    _ format: Format, _ flags: [String], columns: Int? = nil
  ) -> (status: ExitStatus, output: [UInt8]) {
    let world = World()
    let arguments = ["screen", "--format", format.rawValue] + flags + [folder, absent]
    var environment = environment(arguments, world)
    environment.columns = { columns }
    let status = Commands.run(environment, .tested)
    return (status, world.state.withLock { $0.output })
  }
}

/// Texts as an applicant with bad intentions writes them.
struct HostileTexts {
  private var generator: Dice

  init(seed: UInt64) { generator = Dice(seed: seed) }

  private static let pieces = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\"", "\"\"", "'", ",", ";", "|", "\\", "\\|",
    "`",
    "*", "_", "<script>", "</td>", "<!--", "&amp;", "&", "[a](b)", "https://a.example", "www.a.b",
    "~~", "#1", "$x$", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{0}", "\u{1B}[2J",
    "\u{85}", "\u{9B}31m", "\u{2028}", "\u{7F}", "007", "912201011234567890", "1E5", "3-1", "50%",
    "2025年3月", "MAR1", "true", "e\u{301}", "\u{301}", "葛\u{E0100}", "👨‍👩‍👧", "🇨🇳", "中", "文", "，", "（",
    "＝", "－", " ", "\u{3000}", "a", "Z", "\u{10FFFF}", "ﷺ", "ก็็", "\u{1161}", "::error::", "{name}",
    "@name", "GH-1", "!1", "##[error]", "#",
  ]

  /// The next text, of up to twelve pieces.
  mutating func next() -> String {
    (0..<Int.random(in: 0...12, using: &generator))
      .map { _ in HostileTexts.pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A batch of which every text is hostile.
  mutating func screening(rows count: Int) -> Screening {
    var screening = Screening()
    var contradictions: [Contradiction] = []
    for number in 0..<count {
      let place = ApplicationLocation(source: next(), line: number % 2 == 0 ? nil : number)
      var row = Row(unreadable: .other(next()), at: place)
      row.enterprise = next()
      row.creditCode = number % 3 == 0 ? nil : try? SocialCreditCode("912202014021776183")
      row.product = next()
      row.verdict = Verdict.allCases.randomElement(using: &generator)
      if number % 5 == 0 {
        row.outcomes = Outcomes(
          Rulebook.champion.criteria.map { $0.role == .preference ? .met : .notApplicable })
      }
      let reason = Reason(
        Message("hostile", says: Wording(zh: "{text}", en: "{text}")), ["text": .text(next())])
      row.faults = [Row.PlacedFault(position: nil, pointer: next(), reason: reason)]
      row.faultCount = 1
      screening.totals.add(row)
      screening.rows.append((number, row))
      contradictions.append(
        Contradiction(
          kind: .sameContent, applications: [number, (number + 1) % count], reason: reason))
    }
    screening.contradictions = ContradictionList(contradictions)
    let places = screening.rows.map(\.row.place)
    screening.place = { places[$0] }
    return screening
  }
}
