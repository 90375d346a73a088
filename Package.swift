// swift-tools-version: 6.2
import PackageDescription

// Every target builds under the same rules: Swift 6 mode, explicit existentials, unsafe code marked, no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Binary searches by a predicate, which every step of the pipeline has.
let algorithms: Target.Dependency = .product(name: "Algorithms", package: "swift-algorithms")

let package = Package(
  name: "dau",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dau", targets: ["dau"]),
    .library(name: "DauText", targets: ["DauText"]),
    .library(name: "DauLanguage", targets: ["DauLanguage"]),
    .library(name: "DauRestore", targets: ["DauRestore"]),
    .library(name: "DauExtract", targets: ["DauExtract"]),
    .library(name: "DauArchive", targets: ["DauArchive"]),
    .library(name: "DauEval", targets: ["DauEval"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The pipeline, from the bytes up. Each target may import those above it only.
    .target(
      name: "CDauICU",
      cxxSettings: [],
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "DauText", dependencies: ["CDauICU", algorithms], swiftSettings: strict),
    .target(
      name: "DauRules",
      dependencies: [
        "DauText", .product(name: "Yams", package: "Yams"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "DauLanguage", dependencies: [algorithms], swiftSettings: strict),
    .target(
      name: "DauRestore",
      dependencies: [
        "DauText", "DauRules", "DauLanguage", algorithms, .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "DauExtract", dependencies: ["DauText", "DauRules", algorithms], swiftSettings: strict),
    .target(
      name: "DauIngest",
      dependencies: [
        "DauText", algorithms, .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "DauArchive",
      dependencies: [
        "DauText", "DauExtract", "DauRestore", "DauIngest", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "DauEval", dependencies: ["DauText", "DauRestore", "DauIngest", "DauArchive"], swiftSettings: strict),
    .executableTarget(
      name: "dau",
      dependencies: [
        "DauText", "DauRules", "DauLanguage", "DauRestore", "DauExtract", "DauIngest", "DauArchive",
        "DauEval", algorithms, .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "DauTestSupport", dependencies: ["DauText", "DauArchive"], path: "Tests/DauTestSupport",
      swiftSettings: strict),
    .testTarget(name: "DauTextTests", dependencies: ["DauText", "DauTestSupport"], swiftSettings: strict),
    .testTarget(name: "DauRulesTests", dependencies: ["DauRules", "DauTestSupport"], swiftSettings: strict),
    .testTarget(name: "DauLanguageTests", dependencies: ["DauLanguage", "DauTestSupport"], swiftSettings: strict),
    .testTarget(name: "DauRestoreTests", dependencies: ["DauRestore", "DauTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DauExtractTests", dependencies: ["DauExtract", "DauRules", "DauTestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(name: "DauIngestTests", dependencies: ["DauIngest", "DauTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DauArchiveTests",
      dependencies: [
        "DauArchive", "DauExtract", "DauIngest", "DauRules", "DauTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DauEvalTests", dependencies: ["DauEval", "DauRestore", "DauArchive", "DauTestSupport"],
      exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "DauCommandTests", dependencies: ["dau", "DauArchive", "DauTestSupport", "DauText"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// The fuzz targets have no main function, so that they are built only when 'make fuzz' asks for them.
if Context.environment["FUZZ"] != nil {
  let targets: [(name: String, dependencies: [Target.Dependency])] = [
    ("FuzzText", ["DauText", "DauIngest"]),
    ("FuzzRestore", ["DauText", "DauIngest", "DauRestore"]),
    ("FuzzExtract", ["DauIngest", "DauExtract"]),
    ("FuzzFiles", ["DauRules", "DauLanguage", "DauRestore", "DauArchive", "DauEval"]),
  ]
  package.targets.append(
    .target(name: "FuzzSupport", dependencies: ["DauRules"], path: "Fuzz/FuzzSupport", swiftSettings: strict))
  for (name, dependencies) in targets {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: dependencies + ["FuzzSupport"], path: "Fuzz/\(name)",
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
  }
}
