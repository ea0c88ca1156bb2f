/// An OpenID Connect discovery document, e.g. `{"issuer":"http://127.0.0.1:9000","jwks_uri":"http://…/jwks.json",…}`.
struct Discovery: Encodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let userinfoEndpoint: String
    let revocationEndpoint: String
    let introspectionEndpoint: String
    let endSessionEndpoint: String
    let jwksURI: String
    let responseTypes = ["code"]
    let grantTypes = ["authorization_code", "client_credentials", "refresh_token"]
    let subjectTypes = ["public"]
    let signingAlgorithms = ["ES256"]
    let scopes = ["openid", "profile", "email"]
    let challengeMethods = ["S256"]
    let clientAuthentication = ["client_secret_basic", "client_secret_post"]

    /// The document of an issuer whose OAuth endpoints lie below `oauth`.
    init(issuer: String, oauth: String, jwks: String) {
        self.issuer = issuer
        authorizationEndpoint = "\(oauth)/authorize"
        tokenEndpoint = "\(oauth)/token"
        userinfoEndpoint = "\(oauth)/userinfo"
        revocationEndpoint = "\(oauth)/revoke"
        introspectionEndpoint = "\(oauth)/introspect"
        endSessionEndpoint = "\(oauth)/logout"
        jwksURI = jwks
    }

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case userinfoEndpoint = "userinfo_endpoint"
        case revocationEndpoint = "revocation_endpoint"
        case introspectionEndpoint = "introspection_endpoint"
        case endSessionEndpoint = "end_session_endpoint"
        case jwksURI = "jwks_uri"
        case responseTypes = "response_types_supported"
        case grantTypes = "grant_types_supported"
        case subjectTypes = "subject_types_supported"
        case signingAlgorithms = "id_token_signing_alg_values_supported"
        case scopes = "scopes_supported"
        case challengeMethods = "code_challenge_methods_supported"
        case clientAuthentication = "token_endpoint_auth_methods_supported"
    }
}
