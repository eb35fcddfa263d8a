using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Glance;

/// <summary>Which of a period's returns a list shows, and a number counts.</summary>
public enum ReturnsShown
{
    All,
    /// <summary>Submitted, whatever came of it since.</summary>
    In,
    /// <summary>Begun and not submitted yet.</summary>
    InDraft,
    NotStarted,
    /// <summary>In, and first submitted after the due day.</summary>
    Late,
    Queried,
    Accepted,
    /// <summary>In, and neither accepted nor with the provider: the lead funder has not answered yet.</summary>
    Waiting,
}

/// <summary>How many of a period's returns stand where, by the same rule as the lists behind the numbers.</summary>
public sealed record ReturnCounts(int Due, int In, int InDraft, int NotStarted, int Late, int Queried, int Accepted, int Waiting)
{
    public static readonly ReturnCounts None = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>With one more.</summary>
    /// <param name="late">Its first submission came after the due day.</param>
    public ReturnCounts With(ReturnStatus status, int revision, bool late)
    {
        int One(ReturnsShown shown) => IsShown(shown, status, revision, late) ? 1 : 0;
        return new ReturnCounts(
            Due + 1, In + One(ReturnsShown.In), InDraft + One(ReturnsShown.InDraft), NotStarted + One(ReturnsShown.NotStarted), Late + One(ReturnsShown.Late),
            Queried + One(ReturnsShown.Queried), Accepted + One(ReturnsShown.Accepted), Waiting + One(ReturnsShown.Waiting));
    }

    public int Of(ReturnsShown shown) => shown switch
    {
        ReturnsShown.In => In,
        ReturnsShown.InDraft => InDraft,
        ReturnsShown.NotStarted => NotStarted,
        ReturnsShown.Late => Late,
        ReturnsShown.Queried => Queried,
        ReturnsShown.Accepted => Accepted,
        ReturnsShown.Waiting => Waiting,
        _ => Due,
    };

    /// <summary>Whether a list of these shows a return.</summary>
    public static bool IsShown(ReturnsShown shown, ReturnStatus status, int revision, bool late) => shown switch
    {
        ReturnsShown.In => revision > 0,
        ReturnsShown.InDraft => revision == 0 && status != ReturnStatus.NotStarted,
        ReturnsShown.NotStarted => revision == 0 && status == ReturnStatus.NotStarted,
        ReturnsShown.Late => revision > 0 && late,
        ReturnsShown.Queried => status == ReturnStatus.Queried,
        ReturnsShown.Accepted => status == ReturnStatus.Accepted,
        ReturnsShown.Waiting => revision > 0 && status is ReturnStatus.Submitted or ReturnStatus.Resubmitted or ReturnStatus.Restated,
        _ => true,
    };
}
