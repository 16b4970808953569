// Batches are tested in a world with folders, streams and files that become whole at the end.

import Foundation
import Synchronization

@testable import Commands
@testable import HostSystem
@testable import Judging

/// A world with folders, streams and files in the making.
final class BatchWorld: Sendable {
  struct State {
    var output = ""
    var error = ""
    var files: [String: String] = [:]
    var abandoned = 0
    var seconds = 0.0
    var questions = 0
  }

  let state = Mutex(State())
  let files: [String: String]
  /// What stands in some folders and is more than files and folders.
  let entries: [String: [FolderEntry]]
  /// What some names lead to.
  let identities: [String: FileIdentity]

  init(
    _ files: [String: String], entries: [String: [FolderEntry]] = [:],
    identities: [String: FileIdentity] = [:]
  ) {
    self.files = files
    self.entries = entries
    self.identities = identities
  }

  var output: String { state.withLock { $0.output } }
  var error: String { state.withLock { $0.error } }
  var written: [String: String] { state.withLock { $0.files } }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - pieceSize: how many bytes of a stream come at once.
  ///   - interruptedAfter: at which question the user has asked to stop.
  ///   - order: the order in which workers happen to take their work.
  func run(
    _ arguments: String..., pieceSize: Int = 7, interruptedAfter: Int = .max,
    isWatched: Bool = false, canWrite: Bool = true,
    order: @escaping @Sendable (Int) -> [Int] = { Array(0..<$0) }
  ) -> Judging.ExitStatus {
    run(
      arguments, pieceSize: pieceSize, interruptedAfter: interruptedAfter, isWatched: isWatched,
      canWrite: { _ in canWrite }, order: order)
  }

  /// Runs the program on a command line; `isReaderGone` is whether nobody reads standard output.
  func run(
    _ arguments: [String], pieceSize: Int = 7, interruptedAfter: Int = .max,
    isWatched: Bool = false, isReaderGone: Bool = false, columns: Int? = nil,
    programmes: ProgrammeList = .tested,
    canWrite: @escaping @Sendable (String) -> Bool = { _ in true },
    order: @escaping @Sendable (Int) -> [Int] = { Array(0..<$0) }
  ) -> Judging.ExitStatus {
    var environment = World().environment()
    environment.arguments = arguments
    environment.read = { path, limit in World.read(self.files[path], limit) }
    environment.write = { bytes, stream in
      self.state.withLock { state in
        let text = String(decoding: bytes, as: UTF8.self)
        if stream == .output { state.output += text } else { state.error += text }
      }
      return isReaderGone && stream == .output ? .brokenPipe : .written
    }
    environment.isTerminal = { _ in isWatched }
    environment.columns = { columns }
    environment.batch = BatchSystem(
      list: { path in self.list(path) },
      stream: { path in self.stream(path, pieceSize) },
      begin: { path in
        canWrite(path) ? .success(self.pending(path)) : .failure(.notWritable("read-only"))
      },
      replace: { path, bytes in
        self.state.withLock { $0.files[path] = String(decoding: bytes, as: UTF8.self) }
        return .written
      },
      identify: { self.identities[$0] },
      makeFolder: { _ in .written },
      concurrently: { count, _, body in for number in order(count) { body(number) } },
      processors: { 2 },
      seconds: {
        self.state.withLock { state in
          state.seconds += 0.7
          return state.seconds
        }
      },
      isInterrupted: {
        self.state.withLock { state in
          state.questions += 1
          return state.questions >= interruptedAfter
        }
      }, randomWord: { 0 })
    return Commands.run(environment, programmes)
  }

  private func list(_ path: String) -> Result<[FolderEntry], ReadFailure> {
    let inside = files.keys.filter { $0.hasPrefix(path + "/") }
      .map { $0.dropFirst(path.count + 1) }
    if let entries = entries[path] { return .success(entries) }
    if inside.isEmpty { return .failure(.absent) }
    let names = Set(inside.map { $0.prefix { $0 != "/" } })
    // In no helpful order, as systems list them.
    return .success(
      names.sorted(by: >).map { name in
        FolderEntry(name: String(name), isFolder: inside.contains { $0.hasPrefix(name + "/") })
      })
  }

  private func stream(_ path: String?, _ size: Int) -> Result<ByteStream, ReadFailure> {
    guard let text = files[path ?? "-"] else { return .failure(.absent) }
    let rest = Mutex(Array(text.utf8)[...])
    return .success(
      ByteStream { beginning in
        rest.withLock { rest in
          let piece = rest.prefix(size)
          rest = rest.dropFirst(size)
          return .success(beginning + piece)
        }
      })
  }

  private func pending(_ path: String) -> PendingFile {
    let text = Mutex("")
    return PendingFile(
      write: { bytes in
        text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        return .written
      },
      complete: {
        self.state.withLock { $0.files[path] = text.withLock { $0 } }
        return .written
      },
      keep: {
        self.state.withLock { $0.files[path + ".partial"] = text.withLock { $0 } }
        return .success(path + ".partial")
      },
      abandon: { self.state.withLock { $0.abandoned += 1 } })
  }

  /// The sources and lines of the rows written as NDJSON.
  var rows: [String] {
    output.split(separator: "\n").compactMap { line in
      guard
        let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        row["kind"] as? String == "application", let source = row["source"] as? String
      else { return nil }
      return source + ((row["line"] as? Int).map { ":\($0)" } ?? "")
    }
  }
}
