// A batch in a form for CI servers is its applications one by one, and then what only all of them show.

/// A batch in a form for CI servers.
struct ScreeningIntegration: ScreeningFormat {
  private var form: any IntegrationFormat
  private let inspector: Inspector

  init(_ form: any IntegrationFormat, _ inspector: Inspector) {
    self.form = form
    self.inspector = inspector
  }

  static var streams: Bool { true }
  static var inspects: Bool { true }

  mutating func add(_ inspection: Inspection) -> [UInt8] { form.add(inspection) }

  func end(_ screening: Screening) -> [UInt8] {
    form.document(screening.inspections(by: inspector))
  }
}
