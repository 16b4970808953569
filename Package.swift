// swift-tools-version: 6.2
// The package's parts and the one direction in which they depend on one another.
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// What one target's functions do is known to the others, so that generic ones are made for their types.
let fast: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
]

let package = Package(
  name: "jlcheck",
  products: [
    .library(name: "ChampionRules", targets: ["Eligibility", "CommonFacts", "ChampionRules"]),
    // For a programme of one's own: rules, the form of applications, and all commands and reports.
    .library(name: "Eligibility", targets: ["Eligibility", "Judging", "Commands"]),
    // The same at a command line, apart because a page has none.
    .library(name: "PosixSystem", targets: ["PosixSystem"]),
    .executable(name: "jlcheck", targets: ["jlcheck"]),
  ],
  targets: [
    .target(name: "Eligibility", swiftSettings: strict),
    .target(name: "LocatedJSON", swiftSettings: strict),
    .target(name: "CommonFacts", dependencies: ["Eligibility"], swiftSettings: strict),
    .target(
      name: "ChampionRules", dependencies: ["Eligibility", "CommonFacts"], swiftSettings: strict),
    .target(
      name: "ClusterRules", dependencies: ["Eligibility", "CommonFacts"], swiftSettings: strict),
    .target(
      name: "LittleGiantRules", dependencies: ["Eligibility", "CommonFacts"], swiftSettings: strict),
    .target(
      name: "PlatformRules", dependencies: ["Eligibility", "CommonFacts"], swiftSettings: strict),
    .target(
      name: "HostSystem",
      dependencies: ["Eligibility", "LocatedJSON"],
      swiftSettings: strict + fast
    ),
    .target(
      name: "Judging",
      dependencies: ["Eligibility", "LocatedJSON", "HostSystem"],
      swiftSettings: strict + fast
    ),
    .target(
      name: "Reports",
      dependencies: ["Eligibility", "LocatedJSON", "HostSystem", "Judging"],
      resources: [
        .embedInCode("Application/Page/plan.js"),
        .embedInCode("Application/Page/report.css"),
        .embedInCode("Application/Page/report.html"),
        .embedInCode("Application/Page/report.js"),
        .embedInCode("Application/Page/switch.js"),
        .embedInCode("Catalogue/Schemas/comparison.schema.json"),
        .embedInCode("Catalogue/Schemas/plan.schema.json"),
        .embedInCode("Catalogue/Schemas/quantity.json"),
        .embedInCode("Catalogue/Schemas/report.schema.json"),
      ],
      swiftSettings: strict + fast
    ),
    .target(
      name: "Batch",
      dependencies: ["Eligibility", "LocatedJSON", "HostSystem", "Judging", "Reports"],
      swiftSettings: strict + fast
    ),
    .target(
      name: "Expectations",
      dependencies: ["Eligibility", "LocatedJSON", "HostSystem", "Judging", "Reports", "Batch"],
      swiftSettings: strict + fast
    ),
    .target(
      name: "BatchReports",
      dependencies: [
        "Eligibility", "LocatedJSON", "HostSystem", "Judging", "Reports", "Batch", "Expectations",
      ],
      resources: [
        .embedInCode("Page/batch.css"),
        .embedInCode("Page/batch.js"),
        .embedInCode("Page/page.html"),
        .embedInCode("Page/page.js"),
        .embedInCode("Schemas/screening-line.schema.json"),
        .embedInCode("Schemas/screening.schema.json"),
        .embedInCode("Schemas/status.schema.json"),
        .embedInCode("Schemas/test.schema.json"),
        .embedInCode("Titles/register.css"),
        .embedInCode("Titles/register.html"),
      ],
      swiftSettings: strict + fast
    ),
    .target(
      name: "Programmes",
      dependencies: [
        "Eligibility", "CommonFacts", "ChampionRules", "ClusterRules", "LittleGiantRules",
        "PlatformRules", "Judging",
      ],
      resources: [
        .embedInCode("Champion/example.json"), .embedInCode("Cluster/cluster.json"),
        .embedInCode("LittleGiant/little-giant.json"), .embedInCode("Platform/platform.json"),
        .embedInCode("ChampionHolder/champion-holder.json"),
        .embedInCode("ClusterHolder/cluster-holder.json"),
      ],
      swiftSettings: strict + fast
    ),
    .target(
      name: "Commands",
      dependencies: [
        "Eligibility", "HostSystem", "Judging", "Reports", "Batch", "Expectations", "BatchReports",
      ],
      swiftSettings: strict + fast
    ),
    .target(
      name: "PosixSystem", dependencies: ["HostSystem", "Judging"], swiftSettings: strict + fast),
    .executableTarget(
      name: "jlcheck",
      dependencies: ["Commands", "PosixSystem", "Programmes"],
      swiftSettings: strict,
      // Nobody looks up a symbol of the program, yet each start walks over all that it exports.
      linkerSettings: [
        .unsafeFlags(["-Xlinker", "--no-export-dynamic"], .when(platforms: [.linux]))
      ]
    ),
    .testTarget(name: "EligibilityTests", dependencies: ["Eligibility"], swiftSettings: strict),
    .testTarget(name: "LocatedJSONTests", dependencies: ["LocatedJSON"], swiftSettings: strict),
    .testTarget(
      name: "ChampionRulesTests",
      dependencies: ["ChampionRules", "CommonFacts", "Eligibility"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ClusterRulesTests",
      dependencies: ["ClusterRules", "CommonFacts", "Eligibility"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LittleGiantRulesTests",
      dependencies: ["LittleGiantRules", "CommonFacts", "Eligibility"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PlatformRulesTests",
      dependencies: ["PlatformRules", "CommonFacts", "Eligibility"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Eligibility", "LocatedJSON", "CommonFacts", "ChampionRules", "HostSystem", "Judging",
        "Reports",
        "Batch", "Expectations", "BatchReports", "Programmes", "Commands",
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "jlcheckTests", dependencies: ["jlcheck"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The program as a module for browsers, for which the script that makes the page builds it: another
// system has no use for it.
if Context.environment["JLCHECK_FOR_BROWSERS"] != nil {
  package.targets += [
    .target(name: "BrowserRuntime"),
    .target(
      name: "BrowserModule",
      dependencies: ["BrowserRuntime", "Commands", "HostSystem", "Judging"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "browser",
      dependencies: ["BrowserModule", "Programmes"],
      exclude: ["Page", "build.py"],
      swiftSettings: strict
    ),
  ]
  package.products.append(.library(name: "BrowserModule", targets: ["BrowserModule"]))
}

// What gives the program bytes of a fuzzer's making, for which the script that runs it builds it: it has no
// function to begin with but the fuzzer's.
if Context.environment["JLCHECK_FOR_FUZZING"] != nil {
  package.targets += [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Eligibility", "LocatedJSON", "HostSystem", "Judging", "Reports", "Programmes", "Commands",
      ],
      path: "Tests/Fuzzing",
      exclude: ["against_python.py", "fuzz.py"],
      swiftSettings: strict
    )
  ]
}
