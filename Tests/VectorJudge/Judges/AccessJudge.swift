import Core
import Foundation

extension Judge {
    /// Who may use which route, as far as permissions decide it: roles, grants and scopes against what the route asks for.
    ///
    /// The status is compared as allowed (2xx), denied (403) or hidden (404). Nobody without credentials is asked about, and
    /// routes that ask for no permission are left to the server.
    static let access = Judge(
        file: "access.jsonl",
        rule: "Every caller is let in, refused or not even shown what each route is for, as its permissions have it"
    ) { row in
        let sample = try row.decoded(as: AccessSample.self)
        guard let route = try AccessRoute.all(in: row.folder)["\(sample.method) \(sample.path)"] else {
            return .disagreed("\(sample.method) \(sample.path): not among the routes")
        }
        guard let matter = AccessMatter(route: route, sample: sample) else {
            return .notRun("no permission is asked for, or being oneself is enough: the server alone can tell")
        }
        var wrong = disagreements(of: sample.expect, with: matter)
        for variant in sample.variants ?? [] {
            switch AccessVariant(variant.case) {
            case .matter(let change):
                wrong += disagreements(of: variant.expect, with: change(matter)).map { "\(variant.case): \($0)" }
            case .server: break
            case nil: wrong.append("\(variant.case): nothing here knows this case")
            }
        }
        return wrong.isEmpty ? .agreed : .disagreed("\(sample.method) \(sample.path): \(wrong.joined(separator: "; "))")
    }

    private static func disagreements(of expected: [String: Int], with matter: AccessMatter) -> [String] {
        AccessCaller.allCases.compactMap { caller in
            guard let status = expected[caller.rawValue] else { return nil }
            let given = matter.status(for: caller)
            let wanted = (200..<300).contains(status) ? 200 : status
            return given == wanted ? nil : "\(caller.rawValue) gets \(given) instead of \(status)"
        }
    }
}

/// One row of the list.
struct AccessSample: Decodable {
    let method: String
    let path: String
    let expect: [String: Int]
    let target: String?
    let variants: [Variant]?

    struct Variant: Decodable {
        let `case`: String
        let expect: [String: Int]
    }
}

/// One route of `routes.jsonl`, which lies beside the list.
struct AccessRoute: Decodable {
    let method: String
    let path: String
    let permission: String?
    let scope: String

    static func all(in folder: URL) throws -> [String: AccessRoute] {
        let routes = try VectorRow.rows(of: folder.appending(path: "routes.jsonl"))
            .map { try $0.decoded(as: AccessRoute.self) }
        return Dictionary(routes.map { ("\($0.method) \($0.path)", $0) }, uniquingKeysWith: { first, _ in first })
    }
}
