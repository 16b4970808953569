// Rows that several forms have: the version and the programme with which each begins, the round, who applies,
// amounts of a year. What a programme asks of them is its own: a row here has no clause, and a hint only where
// all forms give the same.

import CommonFacts
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

  /// The member that names the programme.
  func programme(_ id: String, zh: String, en: String) -> Field {
    self("programme", checking: .programme(id), zh: zh, en: en)
      .hint(zh: "固定写 \(id)", en: "always \(id)")
  }

  /// The member in which editors look for what helps them to fill in the rest; it stands last in a form, since
  /// few files have it.
  func schemaForEditors() -> Field {
    ignored("$schema", zh: "编辑器所用的格式说明", en: "schema for editors")
  }

  /// The year of the round.
  func applicationYear(
    _ format: ValueFormat<Int>, _ property: (inout Owner) -> Property<Int?>
  ) -> Field {
    self("applicationYear", format, property, zh: "申报年度", en: "year of the round")
  }

  /// The filing date.
  func filingDate(
    since inForce: Day, _ property: (inout Owner) -> Property<Day?>
  ) -> Field {
    self("filingDate", .filingDay(since: inForce), property, zh: "申报日", en: "filing date")
  }

  /// The statements that experts read.
  func statements<Statements>(
    _ statements: PartFormat<Statements>, _ property: (inout Owner) -> Property<Statements>
  ) -> Field {
    self("statements", statements, property, zh: "供专家评判的说明", en: "statements for experts")
      .hint(
        zh: "逐项简要说明并列出证明材料，由专家评判",
        en: "a short statement with its evidence on each matter; experts judge it")
  }

  // MARK: Who applies

  /// The social credit code.
  func creditCode(_ property: (inout Owner) -> Property<SocialCreditCode?>) -> Field {
    self("creditCode", .creditCode, property, zh: "统一社会信用代码", en: "social credit code")
  }

  /// The place of the domicile.
  func domicile(_ property: (inout Owner) -> Property<AdministrativeDivision?>) -> Field {
    self(
      "domicile", .division, property, zh: "住所行政区划代码", en: "division code of the domicile")
  }

  /// Whether it is an independent legal person.
  func isLegalPerson(_ property: (inout Owner) -> Property<Bool?>) -> Field {
    self("isLegalPerson", .flag, property, zh: "是否独立法人", en: "independent legal person")
  }

  // MARK: Amounts

  /// The unit of amounts.
  func unit(_ property: (inout Owner) -> Property<Money.Unit?>) -> Field {
    self("unit", .amountUnit, property, zh: "金额单位", en: "unit of the amounts")
      .hint(zh: "以下所有金额都用这一单位", en: "all amounts below are in this unit")
  }

  /// The figures of each year.
  func years<Year>(
    _ year: PartFormat<Year>, _ property: (inout Owner) -> Property<[Year]?>
  ) -> Field {
    self("years", .list(of: year, atMost: 100), property, zh: "各年数据", en: "figures of each year")
  }

  /// An amount, called as notices call it.
  func amount(
    _ amount: Amount, _ format: ValueFormat<Money> = .money,
    _ property: (inout Owner) -> Property<Money?>
  ) -> Field {
    self(amount.rawValue, format, property, zh: amount.name.zh, en: amount.name.en)
  }
}

// MARK: The second batch of 2021

extension FieldBuilder {
  /// The year of the only round that there was.
  func applicationYear(
    onlyRound round: Int, _ property: (inout Owner) -> Property<Int?>
  ) -> Field {
    applicationYear(.onlyRound(round), property)
      .hint(zh: "第二批只在 2021 年申报", en: "the second batch was for 2021 only")
  }

  /// The prefecture's bureau, also where a county's received the application.
  func prefecturesBureau(_ property: (inout Owner) -> Property<Bureau?>) -> Field {
    self("bureau", .choice(), property, zh: "受理的工信部门", en: "bureau filed with")
      .hint(
        zh: "住所所在的市（州）、长白山或梅河口；向县（市）申报的，写其所属",
        en: "of the prefecture, also where a county's bureau received it")
  }

  /// The place of the bureau that received the application.
  func bureauDivision(_ property: (inout Owner) -> Property<AdministrativeDivision?>) -> Field {
    self(
      "bureauDivision", .division, property, zh: "受理部门所在地代码", en: "division code of the bureau"
    )
    .hint(
      zh: "受理部门所在市（州）或县（市）的六位代码，如 \"220100\"",
      en: "six digits for the prefecture or county of the bureau, such as \"220100\"")
  }

  /// Whether money of the first batch was received.
  func hasFirstBatchSupport(_ property: (inout Owner) -> Property<Bool?>) -> Field {
    self(
      "hasFirstBatchSupport", .flag, property, zh: "是否已获第一批国家资金支持",
      en: "received first-batch money")
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
  fileprivate static func onlyRound(_ round: Int) -> ValueFormat {
    year.checked { year in
      if year == round { return nil }
      return Reason(
        year < round ? .roundBeforeInForce : .noSuchRound,
        ["found": .year(year), "since": .year(round)])
    }
  }
}
