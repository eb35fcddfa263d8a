namespace MonitoringReturns.Functions.SignIn;

/// <summary>Where to go next, as a request may ask for it: a path of the portal and nowhere else.</summary>
internal static class LocalPath
{
    private const int MostCharacters = 500;

    /// <summary>The path with its query; <c>/</c> for whatever could lead elsewhere.</summary>
    public static string Of(string? next) =>
        next is { Length: > 0 and <= MostCharacters } && next[0] == '/' && !next.StartsWith("//", StringComparison.Ordinal)
            && !next.Any(character => character is '\\' or '#' || char.IsControl(character) || char.IsWhiteSpace(character))
            && Uri.TryCreate(next, UriKind.Relative, out _)
            ? next
            : "/";
}
