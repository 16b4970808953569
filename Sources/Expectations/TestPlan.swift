// What is tested is found by name: folders with expectations in them, and single applications.

import Batch
import Eligibility
import HostSystem
import Reports

/// A folder in which applications are held to expectations.
public struct TestFolder {
  /// The path, empty for files named without one.
  let path: String
  /// The names of the files of expectations in it.
  var expectationFiles: [String] = []
  /// The names of the files of applications in it.
  var applicationFiles: [String] = []
  /// The files of applications that alone are tested; `nil` where all are.
  var selection: Set<String>?

  init(_ path: String, _ entries: [FolderEntry], only selection: Set<String>? = nil) {
    self.path = path
    self.selection = selection
    let files = entries.lazy.filter { $0.isFile }
    for name in files.map({ $0.name }).sorted(by: TestFolder.precedes) {
      if ExpectationName.isOne(name) {
        expectationFiles.append(name)
      } else if BatchInput.isApplications(name) {
        applicationFiles.append(name)
      }
    }
  }

  /// Whether a file of applications is tested.
  func isSelected(_ file: String) -> Bool { selection?.contains(file) ?? true }

  /// The path of a file in it.
  func path(of name: String) -> String { FolderTree.join(path, name) }

  /// By bytes, so that the order does not depend on the system's language.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

/// Everything that is to be tested.
public struct TestPlan {
  /// The folders, those of each path named in order.
  public private(set) var folders: [TestFolder] = []
  /// How many files in how many folders stand without any expectations and are not looked at.
  public private(set) var passedBy = PassedBy()
  /// The paths that lead nowhere, and why.
  public private(set) var problems: [(path: String, reason: Wording)] = []

  /// What is not looked at.
  public struct PassedBy: Equatable {
    /// How many files of applications.
    public var files = 0
    /// How many folders with such files.
    public var folders = 0
  }

  /// What a folder without expectations is taken for.
  public enum Unstated {
    /// Something else than applications under test.
    case passedBy
    /// The beginning of a test, where there is none yet anywhere below the path named.
    case begun
  }

  /// Goes through the paths named.
  public init(_ paths: [String], _ environment: Environment, unstated: Unstated) {
    for path in paths {
      switch environment.batch.list(path) {
      case .success(let entries):
        var found: [TestFolder] = []
        let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        var tree = FolderTree(environment)
        tree.visit(root, entries) { path, entries in
          let folder = TestFolder(path, entries)
          if !folder.expectationFiles.isEmpty || !folder.applicationFiles.isEmpty {
            found.append(folder)
          }
        }
        problems += tree.failures.sorted { TestFolder.precedes($0.path, $1.path) }
          .map { ($0.path, $0.failure.reason) }
        found.sort { TestFolder.precedes($0.path, $1.path) }
        let tested = found.filter { !$0.expectationFiles.isEmpty }
        if tested.isEmpty, unstated == .begun {
          for folder in found { add(folder) }
        } else {
          for folder in tested { add(folder) }
          for folder in found where folder.expectationFiles.isEmpty {
            passedBy.folders += 1
            passedBy.files += folder.applicationFiles.count
          }
        }
      case .failure(.notPermitted): problems.append((path, ReadFailure.notPermitted.reason))
      case .failure: addFile(path, environment)
      }
    }
  }

  /// Adds one application, or those that a file of expectations is about.
  private mutating func addFile(_ path: String, _ environment: Environment) {
    let (parent, name) = TestPlan.parts(of: path)
    let entries: [FolderEntry]
    switch environment.batch.list(parent.isEmpty ? "." : parent) {
    case .success(let found) where found.contains { $0.name == name }: entries = found
    case .failure(.notPermitted):
      return problems.append((path, ReadFailure.notPermitted.reason))
    default: return problems.append((path, TestPlan.absence(of: path, environment)))
    }
    let selection: Set<String>? =
      name == ExpectationFile.manifestName
      ? nil : [ExpectationFile.application(of: name) ?? name]
    add(TestFolder(parent, entries, only: selection))
  }

  /// Adds a folder, or more of one that is there already.
  private mutating func add(_ folder: TestFolder) {
    guard let known = folders.firstIndex(where: { $0.path == folder.path }) else {
      return folders.append(folder)
    }
    let both = folders[known].selection.flatMap { old in folder.selection.map(old.union) }
    folders[known].selection = both
  }

  /// Why nothing is there, with the name that was probably meant.
  private static func absence(of path: String, _ environment: Environment) -> Wording {
    let reason = ReadFailure.absent.reason
    // The first part of the path that is not there is the one that was mistyped.
    var (parent, name) = parts(of: path)
    while true {
      if case .success(let entries) = environment.batch.list(parent.isEmpty ? "." : parent) {
        let names = entries.map { $0.name }.sorted(by: TestFolder.precedes)
        guard let meant = Suggestion.nearest(to: name, among: names) else { return reason }
        let shown = FolderTree.join(parent, meant).sanitizedName()
        return Wording(
          zh: reason.zh + "；是不是 \(shown)？", en: reason.en + "; did you mean \(shown)?")
      }
      if parent.isEmpty || parent == "/" { return reason }
      (parent, name) = parts(of: parent)
    }
  }

  /// The folder and the name in it; an empty folder is the current one.
  public static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let name = String(path[path.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
  }
}
