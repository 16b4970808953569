// Programs that read reports of batches and of tests can hold them to what is promised.

import Reports

/// The JSON Schemas of reports about many applications.
public enum ReportSchemas {
  /// The schema of the reports of `screen --format json`.
  public static var screening: [UInt8] {
    JSONSchema.report(PackageResources.screening_schema_json)
  }

  /// The schema of a line of `screen --format ndjson`.
  public static var screeningLine: [UInt8] {
    JSONSchema.report(PackageResources.screening_line_schema_json)
  }

  /// The schema of the reports of `status --format json`.
  public static var status: [UInt8] { JSONSchema.report(PackageResources.status_schema_json) }

  /// The schema of the reports of `test --format json`.
  public static var test: [UInt8] { JSONSchema.report(PackageResources.test_schema_json) }
}
