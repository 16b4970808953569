// The JSON reader is the first to meet hostile bytes: whatever they are, its tape and the places of its
// faults have to lie within them.

import LocatedJSON

@Sendable func fuzzReader(_ input: UnsafeBufferPointer<UInt8>) {
  let bytes = Array(input)
  examine(JSONDocument(parsing: bytes))
  // Low limits stop the reader in the middle of what it otherwise finishes.
  examine(JSONDocument(parsing: bytes, limits: Limits(maximumDepth: 3, maximumFaults: 1)))
}

private func examine(_ document: JSONDocument) {
  var start: UInt32 = 0
  for (index, node) in document.nodes.enumerated() {
    require(node.start >= start && node.start <= node.end, "node \(index) is out of order")
    require(Int(node.end) <= document.bytes.count, "node \(index) is out of the text")
    require(node.content.lowerBound <= node.content.upperBound, "node \(index) has no content")
    let isContainer = node.kind == .object || node.kind == .array
    require(
      isContainer ? Int(node.next) > index : Int(node.next) == index + 1,
      "node \(index) leads to \(node.next)")
    require(Int(node.next) <= document.nodes.count, "node \(index) leads out of the tape")
    start = node.start
    let children = Array(document.children(of: index))
    require(children.allSatisfy { $0 < Int(node.next) }, "node \(index) has foreign children")
    for member in document.members(of: index) {
      let kind = document[member.key].kind
      require(kind == .string || kind == .invalid, "key \(member.key) is a \(kind)")
    }
    require((document.text(index) != nil) == (node.kind == .string), "node \(index) says nothing")
    _ = document.lexeme(index)
  }
  if let root = document.root {
    require(Int(document[root].next) == document.nodes.count, "there are loose nodes")
  }
  require(document.root != nil || !document.faults.isEmpty, "no value and no fault")
  let lines = LineIndex(document.bytes)
  for fault in document.faults {
    require(fault.range.lowerBound >= 0, "\(fault) is before the text")
    require(fault.range.upperBound <= document.bytes.count, "\(fault) is out of the text")
    for offset in [fault.range.lowerBound, fault.range.upperBound] {
      require(
        lines.position(at: offset) == document.position(at: offset), "two places for \(offset)")
    }
  }
}
