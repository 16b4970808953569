// An intake holds all kinds of files; those that are not judged are counted and named, so that none of them
// is an application that nobody looked at.

import Eligibility
import HostSystem

/// A file of a folder that is not judged, or a folder that is left out with all that is in it.
public struct PassedOver: Sendable {
  /// Its path.
  public let source: String
  /// Why it is not judged.
  public let reason: Cause

  /// Why a file of a folder is not judged.
  public enum Cause: String, Sendable, CaseIterable {
    /// Its name has not the ending of an application.
    case otherType = "other-type"
    /// Its name begins with a full stop, as systems and programs name what is for themselves.
    case hidden
    /// It holds expectations of tests.
    case expectations
    /// The user asked to leave it out.
    case excluded
    /// It is a pipe, a socket or a device.
    case notAFile = "not-a-file"

    /// The same in words.
    public var sentence: Wording {
      switch self {
      case .otherType:
        Wording(
          zh: "扩展名不是 .json、.ndjson 或 .jsonl",
          en: "its name ends neither in .json nor in .ndjson or .jsonl")
      case .hidden: Wording(zh: "隐藏文件", en: "a hidden file")
      case .expectations: Wording(zh: "测试预期，不是申报材料", en: "expectations of tests, no application")
      case .excluded: Wording(zh: "由 --exclude 排除", en: "left out by --exclude")
      case .notAFile: Wording(zh: "管道、套接字或设备", en: "a pipe, a socket or a device")
      }
    }
  }

  /// A file or a folder that the user asked to leave out.
  init(excluded path: String) {
    source = path
    reason = .excluded
  }

  /// What an entry of a folder is passed over for; `nil` where it is judged, or no file.
  init?(_ entry: FolderEntry, at path: String) {
    source = path
    switch entry.kind {
    case .file, .linkedFile:
      if BatchInput.isApplications(entry.name) { return nil }
      if ExpectationName.isOne(entry.name) {
        reason = .expectations
      } else {
        reason = entry.name.utf8.first == UInt8(ascii: ".") ? .hidden : .otherType
      }
    case .special:
      if BatchInput.isApplications(entry.name) { return nil }
      reason = .notAFile
    case .folder, .linkedFolder, .unknown: return nil
    }
  }
}
