using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Storage;

/// <summary>A generated case filed by core's own use cases, and reports cut from what is stored.</summary>
internal sealed class StoredCase(StorageAccount account, ProgrammeCase all)
{
    private readonly ProgrammeStore _programmes = new(account);
    private readonly FormStore _forms = new(account);
    private readonly PeriodStore _periods = new(account);
    private readonly ReturnStore _returns = new(account);
    private readonly WorkQueue _queue = new(account);
    private readonly FixedClock _clock = new(default);

    private static Caller Charity => Samples.Caller(Roles.Preparer | Roles.Signatory);

    public CutReport Cuts => new(_programmes, _forms, _periods, _returns, new OrganisationStore(account));

    public async Task PutAsync(CancellationToken cancellation)
    {
        foreach (var form in all.Forms.DistinctBy(form => form.Number))
            await _forms.AddAsync(form.Document.ToJson(), Samples.Ann, null, cancellation);
        await _programmes.PutAsync(all.Programme, cancellation);
        foreach (var award in all.Awards)
            await _programmes.PutAwardAsync(award, cancellation);
    }

    /// <summary>Files one return, with every revision that it has; always ten days after its period.</summary>
    public async Task FileAsync(AwardId award, int period, CancellationToken cancellation)
    {
        var filed = all.Filed[(award, period)];
        var key = new ReturnKey(all.Programme.Id, all.Programme.Calendar[period].Id, award);
        _clock.Now = UkTime.EndOf(all.Programme.Calendar[period].End.AddDays(10));
        for (var revision = 1; revision <= filed.Revision; revision++)
        {
            var answers = all.Forms[period].Questions.Select(question => (Id: question.Id.Value, Json: revision < filed.Revision
                ? question.Id.Value == "staff" ? "1000" : "null"
                : filed.Answers.GetValueOrDefault(question.Id.Value, "null")));
            await SubmitAsync(key, answers, revision, cancellation);
        }
    }

    /// <summary>The tables of a report as it is cut from storage, with its manifest.</summary>
    public async Task<(Manifest Manifest, RecordingReportWriter Written)> ReportAsync(CaseReport report, CancellationToken cancellation)
    {
        var key = new ReportKey(all.Programme.Id, all.Programme.Calendar[report.From].Id, all.Programme.Calendar[report.To].Id, report.Funder);
        var cut = await Cuts.TakeAsync(key, 7, Reports.Late, cancellation);
        var written = new RecordingReportWriter();
        var made = new ConsolidatedReport(cut!, "5eed", written, tidy: true);
        await foreach (var line in Cuts.LinesAsync(cut!, cancellation))
            made.Add(line);
        made.Complete();
        return (cut!.Manifest, written);
    }

    private async Task SubmitAsync(ReturnKey key, IEnumerable<(string Id, string Json)> answers, int revision, CancellationToken cancellation)
    {
        var find = new FindReturn(_programmes, _forms, _periods, new OpenPeriod(_programmes, _periods, _clock), _returns, new OrganisationStore(account));
        var found = (await find.RunAsync(key, Charity, cancellation)).Value!;
        var draft = found.DraftAnswers();
        var saved = await new SaveAnswers(find, _returns, new EvidenceStore(account), _queue, _clock).RunAsync(
            key, [.. answers.Select(answer => new AnswerChange(
                answer.Id, Encoding.UTF8.GetBytes(answer.Json), draft.TryGetValue(answer.Id, out var known) ? known.Version : 0, HasComment: false, null))],
            Charity, cancellation);
        Assert.Null(saved.Problem);
        var submission = new Submission(key, saved.Value!.Header.Change, $"key {revision}", new Signatory("Ann O'Neill", "Chair"), 35);
        Assert.Null((await new SubmitReturn(find, _returns, _queue, _clock).RunAsync(submission, Charity, cancellation)).Problem);
    }
}
