// swift-tools-version: 6.2
// A programme of somebody else: an invented subsidy with five criteria, a program that knows it, and a page.
import PackageDescription

let package = Package(
  name: "subsidy",
  dependencies: [.package(name: "jlcheck", path: "../../..")],
  targets: [
    .target(
      name: "SubsidyRules", dependencies: [.product(name: "Eligibility", package: "jlcheck")]),
    .executableTarget(
      name: "subsidy",
      dependencies: ["SubsidyRules", .product(name: "PosixSystem", package: "jlcheck")]),
  ],
  swiftLanguageModes: [.v6]
)

// The page is built for another system, with what that one needs.
if Context.environment["JLCHECK_FOR_BROWSERS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "page",
      dependencies: ["SubsidyRules", .product(name: "BrowserModule", package: "jlcheck")]))
}
