extension MigrationPlan {
    /// What is left to run as one text for a `mariadb` client, with the rows that say that it was run: afterwards
    /// `db upgrade` finds nothing to do. The client has to stop at the first error, as it does by itself.
    public var script: String {
        guard !steps.isEmpty else { return "" }
        var script = "SET NAMES utf8mb4;\nSET time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES';\n"
        script += SchemaStore.tableStatement + ";\n"
        for step in steps {
            script +=
                "\n-- migration \(step.migration.version) \(step.migration.name), statement \(step.statement.number)\n"
            if step.statement.isUndoable {
                script += "START TRANSACTION;\n\(step.statement.text);\n\(noted(step));\nCOMMIT;\n"
            } else {
                script += "\(step.statement.text);\n\(noted(step));\n"
            }
        }
        return script
    }

    private func noted(_ step: MigrationStep) -> String {
        let digest = step.statement.sha256.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return """
            INSERT INTO schema_migrations (version, statement, sha256, min_release, done_at) VALUES \
            (\(step.migration.version), \(step.statement.number), UNHEX('\(digest.joined())'), \
            '\(step.migration.minimumRelease)', UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE done_at = UTC_TIMESTAMP(6)
            """
    }
}
