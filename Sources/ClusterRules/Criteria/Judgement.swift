// What the judgements have in common: a statement with proofs, and figures that help the experts.

import CommonFacts
import Eligibility

/// What is shown to the experts of one judgement, as far as it is stated.
struct ShownFigures: Sendable {
  /// Where they are read; none of them is asked for, since experts may judge without.
  let places: [Pointer]
  /// What they show.
  let explain: @Sendable (ClusterApplication, Say) -> Explanation

  /// No figures.
  static var none: ShownFigures {
    ShownFigures(places: []) { _, say in
      say("experts-decide", zh: "由专家评判", en: "for experts to judge")
    }
  }
}

extension Criterion where Applicant == ClusterApplication {
  /// A judgement: for review once its statement and its proofs are there.
  ///
  /// - Parameter documents: documents that a clause asks for besides the proofs.
  static func judgement(
    _ judgement: ClusterJudgement, clauses: [Clause], rule: Wording,
    documents: [Evidence<ClusterApplication>] = [], figures: ShownFigures = .none,
    settledReadings: [Reading] = [], isForReviewsOnly: Bool = false
  ) -> Criterion {
    let title = judgement.title
    return Criterion(
      judgement.rawValue, clauses: clauses, role: .judgement,
      outcomes: isForReviewsOnly ? [.undetermined, .notApplicable, .forReview] : nil, title: title,
      rule: rule, settledReadings: settledReadings,
      asks: (isForReviewsOnly ? [AskedFact("/kind") { $0.kind == nil }] : [])
        + AskedFact.statement(on: judgement.rawValue) { $0.statements[judgement] }
        + figures.places.map { AskedFact(optional: $0) },
      evidence: [
        .proofs(
          of: title, on: judgement.rawValue, when: { !isForReviewsOnly || $0.kind == .review }
        ) { $0.statements[judgement] }
      ] + documents,
      decide: { application, _ -> Outcome in
        if isForReviewsOnly, application.kind != .review {
          return application.kind == nil ? .undetermined : .notApplicable
        }
        return application.statements[judgement]?.isProven == true ? .forReview : .undetermined
      },
      explain: { outcome, application, _, say in
        outcome == .notApplicable
          ? say(
            "first-application", zh: "首次申报，不适用",
            en: "a first application, to which it does not apply")
          : figures.explain(application, say)
      })
  }
}

extension ClusterJudgement {
  /// What it is called.
  var title: Wording {
    switch self {
    case .promoterFunction:
      Wording(zh: "促进组织的作用", en: "What the promotion organisation furthers")
    case .promoterOperations:
      Wording(zh: "促进组织运营和财务状况", en: "The promotion organisation's operations and finances")
    case .promoterGovernance:
      Wording(zh: "促进组织架构和规章制度", en: "The promotion organisation's structure and rules")
    case .clusterIndustry: Wording(zh: "主导产业属先进制造业", en: "Advanced leading industry")
    case .clusterDirection:
      Wording(zh: "优质企业集中度和引领方向", en: "Concentration and direction of strong enterprises")
    case .clusterAgglomeration: Wording(zh: "产业集聚程度", en: "Agglomeration")
    case .clusterChain: Wording(zh: "龙头企业带动和融链固链", en: "What leading enterprises do for the chain")
    case .clusterLocalSupply: Wording(zh: "主导产品本地配套率", en: "Local supply of the leading products")
    case .clusterCollaboration: Wording(zh: "分工协作机制", en: "Division of labour along the chains")
    case .clusterInnovation: Wording(zh: "协同创新和知识产权成果", en: "Results of joint innovation")
    case .promoterCapability:
      Wording(zh: "促进组织的能力和活力", en: "The promotion organisation's ability and vitality")
    case .clusterOpenness: Wording(zh: "开放合作", en: "Openness and cooperation")
    case .clusterActionPlan: Wording(zh: "集群专项行动方案", en: "The cluster's action plan")
    }
  }
}
