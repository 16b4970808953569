// Where an applicant or an integrator begins: a blank application, an example, the schemas of what is read and
// written.

import Batch
import BatchReports
import Eligibility
import Expectations
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
    if Program.isInPage || status != .success { return status }
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
    let schema = options.operands.first.flatMap { PublishedSchema(rawValue: $0) } ?? .application
    return environment.deliver(for: options, ending: .success) { _ in
      schema.bytes(of: options.programme)
    }
  }
}

/// What has a published schema, by the name that people type.
enum PublishedSchema: String, CaseIterable {
  case application, report, plan, comparison, screening
  case screeningLine = "screening-line"
  case status, test, expectations, claims

  func bytes(of programme: Programme) -> [UInt8] {
    switch self {
    case .application: ApplicationSchema.bytes(of: programme)
    case .report: JSONSchema.checkReport
    case .plan: JSONSchema.plan
    case .comparison: JSONSchema.comparison
    case .screening: ReportSchemas.screening
    case .screeningLine: ReportSchemas.screeningLine
    case .status: ReportSchemas.status
    case .test: ReportSchemas.test
    case .expectations: ExpectationSchema.bytes(of: programme)
    case .claims: ClaimSchema.bytes(of: programme)
    }
  }
}
