// Section 3(1)2: six ways of fitting the industrial direction, of which one suffices.

import Eligibility

/// One of the six ways, as it is claimed.
struct DirectionWay: Sendable {
  /// The member of the form.
  let key: String
  let name: Wording
  /// The member that says what exactly is claimed.
  let specification: String
  let isClaimed: @Sendable (GiantDirection) -> Bool?
  let isSpecified: @Sendable (GiantDirection) -> Bool
  let evidence: @Sendable (GiantDirection) -> Int?

  /// A claim that says in words what exactly is claimed.
  private static func claim(
    _ key: String, zh: String, en: String,
    _ claim: @escaping @Sendable (GiantDirection) -> GiantDirection.Claim
  ) -> DirectionWay {
    DirectionWay(
      key: key, name: Wording(zh: zh, en: en), specification: "specification",
      isClaimed: { claim($0).isClaimed }, isSpecified: { claim($0).specification != nil },
      evidence: { claim($0).evidence })
  }

  static let all = [
    DirectionWay(
      key: "fourBases",
      name: Wording(zh: "工业“四基”重点领域", en: "key field of the four industrial bases"),
      specification: "coreParts", isClaimed: { $0.fourBases.isClaimed },
      isSpecified: { $0.fourBases.isSpecified }, evidence: { $0.fourBases.evidence }),
    claim("tenFields", zh: "制造强国战略十大重点产业领域", en: "one of the ten key fields of manufacturing") {
      $0.tenFields
    },
    claim("shortBoard", zh: "关键领域补短板", en: "short board in a key field mended") {
      $0.shortBoard
    },
    claim("keyTechnology", zh: "关键核心技术攻关", en: "breakthrough in a key core technology") {
      $0.keyTechnology
    },
    DirectionWay(
      key: "gap", name: Wording(zh: "填补国内或国际空白", en: "gap filled at home or worldwide"),
      specification: "specification", isClaimed: { $0.gap.isClaimed },
      isSpecified: { $0.gap.specification != nil }, evidence: { $0.gap.evidence }),
    claim("jointInnovation", zh: "与重点行业龙头企业协同创新", en: "joint innovation with a leading enterprise")
    {
      $0.jointInnovation
    },
  ]

  /// Whether it is taken, as far as the file says; whether the claim is true is for experts.
  func isTaken(_ direction: GiantDirection) -> Kleene {
    switch isClaimed(direction) {
    case true?: isSpecified(direction) ? .yes : .unknown
    case false?: .no
    case nil: .unknown
    }
  }

  /// Where it is claimed.
  var place: Pointer { Pointer("/direction/\(key)/isClaimed") }
}

extension Criterion where Applicant == GiantApplication {
  /// Section 3(1)2 and Annex 5: the industrial direction.
  public static let giantDirection = Criterion(
    "giant-direction",
    clauses: [.part(section: 3, part: 1, item: 2), .annex(5)], role: .condition,
    title: Wording(zh: "产业导向", en: "Industrial direction"),
    rule: Wording(
      zh:
        "六项有一项即可：工业“四基”重点领域（勾选四类之一）、制造强国战略十大重点产业领域、主导产品属于关键领域补短板、"
        + "关键核心技术攻关、填补国内或国际空白、与重点行业龙头企业协同创新；均须写明具体内容，是否属实由专家评判",
      en:
        "one of six suffices: a key field of the four industrial bases with one of its boxes, one of the "
        + "ten key fields of manufacturing, a short board mended, a breakthrough in a key core technology, "
        + "a gap filled, joint innovation with a leading enterprise; each says what exactly, and whether "
        + "it is so is for experts"),
    settledReadings: [
      Reading(
        "as-declared",
        Wording(
          zh: "以企业写明具体内容的声明为准，不对照领域名单；填补国内空白和国际空白同等对待",
          en:
            "what is declared and specified counts, without a list of fields; a gap at home and one worldwide "
            + "alike"),
        ground: Wording(
          zh: "《工业“四基”发展目录》和十大领域的内容不在所据文件中，声明是否属实由专家评判",
          en:
            "the catalogue and the ten fields are not in the sources, and whether a claim holds is for "
            + "experts"))
    ],
    asks: DirectionWay.all.map { way in
      AskedFact(at: [
        way.place, Pointer("/direction/\(way.key)/\(way.specification)"),
      ]) { application in
        switch way.isClaimed(application.direction) {
        case nil: [way.place]
        case true? where !way.isSpecified(application.direction):
          [Pointer("/direction/\(way.key)/\(way.specification)")]
        default: []
        }
      }
    }
      + ["keyMaterials", "advancedProcesses", "technologyFoundation"].map {
        AskedFact(optional: Pointer("/direction/fourBases/\($0)"))
      },
    evidence: [
      Evidence(
        zh: "产业导向的佐证材料", en: "proof of the claims about the industrial direction",
        by: .applicant, under: .note(annex: 5, note: 2)
      ) { application in
        DirectionWay.all.filter { $0.isClaimed(application.direction) == true }.map {
          (
            Pointer("/direction/\($0.key)/evidence"),
            ($0.evidence(application.direction) ?? 0) > 0
          )
        }
      }
    ],
    decide: { application, _ -> Kleene in
      var answer = Kleene.no
      for way in DirectionWay.all { answer = answer || way.isTaken(application.direction) }
      return answer
    },
    explain: { state, application, _, say in
      let taken = DirectionWay.all.filter { $0.isTaken(application.direction) == .yes }
      let vague = DirectionWay.all.filter {
        $0.isClaimed(application.direction) == true
          && $0.isTaken(application.direction) == .unknown
      }
      lazy var values: Reason.Values = [
        "taken": .list(taken.map { .term($0.name) }), "vague": .list(vague.map { .term($0.name) }),
        "count": .count(taken.count),
      ]
      return switch state {
      case .yes:
        say(
          "direction-claimed", zh: "据企业声明：{taken}；是否属实由专家评判",
          en: "by its own declaration: {taken}; whether it is so is for experts", values,
          at: taken.map { $0.place })
      case .no:
        say(
          "direction-denied", zh: "六项均声明不属于", en: "all six are declared not to apply",
          mend: Wording(zh: "有一项属于即可", en: "one that applies suffices"))
      case .unknown where !vague.isEmpty:
        say(
          "direction-vague", zh: "只声明属于，没有写明具体内容：{vague}",
          en: "claimed without saying what exactly: {vague}",
          mend: Wording(zh: "写明具体领域、内容或合作企业", en: "say which field, what, or with whom"), values)
      case .unknown: .missing
      }
    })
}
