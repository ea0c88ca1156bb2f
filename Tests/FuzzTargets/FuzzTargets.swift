import Core

public enum FuzzTargets {
    public static func fuzz(_ octets: [UInt8]) {
        _ = try? DomainName(String(decoding: octets, as: UTF8.self))
    }
}
