// What a command line asks for, as plain typed values: nothing behind it looks at strings again.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// Where an application comes from.
enum Source: Hashable, Sendable {
  /// Standard input.
  case standardInput
  /// A file.
  case file(String)

  /// The source of that name, with `-` for standard input.
  init(_ name: String) { self = name == "-" ? .standardInput : .file(name) }
}

/// When colour is used.
enum ColorMode: String, Hashable, Sendable, CaseIterable {
  /// On a terminal that shows it and a user who has not declined it.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

/// How much is said.
enum Verbosity: Hashable, Sendable {
  /// The report as usual.
  case report
  /// The report with all that can be said of what is well too.
  case everything
  /// Nothing on standard output; the exit status answers.
  case statusOnly
}

/// The flags and operands of one command line.
struct Options: Hashable, Sendable {
  /// The programmes that there are.
  let programmes: ProgrammeList
  /// The programme by whose rules is judged what names none, where the line names one.
  var programmeID: String?
  /// The form of a report for which the line names none.
  var usualFormat: Format
  /// What the line says about reports, in its order.
  var targetFlags: [TargetFlag] = []
  /// The language of everything said.
  var language: Language
  /// The day on which the edition is chosen, where one was named.
  var asOf: Day?
  /// Which roles count as requirements.
  var strictness = Strictness.conditionsOnly
  /// Whether objects that have nothing of an application are passed by instead of being faults.
  var passesByOthers = false
  /// What of an application lets the run fail.
  var failureCauses = FailureCauses()
  /// When colour is used.
  var color = ColorMode.auto
  /// How much is said.
  var verbosity = Verbosity.report
  /// Whether an example is wanted instead of a blank application.
  var isExample = false
  /// Whether help is wanted as a page of the manual.
  var isForManual = false
  /// The bureau whose intake a batch is, where one was named.
  var bureau: String?
  /// The verdict to which the rows of a batch are limited, where one was named.
  var only: Verdict?
  /// The columns of a table, where some were chosen.
  var columns: [String]?
  /// What is left out of folders.
  var excluded: [FilePattern] = []
  /// How many applications are judged at once, where a number was named.
  var jobs: Int?
  /// How many bytes a file, or a line of one with an application a line, may have.
  var greatestSize = ByteSize.usualLimit
  /// The folder for one full report of each application, where one was named.
  var reportsFolder: String?
  /// The form of those reports.
  var reportsFormat = Format.text
  /// The file for what the applications of a part claim, where one was named.
  var claims: String?
  /// The file with the secret that all parts share, where one was named.
  var claimsKey: String?
  /// What standard input is called, and the number of its first line.
  var standardInput = ApplicationLocation(source: "-", line: 1)
  /// Whether a test counts what its applications show.
  var countsCoverage = false
  /// How many percent of it there have to be, where a number was named.
  var requiredCoverage: Decimal?
  /// Whether expectations are rewritten to what is found.
  var updatesExpectations = false
  /// The changes that a plan tries, as they are written.
  var assumed: [String] = []
  /// What the command works on, in the order given.
  var operands: [String] = []

  /// The programme by whose rules is judged what names none.
  var programme: Programme { programmeID.flatMap(programmes.any) ?? programmes.usual }

  /// The bureau whose intake a batch is, where one was named.
  var bureauIntake: BureauIntake? {
    let bureaus = programme.bureaus
    return bureaus.firstIndex { $0.word == bureau }.map {
      BureauIntake(bureaus: bureaus, expected: $0)
    }
  }

  /// Says what CI servers are to be told.
  func inspector(for programmes: [Programme]) -> Inspector {
    Inspector(of: programmes, usual: programme, strictness, language)
  }

  /// The reports wanted.
  var targets: ReportTargets { ReportTargets(targetFlags, usual: usualFormat) }
}

/// A shell that completions can be written for.
enum Shell: String, Hashable, Sendable, CaseIterable {
  /// The Bourne-again shell, from 3.2.
  case bash
  /// The Z shell.
  case zsh
  /// The friendly interactive shell, from 3.0.
  case fish
}

/// What a command line without faults asks for.
indirect enum Invocation: Hashable, Sendable {
  /// A full report for each application.
  case check(Options)
  /// One row for each application of a batch.
  case screen(Options)
  /// What the parts of a batch claim, put together.
  case claims(Options)
  /// What differs from the expectations stated beside applications.
  case test(Options)
  /// What changed between two applications or batches.
  case compare(Options)
  /// Whether a report follows from its input.
  case verify(Options)
  /// Where an enterprise stands among the titles.
  case ladder(Options)
  /// How titles stand, and what is owed for them.
  case status(Options)
  /// A blank application, or an example.
  case blank(Options)
  /// The schema of what is read or written.
  case schema(Options)
  /// What it takes to qualify, and when.
  case plan(Options)
  /// The catalogue of criteria.
  case criteria(Options)
  /// One criterion, or how to choose one.
  case explain(Options)
  /// A completion script.
  case completions(Shell, Options)
  /// Help on a command, or in general.
  case help(commandName: String?, Language)
  /// The manual's page.
  case manual(Language)
  /// The version.
  case version
}
