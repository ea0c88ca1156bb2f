/// The version of all programs, as `--version` and `User-Agent` say it and as migrations compare it.
public enum ProductVersion {
    public static let text = "0.1.0"
}
