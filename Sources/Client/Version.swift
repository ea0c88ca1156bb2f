/// The version of the programs and of the client, as `--version` and `User-Agent` say it.
public enum ProductVersion {
    public static let text = "0.1.0"
}
