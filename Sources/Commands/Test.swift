// A folder of applications is kept honest: what is expected of each is stated, and this holds it to it.

import BatchReports
import Eligibility
import Expectations
import HostSystem
import Judging
import Reports

/// The command `test`.
enum TestCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    // A programme that contradicts itself cannot be held to anything.
    let defects = options.programmes.defects
    for defect in defects { environment.complain(defect[language]) }
    if !defects.isEmpty { return .defect }
    if options.operands.contains(where: { Source($0) == .standardInput }) {
      environment.complain(
        Wording(
          zh: "标准输入（-）旁边没有写明预期的文件；请写文件或文件夹的路径",
          en: "no expectations stand beside standard input (-); name a file or folder")[language])
      return .usage
    }
    var plan = TestPlan(
      options.operands, environment, unstated: options.updatesExpectations ? .begun : .passedBy)
    for problem in plan.problems {
      environment.complain("\(problem.path.sanitizedName()): \(problem.reason[language])")
    }
    var run = TestRun(plan.folders, of: options.programme, environment)
    var update: ExpectationUpdate?
    if options.updatesExpectations {
      let changes = ExpectationUpdate(run, of: options.programme)
      if let failure = write(changes.files, options, environment) { return failure }
      // What was written is read again, like anything else that is expected.
      plan = TestPlan(options.operands, environment, unstated: .passedBy)
      run = TestRun(plan.folders, of: options.programme, environment)
      update = changes
    }
    var status = max(run.status, plan.problems.isEmpty ? .success : .unreadable)
    if run.isEmpty {
      if status == .success { complainOfNothing(options, environment) }
      status = max(status, .undetermined)
      if update?.changes.isEmpty ?? true { return status }
    }
    let result = TestResult(
      run: run, passedBy: plan.passedBy, update: update, countsCoverage: options.countsCoverage,
      requiredCoverage: options.requiredCoverage)
    if !result.reachesCoverage { status = max(status, .ineligible) }
    return environment.deliver(for: options, ending: status) { target in
      if let form = IntegrationWriter(target.format, listing: [], in: language) {
        return form.document(result.inspections(in: language))
      }
      if target.format == .json { return TestJSON(language: language).bytes(result) }
      let text = TestText(
        language: language, width: environment.width(for: target.destination),
        coloring: environment.coloring(for: target.destination, options.color))
      return FileName.bytes(of: text.text(result))
    }
  }

  /// Writes files, each whole or not at all.
  private static func write(
    _ files: [ExpectationFile], _ options: Options, _ environment: Environment
  ) -> ExitStatus? {
    for file in files {
      let result = environment.writeWhole(file.path, file.bytes)
      guard case .failed(let reason) = result else { continue }
      let (path, cause) = (file.path.sanitizedName(), reason.sanitized())
      environment.complain(
        Wording(zh: "\(path) 无法写入：\(cause)", en: "\(path) cannot be written: \(cause)")[
          options.language])
      return .unwritable
    }
    return nil
  }

  private static func complainOfNothing(_ options: Options, _ environment: Environment) {
    let names = options.operands.map(Shown.text).joined(separator: ", ")
    let (manifest, ending) = (ExpectationFile.manifestName, ExpectationFile.ending)
    environment.complain(
      Wording(
        zh: "没有可测试的内容：\(names) 中没有写明预期的申报材料（\(manifest) 或 *\(ending)）",
        en: "nothing was tested: no expectation is stated in \(names) for any application "
          + "(\(manifest) or *\(ending))")[options.language])
  }
}
