// The offices that receive applications of every programme, and the places for which each is responsible.

import Eligibility

/// The bureaus that receive applications: nine prefectures, Changbaishan and Meihekou.
public enum Bureau: String, Hashable, Sendable, CaseIterable {
  /// 长春市
  case changchun
  /// 吉林市
  case jilin
  /// 四平市
  case siping
  /// 辽源市
  case liaoyuan
  /// 通化市
  case tonghua
  /// 白山市
  case baishan
  /// 松原市
  case songyuan
  /// 白城市
  case baicheng
  /// 延边朝鲜族自治州
  case yanbian
  /// 长白山保护开发区
  case changbaishan
  /// 梅河口市
  case meihekou

  /// The name of the place.
  public var name: Wording {
    switch self {
    case .changchun: Wording(zh: "长春市", en: "Changchun")
    case .jilin: Wording(zh: "吉林市", en: "Jilin City")
    case .siping: Wording(zh: "四平市", en: "Siping")
    case .liaoyuan: Wording(zh: "辽源市", en: "Liaoyuan")
    case .tonghua: Wording(zh: "通化市", en: "Tonghua")
    case .baishan: Wording(zh: "白山市", en: "Baishan")
    case .songyuan: Wording(zh: "松原市", en: "Songyuan")
    case .baicheng: Wording(zh: "白城市", en: "Baicheng")
    case .yanbian: Wording(zh: "延边州", en: "Yanbian")
    case .changbaishan: Wording(zh: "长白山管委会", en: "Changbaishan")
    case .meihekou: Wording(zh: "梅河口市", en: "Meihekou")
    }
  }

  /// The beginnings of the GB/T 2260 codes, as they are today, of the places for which the bureau is
  /// responsible.
  ///
  /// Meihekou reports to the province directly although its code stands under Tonghua; the
  /// Changbaishan zone has no code of its own and lies in three counties.
  public var divisions: [String] {
    switch self {
    case .changchun: ["2201"]
    case .jilin: ["2202"]
    case .siping: ["2203"]
    case .liaoyuan: ["2204"]
    case .tonghua: ["2205"]
    case .baishan: ["2206"]
    case .songyuan: ["2207"]
    case .baicheng: ["2208"]
    case .yanbian: ["2224"]
    case .changbaishan: ["220621", "220623", "222426"]
    case .meihekou: ["220581"]
    }
  }

  /// The bureau that is responsible for a place; `nil` outside the province.
  public init?(of division: AdministrativeDivision) {
    guard let bureau = Bureau.allCases.first(where: { $0.covers(division) }) else { return nil }
    self = bureau
  }

  /// Whether a place is in the bureau's area; of an old code the place that it names today.
  public func covers(_ division: AdministrativeDivision) -> Bool {
    let place = division.successor ?? division
    return divisions.contains { place.begins(with: $0) }
      && (self != .tonghua || !place.begins(with: "220581"))
  }
}
