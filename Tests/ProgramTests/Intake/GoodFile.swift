// Tests of the intake start from one application that is right in every respect and change one thing.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Reports

/// A wholly fictional application that meets every condition.
enum GoodFile {
  /// The file with one passage replaced; a passage that does not stand there once is a slip.
  static func replacing(_ passage: String, with other: String) throws -> String {
    let parts = text.split(separator: passage, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(passage) stands there \(parts.count - 1) times")
    return parts.joined(separator: other)
  }

  /// The file with the last year's main-business revenue and the line of the unit replaced.
  static func withRevenue(_ amount: String, unit: String = "\"unit\": \"万元\",") throws -> String {
    try replacing("\"mainBusinessRevenue\": 26150", with: "\"mainBusinessRevenue\": \(amount)")
      .replacing("\"unit\": \"万元\",", with: unit)
  }

  static let text = """
    {
      "formatVersion": 1,
      "applicationYear": 2025,
      "filingDate": "2025-09-10",
      "kind": "first",
      "bureau": "changchun",
      "enterprise": {
        "name": "长春曜北精密轴承有限公司",
        "creditCode": "91220101MA0YB1X78E",
        "founded": "2011-04-18",
        "domicile": "220106",
        "isLegalPerson": true,
        "licence": [
          "营业执照副本.pdf"
        ],
        "sector": "manufacturing",
        "industryCode": "3451",
        "capabilities": {
          "development": true,
          "design": true,
          "manufacturing": true
        },
        "hasHarmedPublicInterest": false,
        "abnormalOperationsList": {
          "isListed": false,
          "lookedUp": "2025-09-01",
          "evidence": [
            "经营异常名录查询截图.png"
          ]
        },
        "seriousDishonestyList": {
          "isListed": false,
          "lookedUp": "2025-09-01",
          "evidence": [
            "严重失信名单查询截图.png"
          ]
        }
      },
      "product": {
        "name": "高速主轴用陶瓷球轴承",
        "classification": {
          "scheme": "productCatalogue",
          "code": "3507060101"
        },
        "fieldSince": "2012-03-01",
        "fieldEvidence": [
          "首批产品销售合同.pdf"
        ],
        "isNew": false,
        "policyClass": "encouraged",
        "energy": {
          "hasQuotaStandard": true,
          "standard": "企业参照的行业能耗限额标准",
          "unit": "kgce/t",
          "consumption": 0.52,
          "advancedValue": 0.6,
          "evidence": [
            "能耗检测报告.pdf"
          ]
        }
      },
      "otherProducts": [
        {
          "name": "轴承润滑附件",
          "policyClass": "permitted"
        }
      ],
      "figures": {
        "unit": "万元",
        "scope": "standalone",
        "years": [
          {
            "year": 2022,
            "isAudited": true,
            "mainBusinessRevenue": 21000,
            "operatingRevenue": 21500.5,
            "productRevenue": 16800,
            "internationalRevenue": 2100,
            "researchAndDevelopment": 1180,
            "profit": 1760,
            "innovationIncome": 5040,
            "auditReport": [
              "2022年度审计报告.pdf"
            ]
          },
          {
            "year": 2023,
            "isAudited": true,
            "mainBusinessRevenue": 23400.25,
            "operatingRevenue": 23900,
            "productRevenue": 18900,
            "internationalRevenue": 2600,
            "researchAndDevelopment": 1322.4,
            "profit": 2010,
            "innovationIncome": 5670,
            "auditReport": [
              "2023年度审计报告.pdf"
            ]
          },
          {
            "year": 2024,
            "isAudited": true,
            "mainBusinessRevenue": 26150,
            "operatingRevenue": 26800,
            "productRevenue": 21300,
            "internationalRevenue": 3350.75,
            "researchAndDevelopment": 1510,
            "profit": 2385.5,
            "innovationIncome": 6390,
            "auditReport": [
              "2024年度审计报告.pdf"
            ]
          }
        ]
      },
      "market": {
        "year": 2024,
        "basis": "revenue",
        "province": {
          "rank": 1,
          "share": 61.5
        },
        "nation": {
          "rank": 3,
          "share": 12.4
        },
        "world": {
          "rank": 9,
          "share": 4.1
        },
        "evidence": [
          "市场占有率第三方报告.pdf"
        ]
      },
      "incidents": [],
      "revocations": [],
      "recognitions": [
        {
          "kind": "littleGiant",
          "validUntil": "2026-06-30",
          "evidence": [
            "小巨人证书.pdf"
          ]
        }
      ],
      "innovation": {
        "institutions": [
          {
            "name": "省级企业技术中心",
            "level": "provincial",
            "evidence": [
              "认定文件.pdf"
            ]
          }
        ],
        "coreIntellectualProperty": [
          {
            "name": "陶瓷球精密研磨工艺发明专利",
            "evidence": [
              "专利证书.pdf"
            ]
          }
        ],
        "domesticPatents": 46,
        "internationalPatents": 3,
        "standards": [
          {
            "name": "陶瓷球轴承行业标准",
            "level": "industry",
            "evidence": [
              "标准前言页.pdf"
            ]
          }
        ],
        "appliedResults": [
          {
            "name": "低温升保持架专利",
            "isInUse": true,
            "bringsBenefit": true,
            "evidence": [
              "应用证明.pdf"
            ]
          }
        ]
      },
      "talent": {
        "programmes": [
          {
            "name": "省高层次人才计划",
            "level": "provincial",
            "evidence": [
              "入选文件.pdf"
            ]
          }
        ],
        "cooperations": [
          {
            "name": "与某职业技术学院共建实训基地",
            "evidence": [
              "合作协议.pdf"
            ]
          }
        ]
      },
      "statements": {
        "product-focus": {
          "text": "十余年只做机床主轴用轴承。",
          "evidence": [
            "产品收入明细表.pdf"
          ]
        },
        "steady-growth": {
          "text": "三年收入持续增长，主要来自机床主轴用户。",
          "evidence": [
            "订单与客户清单.pdf"
          ]
        },
        "product-excellence": {
          "text": "成品极限转速和寿命优于国内同类产品。",
          "evidence": [
            "第三方检测报告.pdf"
          ]
        },
        "international-brand": {
          "text": "产品销往十余个国家，注册有境外商标。",
          "evidence": [
            "境外商标证书.pdf"
          ]
        },
        "rd-intensity": {
          "text": "研发费用逐年增加，设有专项研发账。",
          "evidence": [
            "研发费用专项审计.pdf"
          ]
        },
        "patent-lead": {
          "text": "专利数量在细分领域排名靠前。",
          "evidence": [
            "专利检索报告.pdf"
          ]
        },
        "transfer-effect": {
          "text": "自有专利已用于全部主轴轴承。",
          "evidence": [
            "科技成果转化台账.pdf"
          ]
        },
        "operating-performance": {
          "text": "利润率高于细分行业平均水平。",
          "evidence": [
            "行业对标分析.pdf"
          ]
        },
        "management": {
          "text": "通过质量、环境和职业健康体系认证。",
          "evidence": [
            "体系认证证书.pdf"
          ]
        },
        "culture": {
          "text": "设有技能大师工作室，技术人员占三成。",
          "evidence": [
            "人员结构表.pdf"
          ]
        },
        "local-orientation": {
          "text": "产品列入本地优先发展的装备配套方向。",
          "evidence": [
            "产业目录对照说明.pdf"
          ]
        },
        "key-chain": {
          "text": "为省内汽车和机床产业链提供关键部件。",
          "evidence": [
            "配套证明.pdf"
          ]
        }
      },
      "bonuses": {
        "bonus-national-innovation": [],
        "bonus-chain-strengthening": [
          {
            "text": "参与主轴轴承进口替代攻关。",
            "evidence": [
              "项目任务书.pdf"
            ]
          }
        ],
        "bonus-open-innovation": []
      }
    }
    """
}

/// An application read from a text and judged.
struct Judged {
  let report: JudgedApplication

  init(_ text: String) throws { try self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8], decodeGB18030: ([UInt8]) -> [UInt8]? = { _ in nil }) throws {
    filing = ChampionFile(source: "f.json", bytes: bytes, decodeGB18030: decodeGB18030)
    report = JudgedApplication(filing.text)
  }

  let filing: ChampionFile
  var text: ApplicationText { report.text }
  var application: Application { filing.application }
  var faults: [Fault] { filing.faults }
  var notices: [String] { report.notices.map(\.reason.message.id) }
  /// The identifiers of the faults in order.
  var ids: [String] { faults.map(\.reason.message.id) }
  /// The fault of a file that has one only.
  var fault: Fault {
    get throws {
      try #require(faults.count == 1, "\(faults.map { $0.reason.says(in: .en) })")
      return try #require(faults.first)
    }
  }

  /// Where the only fault begins.
  var place: TextPosition {
    get throws {
      let range = try #require(try fault.range)
      return SourceMap(text).position(of: range)
    }
  }

  /// Checks that the file has this one fault and is therefore malformed and not eligible.
  func expectOnly(_ id: String, at pointer: String?, _ location: SourceLocation) throws {
    #expect(ids == [id], sourceLocation: location)
    #expect(faults.first?.pointer == pointer, sourceLocation: location)
    #expect(report.status == .malformed, sourceLocation: location)
    #expect(report.verdict != .eligible, sourceLocation: location)
  }
}

extension Fault {
  /// A value of the reason as an English report writes it.
  subscript(name: String) -> String? { reason.values[name]?.written(in: .en) }
}

struct GoodFileTests {
  @Test func `is right in every respect`() throws {
    let judged = try Judged(GoodFile.text)
    #expect(judged.ids.isEmpty)
    #expect(judged.notices.isEmpty)
    #expect(judged.report.missing.isEmpty)
    #expect(judged.report.evidence.isEmpty)
    #expect(judged.report.verdict == .eligible)
    #expect(judged.report.status == .eligible)
  }
}

extension TextReport {
  /// The text of several reports.
  func text(_ reports: [JudgedApplication]) -> String {
    String(decoding: bytes(reports), as: UTF8.self)
  }
}

extension JudgedApplication {
  /// The criteria of some roles with their findings, in the rulebook's order.
  func findings(_ roles: Role...) -> [(criterion: CriterionDescription, finding: Finding)] {
    zip(programme.criteria, findings)
      .filter { roles.contains($0.0.role) }
      .map { ($0.0, $0.1) }
  }
}
