import FoundationEssentials

extension SettingsFile {
    /// Reads a plain file of at most ``SettingsSource/maximumFileSize`` bytes; links are followed, since container
    /// secrets are links.
    public static func onDisk(_ path: String) throws(SettingsFileError) -> SettingsFile {
        // The usual way to say that no file is to be read.
        if path == "/dev/null" { return SettingsFile(bytes: [], isReadableByOthers: false) }
        let manager = FileManager.default
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        guard manager.fileExists(atPath: target) else { throw .missing }
        do {
            let attributes = try manager.attributesOfItem(atPath: target)
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                throw SettingsFileError.unreadable("it is not a plain file")
            }
            let bytes = try Data(contentsOf: URL(filePath: target))
            guard bytes.count <= SettingsSource.maximumFileSize else {
                throw SettingsFileError.unreadable("it is larger than \(SettingsSource.maximumFileSize) bytes")
            }
            // A mode that is not told counts as open.
            let mode = attributes[.posixPermissions] as? UInt ?? 0o777
            return SettingsFile(bytes: [UInt8](bytes), isReadableByOthers: mode & 0o004 != 0)
        } catch let error as SettingsFileError {
            throw error
        } catch {
            throw .unreadable(manager.isReadableFile(atPath: target) ? "reading failed" : "permission denied")
        }
    }
}
