// Tests share the files in Fixtures; this finds them, reads them, and runs the program on them.

import Foundation

@testable import Batch
@testable import Commands
@testable import HostSystem
@testable import Judging

/// One application in Fixtures/Applications.
struct Fixture: Sendable, CustomStringConvertible {
  /// The folders, each named for what its applications come out as.
  enum Folder: String, CaseIterable, Sendable {
    case eligible, ineligible, undetermined, faulty

    /// How a run on one of its applications ends.
    var status: ExitStatus {
      switch self {
      case .eligible: .eligible
      case .ineligible: .ineligible
      case .undetermined: .undetermined
      case .faulty: .malformed
      }
    }
  }

  let folder: Folder
  /// The file's name without its ending.
  let name: String
  let bytes: [UInt8]

  /// The path from the root of the repository, by which reports call the file.
  var path: String { "Fixtures/Applications/\(folder.rawValue)/\(name).json" }

  var description: String { "\(folder.rawValue)/\(name)" }

  /// The root of the repository.
  static let root: URL = {
    var place = URL(filePath: #filePath)
    repeat {
      place.deleteLastPathComponent()
    } while place.path() != "/"
      && !FileManager.default.fileExists(atPath: place.appending(path: "Package.swift").path())
    return place
  }()

  /// All of them, in the order of their paths.
  static let all: [Fixture] = Folder.allCases.flatMap { folder in
    let place = root.appending(path: "Fixtures/Applications/\(folder.rawValue)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path())) ?? []
    return names.filter(BatchInput.isApplications).sorted().map { file in
      Fixture(
        folder: folder, name: String(file.dropLast(5)),
        bytes: [UInt8]((try? Data(contentsOf: place.appending(path: file))) ?? Data()))
    }
  }

  private static let byPath = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.bytes) })

  /// The fixture of that name.
  static func named(_ name: String) -> Fixture? { all.first { $0.name == name } }

  /// Runs the program with the fixtures as its files.
  static func run(_ arguments: [String]) -> (status: ExitStatus, output: String, error: String) {
    let world = World()
    var environment = world.environment()
    environment.arguments = arguments
    environment.read = { path, _ in
      let bytes =
        byPath[path] ?? (try? Data(contentsOf: root.appending(path: path))).map([UInt8].init)
      return bytes.map { .success($0) } ?? .failure(.absent)
    }
    environment.batch.list = { list(root.appending(path: $0)) }
    environment.decodeGB18030 = Fixture.decodeGB18030
    let status = Commands.run(environment, .tested)
    return (status, world.output, world.error)
  }

  private static func list(_ folder: URL) -> Result<[FolderEntry], ReadFailure> {
    let places = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey])
    return places.map { places in
      .success(
        places.map { FolderEntry(name: $0.lastPathComponent, isFolder: $0.hasDirectoryPath) })
    } ?? .failure(.absent)
  }

  /// What the program makes of the application.
  var report: JudgedApplication? { Fixture.reports[path] }

  private static let reports = Dictionary(
    uniqueKeysWithValues: all.compactMap { fixture in
      (
        fixture.path,
        JudgedApplication(
          ApplicationText(
            source: fixture.path, bytes: fixture.bytes, decodeGB18030: Fixture.decodeGB18030))
      )
    })

  /// Foundation's decoder in the place of the C library's.
  @Sendable static func decodeGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    String(bytes: bytes, encoding: .gb18030).map { Array($0.utf8) }
  }
}

extension String.Encoding {
  /// GB18030; Foundation names it only by the number that it has in Core Foundation.
  fileprivate static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}
