// Stand-in until the library has it.
import Eligibility
extension Ratio {
  init?(count part: Int, of whole: Int) {
    self.init(Money(fen: Int64(part)), of: Money(fen: Int64(whole)))
  }
}
