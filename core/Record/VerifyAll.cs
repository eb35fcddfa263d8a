using System.Runtime.CompilerServices;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Record;

/// <summary>One part of the whole record: a form, an organisation, a programme's set-up, or the returns of a period.</summary>
/// <param name="Name">As it can be gone on after.</param>
public sealed record VerifiedPart(string Name, Verified Verified);

/// <summary>Verifies every chain there is, part by part, so that it can be stopped anywhere and gone on with.</summary>
public sealed class VerifyAll(VerifyRecord verify, IProgrammeStore programmes, IPeriodStore periods, IOrganisationStore organisations)
{
    /// <summary>Organisations by id, then each programme by id: its form, its set-up, and its opened periods in time order.</summary>
    /// <param name="after">The part that was verified last; null to begin.</param>
    public async IAsyncEnumerable<VerifiedPart> RunAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var skipping = after is not null;
        var forms = new HashSet<FormId>();
        await foreach (var (name, run) in PartsAsync(forms, cancellation))
            if (!skipping)
                yield return new VerifiedPart(name, await run());
            else
                skipping = !string.Equals(name, after, StringComparison.Ordinal);
    }

    private async IAsyncEnumerable<(string Name, Func<Task<Verified>> Run)> PartsAsync(HashSet<FormId> forms, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var organisation in Pages.AllAsync<OrganisationSummary>((next, stop) => organisations.ListAsync(next, Pages.Size, stop), cancellation))
            yield return ($"organisation {organisation.Id}", () => verify.OrganisationAsync(organisation.Id, cancellation));
        await foreach (var summary in Pages.AllAsync<ProgrammeSummary>((next, stop) => programmes.ListAsync(next, Pages.Size, stop), cancellation))
        {
            if (await programmes.GetAsync(summary.Id, cancellation) is not { } programme)
                continue;
            if (forms.Add(programme.Form))
                yield return ($"form {programme.Form}", () => verify.FormAsync(programme.Form, cancellation));
            yield return ($"programme {programme.Id}", () => verify.ProgrammeAsync(programme.Id, cancellation));
            foreach (var period in programme.Calendar)
                if (await periods.GetAsync(programme.Id, period.Id, cancellation) is not null)
                    yield return ($"returns {programme.Id}/{period.Id}", () => verify.PeriodAsync(programme.Id, period.Id, cancellation));
        }
    }
}
