import Testing

@testable import Core

/// Keys of RFCs, with their key tag and one DS each.
struct SigningKeySample: CustomTestStringConvertible, Sendable {
    let source: String
    let owner: String
    let key: String
    let keyTag: UInt16
    let signer: String

    var testDescription: String { source }

    static let all = [
        SigningKeySample(
            source: "RFC 4034 5.4",
            owner: "dskey.example.com.",
            key: "256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMm"
                + "mAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==",
            keyTag: 60485,
            signer: "60485 5 1 2BB183AF5F22588179A53B0A 98631FAD1A292118"
        ),
        SigningKeySample(
            source: "RFC 6605 6.1",
            owner: "example.net.",
            key: "257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==",
            keyTag: 55648,
            signer: "55648 13 2 b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17"
        ),
        SigningKeySample(
            source: "RFC 6605 6.2",
            owner: "example.net.",
            key: "257 3 14 xKYaNhWdGOfJ+nPrL8/arkwf2EY3MDJ+SErKivBVSum1w/egsXvSADtNJhyem5RCOpgQ6K8X1DRSEkrbYQ+OB+v8"
                + "/uX45NBwY8rp65F6Glur8I/mlVNgF6W/qTI37m40",
            keyTag: 10771,
            signer: "10771 14 4 72d7b62976ce06438e9c0bf319013cf801f09ecc84b8d7e9495f27e305c6a9b0563a9b5f4d288405"
                + "c3008a946df983d6"
        ),
        SigningKeySample(
            source: "RFC 8080 6.1",
            owner: "example.com.",
            key: "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=",
            keyTag: 3613,
            signer: "3613 15 2 3aa5ab37efce57f737fc1627013fee07bdf241bd10f3b1964ab55c78e79a304b"
        ),
    ]
}

extension PublicSigningKey {
    /// A made-up KSK of P-256 whose key repeats one octet.
    static func sample(_ octet: UInt8) throws -> PublicSigningKey {
        try #require(
            PublicSigningKey(
                flags: 257,
                algorithm: .ecdsaP256,
                publicKey: [UInt8](repeating: octet, count: 64)
            )
        )
    }
}
