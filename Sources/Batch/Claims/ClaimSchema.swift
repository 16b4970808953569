// Who puts parts of a batch together from other programs needs to know what a line of claims holds.

import Eligibility
import Judging
import Reports

/// Writes the JSON Schema of a line of claims files.
public enum ClaimSchema {
  /// The schema, from the tables by which the lines are read.
  public static func bytes(of programme: Programme) -> [UInt8] {
    let format = ClaimFormat(programme)
    let title = Wording(
      zh: "screen --claims 所写文件的一行", en: "A line of a file that jlcheck screen --claims writes")
    return JSONSchema.document("claims:\(ClaimsHeader.currentVersion)", title) { top in
      top.array("oneOf") { list in
        for kind in ["part", "claim", "totals"] {
          list.object { $0.member("$ref", "#/$defs/\(kind)") }
        }
      }
      top.object("$defs") { definitions in
        let version = ValueType.count(
          from: ClaimsHeader.currentVersion, to: ClaimsHeader.currentVersion)
        write(
          fields(of: format.part.type, "part", ["claimsVersion": version]), as: "part",
          into: &definitions)
        write(
          fields(of: format.claim.schema, "claim", needing: ["source"]), as: "claim",
          into: &definitions)
        write(fields(of: format.totals.type, "totals"), as: "totals", into: &definitions)
      }
    }
  }

  /// The members of a line, the one that tells its kind with the only word that it can be.
  private static func fields(
    of type: ValueType, _ kind: String, _ types: [String: ValueType] = [:],
    needing others: Set<String> = []
  ) -> [FieldSchema] {
    guard case .object(let fields) = type else { return [] }
    return fields.map { field in
      var field = field
      if field.key == "kind" { field.type = .choice([ChoiceWord(word: kind)]) }
      if let type = types[field.key] { field.type = type }
      if field.key == "kind" || others.contains(field.key) { field.isRequired = true }
      return field
    }
  }

  private static func write(
    _ fields: [FieldSchema], as name: String, into definitions: inout JSONObject
  ) {
    // All criteria have totals of one kind, which is described once.
    var one: ValueType?
    definitions.object(name) { schema in
      schema.member("type", "object")
      schema.object("properties") { members in
        for field in fields {
          guard field.key == "criteria", case .object(let criteria) = field.type else {
            JSONSchema.write(field, into: &members)
            continue
          }
          one = criteria.first?.type
          members.object(field.key) { schema in
            JSONSchema.writeWords(of: field, into: &schema)
            schema.member("type", "object")
            schema.object("properties") { members in
              for criterion in criteria {
                members.object(criterion.key) { schema in
                  JSONSchema.writeWords(of: criterion, into: &schema)
                  schema.member("$ref", "#/$defs/criterion")
                }
              }
            }
            schema.array("required") { for criterion in criteria { $0.element(criterion.key) } }
            schema.member("additionalProperties", false)
          }
        }
      }
      schema.array("required") { list in
        for field in fields where field.isRequired { list.element(field.key) }
      }
      schema.member("additionalProperties", false)
    }
    if let one {
      definitions.object("criterion") { JSONSchema.write(one, mayBeNull: false, into: &$0) }
    }
  }
}
