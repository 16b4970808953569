// Annex 1, 6.2: stronger industrial chains count in favour.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 6.2: strengthening of chains.
  public static let bonusChainStrengthening = bonus(
    .chainStrengthening, item: 2,
    title: Wording(zh: "加分：强链补链", en: "Bonus: stronger chains"),
    rule: Wording(
      zh: "强链补链、“卡脖子”技术攻关、“科技产业金融一体化”专项、大国重器和国产化替代等，予以加分；分值未公布",
      en:
        "stronger chains, key technology, links of science and finance, major equipment, domestic "
        + "substitution; counts in favour, but no points are published"))
}
