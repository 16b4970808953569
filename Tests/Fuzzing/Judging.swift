// A batch judges plain applications in one pass over their bytes and all others with care; whichever way
// an application takes, it must come to the same.

import Eligibility
import Judging
import LocatedJSON
import Programmes

/// The programme by whose rules all is judged.
let programme = ProgrammeList.all.usual

/// A way to judge, with what judges that way fast: making that takes longer than using it.
private struct Way {
  let options: JudgingOptions
  let fast: FastJudge

  init(_ options: JudgingOptions) {
    self.options = options
    fast = programme.fastJudge(options, .full)
  }
}

private let ways = [
  Way(JudgingOptions(claimKey: ClaimKey(3, 5), isForTable: true)),
  Way(JudgingOptions(strictness: .indicatorsToo, isForReport: false)),
]

@Sendable func fuzzJudging(_ input: UnsafeBufferPointer<UInt8>) {
  for way in ways {
    let carefully = judged(Array(input), way.options)
    // The bytes are passed as they are, since a step beyond them is noticed only there.
    if let fast = way.fast.judge(input, 0..<input.count) { compare(fast, carefully) }
    let lines = Lines(of: input)
    if let (fast, end) = way.fast.judgeNext(lines) {
      var following = lines
      require(following.next() == 0..<end, "the line does not end at \(end)")
      compare(fast, judged(Array(input[..<end]), way.options))
    }
  }
}

/// An application judged with care.
func judged(_ bytes: [UInt8], _ options: JudgingOptions) -> JudgedApplication {
  programme.judge(
    ApplicationText(source: "fuzz.json", bytes: bytes, decodeGB18030: decodeInPlace), options)
}

private func compare(_ fast: JudgedInShort, _ carefully: JudgedApplication) {
  require(carefully.faults.isEmpty, "read fast, with faults: \(carefully.faults)")
  require(fast.summary.verdict == carefully.verdict, "two verdicts")
  require(
    fast.summary.outcomes == Outcomes(carefully.findings.map(\.outcome)), "two lists of outcomes")
  for open in fast.summary.open {
    require(open.finding == carefully.findings[open.criterion], "two findings: \(open)")
  }
  require(fast.enterprise == carefully.header.enterprise, "two enterprises")
  require(fast.creditCode == carefully.header.creditCode, "two credit codes")
  require(fast.product == carefully.header.product, "two products")
  require(fast.notices == carefully.notices, "two lists of notices")
  require(fast.claims == carefully.claims, "two claims")
  require(fast.tabulated == carefully.tabulated, "two rows of a table")
}

/// Stands for the system's decoder: what it makes of bytes is not what is looked at here, only that
/// something is made of them. Each byte becomes the character of that number.
@Sendable func decodeInPlace(_ bytes: [UInt8]) -> [UInt8]? {
  Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
}
