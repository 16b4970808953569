// A report is worth nothing where it cannot be handed over; here that outcome becomes a status.

import Eligibility

extension Environment {
  /// Hands each report of a run to where the options want it.
  ///
  /// - Parameters:
  ///   - options: where reports go, whether they are wanted at all, and the language of complaints.
  ///   - status: how the run ends where the reports arrive.
  ///   - report: writes the whole report in UTF-8, or nothing where there is none of that form.
  /// - Returns: that status, or that output cannot be written, after saying so on standard error.
  func deliver(
    for options: Options, ending status: ExitStatus, _ report: (ReportTarget) -> [UInt8]?
  ) -> ExitStatus {
    var ending = status
    for target in options.targets.all {
      if target.destination == .standardOutput, options.verbosity == .statusOnly { continue }
      guard let bytes = report(target) else { continue }
      switch target.destination {
      case .file(let path):
        ending = conclude(
          writeWhole(path, bytes), status: ending, options.language, target: Shown.quoted(path))
      case .standardOutput: ending = print(bytes, in: options.language, ending: ending)
      }
    }
    return ending
  }

  /// Writes to standard output; see `deliver` for the status.
  func print(_ text: [UInt8], in language: Language, ending status: ExitStatus) -> ExitStatus {
    conclude(
      write(text, .output), status: status, language,
      target: Wording(zh: "标准输出", en: "standard output"))
  }

  /// Says something on standard error, where the program's name begins every message.
  ///
  /// A message that cannot be delivered there has nowhere else to go.
  func complain(_ message: String) {
    _ = write(FileName.written(in: "\(Program.name): \(message)\n"), .error)
  }

  private func conclude(
    _ result: WriteResult, status: ExitStatus, _ language: Language, target: Wording
  ) -> ExitStatus {
    switch result {
    case .written, .brokenPipe: return status
    case .failed(let reason):
      let message = Wording(
        zh: "\(target.zh) 无法写入：\(reason.sanitized())",
        en: "\(target.en) cannot be written: \(reason.sanitized())")
      complain(message[language])
      return max(status, .unwritable)
    }
  }
}

extension Environment {
  /// All bytes of a source.
  func read(_ source: Source) -> Result<[UInt8], ReadFailure> {
    switch source {
    case .standardInput: readStandardInput(greatestSize)
    case .file(let path): read(path)
    }
  }

  /// All bytes of a file.
  func read(_ path: String) -> Result<[UInt8], ReadFailure> { read(path, greatestSize) }

  /// The same world, in which a run reads as much of a file as its options allow.
  func limited(by options: Options) -> Environment {
    var limited = self
    limited.greatestSize = options.greatestSize
    return limited
  }
}

extension ReadFailure {
  /// Why it failed, as the end of a sentence.
  var reason: Wording {
    switch self {
    case .absent: Wording(zh: "没有这个文件", en: "there is no such file")
    case .isDirectory: Wording(zh: "这是一个目录，不是文件", en: "it is a directory, not a file")
    case .notPermitted: Wording(zh: "没有读取权限", en: "reading it is not permitted")
    case .tooLarge(let limit):
      Wording(
        zh: "超过 \(ByteSize.written(limit).zh) 的上限，未读取；确为申报文件时用 \(Flag.maxSize.long) 提高上限",
        en: "larger than the limit of \(ByteSize.written(limit).en), so it was not read; raise the "
          + "limit with \(Flag.maxSize.long) if it is an application")
    case .notAFile:
      Wording(
        zh: "这是管道、套接字或设备，不是文件，不予读取",
        en: "it is a pipe, a socket or a device, not a file, and is not read")
    case .tooDeep:
      Wording(
        zh: "文件夹嵌套超过 \(FolderTree.deepest) 层",
        en: "it lies more than \(FolderTree.deepest) folders deep")
    case .other(let text): Wording(zh: text.sanitized(), en: text.sanitized())
    }
  }
}
