// Tests run the program in a world of their own: files, variables and streams held in memory.

import Synchronization

@testable import HostSystem

/// A world that remembers what was written to it.
final class World: Sendable {
  struct State {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var written: [String: [UInt8]] = [:]
    var questions: [String] = []
  }

  let state = Mutex(State())

  var output: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var error: String { state.withLock { String(decoding: $0.error, as: UTF8.self) } }
  var written: [String: String] {
    state.withLock { $0.written.mapValues { String(decoding: $0, as: UTF8.self) } }
  }

  /// The environment variables asked for, in order.
  var questions: [String] { state.withLock { $0.questions } }

  /// A file of that text as the system reads it.
  static func read(_ text: String?, _ limit: Int) -> Result<[UInt8], ReadFailure> {
    guard let text else { return .failure(.absent) }
    return text.utf8.count > limit ? .failure(.tooLarge(limit: limit)) : .success(Array(text.utf8))
  }

  func environment(
    _ arguments: String..., variables: [String: String] = [:], files: [String: String] = [:],
    terminal: Set<StandardStream> = [], columns: Int? = nil,
    outputResult: WriteResult = .written, fileResult: WriteResult = .written
  ) -> Environment {
    Environment(
      arguments: arguments,
      variable: { name in
        self.state.withLock { $0.questions.append(name) }
        return variables[name]
      },
      read: { path, limit in World.read(files[path], limit) },
      readStandardInput: { _ in .success(Array("standard input".utf8)) },
      write: { bytes, stream in
        self.state.withLock { state in
          switch stream {
          case .output:
            if outputResult == .written { state.output += bytes }
            return outputResult
          case .error:
            state.error += bytes
            return .written
          }
        }
      },
      writeWhole: { path, bytes in
        if fileResult == .written { self.state.withLock { $0.written[path] = bytes } }
        return fileResult
      },
      isTerminal: { terminal.contains($0) },
      columns: { columns },
      decodeGB18030: { _ in nil })
  }
}
