// The program as a whole: a command line and a world in, text and a status out.

import Eligibility
import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging
@testable import Reports

struct RunTests {
  @Test func `faults go to standard error with status64`() {
    let world = World()
    #expect(run(world.environment("check", "--formt", "x", "--strict=1")) == .usage)
    #expect(world.output.isEmpty)
    let lines = world.error.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasPrefix("jlcheck: ") })
    #expect(lines.first == #"jlcheck: there is no flag “--formt”; did you mean --format?"#)
    #expect(lines.last == "jlcheck: usage: jlcheck check --help")
  }

  @Test func `faults speak the language asked for`() {
    let world = World()
    #expect(run(world.environment("chek", "--lang", "zh")) == .usage)
    #expect(world.error.contains("是不是要写 check？"))
    let other = World()
    #expect(run(other.environment("chek", variables: ["LANG": "zh_CN.UTF-8"])) == .usage)
    #expect(other.error == world.error)
  }

  @Test func `help goes to standard output`() {
    let world = World()
    #expect(run(world.environment("help", "check")) == .success)
    #expect(world.output == Help(language: .en, width: 80).text(on: Command.check))
    #expect(world.error.isEmpty)
    let general = World()
    #expect(run(general.environment("--help", "--lang=zh")) == .success)
    #expect(general.output == Help(language: .zh, width: 80).text())
  }

  @Test(arguments: [(nil, 80), (10, 40), (60, 60), (300, 100)])
  func `help fits the terminal`(columns: Int?, width: Int) {
    let world = World()
    _ = run(world.environment("help", columns: columns))
    #expect(world.output == Help(language: .en, width: width).text())
  }

  @Test func `version`() {
    let world = World()
    #expect(run(world.environment("--version")) == .success)
    #expect(world.output == "jlcheck \(Version.current)\n")
  }

  @Test(arguments: [
    ("en", "jlcheck screen takes whole folders"), ("zh", "整个文件夹用 jlcheck screen 核对"),
  ])
  func `a folder is for screen`(language: String, advice: String) {
    let world = World()
    var environment = world.environment("check", "in", "--lang", language)
    environment.read = { _, _ in .failure(.isDirectory) }
    #expect(run(environment) == .unreadable)
    #expect(world.error.hasPrefix("jlcheck: in: ") && world.error.contains(advice))
  }

  @Test func `completions go where they are wanted`() {
    let world = World()
    #expect(run(world.environment("completions", "bash", "-o", "c.bash")) == .success)
    #expect(world.output.isEmpty)
    #expect(world.written == ["c.bash": Completions.script(for: .bash, in: .en)])
  }

  @Test func `a broken pipe ends quietly`() {
    let world = World()
    #expect(run(world.environment("--help", outputResult: .brokenPipe)) == .success)
    #expect(world.error.isEmpty)
  }

  @Test func `output that cannot be written is said`() {
    let world = World()
    #expect(run(world.environment("--help", outputResult: .failed("disk full"))) == .unwritable)
    #expect(world.error == "jlcheck: standard output cannot be written: disk full\n")
    let file = World()
    #expect(
      run(file.environment("completions", "zsh", "-o", "a\u{1B}b", fileResult: .failed("no")))
        == .unwritable)
    #expect(file.error == "jlcheck: “a\\u{1B}b” cannot be written: no\n")
  }

  @Test func `nothing is asked of the world without need`() {
    let world = World()
    _ = run(world.environment("--version", variables: ["LC_ALL": "C"]))
    #expect(world.questions == ["LC_ALL"])
  }
}

struct DeliveryTests {
  @Test func `the status is the commands where the report arrives`() {
    let world = World()
    let options = Options(
      programmes: .tested, usualFormat: .text, language: .en)
    let status = world.environment().deliver(for: options, ending: .ineligible) { _ in
      Array("text".utf8)
    }
    #expect(status == .ineligible)
    #expect(world.output == "text")
  }

  @Test func `quiet silences standard output only`() {
    let world = World()
    var options = Options(
      programmes: .tested, usualFormat: .text, language: .en)
    options.verbosity = .statusOnly
    options.targetFlags = [.format(.text), .format(.json), .output(.file("r"))]
    let status = world.environment().deliver(for: options, ending: .malformed) { target in
      Array(target.format.rawValue.utf8)
    }
    #expect(status == .malformed)
    #expect(world.output.isEmpty)
    #expect(world.written == ["r": "json"])
  }

  @Test func `a failure outranks the verdict`() {
    let world = World()
    let options = Options(
      programmes: .tested, usualFormat: .text, language: .en)
    let full = world.environment(outputResult: .failed("full"))
    #expect(full.deliver(for: options, ending: .undetermined) { _ in [65] } == .unwritable)
    let gone = world.environment(outputResult: .brokenPipe)
    #expect(gone.deliver(for: options, ending: .undetermined) { _ in [65] } == .undetermined)
  }

  @Test func `every report is written though one cannot be`() {
    let world = World()
    var options = Options(
      programmes: .tested, usualFormat: .text, language: .en)
    options.targetFlags = [.format(.text), .format(.json), .output(.file("r"))]
    let full = world.environment(outputResult: .failed("full"))
    #expect(full.deliver(for: options, ending: .eligible) { _ in [65] } == .unwritable)
    #expect(world.written == ["r": "A"])
  }

  @Test func `sources are read`() {
    let environment = World().environment(files: ["a": "text"])
    #expect(environment.read(Source("a")) == .success(Array("text".utf8)))
    #expect(environment.read(Source("b")) == .failure(.absent))
    #expect(environment.read(Source("-")) == .success(Array("standard input".utf8)))
  }
}

struct PreferencesTests {
  @Test(arguments: [
    ([:], Language.en),
    (["LANG": "zh_CN.UTF-8"], .zh),
    (["LANG": "ZH"], .zh),
    (["LANG": "de_DE.UTF-8"], .en),
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .en),
    (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"], .zh),
    (["LC_MESSAGES": "zh_TW", "LANG": "en_US"], .zh),
    (["LC_ALL": "zh_CN", "LC_MESSAGES": "en_US", "LANG": "en_US"], .zh),
  ])
  func `language`(variables: [String: String], expected: Language) {
    #expect(World().environment(variables: variables).preferredLanguage == expected)
  }

  @Test(arguments: [
    (ColorMode.auto, [:], true, Destination.standardOutput, Coloring.colored),
    (.auto, ["NO_COLOR": ""], true, .standardOutput, .colored),
    (.auto, ["NO_COLOR": "1"], true, .standardOutput, .plain),
    (.auto, ["TERM": "dumb"], true, .standardOutput, .plain),
    (.auto, ["TERM": "xterm"], true, .standardOutput, .colored),
    (.auto, [:], false, .standardOutput, .plain),
    (.auto, [:], true, .file("r"), .plain),
    (.always, ["NO_COLOR": "1", "TERM": "dumb"], false, .file("r"), .colored),
    (.never, [:], true, .standardOutput, .plain),
  ])
  func `color`(
    mode: ColorMode, variables: [String: String], isTerminal: Bool, destination: Destination,
    expected: Coloring
  ) {
    let environment = World().environment(
      variables: variables, terminal: isTerminal ? [.output] : [.error])
    #expect(environment.coloring(for: destination, mode) == expected)
  }

  @Test func `a file is always of the usual width`() {
    #expect(World().environment(columns: 66).width(for: .standardOutput) == 66)
    #expect(World().environment(columns: 66).width(for: .file("r")) == 80)
  }
}
