namespace MonitoringReturns.Core.Returns;

/// <summary>Who signed a revision, by name and role in the organisation.</summary>
public sealed record Signatory(string Name, string Role)
{
    public const int MostCharacters = 200;

    /// <summary>The most minutes that a return can be said to have taken.</summary>
    public const int MostMinutes = 100_000;

    /// <summary>Whether a text can be a signatory's name or role: 1 to <see cref="MostCharacters"/> characters on one line.</summary>
    public static bool CanBe(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MostCharacters && !text.Any(char.IsControl) && !text.Any(char.IsSurrogate);
}
