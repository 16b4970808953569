// Every form begins alike: with the version of the format, and the year of a round that there is.

import Eligibility
import Judging

extension FieldBuilder {
  /// The member that states the version of the format; another version cannot be read.
  func formatVersion(_ version: Int) -> Field {
    let values: Reason.Values = ["version": .count(version)]
    let format = ValueFormat<Int>.count.checked { found in
      found == version
        ? nil
        : Reason(
          .unsupportedVersion, ["found": .digits(String(found)), "expected": .count(version)])
    }
    return self("formatVersion", checking: format, zh: "格式版本", en: "format version")
      .whereMissing(.notice(Notice(.versionMissing, values, at: ["/formatVersion"])))
      .hint(zh: "固定写 \(version)", en: "always \(version)")
  }
}

extension Message {
  fileprivate static let versionMissing = Message(
    "version-missing", zh: "没有写明，按版本 {version} 读取",
    en: "it is not stated; read as version {version}",
    mend: Wording(zh: "写明版本 {version}", en: "state version {version}"))

  fileprivate static let noSuchRound = Message(
    "no-such-round", zh: "没有 {found} 年度的申报：通知只涉及 {since} 年的第二批，此后的批次未见文件",
    en:
      "there is no round of {found}: the notice is on the second batch, of {since}, and none later is known",
    mend: Wording(zh: "核对申报年度", en: "check the year of the round"))
}

extension ValueFormat<Int> {
  /// The year of a round, which cannot be before the regulation.
  static func round(since first: Int) -> ValueFormat {
    year.checked { year in
      year >= first
        ? nil : Reason(.roundBeforeInForce, ["found": .year(year), "since": .year(first)])
    }
  }

  /// The year of the only round that there was.
  static func onlyRound(_ round: Int) -> ValueFormat {
    year.checked { year in
      if year == round { return nil }
      return Reason(
        year < round ? .roundBeforeInForce : .noSuchRound,
        ["found": .year(year), "since": .year(round)])
    }
  }
}
