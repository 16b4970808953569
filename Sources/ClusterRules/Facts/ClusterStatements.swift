// Matters that only experts can judge: the promotion organisation states its case and names its proofs.

import CommonFacts

/// The matters that experts judge, in the regulation's order; the raw value is the criterion's identifier.
public enum ClusterJudgement: String, Hashable, Sendable, CaseIterable {
  /// Article 3: what the promotion organisation furthers.
  case promoterFunction = "promoter-function"
  /// Article 3: how it operates and how its finances are.
  case promoterOperations = "promoter-operations"
  /// Articles 3 and 6(5): its structure and its rules.
  case promoterGovernance = "promoter-governance"
  /// Article 6(1): whether the leading industry is advanced manufacturing.
  case clusterIndustry = "cluster-industry"
  /// Article 6(1): how concentrated strong enterprises are, and where they lead.
  case clusterDirection = "cluster-direction"
  /// Article 6(2): layout, scale, chains and supply.
  case clusterAgglomeration = "cluster-agglomeration"
  /// Article 6(3): what leading enterprises do for the chain.
  case clusterChain = "cluster-chain"
  /// Article 6(3): local supply.
  case clusterLocalSupply = "cluster-local-supply"
  /// Article 6(4): division of labour along the chains.
  case clusterCollaboration = "cluster-collaboration"
  /// Article 6(4): results of joint innovation.
  case clusterInnovation = "cluster-innovation"
  /// Article 6(5): what the promotion organisation is able to do.
  case promoterCapability = "promoter-capability"
  /// Article 6(6): openness and cooperation.
  case clusterOpenness = "cluster-openness"
  /// Article 11: the action plan, at a review.
  case clusterActionPlan = "cluster-action-plan"
}

/// The statements, one for each judgement on which something is said.
public struct ClusterStatements: Hashable, Sendable {
  private var values: [ClusterJudgement: Statement] = [:]

  /// No statement.
  public init() {}

  /// The statement on a judgement.
  public subscript(judgement: ClusterJudgement) -> Statement? {
    get { values[judgement] }
    set { values[judgement] = newValue }
  }
}
