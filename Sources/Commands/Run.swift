// The whole program as one function: a command line and a world in, an exit status out.

import Eligibility
import HostSystem
import Judging
import Reports

/// Runs the program.
///
/// - Parameters:
///   - environment: the command line and everything outside the program.
///   - programmes: the programmes by whose rules applications are judged.
/// - Returns: how the run ended, to be the process's exit status.
public func run(_ environment: Environment, _ programmes: ProgrammeList) -> ExitStatus {
  let line = ParsedLine(
    environment.arguments, language: environment.preferredLanguage, programmes)
  guard let invocation = line.invocation else {
    report(line.faults, of: line, environment)
    return .usage
  }
  // A page keeps what was given apart from what is written.
  if !Program.isInPage, let fault = environment.overwriting(invocation) {
    report([fault], of: line, environment)
    return .usage
  }
  return perform(invocation, line.language, environment, programmes)
}

private func perform(
  _ invocation: Invocation, _ language: Language, _ environment: Environment,
  _ programmes: ProgrammeList
) -> ExitStatus {
  switch invocation {
  case .check(let options):
    return Check.run(options, environment.limited(by: options))
  case .screen(let options):
    return Screen.run(options, environment.limited(by: options))
  case .blank(let options):
    return InitCommand.run(options, environment)
  case .plan(let options):
    return PlanCommand.run(options, environment.limited(by: options))
  case .ladder(let options):
    return LadderCommand.run(options, environment.limited(by: options))
  case .status(let options):
    return StatusCommand.run(options, environment.limited(by: options))
  case .explain(let options):
    return Explain.run(options, environment)
  case .version:
    let text = "\(Program.name) \(Version.current)\n"
    return environment.print(Array(text.utf8), in: language, ending: .success)
  case .claims, .test, .compare, .verify, .schema, .criteria, .completions, .help,
    .manual:
    // A page asks for none of them, and without them its module is a quarter smaller.
    #if hasFeature(Embedded)
      return .usage
    #else
      return performAtTerminal(invocation, environment, programmes)
    #endif
  }
}

#if !hasFeature(Embedded)
  /// Performs what only command lines ask for.
  private func performAtTerminal(
    _ invocation: Invocation, _ environment: Environment, _ programmes: ProgrammeList
  ) -> ExitStatus {
    switch invocation {
    case .claims(let options):
      return CombineClaims.run(options, environment.limited(by: options))
    case .test(let options):
      return TestCommand.run(options, environment.limited(by: options))
    case .compare(let options):
      return Compare.run(options, environment.limited(by: options))
    case .verify(let options):
      return Verify.run(options, environment.limited(by: options))
    case .schema(let options):
      return SchemaCommand.run(options, environment)
    case .criteria(let options):
      return CriteriaCommand.run(options, environment)
    case .completions(let shell, let options):
      let script = Completions.script(for: shell, in: options.language, programmes)
      return environment.deliver(for: options, ending: .success) { _ in Array(script.utf8) }
    case .help(let commandName, let language):
      let help = Help(language: language, width: environment.textWidth, programmes: programmes)
      let text = commandName.flatMap(Command.named).map(help.text(on:)) ?? help.text()
      return environment.print(Array(text.utf8), in: language, ending: .success)
    case .manual(let language):
      let page = ManPage(language: language, programmes: programmes).text()
      return environment.print(Array(page.utf8), in: language, ending: .success)
    default: return .usage
    }
  }
#endif

/// Says every fault on standard error, and where to read on.
private func report(
  _ faults: [UsageFault], of line: ParsedLine, _ environment: Environment
) {
  for fault in faults {
    let separator = Wording(zh: "；", en: "; ")[line.language]
    environment.complain(
      fault.problem[line.language] + separator + fault.mend[line.language])
  }
  let help = [Program.name, line.command?.name, Flag.help.long].compactMap { $0 }
  let hint = Wording(zh: "用法见 ", en: "usage: ")[line.language] + help.joined(separator: " ")
  environment.complain(hint)
}
