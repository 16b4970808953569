// However workers take turns, everything is taken once and in order.

import Foundation
import Synchronization
import Testing

@testable import Batch
@testable import HostSystem

struct PipelineTests {
  /// Doors through which so many workers come, interleaved by the order of their rounds.
  private static func system(_ order: @escaping @Sendable (Int) -> [Int]) -> BatchSystem {
    var system = BatchSystem.closed
    system.concurrently = { count, _, body in for number in order(count) { body(number) } }
    return system
  }

  private static func taken(
    of count: Int, jobs: Int, on system: BatchSystem, until limit: Int = .max
  ) -> (taken: [Int], left: Int) {
    let pipeline = Pipeline<Int, Int, Int, [Int]>(from: count, to: [])
    pipeline.run(
      jobs: jobs, on: system,
      next: { left in
        guard left > 0 else { return nil }
        left -= 1
        return count - 1 - left
      }, perform: { $0 * 10 },
      take: { taken, result in
        taken.append(result)
        return taken.count < limit
      })
    return pipeline.finish { left, taken in (taken, left) }
  }

  @Test(arguments: [0, 1, 2, 200])
  func `everything is taken in order`(count: Int) {
    let expected = (0..<count).map { $0 * 10 }
    for jobs in [1, 2, 5] {
      let (taken, left) = PipelineTests.taken(
        of: count, jobs: jobs, on: PipelineTests.system { Array(0..<$0) })
      #expect(taken == expected)
      #expect(left == 0)
    }
  }

  @Test func `nothing more is fetched once enough is taken`() {
    let (taken, left) = PipelineTests.taken(
      of: 100, jobs: 2, on: PipelineTests.system { Array(0..<$0) }, until: 3)
    #expect(taken == [0, 10, 20])
    #expect(left == 97)
  }

  @Test func `a slow piece ends the round for all and the next begins with all`() {
    let rounds = Mutex<[Int]>([])
    let left = Mutex(0)
    var system = BatchSystem.closed
    system.concurrently = { count, jobs, body in
      rounds.withLock { $0.append(jobs) }
      // Threads of their own, since one of them waits for the other.
      let all = DispatchGroup()
      for number in 0..<count {
        all.enter()
        Thread.detachNewThread {
          body(number)
          left.withLock { $0 += 1 }
          all.leave()
        }
      }
      all.wait()
    }
    // After the first round too few pieces are left to end another, however long the system lets a
    // worker wait.
    let count = 120
    let pipeline = Pipeline<Int, Int, Int, [Int]>(from: 0, to: [])
    pipeline.run(
      jobs: 2, on: system,
      next: { fetched in
        guard fetched < count else { return nil }
        defer { fetched += 1 }
        return fetched
      },
      perform: { number in
        // The first piece lasts until the other worker has been turned away.
        while number == 0, left.withLock({ $0 }) == 0 { Thread.sleep(forTimeInterval: 0.001) }
        return number
      },
      take: { taken, number in
        taken.append(number)
        return true
      })
    #expect(rounds.withLock { $0 } == [2, 2])
    #expect(pipeline.finish { _, taken in taken } == Array(0..<count))
  }
}
