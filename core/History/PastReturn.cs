using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.History;

/// <summary>A time that an award reported on before its returns came to the portal.</summary>
/// <param name="Id">None of the programme's own periods has it.</param>
public sealed record PastPeriod(PeriodId Id, string Name, DateOnly Start, DateOnly End)
{
    /// <summary>The id of one that is known by its first day.</summary>
    public static PeriodId IdOf(DateOnly start) => new($"past-{start:yyyy-MM-dd}");
}

/// <summary>
/// What an award did in such a time, as its provider entered it later: history, signed by nobody. It helps to fill in returns and to see how
/// figures went; no report takes it in.
/// </summary>
/// <param name="FormVersion">The version of the form that it answers.</param>
/// <param name="Answers">Canonical JSON by question id.</param>
public sealed record PastReturn(
    ProgrammeId Programme, AwardId Award, PastPeriod Period, int FormVersion, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Answers, DateTimeOffset EnteredAt, MemberId EnteredBy)
{
    /// <param name="version">The one that it answers.</param>
    public AnswerSheet Read(FormVersion version)
    {
        var sheet = new AnswerSheet(version);
        var findings = new Findings();
        foreach (var question in version.Questions)
            if (Answers.TryGetValue(question.Id.Value, out var json))
                sheet[question] = AnswerJson.Read(question, json, findings);
        return sheet;
    }
}

/// <summary>Keeps what providers entered of the time before.</summary>
public interface IHistoryStore
{
    /// <summary>Of one award, the oldest first.</summary>
    Task<IReadOnlyList<PastReturn>> ListAsync(OrganisationId provider, ProgrammeId programme, AwardId award, CancellationToken cancellation);
}
