// Facts that decide nothing but look wrong, or that somebody has to see to, are pointed out.

import CommonFacts
import Eligibility

/// The checks that look for slips, and what has to be seen to.
public enum GiantPlausibility {
  /// Everything to be pointed out about an application, in the order of its format.
  public static func notices(on application: GiantApplication) -> [Notice] { [] }
}
