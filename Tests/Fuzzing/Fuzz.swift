// libFuzzer calls one function with bytes of its making. Here it is passed on to the target that a variable
// names: one executable for all of them is built and linked once, and they share nearly everything.

import Glibc

/// What the bytes of a run are given to.
private let target: @Sendable (UnsafeBufferPointer<UInt8>) -> Void = {
  let targets: [String: @Sendable (UnsafeBufferPointer<UInt8>) -> Void] = [
    "reader": fuzzReader,
    "judging": fuzzJudging,
    "reports": fuzzReports,
    "screening": fuzzScreening,
    "expectations": fuzzExpectations,
    "claims": fuzzClaims,
    "plan": fuzzPlan,
    "assumptions": fuzzAssumptions,
    "verification": fuzzVerification,
    "comparison": fuzzComparison,
    "commands": fuzzCommands,
  ]
  guard let name = getenv("JLCHECK_FUZZ"), let target = targets[String(cString: name)] else {
    fatalError("JLCHECK_FUZZ names none of \(targets.keys.sorted())")
  }
  return target
}()

/// Runs the target on some bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func runOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target(UnsafeBufferPointer(start: start, count: count))
  return 0
}

/// Ends the run where something does not hold, with what it is: libFuzzer keeps the bytes.
func require(
  _ holds: Bool, _ what: @autoclosure () -> String, file: StaticString = #fileID,
  line: UInt = #line
) {
  if !holds { fatalError(what(), file: file, line: line) }
}
