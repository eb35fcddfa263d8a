using System.Text.Json.Serialization;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Help;

/// <summary>What came of a request for help.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HelpStanding>))]
public enum HelpStanding
{
    /// <summary>Nobody has answered.</summary>
    Open,
    /// <summary>A funder works on it.</summary>
    InHand,
    Given,
    NotPossible,
}

/// <summary>What would help, in the provider's words.</summary>
/// <param name="Question">The question's label.</param>
public sealed record HelpWords(string Question, string Words);

/// <summary>A request for help as a funder's list shows it. A projection; the return and its notes are the truth.</summary>
/// <param name="Revision">The revision whose words these are.</param>
/// <param name="AskedAt">When help was first asked for in the return, as far as the funder may see it.</param>
/// <param name="Notes">How many notes there were.</param>
/// <param name="LastNote">What the last of them says; null where there is none.</param>
public sealed record HelpAsked(
    ReturnKey Return, string Programme, string Period, string Provider, string? Project, int Revision, DateTimeOffset AskedAt, IReadOnlyList<HelpWords> Words,
    HelpStanding Standing, int Notes, string? LastNote)
{
    /// <summary>What a revision asks for in answers that the reader may see: the same that a report's first sheet counts.</summary>
    public static IReadOnlyList<HelpWords> In(Revision revision, Sight? sight)
    {
        var words = new List<HelpWords>();
        foreach (var question in revision.Answers.Version.Questions)
            if (question is LongTextQuestion { AsksForHelp: true } && sight?.Sees(question) != false && revision.Answers[question] is { } answer && question.Words(answer) is { } said)
                words.Add(new HelpWords(question.Label, said));
        return words;
    }

    /// <summary>Whether a form version has a question for it, that the reader may see.</summary>
    public static bool IsAskedBy(FormVersion version, Sight? sight = null) => version.Questions.Any(question => question is LongTextQuestion { AsksForHelp: true } && sight?.Sees(question) != false);
}

/// <summary>What a funder did about a request for help, or will not do: written once, never changed. The provider reads it.</summary>
/// <param name="Number">From 1, in a return.</param>
public sealed record HelpNote(int Number, HelpStanding Standing, string Words, MemberId By, OrganisationId For, DateTimeOffset At);

/// <summary>Keeps each funder's list of requests for help, and the notes on them.</summary>
public interface IHelpStore
{
    /// <summary>A page of what a funder was asked, the newest first.</summary>
    /// <param name="after">Where the page before ended; null for the first.</param>
    Task<PageOf<HelpAsked>> ListAsync(OrganisationId funder, string? after, int size, CancellationToken cancellation);

    /// <summary>A page of what a funder was asked in a period's returns, by award.</summary>
    /// <param name="after">The award that the page before ended with; null for the first.</param>
    Task<PageOf<HelpAsked>> ListOfPeriodAsync(OrganisationId funder, ProgrammeId programme, PeriodId period, string? after, int size, CancellationToken cancellation);

    /// <summary>Puts one into a funder's list, in place of what was there of the same return.</summary>
    /// <param name="asked">Null takes it out.</param>
    Task PutAsync(OrganisationId funder, ReturnKey key, HelpAsked? asked, CancellationToken cancellation);

    /// <summary>The notes on a return's request, the first first.</summary>
    Task<IReadOnlyList<HelpNote>> NotesAsync(ReturnKey key, CancellationToken cancellation);
}
