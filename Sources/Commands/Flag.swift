// The flags: each is one entry that parser, help, completions and the reference derive from.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// A flag of the command line.
struct Flag: Sendable {
  /// The long name without its dashes.
  let name: String
  /// The letter of the short form, where there is one.
  let short: Character?
  /// What it does, as one line of help.
  let summary: Wording
  /// Where help lists it.
  let group: Group
  /// How often it may stand on a line.
  let frequency: Frequency
  /// What it takes and what it changes.
  let effect: Effect

  init(
    _ name: String, short: Character? = nil, in group: Group,
    summary: @autoclosure () -> Wording, frequency: Frequency = .once, effect: Effect
  ) {
    self.name = name
    self.short = short
    self.group = group
    self.summary = Program.isInPage ? Wording(zh: "", en: "") : summary()
    self.frequency = frequency
    self.effect = effect
  }

  /// What a flag is about, in the order of help.
  enum Group: CaseIterable, Sendable {
    case reports, input, judging, parts, general

    /// What heads its flags.
    var title: Wording {
      switch self {
      case .reports: Wording(zh: "报告：", en: "Reports:")
      case .input: Wording(zh: "读取：", en: "Reading:")
      case .judging: Wording(zh: "核对：", en: "Judging:")
      case .parts: Wording(zh: "分开核对各部分：", en: "Parts screened apart:")
      case .general: Wording(zh: "通用：", en: "General:")
      }
    }
  }

  /// How often a flag may stand on a line.
  enum Frequency: Sendable {
    /// No more than once.
    case once
    /// Any number of times.
    case repeatedly
  }

  /// What a flag takes and what it changes.
  enum Effect: Sendable {
    /// Asks for help instead of the command.
    case help
    /// Asks for the version instead of the command.
    case version
    /// Takes no value and changes the options.
    case set(@Sendable (inout Options) -> Void)
    /// Takes a value.
    case take(Value)
  }

  /// The value that a flag takes.
  struct Value: Sendable {
    /// How help names it: `FILE`.
    let placeholder: String
    /// What values there are, for a command or for any; anything but a list depends on the reader.
    let domain: @Sendable (Command?, ProgrammeList) -> Domain
    /// Puts a value into the options; `false` where it is not one.
    let store: @Sendable (String, inout Options) -> Bool
  }

  /// The values that a flag or an operand may have.
  enum Domain: Hashable, Sendable {
    /// One of these words.
    case choice([String])
    /// The name of a file.
    case file
    /// Something of a form that can be described but not listed.
    case described(Wording, example: String)

    /// The words to choose from, where they can be listed.
    var choices: [String] {
      if case .choice(let words) = self { words } else { [] }
    }
  }

  /// The long form as it is typed.
  var long: String { "--" + name }

  /// The value it takes, or `nil` where it takes none.
  var value: Value? {
    if case .take(let value) = effect { value } else { nil }
  }

  /// The flag as help and reference write it: `--output FILE`.
  var usage: String { value.map { "\(long) \($0.placeholder)" } ?? long }
}

extension Flag {
  /// A flag whose value is one of an enumeration's words.
  private static func choosing<Choice>(
    _ name: String, _ placeholder: String, in group: Group, summary: @autoclosure () -> Wording,
    into store: @escaping @Sendable (inout Options, Choice) -> Void
  ) -> Flag
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    Flag(
      name, in: group, summary: summary(),
      effect: .take(
        Value(
          placeholder: placeholder,
          domain: { _, _ in .choice(Choice.allCases.map { $0.rawValue }) },
          store: { word, options in
            guard let choice = Choice(rawValue: word) else { return false }
            store(&options, choice)
            return true
          })))
  }

  static let format = Flag(
    "format", in: .reports,
    summary: Wording(
      zh: "报告的格式；写几次就有几份报告", en: "form of the report; once for each report wanted"),
    frequency: .repeatedly,
    effect: .take(
      Value(
        placeholder: "FORMAT",
        domain: { command, _ in .choice((command?.formats ?? Format.allCases).map { $0.rawValue })
        },
        store: { word, options in
          guard let format = Format(rawValue: word) else { return false }
          options.targetFlags.append(.format(format))
          return true
        })))

  static let output = Flag(
    "output", short: "o", in: .reports,
    summary: Wording(
      zh: "写入文件（要么完整，要么不写），- 为标准输出；每个 --format 一个",
      en: "write to a file, whole or not at all, - to print; one for each --format"),
    frequency: .repeatedly,
    effect: .take(
      Value(
        placeholder: "FILE", domain: { _, _ in .file },
        store: { path, options in
          options.targetFlags.append(.output(Destination(path)))
          return true
        })))

  static let asOf = Flag(
    "as-of", in: .judging,
    summary: Wording(
      zh: "以这一天为准（申报日或所查的日期），不用文件中的（如 2025-09-01）",
      en: "take that day, not the filing date or day in the file"),
    effect: .take(
      Value(
        placeholder: "DATE",
        domain: { _, _ in
          .described(
            Wording(zh: "实有的日期，写作“年-月-日”", en: "a day of the calendar, written YYYY-MM-DD"),
            example: "2025-09-01")
        },
        store: { text, options in
          guard case .day(let day)? = PartialDate(iso: text) else { return false }
          options.asOf = day
          return true
        })))

  static let only = Flag(
    "only", in: .reports,
    summary: Wording(
      zh: "只列出该结论的申报材料（汇总仍按全部计算）", en: "show only rows of that verdict; totals stay whole"),
    effect: .take(
      Value(
        placeholder: "VERDICT",
        domain: { _, _ in .choice(Verdict.allCases.map { $0.rawValue }) },
        store: { word, options in
          options.only = Verdict(rawValue: word)
          return options.only != nil
        })))

  static let columns = Flag(
    "columns", in: .reports,
    summary: Wording(
      zh: "csv 的列及其次序，以逗号分隔；写 ? 则列出全部列名",
      en: "columns of csv in their order, between commas; ? lists all"),
    effect: .take(
      Value(
        placeholder: "NAMES",
        domain: { _, _ in
          .described(
            Wording(zh: "以逗号分隔的列名", en: "names of columns with commas between them"),
            example: "enterprise,verdict,missing")
        },
        store: { text, options in
          options.columns = text.split(separator: ",").map(String.init)
          return options.columns?.isEmpty == false
        })))

  static let exclude = Flag(
    "exclude", in: .input,
    summary: Wording(
      zh: "不核对文件夹中如此命名的文件和文件夹，可用 * 和 ?；可写多次",
      en: "leave files and folders of that name out (* and ? allowed); repeatable"),
    frequency: .repeatedly,
    effect: .take(
      Value(
        placeholder: "PATTERN",
        domain: { _, _ in
          .described(Wording(zh: "名称", en: "a name"), example: "archive")
        },
        store: { text, options in
          guard let pattern = FilePattern(text) else { return false }
          options.excluded.append(pattern)
          return true
        })))

  static let applicationsOnly = Flag(
    "applications-only", in: .input,
    summary: Wording(
      zh: "略过其中没有申报内容的 JSON 对象，并说明",
      en: "pass by objects that have nothing of an application, and say so"),
    effect: .set { $0.passesByOthers = true })

  static let bureau = Flag(
    "bureau", in: .judging,
    summary: Wording(
      zh: "受理这批申报材料的工信部门；向其他工信部门申报的会标出",
      en: "the bureau whose intake this is; filings with another are marked"),
    effect: .take(
      Value(
        placeholder: "BUREAU",
        domain: { _, programmes in .choice(programmes.bureaus) },
        store: { word, options in
          guard options.programmes.bureaus.contains(word) else { return false }
          options.bureau = word
          return true
        })))

  static let jobs = Flag(
    "jobs", short: "j", in: .input,
    summary: Wording(
      zh: "同时核对几份，默认为处理器数", en: "how many to judge at once, by default one per processor"),
    effect: .take(
      Value(
        placeholder: "N",
        domain: { _, _ in
          .described(Wording(zh: "1 至 256 的整数", en: "a number from 1 to 256"), example: "2")
        },
        store: { text, options in
          guard text.isASCIIDigits, let jobs = Int(text), (1...256).contains(jobs) else {
            return false
          }
          options.jobs = jobs
          return true
        })))

  static let maxSize = Flag(
    "max-size", in: .input,
    summary: Wording(
      zh: "文件（NDJSON 为每行）的大小上限，默认 \(ByteSize.written(ByteSize.usualLimit).zh)",
      en: "greatest size of a file, or a line of NDJSON, by default "
        + ByteSize.written(ByteSize.usualLimit).en),
    effect: .take(
      Value(
        placeholder: "SIZE",
        domain: { _, _ in
          .described(
            Wording(
              zh: "1 至 \(ByteSize.range.upperBound) 的字节数，可带 KiB、MiB 或 GiB",
              en: "1 to \(ByteSize.range.upperBound) bytes, or a number of KiB, MiB or GiB"),
            example: "64MiB")
        },
        store: { text, options in
          guard let size = ByteSize.parsed(text) else { return false }
          options.greatestSize = size
          return true
        })))

  static let reports = Flag(
    "reports", in: .reports,
    summary: Wording(
      zh: "把每份申报材料的完整报告写入该文件夹", en: "write a full report of each application to a folder"),
    effect: .take(
      Value(
        placeholder: "FOLDER", domain: { _, _ in .file },
        store: { path, options in
          options.reportsFolder = path
          return true
        })))

  static let reportsFormat = Flag(
    "reports-format", in: .reports,
    summary: Wording(zh: "完整报告的格式", en: "form of the full reports"),
    effect: .take(
      Value(
        placeholder: "FORMAT",
        domain: { _, _ in .choice(Command.check.formats.map { $0.rawValue }) },
        store: { word, options in
          guard let format = Format(rawValue: word), Command.check.formats.contains(format) else {
            return false
          }
          options.reportsFormat = format
          return true
        })))

  static let claims = Flag(
    "claims", in: .parts,
    summary: Wording(
      zh: "把各份申报材料所称的位次、占有率等写入该文件，供 claims 命令汇总",
      en: "write what applications claim, for the command claims"),
    effect: .take(
      Value(
        placeholder: "FILE", domain: { _, _ in .file },
        store: { path, options in
          // Standard output is for the report.
          if path == "-" { return false }
          options.claims = path
          return true
        })))

  static let claimsKey = Flag(
    "claims-key", in: .parts,
    summary: Wording(
      zh: "各部分共用的密钥文件，至少 \(ClaimSecret.leastBytes) 字节",
      en: "a secret of \(ClaimSecret.leastBytes) bytes or more that all parts share"),
    effect: .take(
      Value(
        placeholder: "FILE", domain: { _, _ in .file },
        store: { path, options in
          options.claimsKey = path
          return true
        })))

  static let source = Flag(
    "source", in: .input,
    summary: Wording(zh: "标准输入在报告中的文件名", en: "what reports call standard input"),
    effect: .take(
      Value(
        placeholder: "NAME",
        domain: { _, _ in .described(Wording(zh: "文件名", en: "a name"), example: "part-2.ndjson") },
        store: { name, options in
          options.standardInput.source = name
          return true
        })))

  static let firstLine = Flag(
    "first-line", in: .input,
    summary: Wording(zh: "标准输入第一行的行号", en: "number of the first line of standard input"),
    effect: .take(
      Value(
        placeholder: "N",
        domain: { _, _ in
          .described(
            Wording(zh: "1 至 1000000000 的整数", en: "a number from 1 to 1000000000"),
            example: "50001")
        },
        store: { text, options in
          guard text.isASCIIDigits, let line = Int(text), (1...1_000_000_000).contains(line) else {
            return false
          }
          options.standardInput.line = line
          return true
        })))

  static let coverage = Flag(
    "coverage", in: .judging,
    summary: Wording(
      zh: "统计各份申报材料展示了哪些结果", en: "count which outcomes and answers the applications show"),
    effect: .set { $0.countsCoverage = true })

  static let requireCoverage = Flag(
    "require-coverage", in: .judging,
    summary: Wording(
      zh: "展示的结果低于该百分比即不通过", en: "fail if less than that percentage of them is shown"),
    effect: .take(
      Value(
        placeholder: "PERCENT",
        domain: { _, _ in
          .described(Wording(zh: "0 至 100 的数", en: "a number from 0 to 100"), example: "95")
        },
        store: { text, options in
          guard let percentage = Decimal(percentage: text) else { return false }
          options.countsCoverage = true
          options.requiredCoverage = percentage
          return true
        })))

  static let update = Flag(
    "update", in: .judging,
    summary: Wording(zh: "把预期改写为实际结果", en: "rewrite the expectations to what is found"),
    effect: .set { $0.updatesExpectations = true })

  static let assume = Flag(
    "assume", in: .judging,
    summary: Wording(
      zh: "假设申报文件中的一处为所写的值；可写多次",
      en: "assume a change of the application; may be repeated"),
    frequency: .repeatedly,
    effect: .take(
      Value(
        placeholder: "CHANGE",
        domain: { _, _ in
          .described(
            Wording(zh: "写作 /位置=值", en: "a place and a value, written /PLACE=VALUE"),
            example: "/market/nation/rank=5")
        },
        store: { word, options in
          guard word.asEdit != nil else { return false }
          options.assumed.append(word)
          return true
        })))

  static let programme = Flag(
    "programme", in: .judging,
    summary: Wording(
      zh: "所用办法的编号；screen、test 只按它核对，其他命令以材料写明的为准",
      en: "the programme for files that name none; that of all in screen and test"),
    effect: .take(
      Value(
        placeholder: "PROGRAMME",
        domain: { command, programmes in
          switch command?.id {
          case .status: .choice(programmes.holderIDs)
          case .`init`, .test, .criteria, .explain, .schema, nil:
            .choice(programmes.ids + programmes.holderIDs)
          default: .choice(programmes.ids)
          }
        },
        store: { id, options in
          guard options.programmes.any(named: id) != nil else { return false }
          options.programmeID = id
          return true
        })))

  static let strict = Flag(
    "strict", in: .judging,
    summary: Wording(zh: "把评审指标也作为必备条件", en: "treat indicators as conditions too"),
    effect: .set { $0.strictness = .indicatorsToo })

  static let failOn = Flag(
    "fail-on", in: .judging,
    summary: Wording(
      zh: "只在有此情况时以非零状态退出；可写几次，never 为从不",
      en: "end with another status than 0 only where this is so; may be repeated"),
    frequency: .repeatedly,
    effect: .take(
      Value(
        placeholder: "CAUSE",
        domain: { _, _ in .choice(FailureCause.allCases.map { $0.rawValue } + ["never"]) },
        store: { word, options in
          var causes = options.failureCauses.chosen ?? []
          if let cause = FailureCause(rawValue: word) {
            causes.insert(cause)
          } else if word != "never" {
            return false
          }
          options.failureCauses.chosen = causes
          return true
        })))

  static let color = choosing(
    "color", "WHEN", in: .reports,
    summary: Wording(zh: "何时使用颜色", en: "when to use colour"),
    into: { $0.color = $1 })

  static let quiet = Flag(
    "quiet", short: "q", in: .reports,
    summary: Wording(
      zh: "标准输出不写任何内容，只以退出状态作答",
      en: "write nothing to standard output; the exit status answers"),
    effect: .set { $0.verbosity = .statusOnly })

  static let example = Flag(
    "example", in: .reports,
    summary: Wording(
      zh: "写出一份填好的虚构申报文件", en: "write a filled-in application of a fictional enterprise"),
    effect: .set { $0.isExample = true })

  static let verbose = Flag(
    "verbose", short: "v", in: .reports,
    summary: Wording(
      zh: "文字报告写出每一条的理由、口径和所附说明", en: "say in the text report why everything came out as it did"),
    effect: .set { $0.verbosity = .everything })

  static let man = Flag(
    "man", in: .reports,
    summary: Wording(zh: "输出手册页（man）", en: "write all of it as a page for man"),
    effect: .set { $0.isForManual = true })

  static let language = choosing(
    "lang", "LANGUAGE", in: .general,
    summary: Wording(
      zh: "所用语言，默认依 LC_ALL、LC_MESSAGES 或 LANG",
      en: "language to speak, by default that of LC_ALL, LC_MESSAGES or LANG"),
    into: { $0.language = $1 })

  static let help = Flag(
    "help", short: "h", in: .general,
    summary: Wording(zh: "显示帮助", en: "show help"),
    effect: .help)

  static let version = Flag(
    "version", in: .general,
    summary: Wording(zh: "显示版本", en: "show the version"),
    effect: .version)

  /// The flags that every command takes, and that stand without a command too.
  static let general = [language, help, version]

  /// The flag of that name, without its dashes.
  static func named(_ name: String) -> Flag? { first { $0.name == name } }

  /// The flag of that letter.
  static func abbreviated(_ letter: Character) -> Flag? { first { $0.short == letter } }

  /// The flag that is meant; the general ones are looked through first, as they stand on most lines.
  private static func first(where isMeant: (Flag) -> Bool) -> Flag? {
    if let flag = general.first(where: isMeant) { return flag }
    for command in Command.all {
      if let flag = command.flags.first(where: isMeant) { return flag }
    }
    return nil
  }

  /// Every flag there is, in the order of first use.
  static var all: [Flag] {
    var flags: [Flag] = []
    for flag in Command.all.flatMap({ $0.flags }) + general
    where !flags.contains(where: { $0.name == flag.name }) {
      flags.append(flag)
    }
    return flags
  }
}

extension Decimal {
  /// A number from 0 to 100 in plain digits, with or without a fraction.
  fileprivate init?(percentage text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.isASCIIDigits }),
      let number = Decimal(jsonNumber: text.utf8), number <= Decimal(100)
    else { return nil }
    self = number
  }
}
