// Annex 1, 6.2: stronger industrial chains count in favour.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 6.2: strengthening of chains.
  public static let bonusChainStrengthening = bonus(
    .chainStrengthening, item: 2,
    title: Wording(zh: "加分：强链补链", en: "Bonus: stronger chains"),
    rule: Wording(
      zh: "强链补链、关键技术攻关、科技产业金融一体化、重大装备和国产替代等，加分，分值未公布",
      en:
        "stronger chains, key technology, links of science and finance, major equipment, domestic "
        + "substitution; counts in favour, by points not published"))
}
