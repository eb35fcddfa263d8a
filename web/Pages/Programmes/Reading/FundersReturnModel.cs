using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Programmes.Reading;

/// <summary>A return as its funders read it.</summary>
/// <param name="Today">The day it is in the United Kingdom.</param>
/// <param name="Done">What was just done: one of <see cref="AnsweringDone"/>.</param>
public sealed record FundersReturnModel(FundersReturn Read, DateOnly Today, string? Done)
{
    public FoundReturn Return => Read.Return;

    public ReturnHeader Header => Read.Return.Header;

    public ReturnAccess Access => Read.Return.Access;
}

/// <summary>What was just done about a return, as a word in the address that a post leads on to.</summary>
public static class AnsweringDone
{
    public const string Accepted = "accepted";
    public const string Acknowledged = "acknowledged";
    public const string Asked = "asked";
    public const string Withdrawn = "withdrawn";
    public const string Reopened = "reopened";
}
