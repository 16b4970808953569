// What the forms of a batch have in common, as one value: a form is a file that makes one.

import Reports

/// A form in which a batch is written.
public struct ScreeningFormat: Sendable {
  /// Adds a row; called by several workers at once.
  public typealias RowWriter = @Sendable (_ row: Row, _ lines: inout [UInt8]) -> Void
  /// Writes a report; called by several workers at once.
  public typealias ReportWriter = @Sendable (_ report: Checked) -> [UInt8]
  /// Writes what can be said only at the end, piece by piece.
  public typealias EndWriter =
    @Sendable (_ screening: Screening, _ write: (_ piece: [UInt8]) -> Void) -> Void

  /// Writes rows as they come; forms without it get all rows at the end.
  let writeRow: RowWriter?
  /// Writes each application as it is judged in full, for forms that are made of reports.
  let writeReport: ReportWriter?
  /// Up to how many rows their full reports may be shown.
  let reportsAtMost: Int
  /// Whether it shows the facts of the programme's columns.
  let showsFacts: Bool
  /// Writes what CI servers are told, in forms for them.
  private var integration: IntegrationWriter?
  private let inspect: @Sendable (Screening) -> [Inspection]
  private let writeEnd: EndWriter

  private init(
    _ writeRow: RowWriter? = nil, writeReport: ReportWriter? = nil, reportsAtMost: Int = 0,
    showsFacts: Bool = false, integration: IntegrationWriter? = nil,
    inspect: @escaping @Sendable (Screening) -> [Inspection] = { _ in [] },
    writeEnd: @escaping EndWriter = { _, _ in }
  ) {
    self.writeRow = writeRow
    self.writeReport = writeReport
    self.reportsAtMost = reportsAtMost
    self.showsFacts = showsFacts
    self.integration = integration
    self.inspect = inspect
    self.writeEnd = writeEnd
  }

  /// A form whose rows are written as they come, and the rest at the end.
  public static func streaming(
    _ writeRow: @escaping RowWriter, end: @escaping EndWriter
  ) -> ScreeningFormat {
    ScreeningFormat(writeRow, writeEnd: end)
  }

  /// A form that is written as a whole once all rows are known.
  ///
  /// - Parameters:
  ///   - reportsAtMost: up to how many rows it may show their full reports.
  ///   - showsFacts: whether it shows the facts of the programme's columns.
  public static func whole(
    reportsAtMost: Int = 0, showsFacts: Bool = false,
    _ write: @escaping @Sendable (Screening) -> [UInt8]
  ) -> ScreeningFormat {
    ScreeningFormat(
      reportsAtMost: reportsAtMost, showsFacts: showsFacts, writeEnd: { $1(write($0)) })
  }

  /// A form of one report after another, written as applications are judged.
  public static func reports(_ write: @escaping ReportWriter) -> ScreeningFormat {
    ScreeningFormat(writeReport: write)
  }

  /// A form for CI servers, which are told of each application as it is judged.
  ///
  /// - Parameter inspect: what only the whole batch shows.
  public static func integration(
    _ writer: IntegrationWriter, inspect: @escaping @Sendable (Screening) -> [Inspection]
  ) -> ScreeningFormat {
    ScreeningFormat(integration: writer, inspect: inspect)
  }

  /// Whether no rows are kept for the end.
  var streams: Bool { writeRow != nil || writeReport != nil || inspects }
  /// Whether it wants what CI servers are told.
  var inspects: Bool { integration != nil }

  /// Writes what a CI server is told about an application, as far as that needs no other; called by
  /// several workers at once.
  func prepare(_ inspection: Inspection) -> PreparedInspection? { integration?.prepare(inspection) }

  /// Writes the same in full; called in the order of the batch.
  mutating func add(_ inspection: PreparedInspection) -> [UInt8] {
    integration?.add(inspection) ?? []
  }

  /// Writes the end of a stream, or the whole of other forms, piece by piece, so that a stream never
  /// stands in memory as a whole.
  func end(_ screening: Screening, piecewise write: (_ piece: [UInt8]) -> Void) {
    if var integration {
      for inspection in inspect(screening) {
        write(integration.add(integration.prepare(inspection)))
      }
      write(integration.end())
    }
    writeEnd(screening, write)
  }

  /// Writes the same as one piece.
  public func end(_ screening: Screening) -> [UInt8] {
    var bytes: [UInt8] = []
    end(screening) { bytes += $0 }
    return bytes
  }
}
