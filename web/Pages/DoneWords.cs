namespace MonitoringReturns.Web.Pages;

/// <summary>
/// What was just done, as a word in the address that a post leads on to: the page says it once, nothing is kept, and nobody can make it say
/// anything else.
/// </summary>
public static class DoneWords
{
    public const string Joined = "joined";
    public const string DetailsChanged = "details";
    public const string Invited = "invited";
    public const string SentAgain = "sent";
    public const string Withdrawn = "withdrawn";
    public const string RolesChanged = "roles";
    public const string Removed = "removed";
    public const string Left = "left";
    public const string ProgramLetIn = "program";
    public const string OrganisationAdded = "added";
    public const string Forgotten = "forgotten";

    /// <summary>An address with the word.</summary>
    public static string At(string address, string done) => $"{address}?done={done}";

    /// <summary>A sentence; null for a word that is none of these.</summary>
    public static string? Of(string? done) => done switch
    {
        Joined => "You are a member now.",
        DetailsChanged => "The details are changed.",
        Invited => "The invitation is on its way.",
        SentAgain => "The invitation is sent again.",
        Withdrawn => "The invitation is withdrawn. Its link no longer works.",
        RolesChanged => "The roles are changed.",
        Removed => "They are removed and can do nothing here from now on.",
        Left => "You have left the organisation.",
        ProgramLetIn => "The program is let in.",
        OrganisationAdded => "The organisation is added. Now invite its first lead.",
        Forgotten => "They are forgotten.",
        _ => null,
    };
}
