// A wrong command line is answered with every fault at once: what was found, what fits, what mends.

import Eligibility
import HostSystem
import Reports

/// A fault of a command line.
enum UsageFault: Error, Hashable, Sendable {
  /// No command stands on the line.
  case noCommand
  /// There is no such command.
  case unknownCommand(String)
  /// There is no such flag; the flags that could have stood there are the candidates.
  case unknownFlag(String, candidates: [String])
  /// The flag belongs to other commands.
  case foreignFlag(String, command: String, takers: [String])
  /// The flag stands without its value.
  case missingValue(flag: String, placeholder: String, Flag.Domain)
  /// The flag takes no value.
  case unexpectedValue(flag: String, value: String)
  /// The value is not one the flag takes.
  case badValue(flag: String, value: String, Flag.Domain)
  /// The flag stands more than once.
  case repeatedFlag(String)
  /// The command needs more to work on.
  case missingOperand(command: String, placeholder: String, Flag.Domain)
  /// The command takes no more than that to work on.
  case surplusOperand(String, command: String, limit: Int)
  /// The operand is not one the command takes.
  case badOperand(String, placeholder: String, Flag.Domain)
  /// Neither a criterion, of which these are there, nor a member of the form is called so.
  case unknownName(String, [String])
  /// No column of the table, of which these are there, is called so.
  case unknownColumn(String, [String])
  /// Standard input is named more than once, but can be read only once.
  case repeatedStandardInput
  /// A file of that name exists, and only new ones are written.
  case existingFile(String)
  /// The report would overwrite what it reports on.
  case outputIsInput(String)
  /// A place is named for which there is no report.
  case surplusOutput(String)
  /// Several reports would run into each other on standard output.
  case sharedStandardOutput([Format])
  /// One report would replace another.
  case sharedFile(String)
  /// The claims would overwrite what they are about, or the report.
  case claimsOverwrite(String)
  /// The reports would overwrite what this run reads or writes.
  case reportsOverwrite(String)
  /// The flag means nothing without another one.
  case lonelyFlag(String, needs: String)
  /// The flag is about standard input, which is not all that is named.
  case standardInputOnly(String)
}

extension UsageFault {
  /// What was found, and what was expected.
  var problem: Wording {
    switch self {
    case .noCommand:
      Wording(zh: "没有写命令", en: "no command given")
    case .unknownCommand(let word):
      Wording(zh: "没有\(shown(word).zh)这个命令", en: "there is no command \(shown(word).en)")
    case .unknownFlag(let flag, _):
      Wording(zh: "没有\(shown(flag).zh)这个选项", en: "there is no flag \(shown(flag).en)")
    case .foreignFlag(let flag, let command, _):
      Wording(zh: "命令 \(command) 没有选项 \(flag)", en: "\(command) takes no flag \(flag)")
    case .missingValue(let flag, let placeholder, let domain):
      Wording(
        zh: "\(flag) 后缺少 \(placeholder)，应为：\(domain.description.zh)",
        en: "\(flag) lacks its \(placeholder): expected \(domain.description.en)")
    case .unexpectedValue(let flag, let value):
      Wording(
        zh: "\(flag) 不带值，却写了\(shown(value).zh)",
        en: "\(flag) takes no value, but \(shown(value).en) was given")
    case .badValue(let flag, let value, let domain):
      Wording(
        zh: "\(flag) 的值\(shown(value).zh)不对，应为：\(domain.description.zh)",
        en: "\(flag) cannot be \(shown(value).en): expected \(domain.description.en)")
    case .repeatedFlag(let flag):
      Wording(zh: "\(flag) 写了不止一次", en: "\(flag) is given more than once")
    case .missingOperand(let command, let placeholder, let domain):
      Wording(
        zh: "\(command) 后缺少 \(placeholder)，应为：\(domain.description.zh)",
        en: "\(command) lacks its \(placeholder): expected \(domain.description.en)")
    case .surplusOperand(let word, let command, let limit):
      limit == 0
        ? Wording(
          zh: "\(command) 不带参数，却写了\(shown(word).zh)",
          en: "\(command) takes no operand, but \(shown(word).en) was given")
        : Wording(
          zh: "\(command) 至多带 \(limit) 个参数，\(shown(word).zh)是多余的",
          en: "\(command) takes at most \(limit) operand\(limit == 1 ? "" : "s"); "
            + "\(shown(word).en) is one too many")
    case .badOperand(let word, let placeholder, let domain):
      Wording(
        zh: "\(placeholder) 不能是\(shown(word).zh)，应为：\(domain.description.zh)",
        en: "\(placeholder) cannot be \(shown(word).en): expected \(domain.description.en)")
    case .unknownName(let word, _):
      Wording(
        zh: "没有\(shown(word).zh)这一标准或填报项",
        en: "neither a criterion nor a member is called \(shown(word).en)")
    case .unknownColumn(let word, _):
      Wording(
        zh: "没有\(shown(word).zh)这一列", en: "there is no column \(shown(word).en)")
    case .repeatedStandardInput:
      Wording(
        zh: "标准输入（-）写了不止一次，却只能读一次",
        en: "standard input (-) is named more than once, but can be read only once")
    case .existingFile(let path):
      Wording(
        zh: "文件\(Shown.quoted(path).zh)已存在，不会被覆盖",
        en: "\(Shown.quoted(path).en) exists and is not overwritten")
    case .outputIsInput(let path):
      Wording(
        zh: "--output 会覆盖要读取的文件\(Shown.quoted(path).zh)",
        en: "--output would overwrite \(Shown.quoted(path).en), which is to be read")
    case .surplusOutput(let path):
      Wording(
        zh: "--output \(Shown.quoted(path).zh)没有对应的 --format",
        en: "--output \(Shown.quoted(path).en) has no --format of its own")
    case .sharedStandardOutput(let formats):
      Wording(
        zh: "有 \(formats.count) 份报告要写到标准输出：\(formats.names("、"))",
        en: "\(formats.count) reports would go to standard output: \(formats.names(", "))")
    case .sharedFile(let path):
      Wording(
        zh: "不止一份报告要写入\(Shown.quoted(path).zh)",
        en: "more than one report would be written to \(Shown.quoted(path).en)")
    case .claimsOverwrite(let path):
      Wording(
        zh: "--claims 会覆盖本次运行的另一个文件\(Shown.quoted(path).zh)",
        en: "--claims would overwrite \(Shown.quoted(path).en), which this run reads or writes")
    case .reportsOverwrite(let path):
      Wording(
        zh: "--reports 可能覆盖本次运行的另一个文件\(Shown.quoted(path).zh)",
        en: "--reports might overwrite \(Shown.quoted(path).en), which this run reads or writes")
    case .lonelyFlag(let flag, let other):
      Wording(zh: "\(flag) 须与 \(other) 同用", en: "\(flag) needs \(other)")
    case .standardInputOnly(let flag):
      Wording(
        zh: "\(flag) 只用于单独读取标准输入（-）时",
        en: "\(flag) is for standard input (-) and nothing beside it")
    }
  }

  /// What to do about it.
  var mend: Wording {
    switch self {
    case .noCommand:
      Wording(
        zh: "请写一个命令：\(Command.names)", en: "name a command, one of \(Command.names)")
    case .unknownCommand(let word):
      UsageFault.mend(of: word)
    case .unknownFlag(let flag, let candidates):
      meant(flag, among: candidates)
        ?? Wording(
          zh: "请去掉它；如果它是文件名，请写在 -- 之后",
          en: "leave it out; if it names a file, write it after --")
    case .foreignFlag(let flag, _, let takers):
      Wording(
        zh: "请去掉 \(flag)；它属于 \(takers.joined(separator: "、"))",
        en: "leave \(flag) out; it belongs to \(takers.joined(separator: ", "))")
    case .missingValue(let flag, let placeholder, let domain):
      Wording(
        zh: "请写 \(flag)\(flag.hasPrefix("--") ? "=" : " ")\(domain.example ?? placeholder)",
        en: "write \(flag)\(flag.hasPrefix("--") ? "=" : " ")\(domain.example ?? placeholder)")
    case .unexpectedValue(let flag, _):
      Wording(zh: "请只写 \(flag)", en: "write \(flag) alone")
    case .badValue(let flag, _, .choice([])):
      Wording(zh: "请去掉 \(flag)", en: "leave \(flag) out")
    case .badValue(_, let value, let domain):
      meant(value, among: domain.choices)
        ?? Wording(zh: "请改为\(domain.sample.zh)", en: "write \(domain.sample.en)")
    case .repeatedFlag(let flag):
      Wording(zh: "请只保留一个 \(flag)", en: "keep one \(flag)")
    case .missingOperand(let command, let placeholder, let domain):
      Wording(
        zh: "请写 \(Program.name) \(command) \(domain.example ?? placeholder)",
        en: "write \(Program.name) \(command) \(domain.example ?? placeholder)")
    case .surplusOperand:
      Wording(zh: "请去掉它", en: "leave it out")
    case .badOperand(let word, _, let domain):
      meant(word, among: domain.choices)
        ?? Wording(zh: "请改为\(domain.sample.zh)", en: "write \(domain.sample.en)")
    case .unknownName(let word, let criteria):
      meant(word, among: criteria)
        ?? Wording(
          zh: "\(Program.name) criteria 列出标准；填报项可写位置，如 /figures/unit，或名称，如 受理部门",
          en: "\(Program.name) criteria lists the criteria; name a member by its place, such as "
            + "/figures/unit, or by its label")
    case .unknownColumn(let word, let columns):
      meant(word, among: columns)
        ?? Wording(
          zh: "列名有 \(columns.joined(separator: "、"))",
          en: "the columns are \(columns.joined(separator: ", "))")
    case .repeatedStandardInput:
      Wording(zh: "请只保留一个 -", en: "keep one -")
    case .existingFile: Wording(zh: "请另取文件名", en: "choose another name")
    case .outputIsInput:
      Wording(zh: "请为报告另取文件名", en: "choose another name for the report")
    case .surplusOutput:
      Wording(
        zh: "请去掉它，或在它前面写 --format", en: "leave it out, or write a --format before it")
    case .sharedStandardOutput:
      Wording(
        zh: "请只留一份，其余各在 --format 之后写 --output FILE",
        en: "keep one of them, and write --output FILE after the --format of each other")
    case .sharedFile:
      Wording(zh: "请各取一个文件名", en: "give each a file of its own")
    case .claimsOverwrite:
      Wording(zh: "请为其另取文件名", en: "choose another name for the claims")
    case .reportsOverwrite:
      Wording(zh: "请为报告另选文件夹", en: "choose another folder for the reports")
    case .lonelyFlag(_, let other):
      Wording(zh: "请加上 \(other)", en: "add \(other)")
    case .standardInputOnly(let flag):
      Wording(zh: "请去掉 \(flag)，或只写 -", en: "leave \(flag) out, or name - alone")
    }
  }

  /// What to do about an unknown command, which is often a file whose command was left out.
  private static func mend(of word: String) -> Wording {
    if let meant = Suggestion.nearest(to: word, among: Command.all.map({ $0.name })) {
      return Wording(zh: "是不是要写 \(meant)？", en: "did you mean \(meant)?")
    }
    if word == "-" || word.contains(".") || word.contains("/") {
      let line = "\(Program.name) \(Command.check.name) \(Shown.text(word))"
      return Wording(zh: "要核对文件，请写 \(line)", en: "to check a file, write \(line)")
    }
    return Wording(zh: "请从这些命令中选：\(Command.names)", en: "choose one of \(Command.names)")
  }

  private func meant(_ word: String, among candidates: [String]) -> Wording? {
    Suggestion.nearest(to: word, among: candidates).map { nearest in
      Wording(zh: "是不是要写 \(nearest)？", en: "did you mean \(nearest)?")
    }
  }

  /// Only names of files are written with the bytes they have; other words have no need of that.
  private func shown(_ word: String) -> Wording { Shown.quoted(FileName.escaped(in: word)) }
}

/// A word of the command line as a message repeats it.
enum Shown {
  /// In the quotation marks of each language.
  static func quoted(_ word: String) -> Wording {
    let text = text(word)
    return Wording(zh: "“\(text)”", en: "“\(text)”")
  }

  /// Made harmless, and no longer than helps to recognise it.
  static func text(_ word: String) -> String { word.sanitizedName().truncated(to: 60) }
}

extension Command {
  /// The names of all commands, as a message lists them.
  static var names: String { all.map { $0.name }.joined(separator: ", ") }
}

extension [Format] {
  /// Their names, as a message lists them.
  fileprivate func names(_ separator: String) -> String {
    map { $0.rawValue }.joined(separator: separator)
  }
}

extension Flag.Domain {
  /// How many words a sentence can list and still be read.
  private static let greatestList = 8

  /// What belongs to it, as the end of a sentence.
  var description: Wording {
    switch self {
    case .choice(let words) where words.count > Flag.Domain.greatestList:
      Wording(
        zh: "\(words.count) 个词之一，如 \(words.prefix(3).joined(separator: "、"))",
        en: "one of \(words.count) words such as \(words.prefix(3).joined(separator: ", "))")
    case .choice([]):
      Wording(zh: "无（没有可选的词）", en: "nothing, since there are no words to choose from")
    case .choice(let words):
      Wording(zh: words.joined(separator: "、"), en: words.joined(separator: ", "))
    case .file:
      Wording(zh: "文件名", en: "the name of a file")
    case .described(let wording, _):
      wording
    }
  }

  /// A member that can stand for the others, where one can be named.
  var example: String? {
    switch self {
    case .choice(let words): words.first
    case .file: nil
    case .described(_, let example): example
    }
  }

  /// What to write instead of something that does not belong to it.
  fileprivate var sample: Wording {
    switch self {
    case .choice(let words) where words.count > Flag.Domain.greatestList:
      Wording(zh: "其中之一", en: "one of those")
    case .choice(let words):
      Wording(
        zh: " \(words.joined(separator: " 或 "))", en: words.joined(separator: " or "))
    case .file:
      description
    case .described(_, let example):
      Wording(zh: "例如 \(example)", en: "\(example), for instance")
    }
  }
}
