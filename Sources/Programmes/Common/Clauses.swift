// How the rows of forms cite a notice that has sections, as two programmes do.

import Eligibility

extension Clause {
  /// A part of a section and perhaps one of its items: 三（一）4.
  static func clause(_ section: Int, _ part: Int, _ item: Int? = nil) -> Clause {
    .part(section: section, part: part, item: item)
  }
}
