// Why a file was not read is said in one way, wherever it is said.

import Eligibility
import HostSystem

extension ReadFailure {
  /// A stable identifier.
  public var id: String {
    switch self {
    case .absent: "absent"
    case .isDirectory: "is-directory"
    case .notPermitted: "not-permitted"
    case .tooLarge: "too-large"
    case .notAFile: "not-a-file"
    case .tooDeep: "too-deep"
    case .other: "other"
    }
  }

  /// Why it failed, as the end of a sentence.
  public var reason: Wording {
    switch self {
    case .absent: Wording(zh: "没有这个文件", en: "there is no such file")
    case .isDirectory: Wording(zh: "这是文件夹，不是文件", en: "it is a folder, not a file")
    case .notPermitted: Wording(zh: "没有读取权限", en: "there is no permission to read it")
    case .tooLarge(let limit):
      Wording(
        zh: "超过 \(ByteSize.written(limit).zh) 的上限，未读取；确为申报文件的，可用 --max-size 提高上限",
        en: "larger than the limit of \(ByteSize.written(limit).en), so it was not read; raise the "
          + "limit with --max-size if it is an application")
    case .notAFile:
      Wording(
        zh: "这是管道、套接字或设备，不是文件，不予读取",
        en: "it is a pipe, a socket or a device, not a file, and is not read")
    case .tooDeep(let limit):
      Wording(
        zh: "文件夹嵌套超过 \(limit) 层",
        en: "it lies more than \(limit) folders deep")
    case .other(let text): Wording(zh: text.sanitized(), en: text.sanitized())
    }
  }
}
