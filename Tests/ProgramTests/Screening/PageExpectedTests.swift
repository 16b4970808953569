// The page is kept whole in files too, to be compared byte for byte and opened in a browser.
//
// JLCHECK_RECORD=1 writes the expected pages anew; read the difference, and look, before it is kept.

import Foundation
import Testing

@testable import Judging
@testable import Reports

struct PageExpectedTests {
  @Test(arguments: ["zh", "en"])
  func `is as expected`(language: String) throws {
    let (status, page) = IntakeBatch.run(.html, ["--lang", language, "--bureau", "changchun"])
    #expect(status == .unreadable)
    let file = ExpectedScreening.place.appending(path: "html/\(language).html")
    if ProcessInfo.processInfo.environment["JLCHECK_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(page).write(to: file)
    }
    let wanted = try [UInt8](Data(contentsOf: file))
    // To find out where long pages differ takes a test minutes; a tool for differences says it at once.
    let isSame = page == wanted
    #expect(isSame, "\(file.path()) differs; JLCHECK_RECORD=1 writes it anew")
  }
}
