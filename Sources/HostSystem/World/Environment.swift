// Everything outside the program is reached through one value, so that a test can be the outside.

/// A standard stream that can be written.
public enum StandardStream: Hashable, Sendable, CaseIterable {
  /// Where results go.
  case output
  /// Where everything else goes.
  case error
}

/// Why bytes could not be read.
public enum ReadFailure: Error, Hashable, Sendable {
  /// There is nothing of that name.
  case absent
  /// A directory stands where a file was expected.
  case isDirectory
  /// The system forbids reading it.
  case notPermitted
  /// It is larger than allowed, in bytes.
  case tooLarge(limit: Int)
  /// A pipe, socket or device stands where a file was expected.
  case notAFile
  /// It lies in more folders than are gone through.
  case tooDeep(limit: Int)
  /// Another reason, in the system's own words.
  case other(String)
}

/// What became of a request to write.
public enum WriteResult: Hashable, Sendable {
  /// Every byte was handed over.
  case written
  /// The reader went away, which is its right.
  case brokenPipe
  /// Not written, for this reason in the system's own words.
  case failed(String)
}

/// A file or folder, whatever the name by which it is reached.
public struct FileIdentity: Hashable, Sendable {
  /// What it is stored on.
  public var device: UInt64
  /// Its number there.
  public var inode: UInt64
  /// Its name in the folder of that number, where there is nothing of the name yet.
  public var name: String?

  /// Creates an identity.
  public init(device: UInt64, inode: UInt64, name: String? = nil) {
    self.device = device
    self.inode = inode
    self.name = name
  }
}

/// What stands in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// What an entry is.
  public enum Kind: Hashable, Sendable {
    /// A file.
    case file
    /// A link to a file.
    case linkedFile
    /// A folder.
    case folder(FileIdentity?)
    /// A link to a folder.
    case linkedFolder(FileIdentity?)
    /// A pipe, socket or device, or a link to one.
    case special
    /// Something that cannot be looked into.
    case unknown(ReadFailure)
  }

  /// Its name in the folder.
  public let name: String
  /// What it is.
  public let kind: Kind

  /// Whether it can be read as a file.
  public var isFile: Bool { kind == .file || kind == .linkedFile }

  /// Creates an entry.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Creates a file, or a folder of which no more is known.
  public init(name: String, isFolder: Bool) {
    self.init(name: name, kind: isFolder ? .folder(nil) : .file)
  }
}

/// Bytes that come piece by piece.
public struct ByteStream: Sendable {
  /// Some bytes and the next piece behind them; at the end nothing is behind them.
  public let next: @Sendable (_ beginning: [UInt8]) -> Result<[UInt8], ReadFailure>

  /// Creates a stream.
  public init(
    next: @escaping @Sendable (_ beginning: [UInt8]) -> Result<[UInt8], ReadFailure>
  ) { self.next = next }
}

/// A file that takes its name only once it is complete.
public struct PendingFile: Sendable {
  /// Adds bytes.
  public let write: @Sendable (_ bytes: [UInt8]) -> WriteResult
  /// Gives the file its name.
  public let complete: @Sendable () -> WriteResult
  /// Keeps what was written under another name, which is returned; `nil` where it has gone already to
  /// where it goes, a device perhaps.
  public let keep: @Sendable () -> Result<String?, OpenFailure>
  /// Removes what was written.
  public let abandon: @Sendable () -> Void

  /// Creates a pending file from its functions.
  public init(
    write: @escaping @Sendable (_ bytes: [UInt8]) -> WriteResult,
    complete: @escaping @Sendable () -> WriteResult,
    keep: @escaping @Sendable () -> Result<String?, OpenFailure>,
    abandon: @escaping @Sendable () -> Void
  ) {
    self.write = write
    self.complete = complete
    self.keep = keep
    self.abandon = abandon
  }
}

/// What a file or folder is asked to be opened as.
public enum OpenFailure: Error, Hashable, Sendable {
  /// It cannot be written, for this reason in the system's own words.
  case notWritable(String)
}

/// What only batches need of the world.
public struct BatchSystem: Sendable {
  /// The entries of a folder, in no order.
  public var list: @Sendable (_ path: String) -> Result<[FolderEntry], ReadFailure>
  /// A file's bytes, or standard input's where there is no path, piece by piece.
  public var stream: @Sendable (_ path: String?) -> Result<ByteStream, ReadFailure>
  /// Starts a file that takes its name only once it is complete.
  public var begin: @Sendable (_ path: String) -> Result<PendingFile, OpenFailure>
  /// Makes a file of that name hold exactly these bytes, or leaves everything as it was; a link,
  /// pipe or device of the name is replaced, not written through.
  public var replace: @Sendable (_ path: String, _ bytes: [UInt8]) -> WriteResult
  /// What a name leads to, through all links; `nil` for devices, which no writing replaces, and for
  /// what cannot be found out.
  public var identify: @Sendable (_ path: String) -> FileIdentity?
  /// Makes a folder with all above it; one that is there already is fine.
  public var makeFolder: @Sendable (_ path: String) -> WriteResult
  /// Runs a body for each number below a count, some at once, and returns when all have ended.
  public var concurrently:
    @Sendable (_ count: Int, _ jobs: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void
  /// How many processors there are.
  public var processors: @Sendable () -> Int
  /// Seconds on a clock that only runs forward.
  public var seconds: @Sendable () -> Double
  /// Whether the user has asked to stop.
  public var isInterrupted: @Sendable () -> Bool
  /// A number that nobody can foresee.
  public var randomWord: @Sendable () -> UInt64

  /// Creates the functions; each is documented at its property.
  public init(
    list: @escaping @Sendable (_ path: String) -> Result<[FolderEntry], ReadFailure>,
    stream: @escaping @Sendable (_ path: String?) -> Result<ByteStream, ReadFailure>,
    begin: @escaping @Sendable (_ path: String) -> Result<PendingFile, OpenFailure>,
    replace: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> WriteResult,
    identify: @escaping @Sendable (_ path: String) -> FileIdentity?,
    makeFolder: @escaping @Sendable (_ path: String) -> WriteResult,
    concurrently:
      @escaping @Sendable (
        _ count: Int, _ jobs: Int, _ body: @escaping @Sendable (Int) -> Void
      ) -> Void,
    processors: @escaping @Sendable () -> Int,
    seconds: @escaping @Sendable () -> Double,
    isInterrupted: @escaping @Sendable () -> Bool,
    randomWord: @escaping @Sendable () -> UInt64
  ) {
    self.list = list
    self.stream = stream
    self.begin = begin
    self.replace = replace
    self.identify = identify
    self.makeFolder = makeFolder
    self.concurrently = concurrently
    self.processors = processors
    self.seconds = seconds
    self.isInterrupted = isInterrupted
    self.randomWord = randomWord
  }

  /// The functions of a world without folders, in which one thing happens at a time.
  public static let closed = BatchSystem(
    list: { _ in .failure(.absent) }, stream: { _ in .failure(.absent) },
    begin: { _ in .failure(.notWritable("")) }, replace: { _, _ in .failed("") },
    identify: { _ in nil }, makeFolder: { _ in .failed("") },
    concurrently: { count, _, body in for number in 0..<count { body(number) } },
    processors: { 1 }, seconds: { 0 }, isInterrupted: { false }, randomWord: { 0 })
}

/// The world as far as the program may touch it; paths are texts of ``FileName``.
public struct Environment: Sendable {
  /// The words of the command line after the program's name.
  public var arguments: [String]
  /// The value of an environment variable, or `nil` where it is not set.
  public var variable: @Sendable (_ name: String) -> String?
  /// All bytes of a file, unless they are more than a limit.
  public var read: @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], ReadFailure>
  /// All bytes of standard input, unless they are more than a limit.
  public var readStandardInput: @Sendable (_ limit: Int) -> Result<[UInt8], ReadFailure>
  /// Writes all bytes to a stream, at once and unbuffered.
  public var write: @Sendable (_ bytes: [UInt8], _ stream: StandardStream) -> WriteResult
  /// Makes a file hold exactly these bytes, or leaves everything as it was.
  ///
  /// Devices and pipes cannot be replaced; they are written directly.
  public var writeWhole: @Sendable (_ path: String, _ bytes: [UInt8]) -> WriteResult
  /// Whether people watch the stream in a terminal.
  public var isTerminal: @Sendable (StandardStream) -> Bool
  /// The terminal's width in columns, or `nil` where standard output is no terminal.
  public var columns: @Sendable () -> Int?
  /// GB18030 (and so GBK and GB2312) bytes as UTF-8, or `nil` where they are not GB18030.
  public var decodeGB18030: @Sendable (_ bytes: [UInt8]) -> [UInt8]?
  /// What only batches need.
  public var batch: BatchSystem
  /// How many bytes a file may have, or a line of a file with one application a line.
  public var greatestSize = ByteSize.usualLimit

  /// Creates an environment from all its functions; each is documented at its property.
  public init(
    arguments: [String],
    variable: @escaping @Sendable (_ name: String) -> String?,
    read: @escaping @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], ReadFailure>,
    readStandardInput: @escaping @Sendable (_ limit: Int) -> Result<[UInt8], ReadFailure>,
    write: @escaping @Sendable (_ bytes: [UInt8], _ stream: StandardStream) -> WriteResult,
    writeWhole: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> WriteResult,
    isTerminal: @escaping @Sendable (StandardStream) -> Bool,
    columns: @escaping @Sendable () -> Int?,
    decodeGB18030: @escaping @Sendable (_ bytes: [UInt8]) -> [UInt8]?,
    batch: BatchSystem = .closed
  ) {
    self.arguments = arguments
    self.variable = variable
    self.read = read
    self.readStandardInput = readStandardInput
    self.write = write
    self.writeWhole = writeWhole
    self.isTerminal = isTerminal
    self.columns = columns
    self.decodeGB18030 = decodeGB18030
    self.batch = batch
  }
}

extension Environment {
  /// All bytes of a file.
  public func read(_ path: String) -> Result<[UInt8], ReadFailure> { read(path, greatestSize) }
}
