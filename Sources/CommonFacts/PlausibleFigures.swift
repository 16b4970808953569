// Figures outside of some limits are doubted; the limits are this program's, not those of regulations.

import Eligibility

/// The limits of what several programmes believe.
public enum PlausibleFigures {
  /// Shares lie between nothing and the whole.
  public static let shares = Decimal(0)...Decimal(100)
  /// Amounts of two years that differ by this factor leave the unit in doubt.
  public static let greatestJump = 1_000
}
