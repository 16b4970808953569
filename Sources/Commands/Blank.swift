// Where an applicant or an integrator begins: a blank application, an example, the schemas of what is read and
// written.

import Eligibility
import HostSystem
import Judging
import Reports

/// The command `init`.
enum InitCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    environment.deliver(for: options, ending: .success) { _ in
      options.isExample
        ? options.programme.example() : Array(options.programme.blankApplication().utf8)
    }
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
