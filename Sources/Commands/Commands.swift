// The commands: each is one entry that parser, help, completions and the reference derive from.

import Eligibility
import Expectations
import Judging
import Reports

/// A command of the program.
final class Command: Sendable {
  /// Which one it is.
  let id: ID
  /// What it does, as one line of help.
  let summary: Wording
  /// What it does and for whom, as the paragraph under the usage line.
  let about: Wording
  /// What it works on.
  let operands: Operands
  /// The forms of report it can write, the default first; empty where it writes none.
  let formats: [Format]
  /// Command lines worth copying.
  let examples: [String]
  /// What the command line asks for; `nil` only where an operand is not of its domain.
  let invocation: @Sendable (Options) -> Invocation?
  private let listFlags: @Sendable () -> [Flag]

  /// Creates a command; its flags are made once a line has some, for which most starts need not wait, and
  /// what help says of it where there is help.
  init(
    id: ID, summary: @autoclosure () -> Wording, about: @autoclosure () -> Wording,
    operands: Operands, formats: [Format],
    flags: @autoclosure @escaping @Sendable () -> [Flag], examples: @autoclosure () -> [String],
    invocation: @escaping @Sendable (Options) -> Invocation?
  ) {
    self.id = id
    self.summary = Program.isInPage ? Wording(zh: "", en: "") : summary()
    self.about = Program.isInPage ? Wording(zh: "", en: "") : about()
    self.operands = operands
    self.formats = Program.isInPage ? formats.filter { $0.isWritten } : formats
    self.examples = Program.isInPage ? [] : examples()
    self.invocation = invocation
    listFlags = flags
  }

  /// What a command works on.
  struct Operands: Sendable {
    /// How help names one of them: `FILE`.
    let placeholder: String
    /// How many of them there may be.
    let count: ClosedRange<Int>
    /// What they may be; asked only when it matters, since a catalogue may stand behind it.
    let domain: @Sendable (ProgrammeList) -> Flag.Domain
    /// Whether one of them is meant by a word that is not listed.
    var isMeant: @Sendable (_ word: String, Options) -> Bool = { _, _ in false }

    /// No operands.
    static let none = Operands(placeholder: "", count: 0...0, domain: { _ in .choice([]) })

    /// The operands as the usage line writes them, with a space before.
    var usage: String {
      switch (count.lowerBound, count.upperBound) {
      case (_, 0): ""
      case (0, 1): " [\(placeholder)]"
      case (0, _): " [\(placeholder)…]"
      case (_, 1): " \(placeholder)"
      case (2, 2): " \(placeholder) \(placeholder)"
      default: " \(placeholder)…"
      }
    }
  }

  /// What people type.
  var name: String { id.rawValue }

  /// The flags it takes besides the general ones, in the order of its help.
  var flags: [Flag] { listFlags() }

  /// All flags it takes, the general ones last.
  var allFlags: [Flag] { flags + Flag.general }

  /// The command and its operands: `check FILE…`.
  var usage: String { name + operands.usage }
}

extension Command {
  /// The commands by what people type, in the order of help.
  enum ID: String, CaseIterable, Sendable {
    case `init`, check, screen, claims, test, compare, plan, ladder, status, verify, criteria,
      explain, schema
    case completions, help

    /// The command itself.
    fileprivate var command: Command {
      switch self {
      case .`init`: .blank
      case .check: .check
      case .screen: .screen
      case .claims: .claims
      case .test: .test
      case .compare: .compare
      case .plan: .plan
      case .ladder: .ladder
      case .status: .status
      case .verify: .verify
      case .criteria: .criteria
      case .explain: .explain
      case .schema: .schema
      case .completions: .completions
      case .help: .help
      }
    }
  }

  /// The table of commands, in the order of help.
  static var all: [Command] { ID.allCases.map { $0.command } }

  /// The command of that name; a start of the program does not wait for the others.
  static func named(_ name: String) -> Command? { ID(rawValue: name)?.command }

  static let blank = Command(
    id: .`init`,
    summary: Wording(zh: "写出空白的申报文件，或一份示例", en: "write a blank application, or an example"),
    about: Wording(
      zh: "按填写次序写出一份空白的申报文件（JSON），各项为 null，即未填；--example 写出一份填好的虚构示例。"
        + "已有的文件不会被覆盖。各项的填法见 \(Program.name) explain。",
      en: """
        Writes a blank application (JSON) with its members in the form's order, each null, which \
        says that nothing is known; --example writes one of a fictional enterprise, filled in. A \
        file that exists is never overwritten. \(Program.name) explain says what to write where.
        """),
    operands: Operands(placeholder: "FILE", count: 0...1, domain: { _ in .file }),
    formats: [],
    flags: [.output, .example, .programme],
    examples: ["jlcheck init application.json", "jlcheck init --example --output example.json"],
    invocation: { options in
      var options = options
      options.targetFlags += options.operands.map { .output(Destination($0)) }
      return .blank(options)
    })

  static let check = Command(
    id: .check,
    summary: Wording(zh: "逐条核对申报材料并给出结论", en: "check applications clause by clause"),
    about: Wording(
      zh: "读取每个申报文件（JSON），逐条说明条件是否满足、差距多少、还缺什么。- 表示标准输入。",
      en: """
        Reads each application file (JSON) and says for every clause whether it is met, by how \
        much, and what is still missing. - is standard input.
        """),
    operands: Operands(placeholder: "FILE", count: 1...Int.max, domain: { _ in .file }),
    formats: [.text, .json, .markdown, .html, .letter] + Format.integrations,
    flags: [
      .format, .output, .applicationsOnly, .programme, .asOf, .strict, .failOn, .maxSize, .color,
      .verbose, .quiet,
    ],
    examples: [
      "jlcheck check application.json",
      "jlcheck check --format html --output report.html application.json",
      "jlcheck check --format json --output report.json application.json",
      "jlcheck check --lang zh --format letter --output 补正通知.txt application.json",
      "jlcheck check --format text --format junit --output junit.xml application.json",
      "jlcheck check --as-of 2025-09-01 --strict - < application.json",
    ],
    invocation: { .check($0) })

  static let screen = Command(
    id: .screen,
    summary: Wording(zh: "成批核对申报材料，每份一行", en: "screen a whole intake, one row each"),
    about: Wording(
      zh: "读取文件、文件夹（含下级，*.json、*.ndjson 和 *.jsonl）、NDJSON 和标准输入（-，每行一份），每份申报材料一行，"
        + "并给出汇总和各份之间的矛盾。",
      en: """
        Reads files, folders (all *.json, *.ndjson and *.jsonl below them), NDJSON and standard input (-, one \
        application a line); gives one row for each application, totals, and contradictions \
        between applications.
        """),
    operands: Operands(placeholder: "PATH", count: 1...Int.max, domain: { _ in .file }),
    formats: [.text, .csv, .ndjson, .json, .markdown, .html, .letter, .recommendation]
      + Format.integrations,
    flags: [
      .format, .output, .only, .columns, .reports, .reportsFormat, .color, .quiet, .exclude,
      .source,
      .firstLine, .maxSize, .jobs, .programme, .asOf, .strict, .bureau, .failOn, .claims,
      .claimsKey,
    ],
    examples: [
      "jlcheck screen intake/",
      "jlcheck screen intake/ --bureau changchun --format html --output intake.html",
      "jlcheck screen intake/ --lang zh --format recommendation --output 推荐汇总表.csv",
      "jlcheck screen intake/ --exclude archive --format csv --columns enterprise,verdict,missing",
      "jlcheck screen - --format ndjson < applications.ndjson",
      "jlcheck screen intake/ --claims changchun.claims --claims-key secret",
    ],
    invocation: { .screen($0) })

  static let claims = Command(
    id: .claims,
    summary: Wording(zh: "汇总分开核对的各部分，找出矛盾", en: "put together parts screened apart"),
    about: Wording(
      zh: "读取 screen --claims 为同一批申报材料的各部分写出的文件（按整批的次序给出），"
        + "写出与整批一次核对时相同的矛盾和汇总。",
      en: """
        Reads the files that screen --claims wrote for the parts of a batch, in the order of the \
        batch; writes what one run over all of it would have written after its rows: \
        contradictions and totals.
        """),
    operands: Operands(placeholder: "FILE", count: 1...Int.max, domain: { _ in .file }),
    formats: [.text, .ndjson, .json],
    flags: [.format, .output, .only, .bureau, .programme, .maxSize, .color, .quiet],
    examples: [
      "jlcheck claims changchun.claims jilin.claims",
      "jlcheck claims - --format ndjson --bureau changchun < all.claims",
    ],
    invocation: { .claims($0) })

  static let test = Command(
    id: .test,
    summary: Wording(
      zh: "核对申报材料的结果是否与写明的预期一致", en: "hold applications to what is expected of them"),
    about: Wording(
      zh: "对写有预期的文件夹（含下级）、单个申报文件或预期文件，核对每份申报材料的结论、各项标准的结果和文件错误是否与预期一致。"
        + "预期写在申报文件旁的 \(ExpectationFile.manifestName)，或每份申报材料自己的“名称\(ExpectationFile.ending)”。"
        + "退出状态：0 全部一致，1 有不一致或覆盖率不足，2 没有可测试的内容。--update 把已写明的各项改为实际结果，"
        + "为没有预期的申报材料写上结论、文件错误，以及（文件无错误时）不符合或待定的必备条件，并删去申报材料已不存在的条目；"
        + "改动应当逐条审阅。",
      en: """
        Takes folders with expectations in them (and all below), single applications or files of \
        expectations, and says where a verdict, the outcome of a criterion or the faults of a file \
        are not as expected. Expectations stand beside the applications in \
        \(ExpectationFile.manifestName), or in name\(ExpectationFile.ending) for one. Exit \
        status: 0 all as expected, 1 something differs or coverage is too low, 2 nothing was \
        tested. --update writes what is found wherever something is stated; an application of \
        which nothing is expected gets its verdict, its faults and, without faults, the \
        conditions in its way; entries of applications that are gone are removed. Read the \
        changes.
        """),
    operands: Operands(placeholder: "PATH", count: 1...Int.max, domain: { _ in .file }),
    formats: [.text, .json] + Format.integrations,
    flags: [
      .format, .output, .coverage, .requireCoverage, .update, .programme, .maxSize, .color,
      .quiet,
    ],
    examples: [
      "jlcheck test applications/",
      "jlcheck test applications/ --require-coverage 90 --format text --format junit -o test.xml",
      "jlcheck test applications/ --update",
    ],
    invocation: { .test($0) })

  static let compare = Command(
    id: .compare,
    summary: Wording(zh: "比较前后两次申报的变化", en: "say what changed between two applications"),
    about: Wording(
      zh: "比较两份或两批申报材料（按统一社会信用代码和产品配对）：哪些标准的结果有变化，由哪些数据引起。退出状态以新的一份为准。",
      en: """
        Compares two applications, or two batches (matched by social credit code and product): \
        which criteria changed their outcome, and which facts changed them. The exit status is \
        that of the new one.
        """),
    operands: Operands(placeholder: "PATH", count: 2...2, domain: { _ in .file }),
    formats: [.text, .json],
    flags: [.format, .output, .programme, .asOf, .strict, .maxSize, .color, .quiet],
    examples: [
      "jlcheck compare filed.json corrected.json", "jlcheck compare intake-2025/ intake-2026/",
    ],
    invocation: { .compare($0) })

  static let plan = Command(
    id: .plan,
    summary: Wording(zh: "说明如何、何时能够符合条件", en: "say what it takes to qualify, and when"),
    about: Wording(
      zh: "逐条说明未满足或待定的条件须怎样才能满足、最早在哪个年度，再给出全部条件能够同时满足的最早年度（本年度起共十一个年度）"
        + "及其前提和对文件的修改。结论均由同一套规则对修改后的文件核对得出。--assume 假设一处为所写的值，可写多次。"
        + "退出状态：0 有可申报的年度，2 没有或尚不能确定，65 文件有错误，须先更正。",
      en: """
        Says for each condition that is unmet or undetermined what would meet it and in which round \
        at the earliest; then the earliest round, up to ten after the application's own, in which \
        all can hold, with what is assumed and the changes to the file. The same rules decide on \
        the file with these changes made. --assume tries a change and may be repeated. Exit \
        status: 0 a round is found, 2 there is none or it cannot be named, 65 the file has faults, \
        which are to be mended first.
        """),
    operands: Operands(placeholder: "FILE", count: 1...1, domain: { _ in .file }),
    formats: [.text, .json, .markdown, .html],
    flags: [.format, .output, .assume, .programme, .asOf, .maxSize, .color, .quiet],
    examples: [
      "jlcheck plan application.json",
      "jlcheck plan --format html --output plan.html application.json",
      "jlcheck plan application.json --assume /market/nation/rank=5 --assume /product/isNew=false",
    ],
    invocation: { .plan($0) })

  static let criteria = Command(
    id: .criteria,
    summary: Wording(zh: "列出全部认定标准", en: "list every criterion"),
    about: Wording(
      zh: "按办法的次序列出每一项标准：编号、条款、作用和名称。",
      en: "Lists every criterion in the regulation's order: identifier, clause, role and title."),
    operands: .none,
    formats: [.text, .json],
    flags: [.format, .output, .programme, .color],
    examples: ["jlcheck criteria", "jlcheck criteria --format json"],
    invocation: { .criteria($0) })

  static let explain = Command(
    id: .explain,
    summary: Wording(
      zh: "说明一项标准或申报材料中的一项内容", en: "explain a criterion or a member of applications"),
    about: Wording(
      zh: "说明一项标准的条款、判断规则、口径、所依据的数据和所需证明，或申报材料中一项内容的含义、填法和可选值；"
        + "可以写编号、标题、位置（如 /figures/unit）或名称（可省略其中的字）。不写则说明全部标准。",
      en: """
        Explains a criterion: its clause, its exact rule, the readings it allows, the data it \
        reads and the evidence it wants; or a member of applications: what it means, what to \
        write and what there is to choose from. Name it by its identifier, its title, a place \
        such as /figures/unit, or a label, in which characters may be left out; without a name, \
        all criteria.
        """),
    operands: Operands(
      placeholder: "NAME", count: 0...1,
      domain: { programmes in .choice(programmes.all.flatMap { $0.criteria.map { $0.id } }) },
      isMeant: { $1.programmes.meaning(of: $0, in: $1.programme) != nil }),
    formats: [.text, .json],
    flags: [.format, .output, .programme, .color],
    examples: [
      "jlcheck explain average-revenue --lang en", "jlcheck explain /figures/unit",
      "jlcheck explain 受理部门",
    ],
    invocation: { .explain($0) })

  static let ladder = Command(
    id: .ladder,
    summary: Wording(zh: "列出企业在各级称号上的情况", en: "show where an enterprise stands among the titles"),
    about: Wording(
      zh: "读取一家企业的一份或几份文件（各办法的申报文件；另可有 programme 为 enterprise-ladder 的文件，写各级称号、"
        + "销售收入和人员），逐级说明：是否持有、能否核对、资料中有无标准，以及与上一级的关系。没有结论，不打分，"
        + "不推断能否取得。退出状态：0 已列出，65 有文件有错误（有错误的内容按未知处理）。",
      en: """
        Reads one or more files of one enterprise (applications of any programme, and perhaps a file \
        whose programme is enterprise-ladder, with titles of all levels, sales revenue and staff) and \
        says at each step whether the title is held, what can be checked, whether the documents set \
        a standard, and what they say of the passage from the step before. There is no verdict, no \
        score and no inference. Exit status: 0 shown, 65 a file has faults, whose facts count as unknown.
        """),
    operands: Operands(placeholder: "FILE", count: 1...Int.max, domain: { _ in .file }),
    formats: [.text, .json, .markdown],
    flags: [.format, .output, .asOf, .maxSize, .color, .quiet],
    examples: ["jlcheck ladder application.json", "jlcheck ladder titles.json --as-of 2025-09-10"],
    invocation: { .ladder($0) })

  static let status = Command(
    id: .status,
    summary: Wording(zh: "说明已获称号的状态和后续义务", en: "say how titles stand and what is owed for them"),
    about: Wording(
      zh: "读取称号的历史（一份 JSON 文件一个称号，也可以是文件夹、NDJSON 和标准输入），说明在 --as-of 那一天称号的状态、"
        + "各项义务及其期限和条款，最先到期的在前；ics 写入日历，csv 是登记册。空白文件由 "
        + "\(Program.name) init --programme single-champion-holder（集群为 manufacturing-cluster-holder）写出。"
        + "退出状态：0 称号有效且没有逾期，1 有逾期，或称号已终止、被撤销或不再复核，2 有尚不能判断的，65 文件有错误。",
      en: """
        Reads the histories of titles (one JSON file each; folders, NDJSON and standard input too) and \
        says how each title stands on the day of --as-of and what is owed for it, by when and under \
        which clause, what is due first at the top; ics puts the dates into a calendar, csv is a register. \
        \(Program.name) init --programme single-champion-holder (of a cluster manufacturing-cluster-holder) \
        writes a blank file. Exit status: 0 valid and nothing late, 1 something is late, or a title has \
        ended, was revoked or lost its review, 2 something cannot be decided, 65 a file has faults.
        """),
    operands: Operands(placeholder: "PATH", count: 1...Int.max, domain: { _ in .file }),
    formats: [.text, .json, .csv, .markdown, .html, .ics],
    flags: [.format, .output, .programme, .asOf, .exclude, .maxSize, .color, .quiet],
    examples: [
      "jlcheck status holder.json --as-of 2026-04-01",
      "jlcheck status holders/ --as-of 2026-04-01 --format csv --output register.csv",
      "jlcheck status holder.json --lang zh --format ics --output 单项冠军.ics",
    ],
    invocation: { .status($0) })

  static let verify = Command(
    id: .verify,
    summary: Wording(
      zh: "核实核对报告确由申报材料得出", en: "see whether a report follows from its applications"),
    about: Wording(
      zh: "读取 check --format json（或 screen --reports 的 json）写出的报告，按其所记的语言、口径和假定的申报日对所给的申报文件"
        + "重新核对，逐项比较。退出状态：0 一致，1 不一致并说明原因（程序、版本或输入不同，或报告被改动）。",
      en: """
        Reads a report that check --format json (or screen --reports with json) wrote, judges the \
        applications named again as the report says it did, and compares every value. Exit status: 0 \
        the same; 1 different, with why: another program, edition or input, or an altered report.
        """),
    operands: Operands(placeholder: "REPORT FILE", count: 2...Int.max, domain: { _ in .file }),
    formats: [.text, .json],
    flags: [.format, .output, .maxSize, .quiet],
    examples: ["jlcheck verify report.json application.json"],
    invocation: { .verify($0) })

  static let schema = Command(
    id: .schema,
    summary: Wording(
      zh: "写出申报文件、报告等的 JSON Schema", en: "write the JSON Schema of applications, reports and more"),
    about: Wording(
      zh: "写出 JSON Schema（2020-12）。不写名称即 application：申报文件，供编辑器提示各项、选项和填法，在申报文件中以 "
        + "\"$schema\" 引用。report、plan、screening、status 和 test 是 check、plan、screen、status、test 的 json 报告，"
        + "screening-line 是 screen 的 ndjson 报告的一行；expectations 是 test 所读的预期，claims 是 screen "
        + "--claims 所写文件的一行。",
      en: """
        Writes a JSON Schema (2020-12). Without a name that is application: the file of an \
        application, by which an editor offers members, choices and hints; an application names it \
        as \"$schema\". report, plan, screening, status and test are the json reports of check, plan, \
        screen, status and test, and screening-line a line of the ndjson report of screen; expectations are what \
        test reads, and claims a line of what screen --claims writes.
        """),
    operands: Operands(
      placeholder: "NAME", count: 0...1,
      domain: { _ in .choice(PublishedSchema.allCases.map { $0.rawValue }) }),
    formats: [],
    flags: [.output, .programme],
    examples: [
      "jlcheck schema application --output application.schema.json", "jlcheck schema report",
    ],
    invocation: { .schema($0) })

  static let completions = Command(
    id: .completions,
    summary: Wording(zh: "输出命令行补全脚本", en: "write a shell completion script"),
    about: Wording(
      zh: "输出所选 shell 的补全脚本，保存到该 shell 读取的位置即可生效。",
      en: "Writes the completion script of a shell; save it where that shell looks for them."
    ),
    operands: Operands(
      placeholder: "SHELL", count: 1...1,
      domain: { _ in .choice(Shell.allCases.map { $0.rawValue }) }),
    formats: [],
    flags: [.output],
    examples: [
      "jlcheck completions bash --output ~/.local/share/bash-completion/completions/jlcheck"
    ],
    invocation: { options in
      options.operands.first.flatMap { Shell(rawValue: $0) }.map { .completions($0, options) }
    })

  static let help = Command(
    id: .help,
    summary: Wording(zh: "显示某个命令的帮助", en: "show help on a command"),
    about: Wording(
      zh: "显示某个命令的帮助；不写命令则显示总的帮助；--man 输出包括全部命令的手册页。",
      en: """
        Shows help on a command, or general help without one; --man writes a page for man(1) about \
        all of them.
        """),
    operands: Operands(
      placeholder: "COMMAND", count: 0...1, domain: { _ in .choice(Command.all.map { $0.name }) }),
    formats: [],
    flags: [.man],
    examples: ["jlcheck help check", "jlcheck help --man"],
    invocation: { options in
      options.isForManual
        ? .manual(options.language) : .help(commandName: options.operands.first, options.language)
    })
}
