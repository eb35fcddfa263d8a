using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Funders' lists of requests for help, in whatever order messages and changes of funders come.</summary>
public sealed class HelpListTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly NamedOrganisation Council = Samples.Programme("any").LeadFunder;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ProgrammeStore _programmes = new(storage.Account);
    private readonly FormStore _forms = new(storage.Account);
    private readonly PeriodStore _periods = new(storage.Account);
    private readonly ReturnStore _returns = new(storage.Account);
    private readonly WorkQueue _queue = new(storage.Account);
    private readonly HelpStore _help = new(storage.Account);
    private readonly FixedClock _clock = new(Samples.Morning);
    private readonly ReturnKey _key = Samples.Return();
    private readonly NamedOrganisation _trust = new(Samples.NewProvider(), "A trust");

    [Fact]
    public async Task Request_OfAFunderThatCameLater_SaysWhenItWasFirstMade()
    {
        await SetUpAsync();
        await FileAsync(1, "A van.");
        await FileAsync(2, "Two vans.");
        await LeadAsync(_trust);

        await ProjectHelp(_help).RunAsync(_key, [Council.Id, _trust.Id], Cancellation);

        var asked = Assert.Single(await ListAsync(_trust));
        Assert.Equal((2, Samples.Morning.AddHours(1), "Two vans."), (asked.Revision, asked.AskedAt, Assert.Single(asked.Words).Words));
        Assert.Empty(await ListAsync(Council));
    }

    [Fact]
    public async Task Message_OvertakenByAChangeOfFunders_PutsNothingBack()
    {
        await SetUpAsync();
        await FileAsync(1, "A van.");
        await ProjectHelp(_help).RunAsync(_key, Cancellation);
        Assert.Single(await ListAsync(Council));

        // Between what it read and what it writes, the trust takes over, and all that follows from that is done.
        var late = new HeldUp(_help, async () =>
        {
            await LeadAsync(_trust);
            await ProjectHelp(_help).RunAsync(_key, [Council.Id, _trust.Id], Cancellation);
            Assert.Empty(await ListAsync(Council));
        });
        await ProjectHelp(late).RunAsync(_key, Cancellation);

        Assert.Empty(await ListAsync(Council));
        Assert.Single(await ListAsync(_trust));
    }

    private ProjectHelp ProjectHelp(IHelpStore help) => new(_programmes, _forms, _returns, help);

    private async Task SetUpAsync()
    {
        await _forms.AddAsync(Encoding.UTF8.GetBytes(
            $$"""
            { "form": "{{_key.Programme}}", "version": 1, "title": "Quarterly return", "sections": [ { "id": "help", "title": "Help", "questions": [
              { "id": "help", "type": "longText", "label": "What would help?", "asksForHelp": true } ] } ] }
            """), Samples.Ann, null, Cancellation);
        await LeadAsync(Council);
        await _programmes.PutAwardAsync(Samples.Award(_key.Programme) with { Contributions = [new Contribution(_trust.Id, 24_999.99m)] }, Cancellation);
    }

    /// <summary>The programme, led by one of the two; the trust pays, whoever leads.</summary>
    private async Task LeadAsync(NamedOrganisation lead) => await _programmes.PutAsync(
        Samples.Programme(_key.Programme.Value) with { Form = new FormId(_key.Programme.Value), LeadFunder = lead, CoFunders = [lead == Council ? _trust : Council] }, Cancellation);

    private async Task FileAsync(int revision, string words)
    {
        _clock.Now = Samples.Morning.AddHours(revision);
        var (charity, find) = (Samples.Caller(Roles.Preparer | Roles.Signatory), new FindReturn(_programmes, _forms, _periods, new OpenPeriod(_programmes, _periods, _clock), _returns, new OrganisationStore(storage.Account)));
        var saved = await new SaveAnswers(find, _returns, new EvidenceStore(storage.Account), _queue, _clock).RunAsync(
            _key, [new AnswerChange("help", Encoding.UTF8.GetBytes($"\"{words}\""), revision - 1, HasComment: false, null)], charity, Cancellation);
        var submission = new Submission(_key, saved.Value!.Header.Change, $"key {revision}", new Signatory("Ann Lee", "Trustee"), null);
        Assert.Null((await new SubmitReturn(find, _returns, _queue, _clock).RunAsync(submission, charity, Cancellation)).Problem);
    }

    private async Task<IReadOnlyList<HelpAsked>> ListAsync(NamedOrganisation funder)
    {
        var ofPeriod = (await _help.ListOfPeriodAsync(funder.Id, _key.Programme, _key.Period, null, 10, Cancellation)).Items;
        var newest = (await _help.ListAsync(funder.Id, null, 100, Cancellation)).Items.Where(asked => asked.Return == _key);
        Assert.Equal(ofPeriod.Select(Samples.Text), newest.Select(Samples.Text));
        return ofPeriod;
    }

    /// <summary>Does something before the first write of all.</summary>
    private sealed class HeldUp(HelpStore store, Func<Task> meanwhile) : IHelpStore
    {
        private Task? _done;

        public Task<PageOf<HelpAsked>> ListAsync(OrganisationId funder, string? after, int size, CancellationToken cancellation) => store.ListAsync(funder, after, size, cancellation);

        public Task<PageOf<HelpAsked>> ListOfPeriodAsync(OrganisationId funder, ProgrammeId programme, PeriodId period, string? after, int size, CancellationToken cancellation) =>
            store.ListOfPeriodAsync(funder, programme, period, after, size, cancellation);

        public async Task PutAsync(OrganisationId funder, ReturnKey key, HelpAsked? asked, CancellationToken cancellation)
        {
            await (_done ??= meanwhile());
            await store.PutAsync(funder, key, asked, cancellation);
        }

        public Task<IReadOnlyList<HelpNote>> NotesAsync(ReturnKey key, CancellationToken cancellation) => store.NotesAsync(key, cancellation);
    }
}
