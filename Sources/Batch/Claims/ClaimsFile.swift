// Several machines can screen one batch where each says what the whole has to know of its part.

import Eligibility
import HostSystem
import Judging
import Reports

/// How a part of a batch was screened; all parts of one batch agree in it.
public struct ClaimsHeader: Hashable, Sendable {
  /// The version of the form of the file; it changes when a member's meaning does.
  var version = ClaimsHeader.currentVersion
  /// The program and its version, since another may see other facts.
  var program = ClaimsHeader.ownProgram
  /// The name of the key of all hashes.
  var key = ""
  /// The filing date assumed, where one was.
  var asOf: Day?
  /// Whether indicators were treated as conditions.
  var isStrict = false

  init() {}

  /// Creates the header of a part that this program screens; of the secret only its name is kept.
  public init(_ secret: ClaimSecret, asOf: Day?, strictness: Strictness) {
    key = secret.name
    self.asOf = asOf
    isStrict = strictness == .indicatorsToo
  }

  /// The version that this program writes and reads.
  static let currentVersion = 2
  /// Whether this program understands the rest of the part.
  var isReadable: Bool {
    version == ClaimsHeader.currentVersion && program == ClaimsHeader.ownProgram
  }
  /// This program.
  static let ownProgram = "\(Program.name) \(Version.current)"
}

/// A secret that all parts of a batch share.
public struct ClaimSecret: Sendable {
  /// The key that follows from it.
  public let key: ClaimKey
  /// A name that tells secrets apart and gives none away.
  let name: String

  /// How many bytes a secret has at least.
  public static let leastBytes = 16
  /// What is wrong with a file that holds fewer.
  public static let tooShort = Wording(
    zh: "密钥至少应有 \(leastBytes) 字节，例如：head -c 32 /dev/urandom > secret",
    en: "a secret has at least \(leastBytes) bytes; head -c 32 /dev/urandom > secret makes one")

  /// The secret that a file holds, whatever its bytes are; `nil` where they are too few.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= ClaimSecret.leastBytes else { return nil }
    let digest = SHA256.digest(bytes)
    let words = stride(from: 0, to: 24, by: 8).map { start in
      digest[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    key = ClaimKey(words[0], words[1])
    name = ClaimLine.hex(words[2], bits: 64)
  }
}

/// A file of claims in the making.
public struct ClaimsFile: Sendable {
  private let path: String
  private let header: ClaimsHeader
  private let environment: Environment
  private var file: PendingFile?

  /// Creates a file of claims; it is opened by ``begin()``.
  public init(_ path: String, _ header: ClaimsHeader, _ environment: Environment) {
    self.path = path
    self.header = header
    self.environment = environment
  }

  /// Opens the file and says how the part is screened.
  public mutating func begin() -> WriteProblem? {
    switch environment.batch.begin(path) {
    case .success(let pending):
      file = pending
      return write(ClaimLine.bytes(header))
    case .failure(.notWritable(let reason)): return WriteProblem(name: path, reason: reason)
    }
  }

  /// Adds lines.
  public func write(_ bytes: [UInt8]) -> WriteProblem? {
    bytes.isEmpty ? nil : file.flatMap { WriteProblem($0.write(bytes), of: path) }
  }

  /// Adds the totals and gives the file its name.
  public mutating func complete(_ totals: Totals, of programme: Programme) -> WriteProblem? {
    if let problem = write(ClaimLine.bytes(totals, of: programme)) { return problem }
    defer { file = nil }
    return file.flatMap { WriteProblem($0.complete(), of: path) }
  }

  /// Leaves nothing behind.
  public mutating func abandon() {
    file?.abandon()
    file = nil
  }
}
