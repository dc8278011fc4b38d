// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 language mode (the tools version's default), no warning tolerated.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Whatever is measured is the castplan beside this folder, through its public names.
let casting: Target.Dependency = .product(name: "Casting", package: "castplan")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "castplan", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Times the core of scoring on vectors in memory.
    .executableTarget(
      name: "scoring-bench",
      dependencies: [casting, arguments, .product(name: "Tables", package: "castplan")],
      path: "Sources/ScoringBench", swiftSettings: strict),
    // Times the reading of tables.
    .executableTarget(
      name: "reading-bench", dependencies: [casting, arguments],
      path: "Sources/ReadingBench", swiftSettings: strict),
    // Times what-ifs on a campaign held in memory, beside solving from nothing.
    .executableTarget(
      name: "what-if-bench", dependencies: [casting, arguments],
      path: "Sources/WhatIfBench", swiftSettings: strict),
  ]
)
