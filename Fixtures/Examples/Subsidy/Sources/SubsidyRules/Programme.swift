// Rules, form and header together are a programme, with which all commands and reports work.

import Eligibility
import Judging

extension ProgrammeList {
  /// The programmes of this package.
  public static let subsidy = ProgrammeList(["equipment-subsidy"]) { _ in .subsidy }
}

extension Programme {
  /// The subsidy.
  static let subsidy = Programme(
    rulebook: .subsidy, table: .subsidy, schema: { FactTable.subsidy.schema }, bureaus: [],
    example: { Array(exampleText.utf8) },
    facts: FactQuestions(
      header: { ApplicationHeader(enterprise: $0.name, filingDate: $0.filed) },
      assume: { $1.filed = $0 },
      statements: { application, criterion in
        criterion == "plan" && application.hasPlan
          ? [StatementPlace(path: ["plan"], hasText: true, hasProofs: false)] : []
      }))

  private static let exampleText = """
    {
      "programme": "equipment-subsidy",
      "name": "示例机床厂",
      "filed": "2025-09-01",
      "domicile": "990102",
      "registered": "2023-09-01",
      "spending": {
        "unit": "万元",
        "machines": [
          {"cost": 300, "invoices": ["invoice-1.pdf"]},
          {"cost": 200, "invoices": ["invoice-2.pdf"]}
        ],
        "software": 20
      },
      "owesWages": false,
      "plan": "以数控机床替换三台旧车床"
    }

    """
}
