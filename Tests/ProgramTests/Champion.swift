// Most tests are about the program and not about a programme; theirs is that of the single champions.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON

@testable import Batch
@testable import Commands
@testable import HostSystem
@testable import Judging
@testable import Programmes

extension ProgrammeList {
  /// The programmes of most tests.
  static let tested = ProgrammeList.all
}

extension ParsedLine {
  /// Reads a command line.
  init(_ arguments: [String], language: Language) {
    self.init(arguments, language: language, .tested)
  }
}

extension Help {
  /// Help for a page of a width.
  init(language: Language, width: Int) {
    self.init(language: language, width: width, programmes: .tested)
  }
}

extension Completions {
  /// The completion script for a shell.
  static func script(for shell: Shell, in language: Language) -> String {
    script(for: shell, in: language, .tested)
  }
}

extension Screening {
  /// A batch without applications.
  init() { self.init(.champion) }
}

extension Pointer {
  /// What the fact is called.
  func label(in language: Language) -> String {
    Programme.champion.label(of: self, in: language)
  }
}

extension JudgedApplication {
  /// Judges a text.
  init(
    _ text: ApplicationText, asOf day: Day? = nil, strictness: Strictness = .conditionsOnly
  ) {
    self = Programme.champion.judge(text, JudgingOptions(asOf: day, strictness: strictness))
  }
}

extension JudgedApplication {
  /// The finding of a criterion.
  subscript(id: String) -> Finding? {
    programme.criteria.firstIndex { $0.id == id }.map { findings[$0] }
  }
}

extension BureauIntake {
  /// The intake of a bureau.
  static func intake(of bureau: Bureau) -> BureauIntake {
    let bureaus = Programme.champion.bureaus
    return BureauIntake(
      bureaus: bureaus, expected: bureaus.firstIndex { $0.word == bureau.rawValue } ?? -1)
  }
}

/// An application of a single champion as it was read.
struct ChampionFile {
  let text: ApplicationText
  private let parsed: ParsedApplication<Application>

  init(
    source: String, line: Int? = nil, bytes: [UInt8], decodeGB18030: ([UInt8]) -> [UInt8]?
  ) {
    text = ApplicationText(
      source: source, line: line, bytes: bytes, decodeGB18030: decodeGB18030)
    parsed = ChampionFormat.table.read(text)
  }

  var document: JSONDocument { text.document }
  var application: Application { parsed.facts }
  var faults: [Fault] { parsed.faults }
  var faultCount: Int { parsed.faultCount }
  var notices: [Notice] { parsed.notices }
}

/// Runs the program with the programmes of most tests.
func run(_ environment: Environment) -> Judging.ExitStatus { run(environment, .tested) }
