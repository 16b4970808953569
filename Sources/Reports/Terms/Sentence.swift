// Reasons become sentences here, and only here: values are written the way each language writes them.

import Eligibility
import HostSystem
import Judging

extension Reason {
  /// What is the case, as a sentence.
  public func says(in language: Language) -> String { filled(message.says, in: language) }

  /// What would mend it, as a sentence.
  public func mend(in language: Language) -> String? {
    message.mend.map { filled($0, in: language) }
  }

  /// A pattern with its values in place of the names in braces.
  private func filled(_ pattern: Wording, in language: Language) -> String {
    let sentence = pattern[language]
    if !sentence.hasByte(where: { $0 == UInt8(ascii: "{") }) { return sentence }
    let pattern = Array(sentence.utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * pattern.count)
    var rest = pattern[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      text += rest[..<open]
      let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
      if let number = values.entries.firstIndex(where: { $0.name == name }) {
        text += values.entries[number].quantity.written(in: language).utf8
      } else {
        // Braces that name no value are themselves.
        text += rest[open...close]
      }
      rest = rest[(close + 1)...]
    }
    text += rest
    return String(decoding: text, as: UTF8.self)
  }
}

extension Finding {
  /// What would change the outcome; where facts are missing, which.
  public func mend(in language: Language, _ programme: Programme) -> String? {
    guard outcome == .unmet || outcome == .undetermined else { return nil }
    if missing.isEmpty { return reason.mend(in: language) }
    var labels = missing.listed.map { programme.label(of: $0, in: language) }
    if missing.unlisted > 0 { labels.append(Listing.more(missing.unlisted)[language]) }
    let facts = labels.joined(by: Wording(zh: "；", en: "; ")[language])
    let supply = Wording(zh: "补充：\(facts)", en: "supply: \(facts)")[language]
    guard reason.message != .missing, let mend = reason.mend(in: language) else { return supply }
    return mend + Wording(zh: "（\(supply)）", en: " (\(supply))")[language]
  }
}

extension Quantity {
  /// The value as a report writes it; texts of applicants are made harmless.
  public func written(in language: Language) -> String {
    switch self {
    case .count(let number): String(number)
    case .year(let year): String(year)
    case .years(let number):
      language == .zh ? "\(number) 年" : number == 1 ? "1 year" : "\(number) years"
    case .days(let number):
      language == .zh ? "\(number) 天" : number == 1 ? "1 day" : "\(number) days"
    case .places(let number):
      language == .zh ? "\(number) 位" : number == 1 ? "1 place" : "\(number) places"
    case .rank(let rank): language == .zh ? "第 \(rank) 位" : Quantity.ordinal(rank)
    case .day(let day): day.description
    case .date(let date): date.wording[language]
    case .money(let money): money.written(in: language)
    case .moneyInWords(let money): money.inWords(in: language)
    case .ratio(let ratio): ratio.written(sign: "")
    case .change(let ratio): ratio.written(sign: ratio.numerator > 0 ? "+" : "")
    case .number(let number): number.digits
    case .digits(let digits): digits
    case .text(let text): text.sanitized()
    case .term(let term): term[language]
    case .list(let items): Quantity.written(items, in: language)
    case .reason(let reason): reason.says(in: language)
    }
  }
}

extension Quantity {
  /// A surplus without its sign: what falls short, as the amount that is lacking.
  public var magnitude: Quantity {
    switch self {
    case .count(let number): .count(abs(number))
    case .days(let number): .days(abs(number))
    case .places(let number): .places(abs(number))
    case .years(let number): .years(abs(number))
    case .money(let money): .money(money.magnitude)
    case .digits(let digits) where digits.hasPrefix("-"): .digits(String(digits.dropFirst()))
    default: self
    }
  }
}

extension Margin {
  /// What is required: `不低于 60,000.00 万元`, `5th or better`.
  func requirement(in language: Language) -> String {
    let limit = threshold.written(in: language)
    let wording =
      switch (threshold, bound) {
      case (.rank(1), _): Wording(zh: limit, en: limit)
      case (.rank(let place), _): Wording(zh: "前 \(place) 位", en: "\(limit) or better")
      case (.day, .atMost), (.date, .atMost): Wording(zh: "不晚于 \(limit)", en: "by \(limit)")
      case (_, .atLeast): Wording(zh: "不低于 \(limit)", en: "at least \(limit)")
      case (_, .atMost): Wording(zh: "不高于 \(limit)", en: "at most \(limit)")
      case (_, .above): Wording(zh: "高于 \(limit)", en: "above \(limit)")
      }
    return wording[language]
  }

  /// How far the value lies from the threshold.
  func distance(in language: Language) -> String {
    let size = surplus.magnitude.written(in: language)
    return switch surplus.side {
    case .less: Wording(zh: "差 \(size)", en: "\(size) short")[language]
    case .equal where bound == .above: Wording(zh: "相等", en: "equal to it")[language]
    case .equal: Wording(zh: "恰好达到", en: "exactly at it")[language]
    case .greater: Wording(zh: "富余 \(size)", en: "\(size) to spare")[language]
    }
  }
}

extension Quantity {
  /// On which side of zero a surplus lies.
  enum Side: String {
    case less = "short"
    case equal = "exact"
    case greater = "ample"
  }

  /// On which side of zero a surplus lies.
  var side: Side {
    switch self {
    case .count(let number), .days(let number), .places(let number), .years(let number):
      number < 0 ? .less : number == 0 ? .equal : .greater
    case .money(let money): money < .zero ? .less : money == .zero ? .equal : .greater
    case .digits(let digits):
      digits.hasPrefix("-")
        ? .less : digits.utf8.allSatisfy { [0x2E, 0x30].contains($0) } ? .equal : .greater
    default: .equal
    }
  }
}

extension Quantity {
  /// The first values of a list, and how many more there are; sentences are set apart more clearly.
  private static func written(_ items: [Quantity], in language: Language) -> String {
    var words = items.listed.map { $0.written(in: language) }
    if items.unlisted > 0 { words.append(Listing.more(items.unlisted)[language]) }
    if case .reason? = items.first { return words.joined(by: language == .zh ? "；" : "; ") }
    return words.joined(by: language == .zh ? "、" : ", ")
  }

  /// A rank in English: `1st`, `2nd`, `11th`.
  fileprivate static func ordinal(_ rank: Int) -> String {
    let suffix =
      switch (rank % 10, rank % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(rank)\(suffix)"
  }
}

extension Money {
  /// Every digit of the amount: in Chinese in 万元, in English in yuan.
  func written(in language: Language) -> String {
    switch language {
    // Less than one 万元 would be nothing but zeros behind the point.
    case .zh where self != .zero && magnitude < Money(yuan: 10_000):
      digits(in: .yuan, fractionDigits: 2) + " 元"
    case .zh: Money.grouped(digits(in: .tenThousandYuan, fractionDigits: 2)) + " 万元"
    case .en:
      (fen < 0 ? "-" : "") + "¥" + Money.grouped(magnitude.digits(in: .yuan, fractionDigits: 2))
    }
  }

  /// Every digit of the amount, with the words for its orders of magnitude: `2万1000亿元`,
  /// `2 trillion 100 billion yuan`.
  func inWords(in language: Language) -> String {
    let (yuan, fen) = magnitude.fen.quotientAndRemainder(dividingBy: 100)
    // Below a hundred million, words with a rest are harder to read than digits.
    if language == .zh, yuan < 100_000_000, yuan % 10_000 != 0, yuan > 10_000 {
      return Money.grouped(digits(in: .yuan)) + " 元"
    }
    let steps: [(size: Int128, word: String)] =
      switch language {
      case .zh: [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万")]
      case .en:
        [
          (1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million"),
          (1_000, " thousand"),
        ]
      }
    var parts: [String] = []
    var rest = yuan
    for step in steps where rest >= step.size {
      parts.append("\(rest / step.size)\(step.word)")
      rest %= step.size
    }
    if rest > 0 || fen > 0 || parts.isEmpty {
      // What is left fits any whole number: it is less than the smallest step.
      parts.append(Money(fen: Int64(rest) * 100 + Int64(fen)).digits(in: .yuan))
    }
    let sign = self < .zero ? Wording(zh: "负", en: "minus ")[language] : ""
    return switch language {
    case .zh: sign + parts.joined() + "元"
    case .en: sign + parts.joined(separator: " ") + " yuan"
    }
  }

  /// Digits with a comma between each three before the point.
  private static func grouped(_ digits: String) -> String {
    let bytes = Array(digits.utf8)
    let start = bytes.first == UInt8(ascii: "-") ? 1 : 0
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    var grouped: [UInt8] = []
    grouped.reserveCapacity(2 * bytes.count)
    for (place, byte) in bytes.enumerated() {
      if place > start, place < point, (point - place) % 3 == 0 {
        grouped.append(UInt8(ascii: ","))
      }
      grouped.append(byte)
    }
    return String(decoding: grouped, as: UTF8.self)
  }
}

extension Ratio {
  /// The percentage to two decimals, marked where it is rounded.
  fileprivate func written(sign: String) -> String {
    let (digits, isExact) = percent
    return (isExact ? "" : "≈") + sign + digits + "%"
  }
}
