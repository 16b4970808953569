// Section 6(1) and Annex 5: the table of basics, with its codes and names as they are to be written.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 6(1) and Annex 5: the table of basics.
  public static let giantBasicTable = formality(
    "giant-basic-table",
    clauses: [.part(section: 6, part: 1, item: nil), .annex(5)],
    title: Wording(zh: "企业基本情况表", en: "Table of basics"),
    rule: Wording(
      zh:
        "基本情况表各项齐全：所属行业写 GB/T 4754-2017 大类代码和名称；主导产品类别写 {lengths} 位代码和名称，"
        + "目录中没有的按行业惯例说明；写明是否新产品；主导产品名称不用英文；“四基”、填补空白、补短板逐项勾选",
      en:
        "the table of basics is complete: industry by division of GB/T 4754-2017 and name; product class by "
        + "code of {lengths} digits and name, or by the trade's custom; whether the product is new; a "
        + "product name that is not English; the boxes on bases, gaps and short boards"),
    numbers: { ["lengths": .list($0.productCodeLengths.value.map { .count($0) })] },
    settledReadings: [
      Reading(
        "name-with-chinese",
        Wording(
          zh: "名称中没有汉字的，属于英文名称；中文名称中的字母、型号可以保留",
          en: "a name without any Chinese character is English; letters in a Chinese name may stay"),
        ground: Wording(
          zh: "六（一）2 针对英文名称，中文名称常含字母型号",
          en: "Section 6(1)2 is about English names, and Chinese ones often hold letters"))
    ],
    parts: [
      .stated("/enterprise/name", zh: "企业名称", en: "name") { $0.enterprise.name != nil },
      .stated("/enterprise/legalRepresentative", zh: "法定代表人", en: "legal representative") {
        $0.enterprise.legalRepresentative != nil
      },
      .stated("/enterprise/creditCode", zh: "统一社会信用代码", en: "social credit code") {
        $0.enterprise.creditCode != nil
      },
      .stated("/enterprise/headCount", zh: "从业人数", en: "head count") {
        $0.enterprise.headCount != nil
      },
      .stated("/enterprise/founded", zh: "注册时间", en: "day of registration") {
        $0.enterprise.founded != nil
      },
      .stated("/enterprise/registeredCapital", zh: "注册资本", en: "registered capital") {
        $0.enterprise.registeredCapital != nil
      },
      .stated("/enterprise/size", zh: "企业规模", en: "size") { $0.enterprise.size != nil },
      .stated("/enterprise/ownership", zh: "企业类型", en: "ownership") {
        $0.enterprise.ownership != nil
      },
      .stated("/enterprise/industryCode", zh: "所属行业代码", en: "industry code") {
        $0.enterprise.industryCode != nil
      },
      .stated("/enterprise/industryName", zh: "所属行业名称", en: "name of the industry") {
        $0.enterprise.industryName != nil
      },
      .stated("/enterprise/niche", zh: "具体细分领域", en: "niche") { $0.enterprise.niche != nil },
      .stated("/product/classification/scheme", zh: "主导产品类别目录", en: "catalogue of the class") {
        $0.product.classification.scheme != nil
      },
      FormalPart("/product/classification/code", zh: "主导产品类别代码", en: "code of the product class") {
        let classification = $0.product.classification
        // By the trade's custom there is no code.
        if classification.scheme == .custom { return .yes }
        guard let code = classification.code else { return .unknown }
        if GiantThresholds.of2021.productCodeLengths.value.contains(code.utf8.count) { return .yes }
        return classification.scheme == nil ? .unknown : .no
      },
      .stated("/product/classification/name", zh: "主导产品类别名称", en: "name of the product class") {
        $0.product.classification.name != nil
      },
      FormalPart("/product/classification/explanation", zh: "按行业惯例分类的说明", en: "custom of the trade")
      {
        let classification = $0.product.classification
        return classification.scheme != .custom || classification.explanation != nil
          ? .yes : .unknown
      },
      .stated("/product/isNew", zh: "是否新产品", en: "whether the product is new") {
        $0.product.isNew != nil
      },
      FormalPart("/product/name", zh: "主导产品名称（不用英文）", en: "product name that is not English") {
        Kleene($0.product.name.map { $0.unicodeScalars.contains { $0.isHan } })
      },
      .stated("/direction/fourBases/isClaimed", zh: "工业“四基”", en: "four bases") {
        $0.direction.fourBases.isClaimed == false
          || $0.direction.fourBases.isClaimed == true && $0.direction.fourBases.isSpecified
      },
      .stated("/direction/gap/isClaimed", zh: "填补空白及其说明", en: "gap filled, and which") {
        $0.direction.gap.isClaimed == false
          || $0.direction.gap.isClaimed == true && $0.direction.gap.reach != nil
            && $0.direction.gap.specification != nil
      },
      .stated("/direction/shortBoard/isClaimed", zh: "补短板及其说明", en: "short board, and which") {
        $0.direction.shortBoard.isClaimed == false
          || $0.direction.shortBoard.isClaimed == true
            && $0.direction.shortBoard.specification != nil
      },
    ])
}
