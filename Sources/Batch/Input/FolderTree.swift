// A folder is gone through to its last corner, and nothing in it that may hold an application is lost.

import HostSystem

/// Goes through a folder and all below it.
///
/// Links to folders are followed once all other folders have been gone through, and no folder is gone
/// through twice, so that links which lead back end.
public struct FolderTree {
  /// What cannot be looked into, and why.
  public private(set) var failures: [(path: String, failure: ReadFailure)] = []
  /// The folders that have been gone through; one may go on with those of another tree.
  private(set) var visited: Set<FileIdentity>
  /// The files and folders that were left out.
  private(set) var excluded: [String] = []
  private let environment: Environment
  private let patterns: [FilePattern]

  /// How many folders deep it goes; looking at one more takes the system longer each time.
  static let deepest = 4096

  /// Creates a tree of which nothing has been gone through.
  ///
  /// - Parameters:
  ///   - visited: folders not to be gone through again where they are found below another.
  ///   - patterns: what is left out.
  public init(
    _ environment: Environment, visited: Set<FileIdentity> = [],
    excluding patterns: [FilePattern] = []
  ) {
    self.environment = environment
    self.patterns = patterns
    self.visited = visited
  }

  /// A folder that is still to be gone through.
  private struct Folder {
    let path: String
    let identity: FileIdentity?
    var depth = 0
  }

  /// Goes through a folder that is named, of which the entries are known already.
  ///
  /// - Parameter visit: takes each folder with its entries.
  public mutating func visit(
    _ path: String, _ entries: [FolderEntry], _ visit: (_ path: String, [FolderEntry]) -> Void
  ) {
    if let identity = environment.batch.identify(path) { visited.insert(identity) }
    var folders: [Folder] = []
    var links: [Folder] = []
    look(into: Folder(path: path, identity: nil), entries, &folders, &links, visit)
    while true {
      if folders.isEmpty {
        // In an order that does not depend on the system's.
        folders = links.sorted { $1.path.utf8.lexicographicallyPrecedes($0.path.utf8) }
        links = []
      }
      guard let folder = folders.popLast() else { return }
      if let identity = folder.identity, !visited.insert(identity).inserted { continue }
      if folder.depth > FolderTree.deepest {
        failures.append((folder.path, .tooDeep(limit: FolderTree.deepest)))
        continue
      }
      switch environment.batch.list(folder.path) {
      case .success(let entries): look(into: folder, entries, &folders, &links, visit)
      case .failure(let failure): failures.append((folder.path, failure))
      }
    }
  }

  private mutating func look(
    into folder: Folder, _ entries: [FolderEntry], _ folders: inout [Folder],
    _ links: inout [Folder], _ visit: (_ path: String, [FolderEntry]) -> Void
  ) {
    var kept: [FolderEntry] = []
    for entry in entries {
      let path = FolderTree.join(folder.path, entry.name)
      if patterns.contains(where: { $0.matches(path) }) {
        excluded.append(path)
      } else {
        kept.append(entry)
      }
    }
    visit(folder.path, kept)
    for entry in kept {
      let path = FolderTree.join(folder.path, entry.name)
      switch entry.kind {
      case .file, .linkedFile: continue
      case .folder(let identity):
        folders.append(Folder(path: path, identity: identity, depth: folder.depth + 1))
      case .linkedFolder(let identity):
        links.append(Folder(path: path, identity: identity, depth: folder.depth + 1))
      case .special:
        if BatchInput.isApplications(entry.name) { failures.append((path, .notAFile)) }
      case .unknown(let failure): failures.append((path, failure))
      }
    }
  }

  /// The path of something in a folder.
  public static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }
}
