// Section 4(2)7 and 7: whether the goals can be reached is judged; how they differ from the start is shown.

import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 4(2)7 and 7: feasibility of the goals.
  public static let giantTargets = judgement(
    "giant-targets", clauses: [.part(section: 4, part: 2, item: 7), .section(7)],
    title: Wording(zh: "目标可行性", en: "Feasibility of the goals"),
    rule: Wording(
      zh: "两个年度的目标是否可行，由各级部门把关；列出目标表中的变化，以及低于 70% 或 4% 的目标",
      en:
        "whether the goals for each year are feasible is judged; shown: the changes in the target table, "
        + "and targets below 70% or 4%"),
    settledReadings: [
      Reading(
        "measured-as-filed",
        Wording(
          zh: "获得支持后，2022 年末和 2023 年末按所填目标考核；未完成的处理办法不在所据文件中",
          en:
            "after support the goals are measured at the end of 2022 and 2023 as filed; what follows if they "
            + "are missed is not in the sources"),
        ground: Wording(
          zh: "四（二）7 和六（二）4；第七部分只写根据国家相关要求处理",
          en: "Sections 4(2)7 and 6(2)4; Section 7 refers to national rules"))
    ],
    shows: GiantTarget.allCases.filter { $0.hasTargets }.flatMap { row in
      row.columns.map { Pointer("/targets/\(row.rawValue)/\($0.rawValue)") }
    },
    statement: { $0.targets }
  ) { application, law in
    let table = application.targets
    return GiantTarget.allCases.filter { $0.hasTargets }.compactMap { table.change(of: $0) }
      + [
        (GiantTarget.mainBusinessShare, law.mainBusinessPercent.value),
        (GiantTarget.researchShare, law.researchPercent.value),
      ].flatMap { row, least in table.targetsBelow(least, of: row) }
  }
}

extension GiantTargetTable {
  /// How a row changes from its start, where it does and all its cells are given.
  fileprivate func change(of row: GiantTarget) -> Reason? {
    guard let start = self[row].start, let first = self[row].end2022,
      let second = self[row].end2023, first != start || second != start
    else { return nil }
    return Reason(
      Message(
        "target-changes", zh: "{row} {start} → {first} → {second}",
        en: "{row}: {start} → {first} → {second}"),
      [
        "row": .term(row.name), "start": .text(start), "first": .text(first),
        "second": .text(second),
      ])
  }

  /// The targets of a row that are below what the enterprise has to show when it applies.
  fileprivate func targetsBelow(_ least: Int, of row: GiantTarget) -> [Reason] {
    [GiantTargetColumn.end2022, .end2023].compactMap { column in
      guard let text = self[row][column], GiantTableNumber(text)?.isBelow(least) == true else {
        return nil
      }
      return Reason(
        Message(
          "target-below", zh: "{row}（{column}）目标 {target}，低于 {least}",
          en: "{row}: the target {target} ({column}) is below {least}"),
        [
          "row": .term(row.name), "column": .term(column.name), "target": .text(text),
          "least": .ratio(.percent(least)),
        ])
    }
  }
}
