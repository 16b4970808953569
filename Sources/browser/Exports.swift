// The program as a module that a page in a browser calls: a command line and files in, what the program
// writes out.

#if arch(wasm32)
  import BrowserRuntime
  import Commands
  import HostSystem
  import Judging
  import Programmes

  // A page calls one function at a time, so nothing here is used by two at once.
  nonisolated(unsafe) private var request = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  nonisolated(unsafe) private var response: [UInt8] = []

  /// Room for a request of so many bytes; the page writes it there.
  @_expose(wasm, "reserve") @_cdecl("browser_reserve")
  public func reserve(_ count: Int32) -> UnsafeMutableRawPointer {
    request.deallocate()
    request = .allocate(byteCount: Int(count), alignment: 8)
    return request.baseAddress!
  }

  /// Runs the program on the request that was written, and gives room back.
  ///
  /// A request is a list of arguments and then a list of files, each with its path and its content.
  /// A response is the exit status, what was written to the two standard streams, and the list of
  /// files written. Lists begin with their count, texts and contents with their length in bytes, as
  /// the status numbers of 32 bits, the lowest byte first.
  ///
  /// - Returns: where the response stands, its length in bytes before it; until the next call.
  @_expose(wasm, "run") @_cdecl("browser_run")
  public func run() -> UnsafeRawPointer {
    var reader = RequestReader(UnsafeRawBufferPointer(request))
    var arguments: [String] = []
    for _ in 0..<reader.number() { arguments.append(reader.text()) }
    var files: [String: [UInt8]] = [:]
    for _ in 0..<reader.number() {
      let path = reader.text()
      files[path] = Array(reader.bytes())
    }
    request.deallocate()
    request = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    let world = FilesInMemory(
      files, decodeGB18030: decodeGB18030,
      randomWord: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      })
    let status = Commands.run(world.environment(arguments), .all)
    var writer = ResponseWriter()
    writer.add(Int(status.rawValue))
    writer.add(world.output)
    writer.add(world.error)
    writer.add(world.written.count)
    for (path, bytes) in world.written {
      writer.add(Array(path.utf8))
      writer.add(bytes)
    }
    response = writer.finished
    return response.withUnsafeBytes { $0.baseAddress! }
  }

  private func decodeGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    var isComplete = false
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 2 + 1) { text, count in
      let length = bytes.withUnsafeBufferPointer {
        browser_decode_gb18030($0.baseAddress!, Int32($0.count), text.baseAddress!)
      }
      isComplete = length >= 0
      count = max(0, Int(length))
    }
    return isComplete ? text : nil
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
    private var response: [UInt8] = [0, 0, 0, 0]

    mutating func add(_ number: Int) {
      withUnsafeBytes(of: UInt32(number).littleEndian) { response.append(contentsOf: $0) }
    }

    mutating func add(_ bytes: [UInt8]) {
      add(bytes.count)
      response += bytes
    }

    /// The response with its length before it.
    var finished: [UInt8] {
      var finished = response
      let count = UInt32(response.count - 4)
      finished.withUnsafeMutableBytes { $0.storeBytes(of: count, as: UInt32.self) }
      return finished
    }
  }
#endif
