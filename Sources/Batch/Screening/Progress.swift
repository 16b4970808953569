// Long work says how far it is, on a terminal and nowhere else.

import Eligibility
import HostSystem

/// A line on the terminal that tells how far a batch is.
public struct Progress: Sendable {
  private let environment: Environment
  private let language: Language
  private let start: Double
  private let isWatched: Bool
  private var lastShown: Double
  private var isShown = false

  /// Creates a line that is not shown yet, and never where standard error is no terminal.
  public init(_ environment: Environment, language: Language) {
    self.environment = environment
    self.language = language
    isWatched = environment.isTerminal(.error)
    start = isWatched ? environment.batch.seconds() : 0
    lastShown = start
  }

  /// Shows how many are done, at most once a second.
  ///
  /// - Parameter left: how many are still to come, where that is known.
  public mutating func show(_ count: Int, left: Int?) {
    guard isWatched else { return }
    let now = environment.batch.seconds()
    guard now - lastShown >= 1 else { return }
    lastShown = now
    isShown = true
    let rate = Double(count) / (now - start)
    var text = Wording(
      zh: "已核对 \(count) 份，每秒 \(Int(rate)) 份", en: "\(count) done, \(Int(rate)) a second")[language]
    if let left, rate > 0 {
      let seconds = Int(Double(left) / rate) + 1
      text += Wording(zh: "，约剩 \(seconds) 秒", en: ", about \(seconds) s left")[language]
    }
    _ = environment.write(Array("\r\u{1B}[K\(text)".utf8), .error)
  }

  /// Removes the line.
  public mutating func end() {
    if isShown { _ = environment.write(Array("\r\u{1B}[K".utf8), .error) }
    isShown = false
  }
}
