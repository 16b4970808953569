// Schemas of what is read derive from the tables by which it is read, and those of reports take their words
// from the code, so that neither can say something else than the program does.

import Eligibility
import Judging

/// Writes JSON Schemas (draft 2020-12) with titles and descriptions in Chinese and English.
public enum JSONSchema {
  /// A whole schema.
  ///
  /// - Parameters:
  ///   - name: what the schema's identifier calls it; `nil` where it has none.
  ///   - title: what it describes.
  ///   - body: writes the keywords of the root.
  public static func document(
    _ name: String?, _ title: Wording, _ body: (inout JSONObject) -> Void
  ) -> [UInt8] {
    var bytes = JSONWriter.object(.pretty) { top in
      top.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      if let name { top.member("$id", "urn:\(Program.name):\(name)") }
      top.member("title", both(title))
      body(&top)
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The schema of a report from its frame, which has holes for what schemas share.
  public static func report(_ frame: [UInt8]) -> [UInt8] {
    Template(frame).filled(with: [
      "program": Array("{\"type\": \"string\", \"pattern\": \"^\(Program.name) [0-9.]+$\"}".utf8),
      "quantity": indented(PackageResources.quantity_json.dropLast()),
      "verdict": choice(Verdict.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
      "outcome": choice(Outcome.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
      "role": choice(Role.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
      "standing": choice(
        TitleState.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
      "dueState": choice(
        DueDate.State.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
      "party": choice(
        DueDate.Party.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
      "basis": choice(Basis.Kind.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
      "wayBasis": choice(Way.Basis.allCases.map { ChoiceWord(word: $0.rawValue, label: $0.name) }),
    ])
  }

  /// The schema of the reports of `check --format json`.
  public static var checkReport: [UInt8] { report(PackageResources.report_schema_json) }

  /// The schema of the plans of `plan --format json`.
  public static var plan: [UInt8] { report(PackageResources.plan_schema_json) }

  /// The schema of the comparisons of `compare --format json`.
  public static var comparison: [UInt8] { report(PackageResources.comparison_schema_json) }

  /// A wording in both languages.
  public static func both(_ wording: Wording) -> String {
    wording.zh == wording.en ? wording.zh : "\(wording.zh) · \(wording.en)"
  }

  /// The members of an object, and which of them have to be there.
  public static func write(_ fields: [FieldSchema], into schema: inout JSONObject) {
    schema.object("properties") { members in
      for field in fields { write(field, into: &members) }
    }
    if fields.contains(where: { $0.isRequired }) {
      schema.array("required") { list in
        for field in fields where field.isRequired { list.element(field.key) }
      }
    }
    schema.member("additionalProperties", false)
  }

  /// A member of an object.
  public static func write(_ field: FieldSchema, into object: inout JSONObject) {
    object.object(field.key) { schema in
      writeWords(of: field, into: &schema)
      write(field.type, mayBeNull: !field.isRequired, into: &schema)
    }
  }

  /// What a member is called and asks for.
  public static func writeWords(of field: FieldSchema, into schema: inout JSONObject) {
    schema.member("title", both(field.label))
    var hint = field.hint
    if hint == nil, case .code(let form) = field.type { hint = form }
    let lines = [
      hint.map { "\($0.zh)\n\($0.en)" },
      field.clause.map { "\($0.citation(in: .zh)) · \($0.citation(in: .en))" },
    ]
    let description = lines.compactMap { $0 }.joined(separator: "\n")
    if !description.isEmpty { schema.member("description", description) }
  }

  /// The keywords of a kind of value.
  ///
  /// - Parameter mayBeNull: whether it may be null, which says that nothing is known.
  public static func write(
    _ type: ValueType, mayBeNull: Bool, into schema: inout JSONObject
  ) {
    func types(_ names: String..., in schema: inout JSONObject) {
      let names = mayBeNull ? names + ["null"] : names
      if names.count == 1 {
        schema.member("type", names[0])
      } else {
        schema.array("type") { list in for name in names { list.element(name) } }
      }
    }
    switch type {
    case .text:
      types("string", in: &schema)
      schema.member("pattern", "\\S")
    case .code:
      types("string", in: &schema)
      schema.member("minLength", 1)
    case .flag: types("boolean", in: &schema)
    case .year(let least, let greatest), .count(let least, let greatest):
      types("integer", in: &schema)
      schema.member("minimum", least)
      schema.member("maximum", greatest)
    case .day:
      types("string", in: &schema)
      schema.member("pattern", "^\(day)$")
    case .partialDate:
      // A bare year is as often written as a number.
      types("string", "integer", in: &schema)
      schema.member("pattern", "^(\(year)|\(year)\(dash)\(two)|\(day))$")
    case .decimal, .money(mayBeNegative: false):
      types("number", in: &schema)
      schema.member("minimum", 0)
    case .money(mayBeNegative: true): types("number", in: &schema)
    case .choice(let words): write(words, mayBeNull: mayBeNull, into: &schema)
    case .list(let item, let most):
      types("array", in: &schema)
      schema.member("maxItems", most)
      schema.object("items") { write(item, mayBeNull: true, into: &$0) }
    case .object(let fields):
      types("object", in: &schema)
      write(fields, into: &schema)
    }
  }

  private static func write(
    _ words: [ChoiceWord], mayBeNull: Bool, into schema: inout JSONObject
  ) {
    schema.array("oneOf") { list in
      for word in words {
        list.object { choice in
          choice.member("const", word.word)
          choice.member("title", both(word.label))
        }
      }
      if mayBeNull { list.object { $0.member("type", "null") } }
    }
  }

  /// The schema of a word to be chosen, as a definition in a frame.
  private static func choice(_ words: [ChoiceWord]) -> [UInt8] {
    indented(JSONWriter.object(.pretty) { write(words, mayBeNull: false, into: &$0) }[...])
  }

  /// Lines as they stand among definitions.
  private static func indented(_ lines: ArraySlice<UInt8>) -> [UInt8] {
    lines.flatMap { $0 == UInt8(ascii: "\n") ? Array("\n    ".utf8) : [$0] }
  }

  // Digits of full width are read as plain ones.
  private static let digit = "[0-9\u{FF10}-\u{FF19}]"
  private static let year = "\(digit){4}"
  private static let two = "\(digit){2}"
  private static let dash = "[-\u{FF0D}]"
  private static let day = "\(year)\(dash)\(two)\(dash)\(two)"
}
