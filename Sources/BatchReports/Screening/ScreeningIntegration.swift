// A batch in a form for CI servers is its applications one by one, and then what only all of them show.

import Batch
import Reports

/// A batch in a form for CI servers.
public struct ScreeningIntegration: ScreeningFormat {
  private var form: any IntegrationFormat
  private let inspector: Inspector

  /// Creates a writer of batches in a form; the inspector says what only the whole batch shows.
  public init(_ form: any IntegrationFormat, _ inspector: Inspector) {
    self.form = form
    self.inspector = inspector
  }

  /// No rows are kept for the end; inspections are written as they come.
  public static var streams: Bool { true }
  /// Everything is written from what CI servers are told.
  public static var inspects: Bool { true }

  /// Writes the next inspection in the form.
  public mutating func add(_ inspection: Inspection) -> [UInt8] { form.add(inspection) }

  /// Writes the contradictions, an interruption if there was one, and the end of the form.
  public func end(_ screening: Screening) -> [UInt8] {
    form.document(screening.inspections(by: inspector))
  }
}
