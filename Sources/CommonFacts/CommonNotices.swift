// What looks odd in applications of several programmes is pointed out by the same tests and in the same words.

import Eligibility

// Each of these adds a notice where something is odd, and nothing else.
extension [Notice] {
  // MARK: Days

  /// Checks that the filing date is in the year of the round.
  public mutating func checkFiling(_ filing: Day?, inRound round: Int?) {
    guard let round, let filing, filing.year != round else { return }
    append(
      Notice(
        Message(
          "filed-outside-round", zh: "申报日 {filing} 不在申报年度（{round} 年）内",
          en: "the filing date {filing} is outside the round of {round}",
          mend: Wording(zh: "更正申报日或申报年度", en: "correct the filing date or the round")),
        ["filing": .day(filing), "round": .year(round)], at: ["/filingDate", "/applicationYear"]))
  }

  /// Checks that something happened by the filing date.
  public mutating func checkEvent(
    _ date: PartialDate?, by filing: Day?, at place: @autoclosure () -> Pointer
  ) {
    guard let date, let filing, date.earliest > filing else { return }
    append(
      Notice(
        Message(
          "event-after-filing", zh: "日期（{date}）晚于申报日（{filing}）",
          en: "the date {date} is later than the filing date {filing}",
          mend: Wording(zh: "核对日期", en: "check the dates")),
        ["date": .date(date), "filing": .day(filing)], at: [place()]))
  }

  /// Checks that a public list was looked up by the filing date.
  public mutating func checkLookUp(
    _ day: Day?, by filing: Day?, at place: @autoclosure () -> Pointer
  ) {
    guard let day, let filing, day > filing else { return }
    append(
      Notice(
        Message(
          "look-up-after-filing", zh: "查询日期 {day} 晚于申报日 {filing}",
          en: "the look-up of {day} is later than the filing date {filing}",
          mend: Wording(zh: "核对日期", en: "check the dates")),
        ["day": .day(day), "filing": .day(filing)], at: [place()]))
  }

  // MARK: Places

  /// Checks that the code of the domicile is one of today.
  ///
  /// - Parameter document: the paper by which it is checked, in Chinese.
  public mutating func checkDivision(_ domicile: AdministrativeDivision, document: String) {
    guard let successor = domicile.successor else { return }
    append(
      Notice(
        Message(
          "division-moved", zh: "住所行政区划代码 {domicile} 已停用，该地现属{place}，代码为 {today}",
          en:
            "division code {domicile} is no longer in use; the place, now of {place}, has {today}",
          mend: Wording(
            zh: "对照\(document)核对，改用现行代码", en: "check the licence and use the present code")),
        [
          "domicile": .text(domicile.code), "today": .text(successor.code),
          "place": Bureau(of: domicile).quantity { .term($0.name) },
        ], at: ["/enterprise/domicile"]))
  }

  /// Checks that an application is filed with the bureau of the domicile; outside the province none is
  /// responsible.
  ///
  /// - Parameters:
  ///   - province: the first digits of the province's divisions.
  ///   - message: names the bureau, the domicile and the right bureau.
  public mutating func checkBureau(
    _ bureau: Bureau?, of domicile: AdministrativeDivision, in province: String,
    _ message: @autoclosure () -> Message = .filedElsewhere
  ) {
    guard let bureau, domicile.begins(with: province), !bureau.covers(domicile),
      let right = Bureau(of: domicile)
    else { return }
    append(
      Notice(
        message(),
        [
          "bureau": .term(bureau.name), "domicile": .text(domicile.code),
          "right": .term(right.name),
        ], at: ["/bureau", "/enterprise/domicile"]))
  }

  // MARK: Figures

  /// Checks that it is stated whose accounts the figures are from.
  public mutating func checkScope(of figures: Figures) {
    guard figures.years?.isEmpty == false, figures.scope == nil else { return }
    append(
      Notice(
        Message(
          "scope-missing", zh: "未说明数据为合并口径还是本企业口径",
          en: "it is not stated whether the figures are consolidated",
          mend: Wording(zh: "填写数据口径", en: "state it")), at: ["/figures/scope"]))
  }

  /// Checks that amounts of a year are not more than others of which they are parts.
  ///
  /// - Parameter name: what an amount is called.
  public mutating func checkParts(
    _ parts: [(part: Amount, whole: Amount)], of figures: Figures,
    called name: (Amount) -> Wording = { $0.name }
  ) {
    guard let years = figures.years else { return }
    // By their numbers, because the figures of a year are large to copy.
    for index in years.indices {
      for (part, whole) in parts {
        guard let amount = years[index][part], let most = years[index][whole], amount > most
        else { continue }
        append(
          Notice(
            Message(
              "part-exceeds-whole", zh: "{part} {partAmount}，大于{whole} {wholeAmount}（会计年度：{year}）",
              en: "{part} {partAmount} exceeds {whole} {wholeAmount} (accounting year: {year})",
              mend: Wording(zh: "核对两项数据", en: "check both figures")),
            [
              "year": years[index].year.quantity { .year($0) }, "part": .term(name(part)),
              "partAmount": .money(amount), "whole": .term(name(whole)),
              "wholeAmount": .money(most),
            ], at: [part.place(at: index)]))
      }
    }
  }
}

extension Message {
  /// The application is filed with a bureau that is not that of the domicile.
  public static var filedElsewhere: Message {
    Message(
      "filed-elsewhere", zh: "所填受理部门为{bureau}，但住所（{domicile}）不在其辖区",
      en: "filed with the {bureau} bureau, but domicile {domicile} is outside its area",
      mend: Wording(
        zh: "受理部门改为{right}；住所有误的，更正住所",
        en: "file with the bureau of the domicile, {right}, or correct the domicile"))
  }
}
