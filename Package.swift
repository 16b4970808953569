// swift-tools-version: 6.2
// The package's parts and the one direction in which they depend on one another.
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "jlcheck",
  products: [
    .library(name: "ChampionRules", targets: ["Eligibility", "ChampionRules"]),
    .executable(name: "jlcheck", targets: ["jlcheck"]),
  ],
  targets: [
    .target(name: "Eligibility", swiftSettings: strict),
    .target(name: "LocatedJSON", swiftSettings: strict),
    .target(name: "ChampionRules", dependencies: ["Eligibility"], swiftSettings: strict),
    .target(
      name: "CheckKit",
      dependencies: ["Eligibility", "ChampionRules", "LocatedJSON"],
      resources: [
        .embedInCode("Reports/Screening/Page/page.html"),
        .embedInCode("Reports/Screening/Page/page.css"),
        .embedInCode("Reports/Screening/Page/page.js"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "jlcheck",
      dependencies: ["CheckKit"],
      swiftSettings: strict,
      // Nobody looks up a symbol of the program, yet each start walks over all that it exports. Only
      // targets of the library have to do without such flags for other packages to depend on them.
      linkerSettings: [
        .unsafeFlags(["-Xlinker", "--no-export-dynamic"], .when(platforms: [.linux]))
      ]
    ),
    .testTarget(name: "EligibilityTests", dependencies: ["Eligibility"], swiftSettings: strict),
    .testTarget(name: "LocatedJSONTests", dependencies: ["LocatedJSON"], swiftSettings: strict),
    .testTarget(
      name: "ChampionRulesTests",
      dependencies: ["ChampionRules", "Eligibility"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CheckKitTests",
      dependencies: ["CheckKit", "ChampionRules", "Eligibility", "LocatedJSON"],
      swiftSettings: strict
    ),
    .testTarget(name: "jlcheckTests", dependencies: ["jlcheck"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
