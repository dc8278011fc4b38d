// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode (the tools version's default), no warning tolerated.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Of tests that run the program or read what it wrote: optimising them takes longer than it saves.
let plain: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"])]

// Layers, lowest first; `LayeringTests` proves that no target imports upwards.
let package = Package(
  name: "castplan",
  products: [
    .executable(name: "castplan", targets: ["castplan"]),
    .library(
      name: "Casting",
      targets: ["Casting", "CastingPlanning", "CastingReview", "CastingFiles", "CastingReports"]),
    .library(name: "Allocation", targets: ["Allocation"]),
    .library(name: "Tables", targets: ["Tables"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // 0 system
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    // Inner loops in C, for instructions that Swift has no word for.
    .target(name: "CVectorKernels", cSettings: [.treatAllWarnings(as: .error)]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // 1 engines: nothing here has heard of an influencer
    .target(
      name: "LinearAlgebra", dependencies: ["COpenBLAS", "CVectorKernels"], swiftSettings: strict),
    .target(
      name: "Tables",
      dependencies: ["CCrypto", "CZlib", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Allocation",
      dependencies: [
        "LinearAlgebra", .product(name: "HeapModule", package: "swift-collections"),
      ],
      exclude: ["README.md", "DECISIONS.md"], swiftSettings: strict),

    // Checks plans and bounds, and shares nothing with the solver but the problem.
    .target(name: "AllocationAudit", dependencies: ["Allocation"], swiftSettings: strict),

    // 2 domain: what deals come to, then what is planned with them
    .target(
      name: "Casting",
      dependencies: [
        "LinearAlgebra", .product(name: "HeapModule", package: "swift-collections"),
      ],
      resources: [.embedInCode("Affinity/niches.tsv")], swiftSettings: strict),
    .target(name: "CastingReview", dependencies: ["Casting"], swiftSettings: strict),
    .target(
      name: "CastingSynthetic", dependencies: ["Casting", "LinearAlgebra"], swiftSettings: strict),
    .target(
      name: "CastingPlanning",
      dependencies: [
        "Casting", "Allocation", "AllocationAudit", "LinearAlgebra",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: strict),

    // 3 edges
    .target(
      name: "CastingFiles",
      dependencies: [
        "Casting", "CastingPlanning", "CastingReview", "LinearAlgebra", "Tables",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "CastingReports",
      dependencies: [
        "Casting", "CastingPlanning", "CastingReview", "CastingFiles", "Tables", "CXLSXWriter",
      ],
      swiftSettings: strict),

    // 4 front end
    .executableTarget(
      name: "castplan",
      dependencies: [
        "Casting", "CastingPlanning", "CastingSynthetic", "CastingFiles", "CastingReports",
        "Tables",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What a library user writes: it sees public names alone, as another package does.
    .executableTarget(
      name: "plan-from-code", dependencies: ["Allocation", "Casting", "CastingPlanning"],
      path: "Examples/PlanFromCode", packageAccess: false, swiftSettings: strict),

    // Tests mirror targets.
    .target(
      name: "AllocationTestSupport", dependencies: ["Allocation", "LinearAlgebra"],
      path: "Tests/AllocationTestSupport", swiftSettings: strict),
    .testTarget(
      name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"], swiftSettings: strict),
    .target(
      name: "TableTestSupport",
      dependencies: ["CZlib", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Tests/TableTestSupport", swiftSettings: strict),
    // Gives damaged inputs to every reader: `make fuzz`.
    .executableTarget(
      name: "reader-fuzz",
      dependencies: [
        "Casting", "CastingFiles", "CastingReports", "TableTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/ReaderFuzz", swiftSettings: strict),
    // Looks for plans worth more than reported bounds: `make bound-hunt`.
    .executableTarget(
      name: "bound-hunt",
      dependencies: [
        "Allocation", "AllocationTestSupport", "LinearAlgebra",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/BoundHunt", swiftSettings: strict),
    // Plans by lazy greedy over the solver's own problem: the peer of `castplan optimize` in `make benchmarks`.
    .executableTarget(
      name: "celf-peer",
      dependencies: [
        "Allocation", "CastingFiles", "CastingPlanning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      path: "Tests/CELFPeer", swiftSettings: strict),
    .testTarget(
      name: "TablesTests",
      dependencies: [
        "Tables", "TableTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AllocationTests",
      dependencies: ["Allocation", "AllocationTestSupport", "LinearAlgebra"],
      swiftSettings: strict),
    .testTarget(
      name: "AllocationAuditTests",
      dependencies: ["AllocationAudit", "Allocation", "AllocationTestSupport"],
      swiftSettings: strict),
    .target(
      name: "CastingTestSupport",
      dependencies: ["Casting", "CastingPlanning", "Allocation", "AllocationTestSupport"],
      path: "Tests/CastingTestSupport", swiftSettings: strict),
    .testTarget(
      name: "CastingTests",
      dependencies: ["Casting", "CastingTestSupport", "AllocationTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CastingReviewTests",
      dependencies: ["CastingReview", "Casting", "CastingTestSupport", "AllocationTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CastingSyntheticTests", dependencies: ["CastingSynthetic", "Casting"],
      swiftSettings: strict),
    .testTarget(
      name: "CastingPlanningTests",
      dependencies: [
        "CastingPlanning", "Casting", "Allocation", "AllocationAudit", "CastingReports",
        "CastingTestSupport",
        "AllocationTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CastingFilesTests",
      dependencies: [
        "CastingFiles", "Casting", "CastingPlanning", "CastingReview", "CastingSynthetic",
        "CastingReports", "Tables", "CastingTestSupport", "TableTestSupport",
      ],
      exclude: ["Goldens"], swiftSettings: plain),
    .testTarget(
      name: "CastingReportsTests",
      dependencies: [
        "CastingReports", "CastingFiles", "Casting", "CastingPlanning", "CastingReview", "Tables",
        "TableTestSupport",
      ],
      exclude: ["Goldens"], swiftSettings: plain),
    .testTarget(
      name: "castplanTests",
      dependencies: [
        "castplan", "plan-from-code", "reader-fuzz", "TableTestSupport",
        .product(name: "Yams", package: "Yams"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Goldens"], swiftSettings: plain),
  ]
)
