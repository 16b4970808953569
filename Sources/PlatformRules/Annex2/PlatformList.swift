// Annex 2 as data: the names as they were published, slips included, since a name is checked against them.

import Eligibility

/// The platforms of which the notice says that the selection is made from them (Annex 2).
public enum PlatformList {
  /// One platform of the list.
  public struct Entry: Hashable, Sendable {
    /// Which half of the list it is in.
    public let level: PlatformLevel
    /// Its number there, from 1.
    public let number: Int
    /// The name as printed; line breaks within it are left out.
    public let name: String
    /// The number of the national entry that a provincial one marked 国家 repeats.
    public let national: Int?
  }

  /// The platforms recognised by the ministry, in the order of their numbers.
  public static let national = half(
    .national,
    [
      "长春市中小企业人才创业指导中心",
      "吉林省农业综合信息服务有限公司",
      "吉林省宇隆中小企业孵化器有限责任公司",
      "吉林省云聚会创业服务有限公司",
      "吉林省中改双创科技园管理有限公司",
      "吉林省中小企业公共服务平台",
      "电子信息产品检测公共服务平台",
      "东北师范大学（教育部科技查新工作站、高校国家知识产权信息服务中心）",
      "白山市产品质量检验所（国家饮用水产品质量监督检验中心）",
      "吉林市高新区中小企业公共服务平台",
    ])

  /// The platforms recognised by the province, in the order of their numbers.
  public static let provincial = half(
    .provincial,
    [
      "北京盈科（长春）律所事务所",
      "吉林正泰工程咨询有限公司",
      "亚泰电子商务有限公司",
      "吉林省东博投资贸易咨讯文化传媒有限公司",
      "吉林中实工程设计研究有限公司",
      "吉林省技术产权交易中心有限公司",
      "长春华港机动车市场开发有限公司",
      "吉林省互联网传媒股份有限公司",
      "吉林省中实检测有限公司",
      "吉林省中改双创科技园管理有限公司（国家）",
      "吉林省电子信息产品检验研究院（国家）",
      "吉林省产品质量监督检验院",
      "吉林省金予鸿祥科技服务有限公司",
      "长春盘古网络技术有限公司",
      "吉林科讯信息科技有限公司",
      "中国检验认证集团吉林有限公司",
      "吉林省云上汽车股份有限公司",
      "东北师范大学（教育部科技查新工作站、高校国家知识产权信息服务中心）（国家）",
      "吉林省建筑装饰集团东北亚文化创意科技园管理中心",
      "吉林高新区中小企业公共服务平台（国家）",
      "吉林市中小企业服务中心",
      "吉林新发知识产权服务有限公司",
      "通化中检分析检测服务有限公司",
      "吉林省铭阳工程管理服务有限公司",
      "四平市热交换产品质量检验中心",
      "双辽市中小企业服务中心",
      "吉林利发测绘地理信息规划设计有限公司",
      "白山市产品质量检验所（国家饮用水产品质量监督检验中心（国家）",
      "白山成华会计师事务所有限责任公司",
    ],
    repeating: [(10, 5), (11, 7), (18, 8), (20, 10), (28, 9)])

  /// Both halves, the national one first.
  public static let entries = national + provincial

  private static func half(
    _ level: PlatformLevel, _ names: [String], repeating marked: [(number: Int, national: Int)] = []
  ) -> [Entry] {
    names.indices.map { place in
      Entry(
        level: level, number: place + 1, name: names[place],
        national: marked.first { $0.number == place + 1 }?.national)
    }
  }
}

extension PlatformList.Entry {
  /// Whether the list says that the ministry recognised it.
  public var isNational: Bool { level == .national || national != nil }

  /// The entry as a sentence cites it.
  var citation: Reason {
    Reason(
      Message("list-entry", zh: "{level}第 {number} 号“{name}”", en: "{level} no. {number} “{name}”"),
      ["level": .term(level.name), "number": .count(number), "name": .text(name)])
  }
}
