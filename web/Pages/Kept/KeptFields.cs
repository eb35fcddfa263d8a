namespace MonitoringReturns.Web.Pages.Kept;

// No question's id holds an underscore, so these never meet one.
/// <summary>Hidden fields by which a form's answers are kept, or shown in words, where they could not be saved.</summary>
public static class KeptFields
{
    /// <summary>Whose form it is, sealed.</summary>
    public const string Token = "keep-token";

    /// <summary>What its boxes are called: <see cref="BoxLabels"/>.</summary>
    public const string Labels = "_labels";

    /// <summary>The id of what was kept, when it is sent once more.</summary>
    public const string Kept = "_kept";
}

/// <summary>A field as a form sent it.</summary>
public sealed record SentField(string Name, string Value);
