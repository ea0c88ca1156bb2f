// swift-tools-version: 6.2
import PackageDescription

/// The compiler settings of every target (docs/architecture.md, section 3).
let common: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// Outside `Sources/System` an unsafe pointer does not compile.
let safe: [SwiftSetting] = common + [.strictMemorySafety()]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: safe)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: safe)
}

func foreign(_ name: String) -> Target {
    .systemLibrary(name: name, path: "Sources/System/\(name)")
}

func system(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/System/\(name)", swiftSettings: common)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: common)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "scaidns",
    products: [
        .library(name: "Core", targets: ["Core"]),
        .library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"]),
        .executable(name: "scaidnsd", targets: ["Server"]),
        .executable(name: "scaidns", targets: ["CLI"]),
        .executable(name: "scaidns-console", targets: ["TUI"]),
        .executable(name: "scaikey-dev", targets: ["ScaiKeyDev"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        room("Core", [crypto]),
        room("API", ["Core"]),
        room("Client", ["API", "Core", "CurlHTTP"]),
        .target(
            name: "Backend",
            dependencies: [
                "API", "Core", "CurlHTTP", "IDNA", "MariaDB", "PublicSuffix", "Redis",
                crypto, logging, nioCore, nioPosix,
            ],
            path: "Sources/Backend",
            resources: [.embedInCode("Migrations/m0001_schema.sql")],
            swiftSettings: safe
        ),
        program(
            "Server",
            [
                "API", "Backend", "Core", "CurlHTTP", "IDNA", "MariaDB", "PublicSuffix", "Redis",
                argumentParser, httpTypes, hummingbird, hummingbirdCore, lifecycle, logging, nioCore,
                unixSignals,
            ]
        ),
        program("TUI", ["API", "Client", "Core", "CurlHTTP", "IDNA", "Terminal"]),
        program("CLI", ["API", "Backend", "Client", "Core", "CurlHTTP", "IDNA", "MariaDB", argumentParser, logging]),
        program(
            "ScaiKeyDev", [argumentParser, crypto, httpTypes, hummingbird, lifecycle, logging, nioCore, unixSignals]),

        foreign("CCurl"), foreign("CHiredis"), foreign("CIDN2"), foreign("CMariaDB"),
        foreign("CNcurses"), foreign("COpenSSL"), foreign("CPSL"),
        system("Threads"),
        system("CurlHTTP", ["CCurl", "Threads"]),
        system("MariaDB", ["CMariaDB", "Threads"]),
        system("Redis", ["CHiredis", "COpenSSL", "Threads"]),
        system("Terminal", ["CNcurses"]),
        system("IDNA", ["CIDN2"]),
        system("PublicSuffix", ["CPSL"]),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: common),
        .target(name: "FuzzTargets", dependencies: ["Core"], path: "Tests/FuzzTargets", swiftSettings: common),
        .target(
            name: "VectorJudge",
            dependencies: ["Core", "IDNA", "PublicSuffix"],
            path: "Tests/VectorJudge",
            swiftSettings: common
        ),
        .executableTarget(
            name: "vectors",
            dependencies: ["VectorJudge"],
            path: "Tests/VectorReport",
            swiftSettings: common
        ),
        tests("CoreTests", ["Core", "FuzzTargets", "TestSupport", "VectorJudge"]),
        tests("APITests", ["API", "Core", "TestSupport"]),
        tests("ClientTests", ["API", "Client", "Core", "CurlHTTP", "TestSupport"]),
        tests("BackendTests", ["API", "Backend", "Core", "CurlHTTP", "MariaDB", "TestSupport", logging]),
        tests(
            "ServerTests",
            ["API", "Backend", "Core", "MariaDB", "Server", "TestSupport", hummingbird, httpTypes, lifecycle, logging]
        ),
        tests("TUITests", ["API", "Client", "Core", "CurlHTTP", "Terminal", "TUI", "TestSupport"]),
        tests("CLITests", ["API", "CLI", "Client", "Core", "CurlHTTP", "TestSupport", argumentParser]),
        tests(
            "SystemTests",
            ["CurlHTTP", "IDNA", "MariaDB", "PublicSuffix", "Redis", "Terminal", "Threads", "TestSupport"]
        ),
        tests(
            "IntegrationTests",
            [
                "API", "Backend", "CLI", "Client", "Core", "CurlHTTP", "MariaDB", "Redis", "ScaiKeyDev", "Server",
                "TUI",
                "TestSupport", crypto, logging,
            ]
        ),
    ]
)
