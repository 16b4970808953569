// Every call of the C library stands in this file, so that another system changes only it.

import HostSystem
import Judging
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system as an environment.
public enum Posix {
  /// Runs a program with the real command line, streams and files, and ends the process with its status.
  ///
  /// - Parameter program: the program, as a function of its surroundings.
  public static func run(_ program: (Environment) -> ExitStatus) -> Never {
    keepStandardStreams()
    surviveFailedWrites()
    exit(program(environment()).rawValue)
  }

  /// Makes writing to a reader that went away, or beyond the greatest size allowed for a file, an
  /// error that can be seen and cleaned up after, not the process's end.
  private static func surviveFailedWrites() {
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
  }

  /// Opens the three standard streams that are closed, or the next file opened would be one of them;
  /// reading and writing them fails as before.
  private static func keepStandardStreams() {
    for (stream, access) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(stream, F_GETFD) == -1 {
      // The system takes the lowest number that is free, and those below are not.
      _ = open("/dev/null", access)
    }
  }

  /// The environment of this process; nothing in it is looked at before it is asked for.
  private static func environment() -> Environment {
    Environment(
      arguments: arguments,
      variable: { name in getenv(name).map { String(cString: $0) } },
      read: { path, limit in readFile(path, limit) },
      readStandardInput: { limit in readAll(from: STDIN_FILENO, limit) },
      write: { bytes, stream in write(bytes, to: descriptor(of: stream)) },
      writeWhole: { path, bytes in writeWhole(bytes, to: path) },
      isTerminal: { isatty(descriptor(of: $0)) == 1 },
      columns: { columns() },
      decodeGB18030: { decodeGB18030($0) }, batch: batchDoors)
  }

  /// The words after the program's name.
  private static var arguments: [String] {
    (0..<Int(CommandLine.argc)).dropFirst().compactMap { number in
      CommandLine.unsafeArgv[number].map { name($0) }
    }
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

  /// A name that the system gives.
  private static func name(_ letters: UnsafePointer<CChar>) -> String {
    FileName.text(of: Array(UnsafeRawBufferPointer(start: letters, count: strlen(letters))))
  }

  /// Calls the system with a path as a folder and a name from there, however long the path is.
  ///
  /// - Parameter call: returns -1 where it fails, and sets the error.
  private static func at(
    _ path: String, _ call: (_ folder: Int32, _ name: UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    // Hardly any path is another, and this one is not copied.
    if path.utf8.count < Int(PATH_MAX), FileName.isUTF8(path) {
      return path.withCString { call(AT_FDCWD, $0) }
    }
    var rest = FileName.bytes(of: path)[...]
    var folder = AT_FDCWD
    defer { closeKeepingError(folder) }
    let slash = UInt8(ascii: "/")
    while rest.count >= Int(PATH_MAX),
      let end = rest.prefix(Int(PATH_MAX) - 1).lastIndex(of: slash), end > rest.startIndex
    {
      let next = withLetters(rest[..<end]) { name in
        retrying { openat(folder, name, searching) }
      }
      if next < 0 { return -1 }
      closeKeepingError(folder)
      folder = next
      // A path that goes on with a slash would begin anew.
      rest = rest[end...].drop { $0 == slash }
    }
    return withLetters(rest.isEmpty && folder != AT_FDCWD ? [UInt8(ascii: ".")] : rest) {
      call(folder, $0)
    }
  }

  /// How a folder is opened of which only the right to enter it is needed.
  #if os(Linux)
    // What `O_PATH` is, which not every C library shows.
    private static let searching = O_DIRECTORY | O_CLOEXEC | 0o10000000
  #else
    private static let searching = O_RDONLY | O_DIRECTORY | O_CLOEXEC
  #endif

  private static func withLetters<Result>(
    _ bytes: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let letters = bytes.map { CChar(bitPattern: $0) } + [0]
    return letters.withUnsafeBufferPointer { letters in
      // An array with a zero at its end is never empty.
      letters.baseAddress.map(body) ?? body("")
    }
  }

  private static func closeKeepingError(_ file: Int32) {
    if file < 0 { return }
    let error = errno
    close(file)
    errno = error
  }

  private static func openFile(_ path: String, for access: Int32) -> Int32 {
    retrying { at(path) { openat($0, $1, access | O_CLOEXEC) } }
  }

  /// What lies at a path, or where a link that lies there leads to.
  private static func status(_ path: String, ofLink: Bool = false) -> stat? {
    var about = stat()
    let code = at(path) { fstatat($0, $1, &about, ofLink ? AT_SYMLINK_NOFOLLOW : 0) }
    return code == 0 ? about : nil
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
    let file = openFile(path, for: O_RDONLY)
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
    guard let about = status(target) else { return replace(target, with: bytes, mode: nil) }
    if !about.isFile { return writeDirectly(bytes, to: target) }
    // Replacing needs no permission on the file itself, but someone who withheld it meant something.
    if !isWritable(target) { return .failed(words(for: errno)) }
    return replace(target, with: bytes, mode: about.st_mode & 0o777)
  }

  private static func isWritable(_ path: String) -> Bool {
    at(path) { faccessat($0, $1, W_OK, 0) } == 0
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
      guard let about = status(target, ofLink: true), about.isLink else { return .success(target) }
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.withMemoryRebound(to: CChar.self) { letters in
          at(target) { folder, name in
            letters.baseAddress.map { Int32(readlinkat(folder, name, $0, letters.count)) } ?? -1
          }
        }
      }
      guard count >= 0 else { return .failure(SystemError(code: errno)) }
      let link = FileName.text(of: Array(buffer[..<Int(count)]))
      target = link.utf8.first == UInt8(ascii: "/") ? link : folder(of: target) + link
    }
    return .failure(SystemError(code: ELOOP))
  }

  /// The part of a path that names its folder, with the final slash; empty where there is none.
  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// Writes to a device or pipe.
  private static func writeDirectly(_ bytes: [UInt8], to path: String) -> WriteResult {
    let file = openFile(path, for: O_WRONLY)
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
    let file = temporaryFiles.create(beside)
    guard file >= 0 else { return .failed(words(for: errno)) }
    return conclude(file, beside, as: target, mode: mode, so: write(bytes, to: file))
  }

  /// Replaces whatever lies there, a link too, which is not followed.
  private static func replaceEntry(_ path: String, with bytes: [UInt8]) -> WriteResult {
    let about = status(path, ofLink: true)
    let isFile = about?.isFile ?? false
    if isFile, !isWritable(path) { return .failed(words(for: errno)) }
    return replace(path, with: bytes, mode: isFile ? about.map { $0.st_mode & 0o777 } : nil)
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
    attempt { temporaryFiles.rename(beside, to: target) }
    if code != 0 { result = .failed(words(for: code)) }
    if result != .written { temporaryFiles.remove(beside) }
    return result
  }

  /// The files that have not taken their names yet; they do not outlive the process.
  private final class TemporaryFiles: Sendable {
    private let paths = Mutex<Set<String>>([])

    func create(_ path: String) -> Int32 {
      signals.watch()
      return paths.withLock { paths in
        let access = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        let file = retrying { at(path) { openat($0, $1, access, 0o666) } }
        if file >= 0 { paths.insert(path) }
        return file
      }
    }

    func rename(_ path: String, to target: String) -> Int32 {
      paths.withLock { paths in
        let code = at(path) { folder, name in
          at(target) { renameat(folder, name, $0, $1) }
        }
        if code == 0 { paths.remove(path) }
        return code
      }
    }

    func remove(_ path: String) {
      paths.withLock { paths in
        _ = at(path) { unlinkat($0, $1, 0) }
        paths.remove(path)
      }
    }

    /// Ends the process by a signal, and lets nobody create another file before.
    func end(by signal: Int32) {
      paths.withLock { paths in
        for path in paths { _ = at(path) { unlinkat($0, $1, 0) } }
        paths = []
        Posix.signals.end(by: signal)
      }
    }
  }

  private static let temporaryFiles = TemporaryFiles()
}

extension stat {
  fileprivate var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  fileprivate var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
  fileprivate var isCharacterDevice: Bool { st_mode & S_IFMT == S_IFCHR }

  fileprivate var identity: FileIdentity {
    FileIdentity(device: UInt64(truncatingIfNeeded: st_dev), inode: UInt64(st_ino))
  }
}

/// The system's `write`, which inside a type that has a `write` of its own needs another name.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

// MARK: Batches

extension Posix {
  private static let batchDoors = BatchSystem(
    list: { entries(of: $0) },
    stream: { stream($0) },
    begin: { begin($0) },
    replace: { replaceEntry($0, with: $1) },
    identify: { identify($0) },
    makeFolder: { makeFolder($0) },
    concurrently: { count, jobs, body in concurrently(count, jobs, body) },
    processors: { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) },
    seconds: {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    },
    isInterrupted: { signals.hasInterrupted },
    randomWord: { UInt64.random(in: 0 ... .max) })

  private static func entries(of path: String) -> Result<[FolderEntry], ReadFailure> {
    let file = openFile(path, for: O_RDONLY | O_DIRECTORY)
    guard file >= 0 else { return .failure(failure(for: errno)) }
    guard let folder = fdopendir(file) else {
      closeKeepingError(file)
      return .failure(failure(for: errno))
    }
    defer { closedir(folder) }
    var found: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        return errno == 0 ? .success(found) : .failure(failure(for: errno))
      }
      // Where the name begins: an entry is as long as its name, so it must not be copied as a whole.
      let start = MemoryLayout.offset(of: \dirent.d_name) ?? 0
      let letters = UnsafeRawPointer(entry).advanced(by: start)
        .assumingMemoryBound(to: CChar.self)
      let entryName = name(letters)
      if entryName == "." || entryName == ".." { continue }
      found.append(
        FolderEntry(
          name: entryName, kind: kind(of: letters, in: file, type: Int(entry.pointee.d_type))))
    }
  }

  /// What an entry of a folder is; the system tells most of it without a look at the entry itself.
  private static func kind(
    of name: UnsafePointer<CChar>, in folder: Int32, type: Int
  ) -> FolderEntry.Kind {
    if type == Int(DT_REG) { return .file }
    var about = stat()
    let isKnownFolder = type == Int(DT_DIR)
    guard fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) == 0 else {
      return isKnownFolder ? .folder(nil) : .unknown(failure(for: errno))
    }
    if about.isFile { return .file }
    if about.isFolder { return .folder(about.identity) }
    guard about.isLink else { return .special }
    guard fstatat(folder, name, &about, 0) == 0 else { return .unknown(failure(for: errno)) }
    if about.isFile { return .linkedFile }
    return about.isFolder ? .linkedFolder(about.identity) : .special
  }

  private static func identify(_ path: String) -> FileIdentity? {
    if let about = status(path) { return about.isCharacterDevice ? nil : about.identity }
    // What does not exist yet is its name in its folder.
    guard errno == ENOENT, case .success(let target) = destination(of: path) else { return nil }
    let parent = folder(of: target)
    guard let about = status(parent.isEmpty ? "." : parent) else { return nil }
    var identity = about.identity
    identity.name = String(Substring(target.utf8.dropFirst(parent.utf8.count)))
    return identity
  }

  /// A file that is closed when nobody needs it any more.
  private final class OpenFile: Sendable {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }
  }

  /// How many bytes of a stream are read at once.
  private static let streamPiece = 1 << 19

  private static func stream(_ path: String?) -> Result<ByteStream, ReadFailure> {
    let descriptor = path.map { openFile($0, for: O_RDONLY) } ?? STDIN_FILENO
    guard descriptor >= 0 else { return .failure(failure(for: errno)) }
    let file = OpenFile(descriptor)
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
            let read = readSome(file.descriptor, into: free)
            if read < 0 { code = errno }
            if read <= 0 { return }
            count += read
          }
        }
        return code == 0 ? .success(bytes) : .failure(failure(for: code))
      })
  }

  private static func begin(_ path: String) -> Result<PendingFile, OpenFailure> {
    let target: String
    switch destination(of: path) {
    case .success(let found): target = found
    case .failure(let error): return .failure(.notWritable(words(for: error.code)))
    }
    let about = status(target)
    if openDescriptor(named: path) != nil || about?.isFile == false {
      // A device has no name to take at the end.
      let file = openDescriptor(named: path) ?? openFile(target, for: O_WRONLY)
      guard file >= 0 else { return .failure(.notWritable(words(for: errno))) }
      return .success(
        PendingFile(
          write: { write($0, to: file) }, complete: { .written }, keep: { .success(nil) },
          abandon: {}))
    }
    if about != nil, !isWritable(target) { return .failure(.notWritable(words(for: errno))) }
    let beside = nameBeside(target)
    let file = temporaryFiles.create(beside)
    guard file >= 0 else { return .failure(.notWritable(words(for: errno))) }
    let mode = about.map { $0.st_mode & 0o777 }
    return .success(
      PendingFile(
        write: { write($0, to: file) },
        complete: { conclude(file, beside, as: target, mode: mode, so: .written) },
        keep: {
          let kept = unusedName(for: target)
          switch conclude(file, beside, as: kept, mode: mode, so: .written) {
          case .failed(let reason): return .failure(.notWritable(reason))
          case .written, .brokenPipe: return .success(kept)
          }
        },
        abandon: {
          close(file)
          temporaryFiles.remove(beside)
        }))
  }

  /// A name for a part of what was to be a file.
  private static func unusedName(for target: String) -> String {
    let name = target + ".partial"
    var number = 1
    func numbered() -> String { number == 1 ? name : "\(name)-\(number)" }
    while status(numbered(), ofLink: true) != nil { number += 1 }
    return numbered()
  }

  private static func makeFolder(_ path: String) -> WriteResult {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += part + "/"
      if part.isEmpty { continue }
      if at(made, { mkdirat($0, $1, 0o777) }) != 0, errno != EEXIST {
        return .failed(words(for: errno))
      }
    }
    return status(path)?.isFolder == true ? .written : .failed(words(for: ENOTDIR))
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
    signals.watch()
    signals.areAskedFor()
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
  private static func thread(working queue: Queue) -> pthread_t? { thread { queue.work() } }

  /// What a thread does.
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread; `nil` where the system has none to give.
  fileprivate static func thread(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    let held = Unmanaged.passRetained(Body(run)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    if pthread_create(&thread, nil, begin, held) == 0 { return thread }
    Unmanaged<Body>.fromOpaque(held).release()
    return nil
  }

  /// Where a thread begins.
  #if canImport(Darwin)
    private static let begin: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { held in
        Unmanaged<Body>.fromOpaque(held).takeRetainedValue().run()
        return nil
      }
  #else
    private static let begin:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { held in
          if let held { Unmanaged<Body>.fromOpaque(held).takeRetainedValue().run() }
          return nil
        }
  #endif
}

// MARK: Signals

extension Posix {
  /// The signals that end the process, taken by a thread that first removes what is unfinished.
  ///
  /// A handler could do hardly anything of that, since it may come in the middle of anything.
  private final class Signals: Sendable {
    private let isWatching = Atomic<Bool>(false)
    private let isAskedFor = Atomic<Bool>(false)
    private let interruption = Atomic<Bool>(false)

    /// Begins to take them; threads begun before would take them too, so it comes before these.
    func watch() {
      if isWatching.exchange(true, ordering: .relaxed) { return }
      var set = sigset_t()
      sigemptyset(&set)
      for number in [SIGINT, SIGTERM, SIGHUP] where !Signals.isIgnored(number) {
        sigaddset(&set, number)
      }
      pthread_sigmask(SIG_BLOCK, &set, nil)
      let taken = set
      let thread = Posix.thread {
        while true {
          var (set, number) = (taken, Int32(0))
          if sigwait(&set, &number) == 0 { self.take(number) }
        }
      }
      if thread == nil { pthread_sigmask(SIG_UNBLOCK, &set, nil) }
    }

    /// Whether whoever started the program wants it not to hear a signal; `nohup` does.
    private static func isIgnored(_ number: Int32) -> Bool {
      let handler = signal(number, SIG_DFL)
      let isIgnored =
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored { _ = signal(number, SIG_IGN) }
      return isIgnored
    }

    /// Says that from now on somebody asks whether the user wants to stop.
    func areAskedFor() { isAskedFor.store(true, ordering: .relaxed) }

    /// Whether the user wants to stop; a second wish ends the process at once.
    var hasInterrupted: Bool { interruption.load(ordering: .relaxed) }

    private func take(_ number: Int32) {
      if number == SIGINT, isAskedFor.load(ordering: .relaxed),
        !interruption.exchange(true, ordering: .relaxed)
      {
        return
      }
      Posix.temporaryFiles.end(by: number)
    }

    /// Ends the process as the signal does where nobody takes it.
    func end(by number: Int32) {
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, number)
      _ = signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      raise(number)
    }
  }

  private static let signals = Signals()
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
