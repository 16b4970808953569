// Whoever writes expectations by hand is helped by an editor that knows their members and words.

import Eligibility
import Judging
import Reports

/// Writes the JSON Schema of a folder's expectations.
public enum ExpectationSchema {
  /// The schema, from the table by which expectations are read.
  ///
  /// What a table cannot say stands here: that something has to be expected, and what a fault needs.
  public static func bytes(of programme: Programme) -> [UInt8] {
    let title = Wording(
      zh: "对一个文件夹中各份申报材料的预期（\(ExpectationFile.manifestName)）",
      en: "What is expected of the applications in a folder (\(ExpectationFile.manifestName))")
    return JSONSchema.document("expectations:1", title) { top in
      top.member("type", "object")
      top.object("properties") { members in
        members.object("applications") { schema in
          schema.member("title", "各份申报材料 · applications")
          schema.member(
            "description",
            "键为文件名；一行一份的，写作 round.ndjson:3\n"
              + "by the name of the file, of one a line with its line: round.ndjson:3")
          schema.member("type", "object")
          schema.object("additionalProperties") { $0.member("$ref", "#/$defs/expectation") }
        }
      }
      top.array("required") { $0.element("applications") }
      top.member("additionalProperties", false)
      top.object("$defs") { definitions in
        definitions.object("expectation") { write(ExpectationFormat(programme), into: &$0) }
        definitions.object("fault", writeFault)
      }
    }
  }

  private static func write(_ format: ExpectationFormat, into schema: inout JSONObject) {
    guard case .object(let fields) = format.expectation.type else { return }
    schema.member(
      "description",
      "对一份申报材料的预期；名称\(ExpectationFile.ending) 文件只写这一层\n"
        + "what is expected of one application; a file name\(ExpectationFile.ending) holds just this"
    )
    schema.member("type", "object")
    schema.array("anyOf") { list in
      stated(format.programme.isForHolders ? "standing" : "verdict", "string", in: &list)
      stated("criteria", "object", in: &list)
      stated("faults", "array", in: &list)
    }
    schema.object("properties") { members in
      for field in fields {
        guard field.key == "faults" else {
          JSONSchema.write(field, into: &members)
          continue
        }
        members.object(field.key) { schema in
          JSONSchema.writeWords(of: field, into: &schema)
          schema.member(
            "description",
            "文件的全部错误；不写的，文件应没有错误\n"
              + "all faults of the file; without this member it must have none")
          schema.array("type") { for name in ["array", "null"] { $0.element(name) } }
          schema.object("items") { $0.member("$ref", "#/$defs/fault") }
        }
      }
    }
    schema.member("additionalProperties", false)
  }

  /// An alternative in which a member is stated.
  private static func stated(_ key: String, _ type: String, in list: inout JSONArray) {
    list.object { schema in
      schema.array("required") { $0.element(key) }
      schema.object("properties") { members in
        members.object(key) { schema in
          schema.member("type", type)
          if type == "object" { schema.member("minProperties", 1) }
        }
      }
    }
  }

  private static func writeFault(into schema: inout JSONObject) {
    guard case .object(let fields) = ExpectationFormat.faultFields.type else { return }
    schema.member("type", "object")
    schema.object("properties") { members in
      for var field in fields {
        if field.key == "pointer" {
          members.object(field.key) { schema in
            JSONSchema.writeWords(of: field, into: &schema)
            schema.array("type") { for name in ["string", "null"] { $0.element(name) } }
            // That of the whole file is empty.
            schema.member("pattern", "^(/|$)")
          }
          continue
        }
        field.isRequired = field.key == "reason"
        JSONSchema.write(field, into: &members)
      }
    }
    schema.array("required") { $0.element("reason") }
    schema.object("dependentRequired") { needs in needs.array("column") { $0.element("line") } }
    schema.member("additionalProperties", false)
  }
}
