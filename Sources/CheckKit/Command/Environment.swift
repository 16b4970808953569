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

/// The world as far as the program may touch it.
public struct Environment: Sendable {
  /// The words of the command line after the program's name.
  public var arguments: [String]
  /// The value of an environment variable, or `nil` where it is not set.
  public var variable: @Sendable (_ name: String) -> String?
  /// All bytes of a file.
  public var read: @Sendable (_ path: String) -> Result<[UInt8], ReadFailure>
  /// All bytes of standard input.
  public var readStandardInput: @Sendable () -> Result<[UInt8], ReadFailure>
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

  /// Creates an environment from all its doors; each is documented at its property.
  public init(
    arguments: [String],
    variable: @escaping @Sendable (_ name: String) -> String?,
    read: @escaping @Sendable (_ path: String) -> Result<[UInt8], ReadFailure>,
    readStandardInput: @escaping @Sendable () -> Result<[UInt8], ReadFailure>,
    write: @escaping @Sendable (_ bytes: [UInt8], _ stream: StandardStream) -> WriteResult,
    writeWhole: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> WriteResult,
    isTerminal: @escaping @Sendable (StandardStream) -> Bool,
    columns: @escaping @Sendable () -> Int?,
    decodeGB18030: @escaping @Sendable (_ bytes: [UInt8]) -> [UInt8]?
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
  }
}
