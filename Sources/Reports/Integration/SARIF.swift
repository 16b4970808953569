// Code scanning reads SARIF 2.1.0: what is looked for, what was found, and where exactly.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// Writes inspections as one run of SARIF 2.1.0 (OASIS), a result a line.
public struct SARIF: Sendable {
  private let language: Language
  private var rules: [Inspection.Rule]
  private var ruleNumbers: [String: Int] = [:]
  private var notifications: [PreparedDiagnostic] = []
  private var hasBegun = false
  private var hasResults = false
  private var fingerprints = Fingerprints()

  init(rules: [Inspection.Rule], language: Language) {
    self.rules = rules
    self.language = language
    for (number, rule) in rules.enumerated() { ruleNumbers[rule.id] = number }
  }

  static func prepare(_ inspection: Inspection) -> PreparedInspection {
    var prepared = PreparedInspection(source: inspection.place?.source)
    for item in inspection.cases {
      for diagnostic in item.diagnostics {
        prepared.diagnostics.append(
          PreparedDiagnostic(
            rule: diagnostic.rule, severity: diagnostic.severity,
            isFailure: item.result == .unreadable,
            object: JSONWriter.object(.compact) { write(diagnostic, of: inspection, into: &$0) },
            digest: Fingerprints.digest(of: diagnostic)))
      }
    }
    return prepared
  }

  mutating func add(_ inspection: PreparedInspection) -> [UInt8] {
    var bytes = head()
    for diagnostic in inspection.diagnostics {
      if diagnostic.isFailure {
        notifications.append(diagnostic)
        continue
      }
      bytes += (hasResults ? ",\n" : "\n").utf8
      hasResults = true
      let number = number(of: diagnostic.rule)
      let fingerprint = fingerprints.next(diagnostic.digest, in: inspection.source)
      JSONWriter.appendObject(to: &bytes, .compact) { result in
        result.member("ruleId", diagnostic.rule.id)
        result.member("ruleIndex", number)
        result.members(of: diagnostic.object)
        result.object("partialFingerprints") { $0.member(Fingerprints.name, fingerprint) }
      }
    }
    return bytes
  }

  mutating func end() -> [UInt8] {
    var bytes = head()
    bytes += "\n],\n\"tool\":".utf8
    JSONWriter.appendObject(to: &bytes, .compact) { tool in
      tool.object("driver") { driver in
        driver.member("name", Program.name)
        driver.member("version", Version.current)
        driver.array("rules") { list in
          for rule in rules { list.object { SARIF.write(rule, into: &$0) } }
        }
      }
    }
    bytes += ",\n\"invocations\":[".utf8
    JSONWriter.appendObject(to: &bytes, .compact) { invocation in
      invocation.member("executionSuccessful", notifications.isEmpty)
      invocation.array("toolExecutionNotifications") { list in
        for diagnostic in notifications {
          list.object { entry in
            entry.object("descriptor") { $0.member("id", diagnostic.rule.id) }
            entry.members(of: diagnostic.object)
          }
        }
      }
    }
    return bytes + Array("]}]}\n".utf8)
  }

  /// What every run says of itself; results follow at once, so that none has to be kept.
  private mutating func head() -> [UInt8] {
    if hasBegun { return [] }
    hasBegun = true
    let language = language == .zh ? "zh-CN" : "en"
    return Array(
      """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "columnKind":"unicodeCodePoints","language":"\(language)","results":[
      """.utf8)
  }

  /// What results and notifications share.
  private static func write(
    _ diagnostic: Inspection.Diagnostic, of inspection: Inspection, into object: inout JSONObject
  ) {
    object.member("level", diagnostic.severity.level)
    let text = [diagnostic.message, diagnostic.mend.map { "→ " + $0 }].compactMap { $0 }
      .joined(separator: "\n")
    object.object("message") { $0.member("text", text.asMessage) }
    guard let place = inspection.place else { return }
    object.array("locations") { list in
      list.object { location in
        write(place, diagnostic.region, into: &location)
        guard let pointer = diagnostic.pointer else { return }
        location.array("logicalLocations") { list in
          list.object { $0.member("fullyQualifiedName", pointer) }
        }
      }
    }
    if diagnostic.related.isEmpty { return }
    object.array("relatedLocations") { list in
      for related in diagnostic.related {
        list.object { location in
          write(related.place, related.region, into: &location)
          location.object("message") { $0.member("text", related.message.asMessage) }
        }
      }
    }
  }

  private static func write(
    _ place: ApplicationLocation, _ region: Range<TextPosition>?, into location: inout JSONObject
  ) {
    location.object("physicalLocation") { physical in
      physical.object("artifactLocation") { $0.member("uri", place.source.asURI) }
      physical.object("region") { entry in
        // Code scanning shows nothing that has no line, so a whole file is its first one.
        entry.member("startLine", region?.lowerBound.line ?? place.line ?? 1)
        guard let region else { return }
        entry.member("startColumn", region.lowerBound.column)
        if region.isEmpty { return }
        entry.member("endLine", region.upperBound.line)
        entry.member("endColumn", region.upperBound.column)
      }
    }
  }

  private static func write(_ rule: Inspection.Rule, into object: inout JSONObject) {
    object.member("id", rule.id)
    object.member("name", rule.name)
    object.object("shortDescription") { $0.member("text", rule.title.asMessage) }
    object.object("fullDescription") { $0.member("text", rule.description.asMessage) }
    object.object("help") { help in
      let paragraphs = [rule.description] + rule.help
      help.member("text", paragraphs.joined(separator: "\n").asMessage)
      help.member("markdown", paragraphs.map { $0.asMarkdown }.joined(separator: "\n\n"))
    }
    object.object("defaultConfiguration") { $0.member("level", rule.severity.level) }
    object.object("properties") { properties in
      for property in rule.properties { properties.member(property.name, property.value) }
    }
  }

  /// The number of a rule in the list, which grows by those that occur.
  private mutating func number(of rule: Inspection.Rule) -> Int {
    if let number = ruleNumbers[rule.id] { return number }
    rules.append(rule)
    ruleNumbers[rule.id] = rules.count - 1
    return rules.count - 1
  }
}

/// Names by which results are recognised in the next run.
private struct Fingerprints {
  /// What this way of making them is called; another way would have another name.
  static let name = "remark/v1"

  /// How often each occurred in the file at hand, to tell apart what is the same but for its place.
  private var counts: [UInt64: UInt32] = [:]
  private var source: String?

  /// The digest of what tells a remark from others in its file.
  static func digest(of diagnostic: Inspection.Diagnostic) -> [UInt8] {
    // As JSON, so that no text can pass for two.
    let material = JSONWriter.array(.compact) { list in
      for text in [diagnostic.rule.id] + diagnostic.identity { list.element(text) }
    }
    return Array(SHA256.digest(material).prefix(16))
  }

  mutating func next(_ digest: [UInt8], in source: String?) -> String {
    if self.source != source { counts = [:] }
    self.source = source
    // A million applications in one file may have ten million remarks, so half of it has to do.
    let key = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    let count = counts[key, default: 0] + 1
    counts[key] = count
    return SHA256.digits(of: digest) + ":\(count)"
  }
}

extension Inspection.Rule {
  /// The identifier as SARIF writes names: `AverageRevenue`.
  fileprivate var name: String {
    id.split { $0 == "-" || $0 == "/" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

extension Inspection.Severity {
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

extension String {
  /// A text as SARIF messages hold it: braces are doubled, and no link can come of it.
  fileprivate var asMessage: String {
    // Most texts have none of these signs, and looking for them is quick.
    guard
      utf8.contains(where: { byte in
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      })
    else { return self }
    // Written sign by sign: the standard way to replace brings a library for regular expressions
    // along, and a third more to be loaded at every start.
    var message = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "(", message.last == "]" { message.append(" ") }
      message.append(scalar)
      if scalar == "{" || scalar == "}" { message.append(scalar) }
    }
    return String(message)
  }

  /// A text as it stands in Markdown, without any markup.
  fileprivate var asMarkdown: String {
    var text = ""
    for character in asMessage {
      if #"\`*_{}[]<>#|~"#.contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }

  /// A path as a URI reference (RFC 3986): relative as it is, absolute as a file.
  fileprivate var asURI: String {
    var uri = Array((hasPrefix("/") ? "file://" : "").utf8)
    for byte in FileName.bytes(of: withoutIdleSteps) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.append(byte)
      default:
        uri += ("%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)).utf8
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}
