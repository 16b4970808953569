// A fault of the syntax may have changed or cut off what stands beside it; that is no fact any more.

import LocatedJSON

/// Tells which values the syntax faults of a text reach, so that they count as unknown.
///
/// `"rank": 1 2` and a file that ends within a number leave something that looks like a value and is
/// not the one meant. Slips of punctuation that leave the value itself whole reach nothing.
struct FaultReach {
  private let document: JSONDocument
  /// The faults in the order of their places.
  private let faults: [SyntaxFault]
  /// Where reading was given up.
  private let stop: Int?

  /// `nil` where the text has no faults.
  init?(_ document: JSONDocument) {
    if document.faults.isEmpty { return nil }
    self.document = document
    faults = document.faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
    stop = faults.first { $0.endsReading }?.range.lowerBound
  }

  /// The faults that begin from one offset up to, not including, another.
  private func faults(from start: Int, to end: Int) -> ArraySlice<SyntaxFault> {
    var (low, high) = (0, faults.count)
    while low < high {
      let middle = (low + high) / 2
      if faults[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return faults[low...].prefix { $0.range.lowerBound < end }
  }

  /// Whether a fault stands within a member's value or between it and its key.
  func reachesWithin(_ value: JSONDocument.Index) -> Bool {
    let node = document[value]
    let end = node.kind == .array ? Int(node.start) : Int(node.end)
    return faults(from: Int(document[value - 1].end), to: end).contains { !$0.isSlipOfColon }
  }

  /// Whether a fault after a member's value may have cut it off.
  func reachesEnd(of value: JSONDocument.Index, in object: JSONDocument.Index) -> Bool {
    let node = document[value]
    let end = Int(node.end)
    // A number has no end of its own: more digits may have followed.
    if node.kind == .number, end == document.bytes.count { return true }
    let limit: Int
    if node.next < document[object].next {
      let nextKey = Int(node.next)
      if isDoubtful(nextKey, after: end) { return true }
      limit = Int(document[nextKey].start)
    } else {
      if isUnclosed(object) { return true }
      limit = Int(document[object].end)
    }
    let between = faults(from: end, to: limit)
    if between.isEmpty { return false }
    let areSlips = between.allSatisfy { fault in
      // After a list without a comma may stand what belongs into it.
      fault.isSlipOfComma && (node.kind != .array || fault.kind != .missingComma)
    }
    return !areSlips || !isSetOff(end, by: between)
  }

  private func isUnclosed(_ object: JSONDocument.Index) -> Bool {
    let start = Int(document[object].start)
    return faults(from: start, to: start + 1).contains { $0.kind == .unclosedObject }
  }

  /// Whether a fault stands after the outermost value.
  func reachesEnd(ofRoot root: JSONDocument.Index) -> Bool {
    !faults(from: Int(document[root].end), to: .max).isEmpty
  }

  /// Whether what was read as the next key may be the rest of the value before it.
  private func isDoubtful(_ key: JSONDocument.Index, after end: Int) -> Bool {
    let (node, value) = (document[key], document[key + 1])
    let isOnSameLine = !document.bytes[end..<Int(node.start)].contains(UInt8(ascii: "\n"))
    return node.kind != .string
      || faults(from: Int(node.start), to: Int(value.start) + 1).contains { fault in
        switch fault.kind {
        case .numberAsKey: true
        case .missingColon: isOnSameLine
        default:
          isOnSameLine && fault.range.lowerBound < Int(value.start) && !fault.isSlipOfQuotes
        }
      }
  }

  /// Whether a value ends before a blank, a comma, a closing bracket or a sign meant as a comma.
  private func isSetOff(_ end: Int, by faults: ArraySlice<SyntaxFault>) -> Bool {
    if faults.contains(where: { $0.range.lowerBound == end && $0.isForeignComma }) { return true }
    return end < document.bytes.count && " \t\r\n,]}".utf8.contains(document.bytes[end])
  }

  /// Whether items of a list may be missing or no items at all.
  func reaches(list: JSONDocument.Index) -> Bool {
    let node = document[list]
    if let stop, stop >= Int(node.start), stop <= Int(node.end) { return true }
    var inside = faults(from: Int(node.start), to: Int(node.end) + 1)
    if inside.isEmpty { return false }
    for item in document.children(of: list) {
      let item = document[item]
      while let fault = inside.first, fault.range.lowerBound < Int(item.end) {
        if fault.range.lowerBound < Int(item.start), !fault.isSlipOfComma { return true }
        inside.removeFirst()
      }
    }
    return inside.contains { $0.range.lowerBound < Int(node.end) && !$0.isSlipOfComma }
  }
}

extension SyntaxFault {
  /// Whether nothing after it was read.
  fileprivate var endsReading: Bool {
    switch kind {
    case .tooManyFaults, .nestingTooDeep, .textTooLong: true
    default: false
    }
  }

  /// Whether only the colon between a key and its value is missing or another sign.
  fileprivate var isSlipOfColon: Bool {
    switch kind {
    case .missingColon, .wrongPunctuation(_, ":"): true
    default: false
    }
  }

  /// Whether only the comma between two values is missing, needless or another sign.
  fileprivate var isSlipOfComma: Bool {
    switch kind {
    case .missingComma, .trailingComma: true
    default: isForeignComma
    }
  }

  /// Whether another sign stands for a comma.
  fileprivate var isForeignComma: Bool {
    if case .wrongPunctuation(_, ",") = kind { true } else { false }
  }

  /// Whether only the quotation marks are other ones, or none.
  fileprivate var isSlipOfQuotes: Bool {
    switch kind {
    case .singleQuotedString, .typographicQuotes, .unquotedKey: true
    default: false
    }
  }
}
