// A batch in a form for CI servers is its applications one by one, and then what only all of them show.

import Batch
import Reports

extension ScreeningFormat {
  /// A batch in a form for CI servers.
  ///
  /// - Parameter inspector: says what only the whole batch shows.
  public static func integration(
    _ writer: IntegrationWriter, _ inspector: Inspector
  ) -> ScreeningFormat {
    integration(writer) { $0.inspections(by: inspector) }
  }
}
