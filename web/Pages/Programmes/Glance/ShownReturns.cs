using MonitoringReturns.Core.Reporting.Glance;

namespace MonitoringReturns.Web.Pages.Programmes.Glance;

/// <summary>The lists of a period's returns as words in addresses.</summary>
public static class ShownReturns
{
    public static string WordOf(ReturnsShown shown) => shown switch
    {
        ReturnsShown.In => "in",
        ReturnsShown.InDraft => "draft",
        ReturnsShown.NotStarted => "not-started",
        ReturnsShown.Late => "late",
        ReturnsShown.Queried => "queried",
        ReturnsShown.Accepted => "accepted",
        ReturnsShown.Waiting => "waiting",
        _ => "all",
    };

    /// <summary>All, for a word that is none of these.</summary>
    public static ReturnsShown Of(string? word) => Enum.GetValues<ReturnsShown>().FirstOrDefault(shown => string.Equals(WordOf(shown), word, StringComparison.Ordinal));

    /// <summary>The key of what it is called.</summary>
    public static string KeyOf(ReturnsShown shown) => shown switch
    {
        ReturnsShown.In => "Glance.In",
        ReturnsShown.InDraft => "Glance.InDraft",
        ReturnsShown.NotStarted => "Glance.NotStarted",
        ReturnsShown.Late => "Glance.Late",
        ReturnsShown.Queried => "Glance.Queried",
        ReturnsShown.Accepted => "Glance.Accepted",
        ReturnsShown.Waiting => "Glance.Waiting",
        _ => "Glance.All",
    };
}
