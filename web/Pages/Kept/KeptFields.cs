namespace MonitoringReturns.Web.Pages.Kept;

/// <summary>Hidden fields by which a form's answers are kept, or shown in words, where they could not be saved.</summary>
public static class KeptFields
{
    /// <summary>Whose form it is, sealed.</summary>
    public const string Token = "keep-token";

    /// <summary>What its boxes are called: <see cref="BoxLabels"/>.</summary>
    public const string Labels = "labels";

    /// <summary>The id of what was kept, when it is sent once more.</summary>
    public const string Kept = "kept";

    /// <summary>After a question's id: the version of its answer that the page shows.</summary>
    public const string Version = "/version";

    /// <summary>After a question's id: the answer that the page showed, JSON.</summary>
    public const string Base = "/base";

    /// <summary>After a question's id: the sentence beside its answer.</summary>
    public const string Comment = "/comment";
}

/// <summary>A field as a form sent it.</summary>
public sealed record SentField(string Name, string Value);
