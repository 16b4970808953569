// Every requirement stands somewhere in a regulation; a clause is that place, citable in both languages.

/// A place in a regulation.
public enum Clause: Hashable, Sendable {
  /// An article of the main text.
  case article(Int)
  /// A numbered point of an article.
  case point(article: Int, point: Int)
  /// A section of a text without articles.
  case section(Int)
  /// A numbered part of such a section, and perhaps one of its items.
  case part(section: Int, part: Int, item: Int?)
  /// A whole annex.
  case annex(Int)
  /// A numbered item of a section of an annex.
  case item(annex: Int, section: Int, item: Int)
  /// A numbered note of an annex.
  case note(annex: Int, note: Int)

  /// How the clause is cited in running text.
  public func citation(in language: Language) -> String {
    switch (self, language) {
    case (.article(let number), .zh): "第\(Clause.chinese(number))条"
    case (.article(let number), .en): "Article \(number)"
    case (.point(let article, let point), .zh):
      "第\(Clause.chinese(article))条（\(Clause.chinese(point))）"
    case (.point(let article, let point), .en): "Article \(article)(\(point))"
    case (.section(let number), .zh): "第\(Clause.chinese(number))部分"
    case (.section(let number), .en): "Section \(number)"
    case (.part(let section, let part, let item), .zh):
      "\(Clause.chinese(section))（\(Clause.chinese(part))）" + (item.map { String($0) } ?? "")
    case (.part(let section, let part, let item), .en):
      "Section \(section)(\(part))" + (item.map { String($0) } ?? "")
    case (.annex(let number), .zh): "附件\(number)"
    case (.annex(let number), .en): "Annex \(number)"
    case (.item(let annex, let section, let item), .zh):
      "附件\(annex) \(Clause.chinese(section)).\(item)"
    case (.item(let annex, let section, let item), .en): "Annex \(annex), \(section).\(item)"
    case (.note(let annex, let note), .zh): "附件\(annex)（\(Clause.chinese(note))）"
    case (.note(let annex, let note), .en): "Annex \(annex)(\(note))"
    }
  }

  /// A number from 1 to 99 in Chinese numerals, as articles and sections are numbered.
  static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10 % 10, number % 10)
    if tens == 0 { return digits[ones] }
    return (tens == 1 ? "" : digits[tens]) + "十" + digits[ones]
  }
}
