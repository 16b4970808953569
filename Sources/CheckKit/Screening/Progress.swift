// Long work says how far it is, on a terminal and nowhere else.

import Eligibility

/// A line on the terminal that tells how far a batch is.
struct Progress {
  private let environment: Environment
  private let language: Language
  private let start: Double
  private let isWatched: Bool
  private var lastShown: Double
  private var isShown = false

  init(_ environment: Environment, language: Language) {
    self.environment = environment
    self.language = language
    isWatched = environment.isTerminal(.error)
    start = isWatched ? environment.batch.seconds() : 0
    lastShown = start
  }

  /// Shows how many are done, at most once a second.
  mutating func show(_ count: Int) {
    guard isWatched else { return }
    let now = environment.batch.seconds()
    guard now - lastShown >= 1 else { return }
    lastShown = now
    isShown = true
    let rate = Int(Double(count) / (now - start))
    let text = Wording(zh: "已核对 \(count) 份，每秒 \(rate) 份", en: "\(count) done, \(rate) a second")
    _ = environment.write(Array("\r\u{1B}[K\(text[language])".utf8), .error)
  }

  /// Removes the line.
  mutating func end() {
    if isShown { _ = environment.write(Array("\r\u{1B}[K".utf8), .error) }
    isShown = false
  }
}
