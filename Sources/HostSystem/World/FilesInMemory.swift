// A browser has neither folders nor streams: there the program runs on files that were handed to it, and
// hands back what it wrote.

import Eligibility

/// Files held in memory as the program's world: standard streams, and files by their paths.
public final class FilesInMemory: Sendable {
  private struct State {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var written: [(path: String, bytes: [UInt8])] = []
  }

  private let state = Mutex(State())
  /// By the bytes of their paths, as systems tell files apart: texts that look alike count as equal.
  private let files: [[UInt8]: [UInt8]]
  /// The entries of each folder on the way to a file.
  private let folders: [[UInt8]: [FolderEntry]]
  private let decodeGB18030: @Sendable ([UInt8]) -> [UInt8]?
  private let randomWord: @Sendable () -> UInt64

  /// Holds files.
  ///
  /// - Parameters:
  ///   - files: their paths, which are relative and without steps that lead nowhere, and their bytes; each
  ///     once.
  ///   - decodeGB18030: GB18030 bytes as UTF-8, or `nil` where they are not GB18030.
  ///   - randomWord: a number that nobody can foresee.
  public init(
    _ files: [(path: String, bytes: [UInt8])],
    decodeGB18030: @escaping @Sendable ([UInt8]) -> [UInt8]?,
    randomWord: @escaping @Sendable () -> UInt64
  ) {
    self.decodeGB18030 = decodeGB18030
    self.randomWord = randomWord
    var contents: [[UInt8]: [UInt8]] = [:]
    var folders: [[UInt8]: [FolderEntry]] = [:]
    var known: Set<[UInt8]> = []
    for (path, bytes) in files {
      contents[Array(path.utf8)] = bytes
      // Each step of the path is an entry of what stands before it.
      var steps = path.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
      var isFolder = false
      while let name = steps.popLast(),
        known.insert(Array((steps.joined(by: "/") + "/" + name).utf8)).inserted
      {
        let folder = Array((steps.isEmpty ? "." : steps.joined(by: "/")).utf8)
        folders[folder, default: []].append(FolderEntry(name: name, isFolder: isFolder))
        isFolder = true
      }
    }
    self.files = contents
    self.folders = folders
  }

  /// What was written to standard output.
  public var output: [UInt8] { state.withLock { $0.output } }
  /// What was written to standard error.
  public var error: [UInt8] { state.withLock { $0.error } }
  /// The files that were written, in the order in which they became whole.
  public var written: [(path: String, bytes: [UInt8])] { state.withLock { $0.written } }

  /// The world with a command line.
  public func environment(_ arguments: [String]) -> Environment {
    // Here, too, one thing happens at a time.
    var batch = BatchSystem.closed
    batch.list = { self.folders[Array($0.utf8)].map { .success($0) } ?? .failure(.absent) }
    batch.stream = { self.stream($0) }
    batch.begin = { .success(self.pending($0)) }
    batch.replace = { path, bytes in self.write(path, bytes) }
    batch.makeFolder = { _ in .written }
    batch.randomWord = randomWord
    return Environment(
      arguments: arguments,
      variable: { _ in nil },
      read: { path, limit in self.read(path, limit) },
      readStandardInput: { _ in .success([]) },
      write: { bytes, stream in
        self.state.withLock { state in
          switch stream {
          case .output: state.output += bytes
          case .error: state.error += bytes
          }
        }
        return .written
      },
      writeWhole: { path, bytes in self.write(path, bytes) },
      isTerminal: { _ in false },
      columns: { nil },
      decodeGB18030: decodeGB18030, batch: batch)
  }

  private func read(_ path: String, _ limit: Int) -> Result<[UInt8], ReadFailure> {
    let key = Array(path.utf8)
    guard let bytes = files[key] else {
      return .failure(folders[key] == nil ? .absent : .isDirectory)
    }
    return bytes.count > limit ? .failure(.tooLarge(limit: limit)) : .success(bytes)
  }

  /// The whole of a file as the only piece.
  private func stream(_ path: String?) -> Result<ByteStream, ReadFailure> {
    guard let path else { return .failure(.absent) }
    return read(path, .max).map { bytes in
      let rest = Mutex(bytes)
      return ByteStream { beginning in
        rest.withLock { rest in
          let piece = rest
          rest = []
          return .success(beginning.isEmpty ? piece : beginning + piece)
        }
      }
    }
  }

  private func write(_ path: String, _ bytes: [UInt8]) -> WriteResult {
    state.withLock { $0.written.append((path, bytes)) }
    return .written
  }

  private func pending(_ path: String) -> PendingFile {
    let bytes = Mutex<[UInt8]>([])
    return PendingFile(
      write: { piece in
        bytes.withLock { $0 += piece }
        return .written
      },
      complete: { self.write(path, bytes.withLock { $0 }) },
      keep: { .success(nil) },
      abandon: {})
  }
}
