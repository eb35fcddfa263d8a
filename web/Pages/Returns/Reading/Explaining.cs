namespace MonitoringReturns.Web.Pages.Returns.Reading;

/// <summary>Boxes for the sentences that soft checks ask for, in a form around the answers.</summary>
/// <param name="Typed">What stands in them, by question, where the page came back.</param>
/// <param name="Errors">What is wrong with it, by question.</param>
public sealed record Explaining(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Errors)
{
    public static readonly Explaining Empty = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>The name of the box for a question's sentence.</summary>
    public static string BoxOf(string question) => $"{question}/comment";

    /// <summary>The name of the field that says which version of the answer the page shows.</summary>
    public static string VersionOf(string question) => $"{question}/version";
}
