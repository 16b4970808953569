// An editor that knows the form's JSON Schema offers its members and choices, and marks what does not fit.

import Judging

/// Writes the JSON Schema of a programme's applications.
public enum ApplicationSchema {
  /// The schema, with titles and descriptions in Chinese and English.
  ///
  /// It holds the shape of a file and the types of its values; what values mean together is for the rules.
  public static func bytes(of programme: Programme) -> [UInt8] {
    JSONSchema.document(nil, programme.title) { top in
      JSONSchema.write(programme.schema(), mayBeNull: false, into: &top)
    }
  }
}
