using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Reading;

/// <summary>A page on which a funder decides something about a return, and what happened while it stood open.</summary>
/// <param name="Revision">The one that was read.</param>
/// <param name="WhyNot">Why nothing can be decided now; null where something can.</param>
/// <param name="Errors">What is wrong with what was entered, or why it was refused.</param>
public sealed record Deciding(FoundReturn Return, int Revision, Problem? WhyNot, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Entries of the record since then.</summary>
    public IReadOnlyList<Named<RecordEntry>> Meanwhile { get; init; } = [];

    /// <summary>How many entries the record had as the page was opened; the page sends it back.</summary>
    public int Entries { get; init; } = Return.Header.Record.Count;

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>A question to a provider before it is sent.</summary>
/// <param name="Question">The id of the question whose answer it is about; empty for the return as a whole.</param>
public sealed record AskModel(Deciding Deciding, string Question, string Text);

/// <summary>What a funder says as it accepts or acknowledges a return.</summary>
/// <param name="Accepts">It accepts, for all; else it acknowledges for itself.</param>
public sealed record AnswerBackModel(Deciding Deciding, bool Accepts, string Used, string WillDo);
