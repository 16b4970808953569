// Dates are kept where people look: in a calendar that reminds them.

import Eligibility
import HostSystem
import Judging
import Reports

/// Writes what is to come as a calendar (RFC 5545), an event of a whole day for each date.
///
/// Days without a time are the same in every time zone, so they are those of China. An event's identifier stays
/// the same from run to run, so that importing a calendar again moves events and adds none.
struct StatusCalendar {
  let words: RegisterWords

  private var language: Language { words.language }

  /// The calendar; `nil` where nothing is to come, since one without events is not allowed.
  func bytes(_ register: TitleRegister) -> [UInt8]? {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//\(Program.name)//\(Program.name) \(Version.current)//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", text: RegisterWords.title[language])
    lines.add("X-WR-TIMEZONE", "Asia/Shanghai")
    var written: Set<String> = []
    for owed in register.dates {
      guard let today = owed.report.header.filingDate, let day = owed.date.event(on: today) else {
        continue
      }
      let identifier = identifier(of: owed)
      // The same entry twice in a history is one event.
      if !written.insert(identifier).inserted { continue }
      write(owed, identifier, on: day, asOf: today, to: &lines)
    }
    lines.add("END", "VCALENDAR")
    return written.isEmpty ? nil : lines.bytes
  }

  private func write(
    _ owed: TitleRegister.OwedDate, _ identifier: String, on day: Day, asOf today: Day,
    to lines: inout ContentLines
  ) {
    let (date, report) = (owed.date, owed.report)
    let duty = words.title(of: date, report.programme)
    let clause = words.clause(of: date, report.programme)
    let who = words.owner(of: owed)
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", identifier + "@" + Program.name)
    // The library reads no clock: a calendar is as of the day for which it was asked, midnight in China.
    lines.add("DTSTAMP", today.previous.digits + "T160000Z")
    lines.add("DTSTART;VALUE=DATE", day.digits)
    if day.next > day { lines.add("DTEND;VALUE=DATE", day.next.digits) }
    lines.add("SUMMARY", text: duty + words.colon + who)
    let mend = date.reason.mend(in: language).map { "\n" + $0 } ?? ""
    lines.add(
      "DESCRIPTION",
      text: date.reason.says(in: language) + mend + "\n" + clause + words.comma
        + report.edition.document)
    lines.add("TRANSP", "TRANSPARENT")
    for trigger in StatusCalendar.alarms {
      lines.add("BEGIN", "VALARM")
      lines.add("ACTION", "DISPLAY")
      lines.add("DESCRIPTION", text: duty + words.colon + who)
      lines.add("TRIGGER", trigger)
      lines.add("END", "VALARM")
    }
    lines.add("END", "VEVENT")
  }

  /// Nine in the morning, thirty days, seven days and one day before.
  private static let alarms = ["-P29DT15H", "-P6DT15H", "-PT15H"]

  /// What tells an event from all others: the title, the duty, and which of its dates.
  private func identifier(of owed: TitleRegister.OwedDate) -> String {
    let (date, header) = (owed.date, owed.report.header)
    let bureau = header.bureau.map { owed.report.programme.bureaus[$0].word } ?? ""
    let title =
      date.party == .bureau
      ? [bureau]
      : [header.creditCode?.text ?? header.enterprise ?? "", header.product ?? ""]
    let parts = [owed.report.programme.id] + title + [date.duty, date.key]
    return SHA256.hexadecimal(Array(parts.joined(separator: "\u{0}").utf8), bytes: 16)
  }
}

extension DueDate {
  /// The day on which a calendar shows it: the safe one, or a later one of another reading once that is over;
  /// `nil` where nothing of it is to come.
  fileprivate func event(on today: Day) -> Day? {
    guard isOutstanding else { return nil }
    return days.lower >= today ? days.lower : days.upper >= today ? days.upper : nil
  }
}

extension Day {
  /// The day as RFC 5545 writes it: `20260530`.
  fileprivate var digits: String { description.filter { $0 != "-" } }
}

/// The lines of a calendar, folded as RFC 5545 has them.
private struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a line whose value is no text of anybody's.
  mutating func add(_ name: String, _ value: String) { add(name, Array(value.utf8)) }

  /// Adds a line whose value is a text, with the signs escaped that would end or part it.
  mutating func add(_ name: String, text: String) {
    var value: [UInt8] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if number > 0 { value += Array("\\n".utf8) }
      for byte in line.utf8 {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
          value += [UInt8(ascii: "\\"), byte]
        default: value.append(byte)
        }
      }
    }
    add(name, value)
  }

  /// No line has more than 75 bytes, and none is broken inside a character.
  private mutating func add(_ name: String, _ value: [UInt8]) {
    let line = Array(name.utf8) + [UInt8(ascii: ":")] + value
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += line[start..<end] + [0x0D, 0x0A, UInt8(ascii: " ")]
      start = end
      room = 74
    }
    bytes += line[start...] + [0x0D, 0x0A]
  }
}
