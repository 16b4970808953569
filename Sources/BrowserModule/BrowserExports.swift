// The program as a module that a page in a browser calls: a command line and files in, what the program
// writes out.

#if arch(wasm32)
  import BrowserRuntime
  import Commands
  import HostSystem
  import Judging

  // A page calls one function at a time, so nothing here is used by two at once.
  nonisolated(unsafe) private var request = Room(count: 0)
  nonisolated(unsafe) private var response = Room(count: 0)

  /// Memory that the page reads or writes.
  private struct Room {
    let start: UnsafeMutableRawPointer
    let count: Int

    init(count: Int) {
      start = .allocate(byteCount: count, alignment: 8)
      self.count = count
    }

    /// The same room for so many bytes.
    mutating func replace(count: Int) {
      start.deallocate()
      self = Room(count: count)
    }
  }

  /// What a module has to offer a page under the names `reserve` and `run`.
  public enum BrowserExports {
    /// Room for a request of so many bytes; the page writes it there.
    public static func reserve(_ count: Int32) -> UnsafeMutableRawPointer {
      request.replace(count: Int(count))
      return request.start
    }

    /// Runs the program with some programmes on the request that was written, and gives room back.
    ///
    /// A request is a list of arguments and then a list of files, each with its path and its content.
    /// A response is the exit status, what was written to the two standard streams, and the list of
    /// files written. Lists begin with their count, texts and contents with their length in bytes, as
    /// the status numbers of 32 bits, the lowest byte first.
    ///
    /// - Returns: where the response stands until the next call.
    public static func run(_ programmes: ProgrammeList) -> UnsafeRawPointer {
      var reader = RequestReader(
        UnsafeRawBufferPointer(start: request.start, count: request.count))
      var arguments: [String] = []
      for _ in 0..<reader.number() { arguments.append(reader.text()) }
      var files: [(path: String, bytes: [UInt8])] = []
      for _ in 0..<reader.number() {
        let path = reader.text()
        files.append((path, Array(reader.bytes())))
      }
      request.replace(count: 0)

      let world = FilesInMemory(
        files, decodeGB18030: decodeGB18030,
        randomWord: {
          var generator = SystemRandomNumberGenerator()
          return generator.next()
        })
      let status = Commands.run(world.environment(arguments), programmes)
      var writer = ResponseWriter()
      writer.add(Int(status.rawValue))
      writer.add(world.output)
      writer.add(world.error)
      writer.add(world.written.count)
      for (path, bytes) in world.written {
        writer.add(Array(path.utf8))
        writer.add(bytes)
      }
      response.replace(count: writer.response.count)
      response.start.copyMemory(from: writer.response, byteCount: writer.response.count)
      return UnsafeRawPointer(response.start)
    }
  }

  private func decodeGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count * 2 + 1)
    defer { room.deallocate() }
    let length = browser_decode_gb18030(bytes, Int32(bytes.count), room)
    return length < 0 ? nil : Array(UnsafeBufferPointer(start: room, count: Int(length)))
  }

  /// Takes a request apart, as the page's own script put it together.
  private struct RequestReader {
    private let request: UnsafeRawBufferPointer
    private var place = 0

    init(_ request: UnsafeRawBufferPointer) { self.request = request }

    mutating func number() -> Int {
      defer { place += 4 }
      return Int(request.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    mutating func bytes() -> UnsafeRawBufferPointer {
      let count = number()
      defer { place += count }
      return UnsafeRawBufferPointer(rebasing: request[place..<(place + count)])
    }

    mutating func text() -> String { String(decoding: bytes(), as: UTF8.self) }
  }

  /// Puts a response together.
  private struct ResponseWriter {
    private(set) var response: [UInt8] = []

    mutating func add(_ number: Int) {
      withUnsafeBytes(of: UInt32(number).littleEndian) { response.append(contentsOf: $0) }
    }

    mutating func add(_ bytes: [UInt8]) {
      add(bytes.count)
      response += bytes
    }
  }
#endif
