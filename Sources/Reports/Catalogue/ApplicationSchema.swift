// An editor that knows the form's JSON Schema offers its members and choices, and marks what does not fit.

import Eligibility
import Judging

/// Writes the JSON Schema (draft 2020-12) of a programme's applications.
public enum ApplicationSchema {
  /// The schema, with titles and descriptions in Chinese and English.
  ///
  /// It holds the shape of a file and the types of its values; what values mean together is for the rules.
  public static func bytes(of programme: Programme) -> [UInt8] {
    var bytes = JSONWriter.object(.pretty) { top in
      top.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      top.member("title", both(programme.title))
      write(programme.schema(), isRoot: true, into: &top)
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func both(_ wording: Wording) -> String {
    wording.zh == wording.en ? wording.zh : "\(wording.zh) · \(wording.en)"
  }

  private static func write(_ field: FieldSchema, into object: inout JSONObject) {
    object.object(field.key) { schema in
      schema.member("title", both(field.label))
      var lines = [field.hint.map { "\($0.zh)\n\($0.en)" }]
      lines.append(field.clause.map { "\($0.citation(in: .zh)) · \($0.citation(in: .en))" })
      let description = lines.compactMap { $0 }.joined(separator: "\n")
      if !description.isEmpty { schema.member("description", description) }
      write(field.type, into: &schema)
    }
  }

  /// The keywords of a kind of value; every value but the whole file may be null, which says that nothing
  /// is known.
  private static func write(
    _ type: ValueType, isRoot: Bool = false, into schema: inout JSONObject
  ) {
    func types(_ names: String..., in schema: inout JSONObject) {
      schema.array("type") { list in for name in names + ["null"] { list.element(name) } }
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
    case .choice(let words):
      schema.array("oneOf") { list in
        for word in words {
          list.object { choice in
            choice.member("const", word.word)
            choice.member("title", both(word.label))
          }
        }
        list.object { $0.member("type", "null") }
      }
    case .list(let item, let most):
      types("array", in: &schema)
      schema.member("maxItems", most)
      schema.object("items") { write(item, into: &$0) }
    case .object(let fields):
      if isRoot { schema.member("type", "object") } else { types("object", in: &schema) }
      schema.object("properties") { members in
        for field in fields { write(field, into: &members) }
      }
      schema.member("additionalProperties", false)
    }
  }

  // Digits of full width are read as plain ones.
  private static let digit = "[0-9\u{FF10}-\u{FF19}]"
  private static let year = "\(digit){4}"
  private static let two = "\(digit){2}"
  private static let dash = "[-\u{FF0D}]"
  private static let day = "\(year)\(dash)\(two)\(dash)\(two)"
}
