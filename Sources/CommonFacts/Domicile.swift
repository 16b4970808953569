// Who applies to a province has its domicile there; three programmes ask that, each in a clause of its own.

import Eligibility

extension Say {
  /// What is said of whether a domicile is in Jilin.
  ///
  /// - Parameters:
  ///   - province: the first digits of the province's divisions.
  ///   - mend: what is to be done where it is not.
  public func domicile(
    _ domicile: AdministrativeDivision?, _ isInside: Kleene, in province: String, mend: Wording
  ) -> Explanation {
    lazy var values: Reason.Values = [
      "domicile": domicile.quantity { .text($0.code) }, "province": .text(province),
    ]
    return switch isInside {
    case .unknown: .missing
    case .yes:
      self(
        "domicile-inside", zh: "住所区划代码 {domicile}，属吉林省", en: "domicile {domicile} is in Jilin",
        values)
    case .no:
      self(
        "domicile-outside", zh: "住所区划代码 {domicile} 不以 {province} 开头，不在吉林省",
        en: "domicile {domicile} does not begin with {province}, so it is outside Jilin",
        mend: mend, values)
    }
  }
}
