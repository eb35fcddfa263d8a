using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Returns.Queries;

/// <summary>What funders asked about a return, for its provider.</summary>
/// <param name="WhyNotChange">Why no answer of the return can be changed now; null where one can.</param>
/// <param name="Typed">An answer that could not be sent, and to which query; null where none was.</param>
public sealed record QueriesModel(FoundReturn Return, Correspondence Correspondence, Problem? WhyNotChange, (int Query, string Text)? Typed, IReadOnlyList<FieldError> Errors, string? Done)
{
    public const string Answered = "answered";

    /// <summary>The name of the box for the answer to a query.</summary>
    public static string BoxOf(int query) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"answer-{query}");
}
