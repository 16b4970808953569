// The format's tables once more, laid out for the one loop in which a batch spends its time.

import Eligibility
import LocatedJSON

/// Reads the value that comes next in a plain text and keeps it.
final class PlainAction: Sendable {
  let take: @Sendable (inout PlainIntake, Slot) throws(NotPlain) -> Void

  init(_ take: @escaping @Sendable (inout PlainIntake, Slot) throws(NotPlain) -> Void) {
    self.take = take
  }
}

/// A ``Form`` as plain texts are read by it: nothing in it is counted, so reading a value counts nothing.
///
/// What it refers to is made once and lasts as long as the program.
struct PlainForm: @unchecked Sendable {
  let kind: Kind
  /// The range of a whole number, or of the number of attachments.
  private(set) var range = 0...0
  /// The members of an object.
  private(set) var members: PlainTable?
  /// How a custom value is read.
  private(set) var custom: Unmanaged<PlainAction>?

  /// The cases of ``Form``, without what belongs to them.
  enum Kind: UInt8 {
    case text
    case mention
    case remark
    case flag
    case whole
    case decimal
    case money
    case signedMoney
    case day
    case partialDate
    case attachments
    case object
    case custom
  }

  init(_ form: Form) {
    switch form {
    case .text: kind = .text
    case .mention: kind = .mention
    case .remark: kind = .remark
    case .flag: kind = .flag
    case .whole(let range, _):
      kind = .whole
      self.range = range
    case .decimal: kind = .decimal
    case .money(let mayBeNegative): kind = mayBeNegative ? .signedMoney : .money
    case .day: kind = .day
    case .partialDate: kind = .partialDate
    case .attachments(let most):
      kind = .attachments
      range = 0...most
    case .object(let object):
      kind = .object
      members = PlainTable(object.fields)
    case .custom(let form):
      kind = .custom
      custom = Unmanaged.passRetained(form.plain())
    }
  }
}

/// The members of an object as a plain text is searched for them.
struct PlainTable: @unchecked Sendable {
  /// The rows, in the format's order; written only here, before anyone else sees them.
  let rows: UnsafePointer<Row>
  /// Where they end.
  private let end: UnsafePointer<Row>

  /// One member.
  struct Row {
    let key: PlainWord
    let form: PlainForm
    /// Where its fact is kept, in bytes from the beginning of the object's value.
    let offset: Int
    /// A bit of its own.
    let bit: UInt64
  }

  init(_ fields: [Field]) {
    precondition((1...64).contains(fields.count), "an object has 1 to 64 members")
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: fields.count)
    for (place, field) in fields.enumerated() {
      let row = Row(
        key: PlainWord(field.key), form: PlainForm(field.form), offset: field.offset,
        bit: 1 << UInt64(place))
      (rows + place).initialize(to: row)
    }
    self.rows = UnsafePointer(rows)
    end = self.rows + fields.count
  }

  /// The next row; the first one comes after the last.
  @inline(__always)
  func row(after row: UnsafePointer<Row>) -> UnsafePointer<Row> {
    row + 1 == end ? rows : row + 1
  }
}
