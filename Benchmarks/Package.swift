// swift-tools-version: 6.2
import PackageDescription

/// Speed and memory of the DNS core beside programs of others; `make bench` runs it. A package of its own, so that
/// building and testing the others does not build it.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "scaidns", path: "..")],
    targets: [
        .executableTarget(
            name: "bench",
            dependencies: [.product(name: "Core", package: "scaidns")],
            path: "Sources/Bench",
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]
        )
    ]
)
