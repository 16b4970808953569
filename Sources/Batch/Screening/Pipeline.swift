// Several workers judge at once, and yet everything is read and written in one order.

import HostSystem

/// A row of work that is handed out in order, done by several workers, and taken in the same order.
///
/// A worker that is ready fetches the next piece itself, so reading and writing go on while others
/// work, and nobody waits for the slowest of a round.
public final class Pipeline<Source: Sendable, Work: Sendable, Result: Sendable, Sink: Sendable>:
  Sendable
{
  private let intake: Mutex<Intake>
  private let target: Mutex<ReportTarget>

  /// What is still to be done.
  private struct Intake {
    var source: Source
    var handedOut = 0
    var isEmpty = false
  }

  /// What has been done.
  private struct ReportTarget {
    var sink: Sink
    var taken = 0
    /// Results that came before their turn.
    var early: [Int: Result] = [:]
    /// Whether too many did, so that all workers end the round and begin the next one together.
    var isPaused = false
    var isClosed = false
  }

  /// A pipeline from a source to a sink.
  public init(from source: Source, to sink: Sink) {
    intake = Mutex(Intake(source: source))
    target = Mutex(ReportTarget(sink: sink))
  }

  /// How many results may wait for their turn; then the workers pause until it has come.
  private static var mostEarly: Int { 64 }

  /// Does all the work.
  ///
  /// - Parameters:
  ///   - next: takes the next piece of work from the source, `nil` at its end.
  ///   - perform: does a piece of work; called by several workers at once.
  ///   - take: hands a result to the sink; `false` where no more is wanted.
  public func run(
    jobs: Int, on system: BatchSystem, next: @escaping @Sendable (inout Source) -> Work?,
    perform: @escaping @Sendable (Work) -> Result,
    take: @escaping @Sendable (inout Sink, Result) -> Bool
  ) {
    repeat {
      target.withLock { $0.isPaused = false }
      system.concurrently(jobs, jobs) { _ in
        while let (number, work) = self.fetch(next) {
          let result = perform(work)
          self.deliver(result, number, take)
        }
      }
    } while !isDone
  }

  /// Lets the caller use the source and the sink while no worker does.
  public func finish<Outcome>(_ body: (inout Source, inout Sink) -> Outcome) -> Outcome {
    intake.withLock { intake in
      target.withLock { target in body(&intake.source, &target.sink) }
    }
  }

  private func fetch(_ next: (inout Source) -> Work?) -> (Int, Work)? {
    let isOver = target.withLock { target in
      // All workers end the round together: one that went on alone would do all that follows alone.
      if target.early.count >= Pipeline.mostEarly { target.isPaused = true }
      return target.isClosed || target.isPaused
    }
    if isOver { return nil }
    return intake.withLock { intake in
      guard !intake.isEmpty, let work = next(&intake.source) else {
        intake.isEmpty = true
        return nil
      }
      defer { intake.handedOut += 1 }
      return (intake.handedOut, work)
    }
  }

  private func deliver(_ result: Result, _ number: Int, _ take: (inout Sink, Result) -> Bool) {
    target.withLock { target in
      target.early[number] = result
      while !target.isClosed, let next = target.early.removeValue(forKey: target.taken) {
        target.taken += 1
        target.isClosed = !take(&target.sink, next)
      }
    }
  }

  private var isDone: Bool {
    // Asked between rounds, when every piece handed out has been delivered.
    intake.withLock { $0.isEmpty } || target.withLock { $0.isClosed }
  }
}
