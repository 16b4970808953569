// The format of a file is data: one table of what may stand where, which both ways of reading follow.

import Eligibility
import LocatedJSON

/// How a value is read and what is kept of it.
enum Form: Sendable {
  /// A text that is not blank, kept as a `String?`.
  case text
  /// A text of which only that it is there is kept, as a `Bool`.
  case mention
  /// A text of which nothing is kept.
  case remark
  /// True or false, kept as a `Bool?`.
  case flag
  /// A whole number of a range, kept as an `Int?`.
  case whole(ClosedRange<Int>, ValueType)
  /// An exact number, 0 or more, kept as a `Decimal?`.
  case decimal
  /// An amount in the unit of its table, kept as a `Money?`; below zero only where it may be.
  case money(mayBeNegative: Bool)
  /// A day, kept as a `Day?`.
  case day
  /// A year, month or day, kept as a `PartialDate?`.
  case partialDate
  /// The names of documents, at most so many, of which only the number is kept, as an `Int?`.
  case attachments(atMost: Int)
  /// An object; its members are kept in place.
  case object(ObjectForm)
  /// A value with a way of its own of being read and kept.
  case custom(CustomForm)

  /// What kind of value it is, for messages and descriptions of the format.
  var type: ValueType {
    switch self {
    case .text, .mention, .remark: .text
    case .flag: .flag
    case .whole(_, let type): type
    case .decimal: .decimal
    case .money(let mayBeNegative): .money(mayBeNegative: mayBeNegative)
    case .day: .day
    case .partialDate: .partialDate
    case .attachments(let most): .list(.text, atMost: most)
    case .object(let object): .object(object.fields.map(\.description))
    case .custom(let form): form.type()
    }
  }
}

/// One member of an object: its name, its meaning, how it is read and where it is kept.
struct Field: Sendable {
  /// The member's name in the file.
  let key: String
  /// What it means.
  let label: Wording
  /// How it is read.
  let form: Form
  /// Where it is kept, in bytes from the beginning of the object's value.
  let offset: Int

  /// The member as people and programs see it.
  var description: FieldDescription { FieldDescription(key: key, label: label, type: form.type) }
}

/// The members of an object.
final class ObjectForm: Sendable {
  let fields: [Field]
  /// Forgets everything that was read.
  let clear: @Sendable (Slot) -> Void

  init(_ fields: [Field], clear: @escaping @Sendable (Slot) -> Void) {
    self.fields = fields
    self.clear = clear
  }
}

/// A value with a way of its own of being read and kept.
final class CustomForm: Sendable {
  /// What kind of value it is.
  let type: @Sendable () -> ValueType
  /// Reads the value at an index and keeps it, or forgets it where there is none to read; `false`
  /// where nothing was read.
  let take: @Sendable (Document.Index?, inout Intake, Slot) -> Bool
  /// Makes the way in which a plain text is read; not every run reads one.
  let plain: @Sendable () -> PlainAction

  init(
    type: @escaping @Sendable () -> ValueType,
    take: @escaping @Sendable (Document.Index?, inout Intake, Slot) -> Bool,
    plain: @escaping @Sendable () -> PlainAction
  ) {
    self.type = type
    self.take = take
    self.plain = plain
  }
}

/// Makes the members of objects whose facts are kept in an `Owner`.
struct Members<Owner> {
  /// A member whose fact is kept in a property, `nil` where it is not known.
  @inline(__always)
  func callAsFunction<Value>(
    _ key: String, _ reader: ValueReader<Value>, _ path: WritableKeyPath<Owner, Value?>, zh: String,
    en: String
  ) -> Field {
    Field(
      key: key, label: Wording(zh: zh, en: en), form: reader.form,
      offset: Members.offset(of: path))
  }

  /// A member whose facts are kept within a property.
  @inline(__always)
  func callAsFunction<Value>(
    _ key: String, _ reader: PartReader<Value>, _ path: WritableKeyPath<Owner, Value>, zh: String,
    en: String
  ) -> Field {
    Field(
      key: key, label: Wording(zh: zh, en: en), form: reader.form,
      offset: Members.offset(of: path))
  }

  /// A member with a text that no rule reads.
  func remark(_ key: String, zh: String, en: String) -> Field {
    Field(key: key, label: Wording(zh: zh, en: en), form: .remark, offset: 0)
  }

  /// A member of which another fact is made.
  func callAsFunction<Value>(
    _ key: String, _ reader: ValueReader<Value>, zh: String, en: String,
    keep: @escaping @Sendable (inout Owner, Value?) -> Void
  ) -> Field {
    let form = CustomForm {
      reader.type
    } take: { index, intake, slot in
      let value = index.flatMap { reader.read($0, &intake) }
      keep(&slot.value(Owner.self).pointee, value)
      return value != nil
    } plain: {
      let form = PlainForm(reader.form)
      return PlainAction { intake, slot throws(NotPlain) in
        var value: Value?
        try Slot.of(&value) { slot throws(NotPlain) in try intake.read(form, into: slot) }
        keep(&slot.value(Owner.self).pointee, value)
      }
    }
    return Field(key: key, label: Wording(zh: zh, en: en), form: .custom(form), offset: 0)
  }

  @inline(__always)
  private static func offset(of path: PartialKeyPath<Owner>) -> Int {
    guard let offset = MemoryLayout<Owner>.offset(of: path) else {
      preconditionFailure("a fact is kept in a stored property")
    }
    return offset
  }
}
