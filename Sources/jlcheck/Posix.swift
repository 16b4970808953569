// Every call of the C library stands in this file, so that another system changes only it.

import CheckKit
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system as an environment.
enum Posix {
  /// Makes writing to a reader that went away, or beyond the greatest size allowed for a file, an
  /// error that can be seen and cleaned up after, not the process's end.
  static func surviveFailedWrites() {
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
  }

  /// Ends the process.
  static func end(with status: ExitStatus) -> Never { exit(status.rawValue) }

  /// The environment of this process; nothing in it is looked at before it is asked for.
  static func environment() -> Environment {
    Environment(
      arguments: Array(CommandLine.arguments.dropFirst()),
      variable: { name in getenv(name).map { String(cString: $0) } },
      read: { path, limit in readFile(path, limit) },
      readStandardInput: { limit in readAll(from: STDIN_FILENO, limit) },
      write: { bytes, stream in write(bytes, to: descriptor(of: stream)) },
      writeWhole: { path, bytes in writeWhole(bytes, to: path) },
      isTerminal: { isatty(descriptor(of: $0)) == 1 },
      columns: { columns() },
      decodeGB18030: { decodeGB18030($0) }, batch: batchDoors)
  }

  private static func descriptor(of stream: StandardStream) -> Int32 {
    switch stream {
    case .output: STDOUT_FILENO
    case .error: STDERR_FILENO
    }
  }

  /// Repeats a call as long as a signal interrupts it.
  private static func retrying<Count: SignedInteger>(_ call: () -> Count) -> Count {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  /// An error in the system's own words.
  private static func words(for code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}

// MARK: Reading

extension Posix {
  /// How much is asked for at once where the size is unknown.
  private static let chunk = 1 << 16

  private static func readFile(_ path: String, _ limit: Int) -> Result<[UInt8], ReadFailure> {
    let file = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { return .failure(failure(for: errno)) }
    defer { close(file) }
    return readAll(from: file, limit)
  }

  /// Reads to the end, but no more than a byte over the limit; a regular file is read at once into a
  /// buffer of its size, and one that is too large not at all.
  private static func readAll(from file: Int32, _ limit: Int) -> Result<[UInt8], ReadFailure> {
    var about = stat()
    guard fstat(file, &about) == 0 else { return .failure(failure(for: errno)) }
    var room = min(chunk, limit + 1)
    if about.st_mode & S_IFMT == S_IFREG {
      let size = Int(about.st_size)
      guard size <= limit else { return .failure(.tooLarge(limit: limit)) }
      // One byte more than the size makes the end of the file show in the same call.
      room = size + 1
    }
    var bytes: [UInt8] = []
    while true {
      let held = bytes.count
      var code: Int32 = 0
      var isAtEnd = false
      let capacity = held + room
      let grown = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
        count = held
        while count < capacity {
          let free = UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[count...]))
          let read = readSome(file, into: free)
          if read < 0 { code = errno }
          if read <= 0 {
            isAtEnd = true
            return
          }
          count += read
        }
      }
      bytes = grown
      if code != 0 { return .failure(failure(for: code)) }
      guard bytes.count <= limit else { return .failure(.tooLarge(limit: limit)) }
      if isAtEnd { return .success(bytes) }
      // Doubling keeps the copying of what is held in proportion; one byte over the limit is enough
      // to see that it is passed.
      room = min(max(chunk, bytes.count), limit + 1 - bytes.count)
    }
  }

  private static func readSome(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = retrying { read(file, buffer.baseAddress, buffer.count) }
      guard count == -1, errno == EAGAIN, isReady(file, for: POLLIN) else { return count }
    }
  }

  /// Waits until a descriptor that does not block is ready.
  private static func isReady(_ file: Int32, for events: Int32) -> Bool {
    var waiting = pollfd(fd: file, events: Int16(events), revents: 0)
    return retrying { poll(&waiting, 1, -1) } == 1
  }

  private static func failure(for code: Int32) -> ReadFailure {
    switch code {
    case ENOENT, ENOTDIR: .absent
    case EISDIR: .isDirectory
    case EACCES, EPERM: .notPermitted
    default: .other(words(for: code))
    }
  }
}

// MARK: Writing

extension Posix {
  private static func write(_ bytes: [UInt8], to file: Int32) -> WriteResult {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = retrying { systemWrite(file, part.baseAddress, part.count) }
        if count == -1, errno == EAGAIN, isReady(file, for: POLLOUT) { continue }
        if count == -1 { return errno == EPIPE ? .brokenPipe : .failed(words(for: errno)) }
        rest = rest.dropFirst(count)
      }
      return .written
    }
  }

  /// Makes a file hold exactly these bytes, or leaves everything as it was.
  private static func writeWhole(_ bytes: [UInt8], to path: String) -> WriteResult {
    if let open = openDescriptor(named: path) { return write(bytes, to: open) }
    let target: String
    switch destination(of: path) {
    case .success(let found): target = found
    case .failure(let error): return .failed(words(for: error.code))
    }
    var about = stat()
    let exists = stat(target, &about) == 0
    if exists, about.st_mode & S_IFMT != S_IFREG { return writeDirectly(bytes, to: target) }
    // Replacing needs no permission on the file itself, but someone who withheld it meant something.
    if exists, access(target, W_OK) != 0 { return .failed(words(for: errno)) }
    return replace(target, with: bytes, mode: exists ? about.st_mode & 0o777 : nil)
  }

  /// The descriptor that a name such as `/dev/stdout` stands for; opening it anew could cut off
  /// what others have written there.
  private static func openDescriptor(named path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        return Int32(path.dropFirst(folder.count))
      }
      return nil
    }
  }

  /// An error of the system by its number.
  private struct SystemError: Error {
    let code: Int32
  }

  /// The place that a path leads to through symbolic links, so that the links stay as they are.
  private static func destination(of path: String) -> Result<String, SystemError> {
    var target = path
    // As many links as the system itself follows.
    for _ in 0..<40 {
      var about = stat()
      guard lstat(target, &about) == 0, about.st_mode & S_IFMT == S_IFLNK else {
        return .success(target)
      }
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.withMemoryRebound(to: CChar.self) { letters in
          letters.baseAddress.map { readlink(target, $0, letters.count) } ?? -1
        }
      }
      guard count >= 0 else { return .failure(SystemError(code: errno)) }
      let link = String(decoding: buffer[..<count], as: UTF8.self)
      target = link.hasPrefix("/") ? link : folder(of: target) + link
    }
    return .failure(SystemError(code: ELOOP))
  }

  /// The part of a path that names its folder, with the final slash; empty where there is none.
  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  /// Writes to a device or pipe.
  private static func writeDirectly(_ bytes: [UInt8], to path: String) -> WriteResult {
    let file = retrying { open(path, O_WRONLY | O_CLOEXEC) }
    guard file >= 0 else { return .failed(words(for: errno)) }
    let result = write(bytes, to: file)
    guard close(file) == 0 || result != .written else { return .failed(words(for: errno)) }
    return result
  }

  /// Writes a file of another name beside the target and gives it the target's name at the end.
  private static func replace(
    _ target: String, with bytes: [UInt8], mode: mode_t?
  ) -> WriteResult {
    let beside = nameBeside(target)
    let file = retrying { open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard file >= 0 else { return .failed(words(for: errno)) }
    return conclude(file, beside, as: target, mode: mode, so: write(bytes, to: file))
  }

  private static func nameBeside(_ target: String) -> String {
    "\(folder(of: target)).jlcheck-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
  }

  /// Gives a file its final name, or removes it where anything has failed.
  private static func conclude(
    _ file: Int32, _ beside: String, as target: String, mode: mode_t?, so result: WriteResult
  ) -> WriteResult {
    var result = result
    var code: Int32 = 0
    func attempt(_ call: () -> Int32) {
      if result == .written, code == 0, call() != 0 { code = errno }
    }
    if let mode { attempt { fchmod(file, mode) } }
    // Some file systems notice only now that they are full.
    attempt { fsync(file) }
    if close(file) != 0, result == .written, code == 0 { code = errno }
    attempt { rename(beside, target) }
    if code != 0 { result = .failed(words(for: code)) }
    if result != .written { unlink(beside) }
    return result
  }
}

/// The system's `write`, which inside a type that has a `write` of its own needs another name.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

// MARK: Batches

extension Posix {
  private static let batchDoors = BatchDoors(
    list: { entries(of: $0) },
    stream: { stream($0) },
    begin: { begin($0) },
    makeFolder: { makeFolder($0) },
    concurrently: { count, jobs, body in concurrently(count, jobs, body) },
    processors: { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) },
    seconds: {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    },
    isInterrupted: {
      interruption.install()
      return interruption.isPending
    },
    randomWord: { UInt64.random(in: 0 ... .max) })

  private static func entries(of path: String) -> Result<[FolderEntry], ReadFailure> {
    guard let folder = opendir(path) else { return .failure(failure(for: errno)) }
    defer { closedir(folder) }
    var found: [FolderEntry] = []
    while let entry = readdir(folder) {
      // Where the name begins: an entry is as long as its name, so it must not be copied as a whole.
      let start = MemoryLayout.offset(of: \dirent.d_name) ?? 0
      let name = String(
        cString: UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: CChar.self))
      if name == "." || name == ".." { continue }
      var about = stat()
      // A link to a folder is not followed, since it may lead back to where it is.
      let isFolder =
        lstat(path + "/" + name, &about) == 0 && about.st_mode & S_IFMT == S_IFDIR
      found.append(FolderEntry(name: name, isFolder: isFolder))
    }
    return .success(found)
  }

  /// How many bytes of a stream are read at once.
  private static let streamPiece = 1 << 19

  private static func stream(_ path: String?) -> Result<ByteStream, ReadFailure> {
    let file = path.map { path in retrying { open(path, O_RDONLY | O_CLOEXEC) } } ?? STDIN_FILENO
    guard file >= 0 else { return .failure(failure(for: errno)) }
    return .success(
      ByteStream { beginning in
        var code: Int32 = 0
        // A line without end is copied each time, so each piece doubles what is held of it.
        let size = beginning.count + max(streamPiece, beginning.count)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
          count = buffer[..<beginning.count].initialize(fromContentsOf: beginning)
          // Pipes deliver little at a time; a whole piece keeps all workers busy.
          while count < size {
            let free = UnsafeMutableRawBufferPointer(
              UnsafeMutableBufferPointer(rebasing: buffer[count...]))
            let read = readSome(file, into: free)
            if read < 0 { code = errno }
            if read <= 0 { return }
            count += read
          }
        }
        if bytes.count == beginning.count, path != nil { close(file) }
        return code == 0 ? .success(bytes) : .failure(failure(for: code))
      })
  }

  private static func begin(_ path: String) -> Result<PendingFile, OpenFailure> {
    let target: String
    switch destination(of: path) {
    case .success(let found): target = found
    case .failure(let error): return .failure(.notWritable(words(for: error.code)))
    }
    var about = stat()
    let exists = stat(target, &about) == 0
    if openDescriptor(named: path) != nil || (exists && about.st_mode & S_IFMT != S_IFREG) {
      // A device has no name to take at the end.
      let file = openDescriptor(named: path) ?? retrying { open(target, O_WRONLY | O_CLOEXEC) }
      guard file >= 0 else { return .failure(.notWritable(words(for: errno))) }
      return .success(
        PendingFile(
          write: { write($0, to: file) }, complete: { .written }, abandon: {}))
    }
    if exists, access(target, W_OK) != 0 { return .failure(.notWritable(words(for: errno))) }
    let beside = nameBeside(target)
    let file = retrying { open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard file >= 0 else { return .failure(.notWritable(words(for: errno))) }
    let mode = exists ? about.st_mode & 0o777 : nil
    return .success(
      PendingFile(
        write: { write($0, to: file) },
        complete: { conclude(file, beside, as: target, mode: mode, so: .written) },
        abandon: {
          close(file)
          unlink(beside)
        }))
  }

  private static func makeFolder(_ path: String) -> WriteResult {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += part + "/"
      if part.isEmpty { continue }
      if mkdir(made, 0o777) != 0, errno != EEXIST { return .failed(words(for: errno)) }
    }
    var about = stat()
    guard stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFDIR else {
      return .failed(words(for: ENOTDIR))
    }
    return .written
  }

  /// A counter that threads share.
  private final class Queue: Sendable {
    let next = Atomic<Int>(0)
    let count: Int
    let body: @Sendable (Int) -> Void

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    /// Takes numbers until none is left.
    func work() {
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if number >= count { return }
        body(number)
      }
    }
  }

  private static func concurrently(
    _ count: Int, _ jobs: Int, _ body: @escaping @Sendable (Int) -> Void
  ) {
    keepMemory()
    let queue = Queue(count: count, body: body)
    // This thread works too, so one job needs no other.
    let threads = (1..<max(1, min(jobs, count))).compactMap { _ in thread(working: queue) }
    queue.work()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Lets the C library keep the memory of one piece of work for the next.
  ///
  /// It would give large blocks back to the system at once, which then has to clear each page again:
  /// that took a twelfth of the time, and more where two workers wait for each other in the system.
  /// glibc learns from the largest block given back how much to keep; no byte of this one is touched.
  private static func keepMemory() {
    UnsafeMutableRawPointer.allocate(byteCount: 16 << 20, alignment: 1).deallocate()
  }

  /// Starts a thread that works on a queue; `nil` where the system has none to give.
  private static func thread(working queue: Queue) -> pthread_t? {
    let held = Unmanaged.passRetained(queue).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    if pthread_create(&thread, nil, begin, held) == 0 { return thread }
    Unmanaged<Queue>.fromOpaque(held).release()
    return nil
  }

  /// Where a thread begins.
  #if canImport(Darwin)
    private static let begin: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { held in
        Unmanaged<Queue>.fromOpaque(held).takeRetainedValue().work()
        return nil
      }
  #else
    private static let begin:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { held in
          if let held { Unmanaged<Queue>.fromOpaque(held).takeRetainedValue().work() }
          return nil
        }
  #endif

  /// The user's wish to stop, noticed once batches begin to ask for it.
  private final class Interruption: Sendable {
    private let isInstalled = Atomic<Bool>(false)
    private let hasCome = Atomic<Bool>(false)

    func install() {
      if isInstalled.exchange(true, ordering: .relaxed) { return }
      signal(SIGINT) { _ in
        // A second wish ends the program at once.
        signal(SIGINT, SIG_DFL)
        Posix.interruption.note()
      }
    }

    func note() { hasCome.store(true, ordering: .relaxed) }

    var isPending: Bool { hasCome.load(ordering: .relaxed) }
  }

  private static let interruption = Interruption()
}

// MARK: Terminal and encodings

extension Posix {
  private static func columns() -> Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
  }

  private static func decodeGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    return source.withUnsafeMutableBufferPointer { source in
      // No character has more than half as many bytes again in UTF-8.
      let capacity = bytes.count * 2 + 16
      var isComplete = false
      let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        buffer.withMemoryRebound(to: CChar.self) { target in
          var (input, inputLeft) = (source.baseAddress, source.count)
          var (output, outputLeft) = (target.baseAddress, target.count)
          let code = iconv(converter, &input, &inputLeft, &output, &outputLeft)
          isComplete = code != -1 && inputLeft == 0
          count = isComplete ? capacity - outputLeft : 0
        }
      }
      return isComplete ? result : nil
    }
  }
}
