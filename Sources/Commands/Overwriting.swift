// What a run writes must not take the place of what it reads; names do not show that, identities do.

import Batch
import Expectations
import HostSystem
import Reports

extension Environment {
  /// What is wrong with the files that a run would write, before it has read or written anything.
  func overwriting(_ invocation: Invocation) -> UsageFault? {
    switch invocation {
    case .check(let options), .claims(let options), .plan(let options), .ladder(let options),
      .verify(let options):
      FilesOfRun(self, options) { _ in false }.conflict
    case .screen(let options), .compare(let options):
      FilesOfRun(self, options, isRead: BatchInput.isApplications).conflict
    case .test(let options):
      FilesOfRun(self, options) { BatchInput.isApplications($0) || ExpectationName.isOne($0) }
        .conflict
    case .blank(let options): existing(options)
    default: nil
    }
  }
}

extension Environment {
  /// What would be overwritten although only new files are written.
  fileprivate func existing(_ options: Options) -> UsageFault? {
    for case .file(let path) in options.targets.all.map({ $0.destination }) {
      // Of what does not exist yet only the folder is known.
      if let identity = batch.identify(path), identity.name == nil { return .existingFile(path) }
    }
    return nil
  }
}

/// The files that a run reads and writes, by what they are and not by their names.
private struct FilesOfRun {
  /// The first file that is read and written, or written twice.
  private(set) var conflict: UsageFault?
  private let environment: Environment
  private let options: Options
  /// What is written, in the order of the line, and what is wrong where it is read as well.
  private var written: [(identity: FileIdentity, fault: UsageFault)] = []
  /// What is read.
  private var read: Set<FileIdentity> = []
  /// The places from which it is read, each a name in a folder; two links to one file are two.
  private var places: Set<FileIdentity> = []

  /// - Parameter isRead: whether a file of that name is read where the folder is named.
  init(
    _ environment: Environment, _ options: Options, isRead: @escaping (_ name: String) -> Bool
  ) {
    self.environment = environment
    self.options = options
    let targets = options.targets.all
    let writesFiles = targets.contains { $0.destination != .standardOutput }
    // Most runs write no file and ask nothing of the system here.
    if !writesFiles, options.claims == nil, options.reportsFolder == nil { return }
    let standardOutput =
      targets.contains { $0.destination == .standardOutput }
        && options.verbosity != .statusOnly ? environment.batch.identify("/dev/stdout") : nil
    for case .file(let path) in targets.map({ $0.destination }) {
      guard let identity = environment.batch.identify(path) else { continue }
      if identity == standardOutput || written.contains(where: { $0.identity == identity }) {
        conflict = .sharedFile(path)
      }
      written.append((identity, .outputIsInput(path)))
    }
    if let path = options.claims, let identity = environment.batch.identify(path) {
      if written.contains(where: { $0.identity == identity }) { conflict = .claimsOverwrite(path) }
      written.append((identity, .claimsOverwrite(path)))
    }
    let reports = entriesOfReportsFolder
    // What does not exist yet is in no folder.
    let looksIntoFolders = !reports.isEmpty || written.contains { $0.identity.name == nil }
    for path in options.operands { note(path, looksIntoFolders ? isRead : nil) }
    if let path = options.claimsKey { note(path, nil) }
    conflict =
      conflict ?? written.first { read.contains($0.identity) }?.fault ?? conflict(among: reports)
  }

  /// Notes what is read under a name.
  private mutating func note(_ path: String, _ isRead: ((_ name: String) -> Bool)?) {
    guard path != "-" else {
      if let identity = environment.batch.identify("/dev/stdin") { read.insert(identity) }
      return
    }
    guard let isRead, case .success(let entries) = environment.batch.list(path) else {
      if let identity = environment.batch.identify(path) { read.insert(identity) }
      let (folder, name) = TestPlan.parts(of: path)
      if let place = place(of: name, in: folder.isEmpty ? "." : folder) { places.insert(place) }
      return
    }
    var tree = FolderTree(environment)
    tree.visit(path, entries) { folder, entries in
      for entry in entries where entry.isFile && isRead(entry.name) {
        if let identity = environment.batch.identify(FolderTree.join(folder, entry.name)) {
          read.insert(identity)
        }
        if let place = place(of: entry.name, in: folder) { places.insert(place) }
      }
    }
  }

  private func place(of name: String, in folder: String) -> FileIdentity? {
    guard options.reportsFolder != nil, var place = environment.batch.identify(folder) else {
      return nil
    }
    place.name = name
    return place
  }

  /// What might be overwritten by full reports.
  private var entriesOfReportsFolder: [FolderEntry] {
    guard let folder = options.reportsFolder,
      case .success(let entries) = environment.batch.list(folder)
    else { return [] }
    return entries.filter { ReportFolder.mayName($0.name, options.reportsFormat) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The first of them that is read or written in another way; a link is replaced, not followed.
  private func conflict(among reports: [FolderEntry]) -> UsageFault? {
    guard let folder = options.reportsFolder else { return nil }
    let own = environment.batch.identify(folder)
    for (identity, fault) in written {
      guard let name = identity.name, var place = own else { continue }
      place.name = name
      if place == identity, ReportFolder.mayName(name, options.reportsFormat),
        case .outputIsInput(let path) = fault
      {
        return .reportsOverwrite(path)
      }
    }
    for entry in reports {
      let path = FolderTree.join(folder, entry.name)
      let identity = entry.kind == .file ? environment.batch.identify(path) : nil
      let isOther = identity.map { identity in
        read.contains(identity) || written.contains { $0.identity == identity }
      }
      let isPlace = place(of: entry.name, in: folder).map(places.contains)
      if isOther ?? false || isPlace ?? false { return .reportsOverwrite(path) }
    }
    return nil
  }
}
