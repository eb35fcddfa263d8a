using MonitoringReturns.Core;

namespace MonitoringReturns.Web.Pages.Meetings;

/// <summary>Where the notes of review meetings are, the same for both sides of an award.</summary>
public static class MeetingAddresses
{
    public const string Route = "/meetings/{programme}/{award}";

    public static string Of(ProgrammeId programme, AwardId award) => $"/meetings/{programme}/{award}";

    /// <summary>The form of a note that corrects another.</summary>
    public static string Correct(ProgrammeId programme, AwardId award, int number) => $"{Of(programme, award)}?corrects={number}#note";

    /// <summary>The whole award on a page.</summary>
    public static string Review(ProgrammeId programme, AwardId award) => $"{Of(programme, award)}/review";

    public static string Confirm(ProgrammeId programme, AwardId award, int number) => $"{Of(programme, award)}/{number}/confirm";
}
