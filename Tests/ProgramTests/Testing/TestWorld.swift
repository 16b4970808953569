// Tests of `test` run it in folders held in memory, in which what is written can be read again.

import Synchronization

@testable import Commands
@testable import HostSystem
@testable import Judging

/// A world of folders.
final class TestWorld: Sendable {
  private let files: Mutex<[String: String]>
  private let failures: [String: ReadFailure]

  /// Creates a world.
  ///
  /// - Parameter failures: why some files cannot be read, or some folders cannot be listed.
  init(_ files: [String: String], failures: [String: ReadFailure] = [:]) {
    self.files = Mutex(files)
    self.failures = failures
  }

  /// What a run came to.
  struct Run {
    let status: Judging.ExitStatus
    let output: String
    let error: String
    /// What was written in the run.
    let written: [String: String]
  }

  /// Runs the command; `world.run("--update", "folder")`.
  func run(_ arguments: String..., fileResult: WriteResult = .written) -> Run {
    run(arguments, fileResult: fileResult)
  }

  /// Runs the command.
  func run(_ arguments: [String], fileResult: WriteResult = .written) -> Run {
    let world = World()
    var environment = world.environment(fileResult: fileResult)
    environment.arguments = ["test"] + arguments
    environment.read = { path, limit in
      if let failure = self.failures[path] { return .failure(failure) }
      return World.read(self.files.withLock { $0[path] }, limit)
    }
    let write = environment.writeWhole
    environment.writeWhole = { path, bytes in
      let result = write(path, bytes)
      if result == .written {
        self.files.withLock { $0[path] = String(decoding: bytes, as: UTF8.self) }
      }
      return result
    }
    environment.batch.list = { self.list($0) }
    let status = Commands.run(environment, .tested)
    return Run(status: status, output: world.output, error: world.error, written: world.written)
  }

  private func list(_ path: String) -> Result<[FolderEntry], ReadFailure> {
    if let failure = failures[path], files.withLock({ $0[path] }) == nil {
      return .failure(failure)
    }
    let paths = files.withLock { Array($0.keys) } + failures.keys
    let start = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    let inside = paths.filter { $0.hasPrefix(start) }.map { $0.dropFirst(start.count) }
    if inside.isEmpty { return .failure(.absent) }
    return .success(
      Set(inside.map { $0.prefix { $0 != "/" } }).sorted(by: >).map { name in
        FolderEntry(name: String(name), isFolder: inside.contains { $0.hasPrefix(name + "/") })
      })
  }
}

extension GoodFile {
  /// The file as an applicant with less revenue than asked for would have written it.
  static let ineligible = text.replacing(
    "\"mainBusinessRevenue\": 26150", with: "\"mainBusinessRevenue\": 2615")
  /// The file without a word on accidents.
  static let undetermined = text.replacing("\"incidents\": [],", with: "")
  /// The file with one fault.
  static let faulty = text.replacing("\"kind\": \"first\"", with: "\"kind\": \"frist\"")
}
