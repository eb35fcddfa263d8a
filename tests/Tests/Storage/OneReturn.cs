using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Evidence;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Storage;

/// <summary>A row as it was found: where, and what it holds.</summary>
internal sealed record FoundRow(string Table, string Partition, string Row, IReadOnlyDictionary<string, object> Values);

/// <summary>The whole life of one small return, by core's own use cases: saved, submitted, projected, reported.</summary>
internal sealed class OneReturn(StorageAccount account)
{
    private static readonly TimeProvider Clock = new FixedClock();

    private readonly ProgrammeStore _programmes = new(account);
    private readonly FormStore _forms = new(account);
    private readonly PeriodStore _periods = new(account);
    private readonly ReturnStore _returns = new(account);
    private readonly Outbox _outbox = new(account);
    private readonly ReportStore _reports = new(account);
    private readonly EvidenceStore _evidence = new(account);
    private readonly WorkQueue _queue = new(account);
    private readonly ReturnKey _key = new(new ProgrammeId("families-first"), Samples.Spring, new AwardId("award-017"));

    /// <summary>Every row there was at any time.</summary>
    public static async Task<List<FoundRow>> LiveAsync(StorageAccount account, CancellationToken cancellation)
    {
        await account.CreateAllAsync(cancellation);
        var one = new OneReturn(account);
        await one.SetUpAsync(cancellation);
        var first = await RowsAsync(account, cancellation);
        await one.ChangeSetupAsync(cancellation);
        await one.ChangeFormAsync(cancellation);
        await one.FileAsync(cancellation);
        var before = await RowsAsync(account, cancellation);
        await one.FollowAsync(cancellation);
        await new OnePerson(account, Clock).LiveAsync(one._key, cancellation);
        return [.. first, .. before, .. await RowsAsync(account, cancellation)];
    }

    private static Caller Everybody => Samples.Caller(Roles.Preparer | Roles.Signatory | Roles.Officer);

    private FindReturn Find => new(_programmes, _forms, _periods, new OpenPeriod(_programmes, _periods, Clock), _returns, new OrganisationStore(account));

    /// <summary>A version in the making, what is said of it, and its announcement.</summary>
    private async Task ChangeFormAsync(CancellationToken cancellation)
    {
        var (programme, council, charity) = (_key.Programme, Samples.Programme("any").LeadFunder.Id, new NamedOrganisation(Samples.Charity, "Bow Family Centre"));
        var (now, document) = (Clock.GetUtcNow(), FormDocument.Read(Form(3, "Third version.")));
        var standing = await _programmes.StandingAsync(programme, cancellation);
        var entry = RecordChain.Of(programme).Next(standing.Record, new Done(now, Samples.Ann, council, Deed.ConsultationOpened, "draft 2"));
        var draft = new FormDraft { Programme = programme, Number = 2, Base = 2, Edit = 2, By = Samples.Ann, For = council, At = now, Made = new FormEdit(2, 1, "Changed the title", Samples.Ann, now, document) };
        Assert.True(await _programmes.TryWriteAsync(new SetupWrite(programme, standing, entry)
        {
            Papers =
            [
                draft,
                new Announcement
                {
                    Programme = programme, Form = document.Form, Version = 3, Draft = 2, Follows = 2, From = Samples.Summer, Starts = new DateOnly(2026, 10, 1), On = new DateOnly(2026, 7, 3), At = now, By = Samples.Ann, For = council,
                    Class = ChangeClass.Same, Earliest = new DateOnly(2026, 7, 4), Providers = 1, ContentHash = "",
                },
                new ReadConfirmation { Programme = programme, Version = 3, Provider = charity.Id, By = Samples.Ann, At = now },
                new FormComment { Programme = programme, Draft = 2, Id = FormSaying.NewId(now), Text = "Clear.", Provider = charity, Named = true, By = Samples.Ann, At = now },
                new Challenge { Programme = programme, Version = 2, Id = FormSaying.NewId(now), Text = "Why?", Provider = charity, Named = false, By = Samples.Ann, At = now },
                new ModuleProposal { Programme = programme, Id = FormSaying.NewId(now), Funder = new NamedOrganisation(OrganisationId.Parse("GB-CHC-204279"), "A trust"), Title = "For the trust", Questions = [], By = Samples.Ann, At = now },
                new AnswerUse { Programme = programme, Year = 2026, Funder = council, Question = new QuestionId("people-helped"), Used = "In the plan.", By = Samples.Ann, At = now },
            ],
        }, cancellation));
    }

    private async Task SetUpAsync(CancellationToken cancellation)
    {
        await _forms.AddAsync(Form(1, "First version."), Samples.Ann, Samples.Charity, cancellation);
        // Too large for a row, as a form with long translations might be.
        await _forms.AddAsync(Form(2, Convert.ToBase64String(Samples.Incompressible(1024 * 1024))), Samples.Ann, null, cancellation);
        var programme = Samples.Programme(_key.Programme.Value);
        var summer = programme.Calendar[0] with { Id = Samples.Summer, Name = "Summer 2026", Start = new(2026, 7, 1), End = new(2026, 9, 30), Due = new(2026, 10, 21), Closed = new(2026, 10, 31), AmendUntil = new(2026, 11, 30) };
        await _programmes.PutAsync(programme with { Calendar = [programme.Calendar[0], summer] }, cancellation);
        await _programmes.PutAwardAsync(Samples.Award(_key.Programme) with { Partners = [new NamedOrganisation(OnePerson.Body, "A neighbour")] }, cancellation);
        await _programmes.PutAwardAsync(Samples.Award(_key.Programme, "award-019") with { EndedOn = new DateOnly(2026, 12, 31) }, cancellation);
    }

    /// <summary>A part of the set-up changed, and a change of the profile that both sides went through.</summary>
    private async Task ChangeSetupAsync(CancellationToken cancellation)
    {
        var (organisations, people) = (new OrganisationStore(account), new PeopleStore(account));
        var read = new ReadSetup(_programmes, _forms, new RecordStore(account), organisations, people, new VerifyRecord(_returns, new RecordStore(account), organisations, _programmes), Clock);
        var setUp = new SetUpProgramme(_programmes, _programmes, _forms, _periods, organisations, read, _queue, Clock);
        var lead = new Caller(Samples.Ann, OrganisationId.Parse("GB-LAE-TWH"), Samples.Everywhere(Roles.LeadOfficer));
        Assert.Null((await setUp.ChangeAsync(_key.Programme, 1, SetupPart.Notice, now => now with { NoticeWeeks = 16 }, lead, cancellation)).Problem);
        await _programmes.NoteRegisterAsync(_key.Programme, published: true, cancellation);
        var agree = new AgreeProfile(_programmes, _programmes, _forms, organisations, _queue, new FixedClock(new(2026, 6, 30, 9, 0, 0, TimeSpan.Zero)));
        var proposed = await agree.ProposeAsync(_key.Programme, _key.Award, 1, null, [new Profile(new IndicatorId("people-helped"), Samples.Summer, 44)], "A second group begins.", lead, cancellation);
        Assert.Null(proposed.Problem);
        var drafts = new DraftStore(account);
        var readForm = new ReadForm(_programmes, drafts, _forms, new MemberNames(people, organisations), Clock);
        var edit = new EditForm(_programmes, drafts, readForm, _queue, Clock);
        var begun = (await edit.BeginAsync(_key.Programme, null, lead, cancellation)).Value!;
        var notes = await edit.RunAsync(_key.Programme, begun.Mark, new ChangeDetails(form => form with { Notes = "Shorter." }), lead, cancellation);
        Assert.Null((await edit.UndoAsync(_key.Programme, notes.Value!.Draft.Mark, lead, cancellation)).Problem);
        var outbox = new SetupOutbox(account);
        await foreach (var item in outbox.DueAsync(_key.Programme, Clock.GetUtcNow().AddDays(1), Clock.GetUtcNow().AddDays(1), cancellation))
        {
            await outbox.NoteDoneAsync(item, _key.Award.Value, cancellation);
            await outbox.PostponeAsync(item, Clock.GetUtcNow(), cancellation);
        }
    }

    /// <summary>Three files: one that is taken, one that is not, and one that waits.</summary>
    private async Task SendFilesAsync(CancellationToken cancellation)
    {
        var files = new FileStore(account, TimeProvider.System);
        var upload = new UploadFile(Find, _evidence, files, _queue, Clock);
        var scan = new ScanFile(
            Find, Samples.Everywhere(Roles.Preparer), _returns, _evidence, files, new SubmittedFiles(_returns, _forms), new EicarScanner(), _queue, Clock);
        foreach (var (name, content, scanned) in new[] { ("photo.png", SampleFiles.Png, true), ("run.exe", "MZ"u8.ToArray(), true), ("plan.pdf", SampleFiles.Pdf(), false) })
        {
            using var stream = new MemoryStream(content);
            var sent = await upload.ReceiveAsync(_key, new QuestionId("shown"), name, content.Length, stream, Everybody, cancellation);
            Assert.Null(sent.Problem);
            if (scanned)
                await scan.RunAsync(ScanFileMessage.Of(sent.Value!), cancellation);
        }
    }

    private async Task FileAsync(CancellationToken cancellation)
    {
        await SendFilesAsync(cancellation);
        var saved = await new SaveAnswers(Find, _returns, _evidence, _queue, Clock).RunAsync(
            _key, [new AnswerChange("people-helped", "42"u8.ToArray(), 0, HasComment: true, "A second group began."), new AnswerChange("help", "\"A second room.\""u8.ToArray(), 0, HasComment: false, null)], Everybody, cancellation);
        await foreach (var item in DueAsync(cancellation))
            await _outbox.PostponeAsync(item, Clock.GetUtcNow(), cancellation);
        var submission = new Submission(_key, saved.Value!.Header.Change, "a-key", new Signatory("Ann Lee", "Trustee"), 55);
        Assert.Null((await new SubmitReturn(Find, _returns, _queue, Clock).RunAsync(submission, Everybody, cancellation)).Problem);
        var help = new AnswerHelp(Find, new ReadHelp(Find, _returns, _forms, new HelpStore(account), new LookStore(account), Clock), _returns, _queue, Clock);
        Assert.Null((await help.RunAsync(_key, 0, HelpStanding.Given, "The library has one.", Everybody, cancellation)).Problem);
        await CheckAsync(cancellation);
        var accepted = await new AcceptReturn(new DecideOnReturn(Find, _returns, _queue, Clock), _returns).RunAsync(_key, saved.Value.Header.Change + 1, AnswerBackWords.None, Everybody, cancellation);
        Assert.Null((await new ReopenReturn(Find, _returns, _queue, Clock).RunAsync(_key, accepted.Value!.Change, "A group was left out.", Everybody, cancellation)).Problem);
        Assert.Null((await Find.RunAsync(_key with { Period = Samples.Summer }, Everybody, cancellation)).Problem);
        await SignSummerAsync(cancellation);
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        var officer = new Caller(Samples.Ann, OrganisationId.Parse("GB-LAE-TWH"), Samples.Everywhere(Roles.Officer));
        var meetings = new ReviewMeetings(_programmes, new OrganisationStore(account), new MeetingStore(account), _programmes, _queue, Clock);
        Assert.Null((await meetings.WriteAsync(_key.Programme, _key.Award, 0, new DateOnly(2026, 7, 2), "The target goes down.", null, officer, cancellation)).Problem);
        Assert.Null((await meetings.WriteAsync(_key.Programme, _key.Award, 1, new DateOnly(2026, 7, 2), "The target stays.", 1, officer, cancellation)).Problem);
        Assert.Null((await meetings.ConfirmAsync(_key.Programme, _key.Award, 2, new Caller(Samples.Ann, Samples.Charity, Samples.Everywhere(Roles.Signatory)), cancellation)).Problem);
        var read = new ReadSamples(_programmes, new SampleStore(account));
        Assert.Null((await new DrawSample(read, _programmes, _returns, _programmes, _queue, Clock).RunAsync(_key.Programme, _key.Period, 0, "10%", "Attendance sheets.", officer, cancellation)).Problem);
        Assert.Null((await new NoteCheck(read, Find, _returns, Clock).RunAsync(_key, 1, 0, CheckResult.InOrder, "Twelve sheets.", officer, cancellation)).Problem);
    }

    /// <summary>A return that was sent back, and another that waits for its second signature, as their rows hold it.</summary>
    private async Task SignSummerAsync(CancellationToken cancellation)
    {
        var (key, other) = (_key with { Period = Samples.Summer }, _key with { Period = Samples.Summer, Award = new AwardId("award-018") });
        var mark = new ReadyMark(Samples.Ann, Samples.Morning);
        var (ready, back) = (ReturnHeader.NotStarted(key, 1) with { Change = 1, Status = ReturnStatus.ReadyToSign, Ready = mark }, new SentBackMark(Samples.Ann, Samples.Morning, "The second group is missing."));
        var first = new FirstSignature(Samples.Ann, Samples.Morning, new Signatory("Ann Lee", "Trustee"), 55, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("key"u8)));
        Assert.True(await _returns.TrySaveDraftAsync(new DraftWrite(ready with { FirstSignature = first }, null, [], null, null), cancellation));
        Assert.True(await _returns.TrySaveDraftAsync(new DraftWrite(ReturnHeader.NotStarted(other, 1) with { Change = 1, Status = ReturnStatus.Draft, SentBack = back }, null, [], null, null), cancellation));
        await AnswerSummerAsync(other with { Award = new AwardId("award-019") }, cancellation);
        Assert.Equal((mark, first), ((await _returns.LoadAsync(key, null, cancellation)).Header!.Ready, (await _returns.LoadAsync(key, null, cancellation)).Header!.FirstSignature));
        Assert.Equal(back, (await _returns.LoadAsync(other, null, cancellation)).Header!.SentBack);
    }

    /// <summary>A return with a query that a revision answered and one that is open, and what a funder answered; and what its funders are told, as the rows hold it.</summary>
    private async Task AnswerSummerAsync(ReturnKey key, CancellationToken cancellation)
    {
        var council = OrganisationId.Parse("GB-LAE-TWH");
        var header = ReturnHeader.NotStarted(key, 1) with
        {
            Change = 1,
            Status = ReturnStatus.Queried,
            QueriedFrom = ReturnStatus.Submitted,
            Revision = 1,
            Queries = 2,
            OpenQueries = 1,
            AcceptedAt = Samples.Morning,
            RestatedAt = Samples.Morning,
        };
        Query[] queries =
        [
            new(key, 1, new QuestionId("people-helped"), "Are these 42 people?", council, Samples.Ann, Samples.Morning, 1)
            {
                State = QueryState.Answered, ClosedBy = Samples.Ann, ClosedAt = Samples.Morning, Answer = "Yes.", AnsweredBy = 2,
            },
            new(key, 2, null, "Is this all?", council, Samples.Ann, Samples.Morning, 1),
        ];
        var answer = new AnswerBack(key, 1, council, AnswerBackKind.Accepted, Samples.Ann, Samples.Morning, "In our report.", "We will call you.");
        Assert.True(await _returns.TrySaveDraftAsync(new DraftWrite(header, null, [], null, null) { Queries = queries, AnswerBack = answer }, cancellation));
        Assert.Equal(header, await _returns.GetHeaderAsync(key, cancellation));
        Assert.Equal(queries, await _returns.QueriesAsync(key, cancellation));
        Assert.Equal([answer], await _returns.AnswersBackAsync(key, cancellation));
        // Who accepts it may have acknowledged it before.
        var (acknowledged, work) = (answer with { Kind = AnswerBackKind.Acknowledged, Used = "In our plan." }, await _returns.LoadAsync(key, null, cancellation));
        Assert.True(await _returns.TrySaveDraftAsync(new DraftWrite(header, work.HeaderGuard, [], null, null) { AnswerBack = acknowledged }, cancellation));
        Assert.Equal([acknowledged, answer], await _returns.AnswersBackAsync(key, cancellation));

        var (waiting, restated) = (new WaitingStore(account), new RestatedStore(account));
        var waits = new WaitingReturn(council, key, Samples.Morning, ReturnStatus.Queried, 1, ForAll: true, "Families first", "Summer 2026", "Bow Family Centre");
        await waiting.PutAsync(waits with { Since = Samples.Morning.AddDays(-1) }, cancellation);
        await waiting.PutAsync(waits, cancellation);
        Assert.Equal([waits], (await waiting.ListAsync(council, null, 10, cancellation)).Items);
        await waiting.PutAsync(waits with { Key = _key }, cancellation);
        await waiting.RemoveAsync(council, _key, cancellation);
        await waiting.RemoveAsync(council, _key, cancellation);
        Assert.Equal([waits], (await waiting.ListAsync(council, null, 10, cancellation)).Items);

        var told = new RestatedReturn(
            council, key, 1, 2, new(2026, 7, 2), Samples.Morning, "Families first", "Summer 2026", "Bow Family Centre", [new RestatedFigure(new IndicatorId("people-helped"), "People helped", "42", "43")]);
        await restated.PutAsync(told, cancellation);
        await restated.PutAsync(told with { Key = _key }, cancellation);
        Assert.False(await restated.SeenAsync(council, _key, 1, Samples.Ann, Samples.Morning, cancellation));
        Assert.True(await restated.SeenAsync(council, _key, 2, Samples.Ann, Samples.Morning, cancellation));
        // Told again, it stays seen.
        await restated.PutAsync(told with { Key = _key }, cancellation);
        Assert.Equal([key], (await restated.ListAsync(council, null, 10, cancellation)).Items.Select(one => one.Key));
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var apply = new ApplyProjections(_outbox, new PointerStore(account), _programmes, _reports, _evidence, new ProjectWaiting(_returns, _programmes, new WaitingStore(account)),
            new ProjectRestated(_returns, _programmes, _forms, new LookStore(account), new RestatedStore(account)), new ProjectHelp(_programmes, _forms, _returns, new HelpStore(account)), new TellOfReturn(_returns, new RecordStore(account), new TellMembers(new OrganisationStore(account), _queue)), _queue, Clock);
        await foreach (var item in DueAsync(cancellation))
            await apply.RunAsync(new ApplyProjectionsMessage(_key.Programme, _key.Period, item.Id), cancellation);
        await _queue.SendAsync(ConsolidateReportMessage.ForClosing(_key.Programme, _key.Period, Clock.GetUtcNow()), TimeSpan.Zero, cancellation);
        await _queue.SendAsync(ConsolidateReportMessage.ForRevision(_key.Programme, Samples.Summer, _key.Award, 1, _key.Period), TimeSpan.Zero, cancellation);
        var cut = new ReportKey(_key.Programme, _key.Period, Samples.Summer, OrganisationId.Parse("GB-CHC-204279"));
        await _queue.SendAsync(ConsolidateReportMessage.ForMoment(cut, Clock.GetUtcNow()), TimeSpan.Zero, cancellation);
        await _queue.SendAsync(ConsolidateReportMessage.ForMoment(ReportKey.Of(_key.Programme, _key.Period) with { Content = ReportContent.Answers }, Clock.GetUtcNow()), TimeSpan.Zero, cancellation);
        var consolidate = new ConsolidateReport(
            new CutReport(_programmes, _forms, _periods, _returns, new OrganisationStore(account)), _reports, new ReportFiles(account), new ConsolidatedWorkbook(), _queue, Clock,
            new ReportPace(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        await consolidate.RunAsync(ConsolidateReportMessage.ForRevision(_key.Programme, _key.Period, _key.Award, 1), cancellation);
        var (state, guard) = await _reports.GetAsync(ReportKey.Of(_key.Programme, _key.Period), cancellation);
        Assert.NotNull(state.Published);
        await consolidate.RunAsync(ConsolidateReportMessage.ForMoment(state.Key with { Content = ReportContent.Answers }, Clock.GetUtcNow()), cancellation);
        var (part, partsGuard) = await _reports.GetAsync(state.Key with { Content = ReportContent.Answers }, cancellation);
        Assert.NotNull(await _reports.TrySaveAsync(part with { AskedAt = Clock.GetUtcNow() }, partsGuard, cancellation));
        // As while the next build is under way.
        Assert.NotNull(await _reports.TrySaveAsync(state with { LeaseUntil = Clock.GetUtcNow(), Progress = new BuildProgress(1, 2), StaleSince = Clock.GetUtcNow(), AskedAt = Clock.GetUtcNow() }, guard, cancellation));
    }

    private IAsyncEnumerable<OutboxItem> DueAsync(CancellationToken cancellation) =>
        _outbox.DueAsync(_key.Programme, _key.Period, Clock.GetUtcNow().AddDays(1), Clock.GetUtcNow().AddDays(1), cancellation);

    private static async Task<List<FoundRow>> RowsAsync(StorageAccount account, CancellationToken cancellation)
    {
        var rows = new List<FoundRow>();
        foreach (var table in StorageNames.Tables)
            await foreach (var row in account.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                var own = row.Where(value => value.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"));
                rows.Add(new FoundRow(table, row.PartitionKey, row.RowKey, own.ToDictionary(value => value.Key, value => value.Value!, StringComparer.Ordinal)));
            }
        return rows;
    }

    private static byte[] Form(int version, string notes) => Encoding.UTF8.GetBytes(
        $$"""
        { "form": "quarterly", "version": {{version}}, "title": "Quarterly return", "notes": "{{notes}}", "sections": [
          { "id": "people", "title": "People", "questions": [
            { "id": "people-helped", "type": "count", "label": "People helped", "required": true, "indicator": "people-helped" },
            { "id": "help", "type": "longText", "label": "What would help?", "asksForHelp": true },
            { "id": "shown", "type": "evidence", "label": "Files that show it" } ] } ] }
        """);

    private sealed class FixedClock(DateTimeOffset? now = null) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now ?? Samples.Morning;
    }
}
