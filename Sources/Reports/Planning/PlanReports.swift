// A plan is written for people at a terminal, for programs, and as a document to hand on.

import Eligibility
import HostSystem
import Judging

/// Writes plans in any of the forms that they have.
public struct PlanReports {
  /// Writes them for people at a terminal.
  public let text: PlanText
  /// The command line of the run, without the program's name.
  public let arguments: [String]

  /// Creates a writer of plans; `text` sets the language of the other forms too.
  public init(text: PlanText, arguments: [String]) {
    self.text = text
    self.arguments = arguments
  }

  /// The plan in a form; text in those that plans do not have.
  public func bytes(_ plan: Plan, as format: Format) -> [UInt8] {
    let language = text.language
    return switch format {
    case .json: PlanJSON(language: language, arguments: arguments).bytes(plan)
    case .markdown: PlanMarkdown(language: language, arguments: arguments).bytes(plan)
    case .html: page(plan)
    default: Program.isInPage ? [] : text.bytes(plan)
    }
  }

  /// What draws a plan: the parts of reports, and how they are put together.
  static var drawing: [UInt8] { HTMLReport.drawing + PackageResources.plan_js }

  /// The page, drawn from the JSON plan in each language.
  private func page(_ plan: Plan) -> [UInt8] {
    HTMLReport.page(
      text.language, title: ReportLabel.plan.wording[text.language],
      drawing: PlanReports.drawing
    ) { html in
      HTMLReport.write(
        plan.headline[text.language], plan.meaning(in: text.language), of: plan.today,
        text.language, on: &html)
    } report: { language in
      PlanJSON(language: language, arguments: arguments).bytes(plan, layout: .compact)
    }
  }
}
