// Where an applicant or an integrator begins: a blank application, an example, the schemas of what is read and
// written.

import Eligibility
import HostSystem
import Judging
import Reports

/// The command `init`.
enum InitCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let status = environment.deliver(for: options, ending: .success) { _ in
      options.isExample
        ? options.programme.example() : Array(options.programme.blankApplication().utf8)
    }
    guard status == .success else { return status }
    for target in options.targets.all {
      guard case .file(let path) = target.destination else { continue }
      let name = path.sanitizedName()
      let next =
        options.isExample ? "" : Wording(zh: "填写后", en: "fill it in, then ")[options.language]
      environment.complain(
        Wording(
          zh: "已写出 \(name)；\(next)运行 \(Program.name) check \(name)",
          en: "wrote \(name); \(next)run \(Program.name) check \(name)")[options.language])
    }
    return status
  }
}

/// The command `schema`.
enum SchemaCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    environment.deliver(for: options, ending: .success) { _ in
      ApplicationSchema.bytes(of: options.programme)
    }
  }
}
