// Whoever asks what if writes a place and a value; here they become a change of the application.

import Eligibility
import HostSystem
import LocatedJSON

extension Programme {
  /// The change that a word means: `/market/nation/rank=5`.
  ///
  /// The value is JSON, or a text without quotation marks; where the form wants a text any value is one.
  public func edit(_ word: String) throws(EditFault) -> FactEdit {
    guard let (pointer, written) = word.asEdit else { throw .noEdit }
    var type = schema()
    var place = ""
    for token in pointer.pointerTokens {
      switch type {
      case .object(let fields):
        guard let field = fields.first(where: { $0.key == token }) else {
          let meant = Suggestion.nearest(to: token.excerpt, among: fields.map { $0.key })
          throw .unknownMember(token, in: place, meant: meant)
        }
        type = field.type
      case .list(let item, _):
        if token == "*" { throw .wildcard(place) }
        guard token == "-" || token.isASCIIDigits else { throw .noContainer(place) }
        type = item
      default: throw .noContainer(place)
      }
      place += "/" + token
    }
    return FactEdit(pointer, FactValue(written, for: type))
  }
}

extension String {
  /// The pointer and the value of a change as people write it; `nil` for anything else.
  public var asEdit: (pointer: String, value: String)? {
    guard hasPrefix("/"), let sign = firstIndex(of: "="), index(after: sign) < endIndex else {
      return nil
    }
    return (String(self[..<sign]), String(self[index(after: sign)...]))
  }
}

extension FactValue {
  fileprivate init(_ written: String, for type: ValueType) {
    let document = JSONDocument(parsing: Array(written.utf8))
    guard document.faults.isEmpty, let root = document.root else {
      self = .text(written)
      return
    }
    // Leading zeros count in codes, and dates are no subtractions: their quotation marks are often left out.
    if document[root].kind == .number {
      switch type {
      case .text, .code, .day, .partialDate, .choice:
        self = .text(written)
        return
      default: break
      }
    }
    self.init(document, root)
  }

  /// The value that stands in a text without faults.
  private init(_ document: JSONDocument, _ index: JSONDocument.Index) {
    self =
      switch document[index].kind {
      case .object:
        .object(
          document.members(of: index).map { key, value in
            Member(document.text(key) ?? "", FactValue(document, value))
          })
      case .array: .list(document.children(of: index).map { FactValue(document, $0) })
      case .string: .text(document.text(index) ?? "")
      case .number: .number(document.lexeme(index))
      case .true: .flag(true)
      case .false: .flag(false)
      case .null, .invalid: .null
      }
  }
}
