import Crypto
import FoundationEssentials

/// The key that signs tokens (ES256), new with every start: a restart of the stand-in is a key rotation.
struct SigningKey: Sendable {
    private let key = P256.Signing.PrivateKey()

    /// The public half as a JSON Web Key (RFC 7517 and 7518, section 6.2), its `kid` being the thumbprint of RFC 7638.
    var publicKey: JSONWebKey {
        let point = key.publicKey.rawRepresentation
        let x = base64URL(point.prefix(32))
        let y = base64URL(point.suffix(32))
        // RFC 7638, section 3: the required members in lexicographic order, without white space
        let canonical = #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
        let thumbprint = base64URL(Data(SHA256.hash(data: Data(canonical.utf8))))
        return JSONWebKey(kty: "EC", use: "sig", alg: "ES256", kid: thumbprint, crv: "P-256", x: x, y: y)
    }
}

/// One key of a JWKS: `{"alg":"ES256","crv":"P-256","kid":"…","kty":"EC","use":"sig","x":"…","y":"…"}`.
struct JSONWebKey: Encodable, Sendable {
    let kty: String
    let use: String
    let alg: String
    let kid: String
    let crv: String
    let x: String
    let y: String
}

/// What `jwks_uri` answers: `{"keys":[…]}`.
struct JSONWebKeySet: Encodable, Sendable {
    let keys: [JSONWebKey]
}

/// Base64 with the alphabet of RFC 4648, section 5, without padding.
private func base64URL(_ data: Data) -> String {
    String(
        data.base64EncodedString().compactMap { character in
            switch character {
            case "+": "-"
            case "/": "_"
            case "=": nil
            default: character
            }
        }
    )
}
