// What a report or a form shows of a member must lead to its explanation, whichever way it is written.

import Testing

@testable import Judging

struct ExplainTests {
  private func explained(_ name: String) -> String {
    Fixture.run(["explain", name, "--lang", "zh"]).output
  }

  /// Places are copied from reports, where items have numbers.
  @Test(arguments: [
    ("/figures/years/0/mainBusinessRevenue", "/figures/years/*/mainBusinessRevenue"),
    ("/incidents/12/grade", "/incidents/*/grade"), ("/recognitions", "/recognitions"),
  ])
  func `a place with a number is of its list`(place: String, template: String) {
    #expect(explained(place).contains("  " + template + "\n"))
  }

  /// What a container holds is said, not only that it is one.
  @Test(arguments: [
    ("/recognitions", "validUntil"), ("/enterprise", "creditCode"), ("/statements/culture", "text"),
  ])
  func `a container names its members`(place: String, member: String) {
    #expect(explained(place).contains("内容"))
    #expect(explained(place).contains(member + "  "))
  }

  /// Who has a file before him sees the name of a member and not its place.
  @Test func `a member is found by its name`() {
    #expect(explained("noveltyGrounds").contains("  /product/noveltyGrounds\n"))
    let levels = explained("level")
    #expect(levels.contains("  /innovation/standards/*/level\n"))
    #expect(levels.contains("  /talent/programmes/*/level\n"))
    // A certificate is both a member and what others are called.
    #expect(explained("certificate").contains("  /certificate\n"))
  }

  @Test func `evidence is not called useless`() {
    #expect(explained("/enterprise/licence").contains("证明材料，不参与判断"))
    #expect(explained("/bureau").contains("写入报告"))
  }

  @Test func `a name that nothing bears leads to the lists`() {
    let run = Fixture.run(["explain", "驾驶执照号", "--lang", "zh"])
    #expect(run.error.contains("没有“驾驶执照号”这一标准或填报项"))
    #expect(run.error.contains("jlcheck criteria"))
  }
}
