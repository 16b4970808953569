// The criteria for programs: the whole catalogue in both languages.

import Eligibility
import Judging

/// Writes criteria as JSON.
public enum JSONCatalogue {
  /// Everything about each criterion, and which programmes there are.
  public static func bytes(_ explained: Explained, among programmes: ProgrammeList) -> [UInt8] {
    let programme = explained.programme
    let rules = programme.rules()
    var bytes = JSONWriter.object(.pretty) { top in
      top.member("program", "\(Program.name) \(Version.current)")
      top.object("rulebook") { rulebook in
        rulebook.member("id", programme.id)
        write(programme.title, as: "title", into: &rulebook)
        if let beyond = programme.beyond { write(beyond, as: "beyond", into: &rulebook) }
        rulebook.member("document", programme.newest.document)
        rulebook.member("inForce", programme.newest.inForce.description)
        if let closed = programme.closed { write(closed, as: "closed", into: &rulebook) }
        rulebook.member("canBePlanned", programme.canBePlanned)
      }
      top.array("programmes") { list in
        for programme in programmes.all + programmes.holders {
          list.object { entry in
            entry.member("id", programme.id)
            write(programme.title, as: "title", into: &entry)
            entry.member("isForHolders", programme.isForHolders)
          }
        }
      }
      top.array("criteria") { list in
        for number in explained.criteria {
          list.object { write(programme.criteria[number], rules[number], of: programme, into: &$0) }
        }
      }
      if !explained.members.isEmpty {
        top.array("members") { list in
          for member in explained.members {
            list.object { write(member, of: programme, into: &$0) }
          }
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func write(
    _ criterion: CriterionDescription, _ rule: Reason, of programme: Programme,
    into object: inout JSONObject
  ) {
    object.member("id", criterion.id)
    write(
      Wording(zh: criterion.citation(in: .zh), en: criterion.citation(in: .en)), as: "clause",
      into: &object)
    object.member("role", criterion.role.rawValue)
    write(criterion.title, as: "title", into: &object)
    write(Wording(zh: rule.says(in: .zh), en: rule.says(in: .en)), as: "rule", into: &object)
    write(criterion.readings, as: "readings", into: &object)
    write(criterion.settledReadings, as: "settledReadings", into: &object)
    object.array("reads") { list in
      for pointer in criterion.reads {
        list.object { entry in
          entry.member("pointer", pointer.description)
          write(
            Wording(
              zh: programme.label(of: pointer, in: .zh), en: programme.label(of: pointer, in: .en)),
            as: "label",
            into: &entry)
        }
      }
    }
    object.array("evidence") { list in
      for request in criterion.evidence {
        list.object { entry in
          entry.member("zh", request.zh)
          entry.member("en", request.en)
        }
      }
    }
  }

  private static func write(
    _ member: FormMember, of programme: Programme, into object: inout JSONObject
  ) {
    object.member("pointer", member.pointer.template)
    write(member.field.label, as: "label", into: &object)
    if let hint = member.field.hint { write(hint, as: "hint", into: &object) }
    if let clause = member.field.clause {
      write(
        Wording(zh: clause.citation(in: .zh), en: clause.citation(in: .en)), as: "clause",
        into: &object)
    }
    write(member.field.type.expectation, as: "expected", into: &object)
    write(member.field.type, into: &object)
    object.array("readBy") { list in
      for criterion in programme.criteria(reading: member.pointer) { list.element(criterion.id) }
    }
  }

  /// What kind of value a member has, and its bounds and choices.
  private static func write(_ type: ValueType, into object: inout JSONObject) {
    object.member("type", type.name)
    switch type {
    case .year(let least, let greatest), .count(let least, let greatest):
      object.member("from", least)
      object.member("to", greatest)
    case .money(let mayBeNegative): object.member("mayBeNegative", mayBeNegative)
    case .choice(let choices):
      object.array("choices") { list in
        for choice in choices {
          list.object { entry in
            entry.member("word", choice.word)
            write(choice.label, as: "label", into: &entry)
          }
        }
      }
    case .list(let item, let most):
      object.member("items", item.name)
      object.member("atMost", most)
    default: break
    }
  }

  private static func write(
    _ readings: [Reading], as name: String, into object: inout JSONObject
  ) {
    object.array(name) { list in
      for reading in readings {
        list.object { entry in
          entry.member("id", reading.id)
          write(reading.meaning, as: "meaning", into: &entry)
          write(reading.ground, as: "ground", into: &entry)
        }
      }
    }
  }

  private static func write(_ wording: Wording, as name: String, into object: inout JSONObject) {
    object.object(name) { entry in
      entry.member("zh", wording.zh)
      entry.member("en", wording.en)
    }
  }
}

extension ValueType {
  /// A stable identifier of the kind of value.
  fileprivate var name: String {
    switch self {
    case .text: "text"
    case .flag: "flag"
    case .year: "year"
    case .day: "day"
    case .partialDate: "partialDate"
    case .count: "count"
    case .decimal: "decimal"
    case .money: "money"
    case .code: "code"
    case .choice: "choice"
    case .list: "list"
    case .object: "object"
    }
  }
}
