// Whether a report follows from its input is decided by making it again and comparing each value.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// A report held against one that was made again from its input.
public struct Verification {
  /// Why it cannot be the same: another program, input or edition.
  public let causes: [Wording]
  /// The values that are not the same, in the order of the report; of very many the first ones.
  public let differences: [ReportDifference]
  /// How many more there are.
  public let unlisted: Int
  /// The report's own account of how it came about.
  public let receipt: Receipt

  /// Whether the report follows from its input.
  public var isSame: Bool { causes.isEmpty && differences.isEmpty }

  /// Makes a report again and compares.
  ///
  /// - Parameter reports: the applications named, judged as the report says it judged them.
  public init(_ receipt: Receipt, against reports: [JudgedApplication], usual: Programme) {
    self.receipt = receipt
    let bytes = JSONReport(language: receipt.language, arguments: receipt.arguments)
      .bytes(reports, usual: usual)
    let all = ReportDifference.all(from: receipt.document, to: JSONDocument(parsing: bytes))
    differences = Array(all.listed)
    unlisted = all.unlisted
    var causes: [Wording] = []
    let program = "\(Program.name) \(Version.current)"
    if receipt.program != program {
      let other = receipt.program.sanitized()
      causes.append(
        Wording(
          zh: "报告由 \(other) 写出，本程序为 \(program)",
          en: "the report was written by \(other), this is \(program)"))
    }
    for (filed, report) in zip(receipt.applications, reports) {
      let name = filed.source.sanitizedName()
      let digest = report.text.digest
      if filed.digest != digest {
        let recorded = filed.digest.sanitized()
        causes.append(
          Wording(
            zh: "输入不同：报告所记 \(name) 的 SHA-256 为 \(recorded)，此文件为 \(digest)",
            en:
              "another input: of \(name) the report records the SHA-256 \(recorded), this file has "
              + digest))
      }
      if filed.edition != report.edition.document {
        let recorded = filed.edition.sanitized()
        causes.append(
          Wording(
            zh: "版本不同：报告依 \(recorded)，现依 \(report.edition.document)",
            en: "another edition: the report applies \(recorded), now \(report.edition.document) "
              + "applies"))
      }
    }
    self.causes = causes
  }
}

/// A value of a report that is not the same in one made again.
public struct ReportDifference {
  /// The JSON Pointer of the value.
  public let pointer: String
  /// The value in the report, as JSON; `nil` where it has none. Hostile until escaped.
  public let recorded: String?
  /// The value in the report made again.
  public let recomputed: String?

  static func all(from old: JSONDocument, to new: JSONDocument) -> [ReportDifference] {
    guard let before = old.root, let after = new.root else { return [] }
    var walk = Walk(old: old, new: new)
    walk.visit(before, after, "")
    return walk.differences
  }

  private struct Walk {
    let old: JSONDocument
    let new: JSONDocument
    var differences: [ReportDifference] = []

    mutating func visit(
      _ before: JSONDocument.Index, _ after: JSONDocument.Index, _ pointer: String
    ) {
      switch (old[before].kind, new[after].kind) {
      case (.object, .object):
        var later: [String: JSONDocument.Index] = [:]
        var names: [String] = []
        for (name, value) in new.members(of: after) {
          let text = new.text(name) ?? ""
          names.append(text)
          later[text] = value
        }
        var earlier: Set<String> = []
        for (name, value) in old.members(of: before) {
          let text = old.text(name) ?? ""
          earlier.insert(text)
          compare(value, later[text], pointer + "/" + text)
        }
        for name in names where !earlier.contains(name) {
          compare(nil, later[name], pointer + "/" + name)
        }
      case (.array, .array):
        let (items, others) = (Array(old.children(of: before)), Array(new.children(of: after)))
        for number in 0..<max(items.count, others.count) {
          compare(
            number < items.count ? items[number] : nil,
            number < others.count ? others[number] : nil, pointer + "/\(number)")
        }
      case (.string, .string):
        if old.text(before) != new.text(after) { differ(before, after, pointer) }
      case (let kind, let other):
        if kind != other || old.lexeme(before) != new.lexeme(after) {
          differ(before, after, pointer)
        }
      }
    }

    private mutating func compare(
      _ before: JSONDocument.Index?, _ after: JSONDocument.Index?, _ pointer: String
    ) {
      if let before, let after {
        visit(before, after, pointer)
      } else {
        differ(before, after, pointer)
      }
    }

    private mutating func differ(
      _ before: JSONDocument.Index?, _ after: JSONDocument.Index?, _ pointer: String
    ) {
      differences.append(
        ReportDifference(
          pointer: pointer, recorded: before.map { Walk.excerpt(of: $0, in: old) },
          recomputed: after.map { Walk.excerpt(of: $0, in: new) }))
    }

    private static func excerpt(of index: JSONDocument.Index, in document: JSONDocument) -> String {
      switch document[index].kind {
      case .object: "{…}"
      case .array: "[…]"
      case .string: "“" + (document.text(index) ?? "") + "”"
      default: document.lexeme(index)
      }
    }
  }
}
