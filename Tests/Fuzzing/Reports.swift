// Every form of a report has to be written for every application, and must not carry out what its text says.

import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

@Sendable func fuzzReports(_ input: UnsafeBufferPointer<UInt8>) {
  let application = judged(Array(input), JudgingOptions())
  let file = Checked(
    place: ApplicationLocation(source: "fuzz.json", line: nil), result: .success(application))
  // One language a run, by chance as good as any, since writing takes most of the time.
  let language: Language = input.count.isMultiple(of: 2) ? .zh : .en
  let writer = FullReports(
    programme: programme, strictness: .conditionsOnly,
    text: TextReport(language: language, width: 80, coloring: .plain, isVerbose: true),
    arguments: ["check"])
  for format in [Format.text, .json, .markdown, .html, .letter] + Format.integrations {
    let report = writer.bytes([file], as: format) ?? []
    examine(report, as: format)
    if format == .json {
      guard let receipt = Receipt(of: report) else { fatalError("no receipt of the report") }
      let verification = Verification(receipt, against: [application], usual: programme)
      require(verification.isSame, "not verified: \(verification.differences)")
    }
  }
}

/// Looks at what was written: whether it is of its form, and nothing that a terminal obeys.
func examine(_ report: [UInt8], as format: Format) {
  guard let text = String(validating: report, as: UTF8.self) else {
    fatalError("\(format) is not UTF-8")
  }
  switch format {
  case .json, .sarif:
    require(!report.isEmpty, "\(format) is empty")
    requireJSON(report)
  case .ndjson:
    for line in report.split(separator: UInt8(ascii: "\n")) { requireJSON(Array(line)) }
  default:
    // Tables for spreadsheets have a byte order mark and both signs of a line's end; a page of a letter
    // ends with a form feed.
    requireHarmless(
      text,
      besides: format == .letter ? ["\u{C}"] : format == .text ? [] : ["\u{FEFF}", "\r", "\t"],
      in: "\(format)")
  }
}

/// Requires that nothing in a text is obeyed or hidden by a terminal.
func requireHarmless(
  _ text: String, besides others: [Unicode.Scalar] = [], in place: String
) {
  for scalar in text.unicodeScalars
  where !scalar.isHarmless && scalar != "\n" && !others.contains(scalar) {
    require(
      scalar.properties.isVariationSelector,
      "\(place) holds U+\(String(scalar.value, radix: 16))")
  }
}

private func requireJSON(_ bytes: [UInt8]) {
  let faults = JSONDocument(parsing: bytes).faults
  require(faults.isEmpty, "not JSON: \(faults)")
}
