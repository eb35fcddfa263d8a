using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Pages.Kept;

namespace MonitoringReturns.Web.Pages.Returns.Own;

/// <summary>The returns of the provider that a person acts for.</summary>
/// <param name="Member">The person.</param>
/// <param name="Today">The day it is in the United Kingdom.</param>
/// <param name="Page">Which page of the past ones, from 1.</param>
/// <param name="ActsForFunder">They act for a funder, who files nothing.</param>
public sealed record OwnReturnsModel(OwnReturnList List, MemberId Member, DateOnly Today, int Page, bool ActsForFunder)
{
    /// <summary>What they sent after their session had ended.</summary>
    public IReadOnlyList<WaitingPost> Waiting { get; init; } = [];

    public string? Newer => Page > 1 ? At(Page - 1) : null;

    public string? Older => Page * OwnReturns.PastOnAPage < List.PastCount ? At(Page + 1) : null;

    private static string At(int page) => page == 1 ? ReturnAddresses.List : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ReturnAddresses.List}?page={page}");
}
