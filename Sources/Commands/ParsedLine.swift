// Words become an invocation here, in two steps: which flags and operands they are, then what fits.

import BatchReports
import Eligibility
import Judging
import Reports

/// A command line as it was understood.
struct ParsedLine: Sendable {
  /// The language to answer in, right even where the rest is wrong.
  let language: Language
  /// The command named, where there is one of that name.
  let command: Command?
  /// What is asked for; `nil` exactly where there are faults.
  let invocation: Invocation?
  /// Every fault, in the order of the line.
  let faults: [UsageFault]

  /// Reads a command line.
  ///
  /// - Parameters:
  ///   - arguments: the words after the program's name.
  ///   - language: the language to speak where the line names none.
  ///   - programmes: the programmes that there are.
  init(_ arguments: [String], language: Language, _ programmes: ProgrammeList) {
    var interpreter = LineInterpreter(
      words: LineSplitter.words(of: arguments), language: language, programmes: programmes)
    self.invocation = interpreter.invocation()
    self.language = interpreter.options.language
    self.command = interpreter.command
    self.faults = interpreter.faults
  }
}

/// A word of the command line by its shape alone.
private enum Word {
  /// A flag, with its value where it takes one.
  case flag(Flag, spelled: String, value: String?)
  /// A flag that takes no value but has one.
  case flagWithUnexpectedValue(Flag, spelled: String, value: String)
  /// Something that looks like a flag and is none.
  case unknown(String)
  /// Anything else.
  case operand(String)
}

/// Cuts a command line into flags and operands; a flag is the same whatever the command.
private struct LineSplitter {
  private var rest: ArraySlice<String>
  private var words: [Word] = []

  static func words(of arguments: [String]) -> [Word] {
    var splitter = LineSplitter(rest: arguments[...])
    splitter.scan()
    return splitter.words
  }

  private init(rest: ArraySlice<String>) { self.rest = rest }

  private mutating func scan() {
    while let word = rest.popFirst() {
      if word == "--" {
        words += rest.map { .operand($0) }
        return
      }
      if word.hasPrefix("--") {
        scanLong(word)
      } else if word.hasPrefix("-"), word != "-" {
        scanShort(word)
      } else {
        words.append(.operand(word))
      }
    }
  }

  /// `--flag`, `--flag value` or `--flag=value`.
  private mutating func scanLong(_ word: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelled = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    guard let flag = Flag.named(String(spelled.dropFirst(2))) else {
      words.append(.unknown(spelled))
      return
    }
    append(flag, spelled: spelled, attached: attached)
  }

  /// `-q`, `-o value`, `-ovalue`, `-o=value` or several in one word, a value ending it.
  private mutating func scanShort(_ word: String) {
    // `-output` is a slip for `--output`, hardly a wish for a file called `utput`.
    if let slip = word.split(separator: "=").first, Flag.named(String(slip.dropFirst())) != nil {
      words.append(.unknown(String(slip)))
      return
    }
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let spelled = "-\(letter)"
      guard let flag = Flag.abbreviated(letter) else {
        // What follows an unknown letter could be anything; guessing would only add faults.
        words.append(.unknown(letters.isEmpty ? spelled : word))
        return
      }
      if letters.first == "=" {
        append(flag, spelled: spelled, attached: String(letters.dropFirst()))
        return
      }
      if flag.value != nil {
        append(flag, spelled: spelled, attached: letters.isEmpty ? nil : String(letters))
        return
      }
      append(flag, spelled: spelled, attached: nil)
    }
  }

  private mutating func append(_ flag: Flag, spelled: String, attached: String?) {
    switch (flag.value, attached) {
    case (nil, let value?):
      words.append(.flagWithUnexpectedValue(flag, spelled: spelled, value: value))
    case (nil, nil), (_?, _?): words.append(.flag(flag, spelled: spelled, value: attached))
    case (_?, nil): words.append(.flag(flag, spelled: spelled, value: nextValue()))
    }
  }

  /// The next word as a value; a word that is a flag is none, or `--output --strict` would write a
  /// file called `--strict` (`--output=--strict` still does).
  private mutating func nextValue() -> String? {
    guard let next = rest.first, next == "-" || !looksLikeFlag(next) else { return nil }
    return rest.popFirst()
  }

  private func looksLikeFlag(_ word: String) -> Bool {
    word.hasPrefix("--")
      || (word.hasPrefix("-") && word.dropFirst().first.flatMap(Flag.abbreviated) != nil)
  }
}

/// Gives the words their meaning under the command they name.
private struct LineInterpreter {
  let words: [Word]
  let command: Command?
  var options: Options
  private var programmes: ProgrammeList { options.programmes }
  private let commandName: String?
  private(set) var faults: [UsageFault] = []
  private var seen: [String: Int] = [:]
  private var operandsBeforeCommand = 1

  init(words: [Word], language: Language, programmes: ProgrammeList) {
    self.words = words
    self.commandName =
      words.lazy.compactMap { if case .operand(let name) = $0 { name } else { nil } }
      .first
    self.command = commandName.flatMap { Command.named($0) }
    self.options = Options(
      programmes: programmes,
      usualFormat: command?.formats.first ?? .text, language: language)
  }

  /// What is asked for, or `nil` after noting every fault.
  mutating func invocation() -> Invocation? {
    if let commandName, command == nil { faults.append(.unknownCommand(commandName)) }
    for word in words { take(word) }
    if asks(for: Flag.help), commandName == nil || command != nil {
      faults = []
      return .help(commandName: command?.name, options.language)
    }
    if asks(for: Flag.version), commandName == nil || command != nil {
      faults = []
      return .version
    }
    if commandName == nil { faults.insert(.noCommand, at: 0) }
    if let command { checkOperands(of: command) }
    checkOutlets()
    checkCompanions()
    return faults.isEmpty ? command?.invocation(options) : nil
  }

  private func asks(for flag: Flag) -> Bool { seen[flag.name] != nil }

  private mutating func take(_ word: Word) {
    switch word {
    case .operand(let operand):
      if operandsBeforeCommand > 0 {
        operandsBeforeCommand -= 1
      } else {
        options.operands.append(operand)
      }
    case .unknown(let spelled):
      let flags = command?.allFlags ?? Flag.all
      faults.append(.unknownFlag(spelled, candidates: flags.map { $0.long }))
    case .flagWithUnexpectedValue(let flag, let spelled, let value):
      guard admits(flag, spelled: spelled) else { return }
      faults.append(.unexpectedValue(flag: spelled, value: value))
    case .flag(let flag, let spelled, let value):
      guard admits(flag, spelled: spelled) else { return }
      apply(flag, spelled: spelled, value: value)
    }
  }

  /// Whether the flag may stand here; where not, the fault is noted.
  private mutating func admits(_ flag: Flag, spelled: String) -> Bool {
    if let command, !command.allFlags.contains(where: { $0.name == flag.name }) {
      let takers = Command.all.filter { $0.flags.contains { $0.name == flag.name } }
      faults.append(
        .foreignFlag(spelled, command: command.name, takers: takers.map { $0.name }))
      return false
    }
    seen[flag.name, default: 0] += 1
    if flag.frequency == .repeatedly { return true }
    if seen[flag.name] == 2 { faults.append(.repeatedFlag(flag.long)) }
    return seen[flag.name] == 1
  }

  private mutating func apply(_ flag: Flag, spelled: String, value: String?) {
    switch flag.effect {
    case .help, .version: break
    case .set(let change): change(&options)
    case .take(let taken):
      let domain = taken.domain(command, programmes)
      guard let value, !value.isEmpty else {
        faults.append(
          .missingValue(flag: spelled, placeholder: taken.placeholder, domain))
        return
      }
      if domain.admits(value), taken.store(value, &options) { return }
      faults.append(.badValue(flag: spelled, value: value, domain))
    }
  }

  private mutating func checkOperands(of command: Command) {
    let wanted = command.operands
    if options.operands.count < wanted.count.lowerBound {
      faults.append(
        .missingOperand(
          command: command.name, placeholder: wanted.placeholder, wanted.domain(programmes)))
    }
    for surplus in options.operands.dropFirst(wanted.count.upperBound) {
      faults.append(
        .surplusOperand(surplus, command: command.name, limit: wanted.count.upperBound))
    }
    guard !options.operands.isEmpty, wanted.count.upperBound > 0 else { return }
    let domain = wanted.domain(programmes)
    for operand in options.operands.prefix(wanted.count.upperBound)
    where !domain.admits(operand) && !wanted.isMeant(operand, options) {
      faults.append(
        command.id == .explain
          ? .unknownName(operand, domain.choices)
          : .badOperand(operand, placeholder: wanted.placeholder, domain))
    }
    if domain == .file { checkFiles() }
  }

  private mutating func checkCompanions() {
    if let path = options.claims,
      options.targets.all.contains(where: { $0.destination.isSame(as: .file(path)) })
        || options.claimsKey == path || options.operands.contains(path)
    {
      faults.append(.claimsOverwrite(path))
    }
    if options.claims != nil, options.claimsKey == nil {
      faults.append(.lonelyFlag(Flag.claims.long, needs: Flag.claimsKey.usage))
    }
    if let columns = options.columns {
      let known = ScreeningCSV.columnNames(of: options.programme)
      for name in columns where !known.contains(name) {
        faults.append(.unknownColumn(name, known))
      }
      if !options.targets.all.contains(where: { $0.format == .csv }) {
        faults.append(.lonelyFlag(Flag.columns.long, needs: "\(Flag.format.long) csv"))
      }
    }
    for flag in [Flag.source, Flag.firstLine]
    where seen[flag.name] != nil && options.operands != ["-"] {
      faults.append(.standardInputOnly(flag.long))
    }
  }

  private mutating func checkFiles() {
    if options.operands.count(where: { Source($0) == .standardInput }) > 1 {
      faults.append(.repeatedStandardInput)
    }
    for target in options.targets.all {
      if case .file(let path) = target.destination, options.operands.contains(path) {
        faults.append(.outputIsInput(path))
      }
    }
  }

  private mutating func checkOutlets() {
    let targets = options.targets
    for destination in targets.surplus { faults.append(.surplusOutput(destination.name)) }
    let streamed = targets.onStandardOutput
    if streamed.count > 1 { faults.append(.sharedStandardOutput(streamed)) }
    for path in targets.sharedFiles { faults.append(.sharedFile(path)) }
  }
}

extension Flag.Domain {
  /// Whether a word belongs to it, as far as that can be listed.
  fileprivate func admits(_ word: String) -> Bool {
    if case .choice(let words) = self { words.contains(word) } else { true }
  }
}
