using System.Text.Json;
using Azure.Storage.Blobs;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Benchmarks.Growth;

/// <summary>A programme of any size as the rows that the app would have stored, every return of every period submitted once.</summary>
/// <param name="Form">The form's document.</param>
/// <param name="Indicators">Counted by the form, each with a profile for every period.</param>
/// <param name="Boroughs">Co-funders; each pays a part of every award, and the profiles are by their rows.</param>
internal sealed record GrowingProgramme(string Name, byte[] Form, int Awards, int Periods, int Indicators, int Boroughs)
{
    private static readonly OrganisationId Lead = OrganisationId.Parse("GB-LAE-NTT");

    /// <summary>Half of what readers put up with.</summary>
    private const int ChangedSince = Gathered<ReturnStanding>.MostBeside / 2;

    // Nothing here is as large as to go there.
    private readonly LargeContent _content = new(new BlobContainerClient(new Uri("http://127.0.0.1/none/none")));
    private readonly FormVersion _version = FormVersion.Read(Form);

    private ProgrammeId Id => Identifier.Parse<ProgrammeId>(Name);

    public int Cells => _version.Questions.Sum(question => question.Columns.Count);

    public void AddTo(SortedTables tables)
    {
        var programme = Programme();
        foreach (var funder in programme.Funders)
            tables.Add(StorageNames.Involvements, new TableEntity(funder.Id.Value, Name));
        tables.Add(StorageNames.Forms, Packed(new TableEntity(_version.Form.Value, "v|0001") { ["ContentHash"] = _version.ContentHash }, Form));
        foreach (var key in (string[])["p", "w|000001"])
            tables.Add(StorageNames.Programmes, Packed(new TableEntity(Name, key) { ["Version"] = 1 }, JsonSerializer.SerializeToUtf8Bytes(programme, StoredJson.Default.Programme)));
        foreach (var period in programme.Calendar)
            tables.Add(StorageNames.Periods, new TableEntity(Name, period.Id.Value)
            {
                ["FormVersion"] = 1,
                ["OpenedAt"] = Moment(period.Start),
                ["SweepUntil"] = Moment(period.AmendUntil),
                ["CloseHandled"] = true,
            });
        var awards = Enumerable.Range(1, Awards).Select(number => Award(programme, number)).ToArray();
        Parallel.For(0, Awards, place =>
        {
            tables.Add(StorageNames.Programmes, Packed(new TableEntity(Name, Keys.Award(awards[place].Id)) { ["Version"] = 1 }, JsonSerializer.SerializeToUtf8Bytes(awards[place], StoredJson.Default.Award)));
            for (var period = 0; period < Periods; period++)
                foreach (var row in RowsOfReturn(awards[place], programme.Calendar[period], place + (period * 1_000_000)))
                    tables.Add(StorageNames.Returns, row);
        });
        AddGathered(tables, StorageNames.Programmes, Name, BriefRow.Kind, [.. awards.Select(BriefRow.ToEntity)]);
        foreach (var (place, period) in programme.Calendar.Index())
            AddGathered(tables, StorageNames.Returns, Keys.Partition(Id, period.Id), StandingRow.Kind, [.. awards.Select((award, number) => StandingRow.ToEntity(HeaderOf(award, period, number + (place * 1_000_000))))]);
    }

    /// <summary>What lists read, in one row; a few changed since.</summary>
    private void AddGathered<T>(SortedTables tables, string table, string partition, GatheredKind<T> kind, IReadOnlyList<TableEntity> rows)
    {
        tables.Add(table, kind.PackAsync(partition, [.. rows.Select(kind.Read)], _content, default).GetAwaiter().GetResult());
        foreach (var row in rows.Take(ChangedSince))
            tables.Add(table, row);
    }

    private ReturnHeader HeaderOf(Award award, ReportingPeriod period, int seed)
    {
        var at = Moment(period.End.AddDays(10)).AddSeconds(seed % 40_000);
        return ReturnHeader.NotStarted(new ReturnKey(Id, period.Id, award.Id), 1) with { Status = ReturnStatus.Submitted, Change = 2, Revision = 1, FirstSubmittedAt = at, SubmittedAt = at };
    }

    private IEnumerable<TableEntity> RowsOfReturn(Award award, ReportingPeriod period, int seed)
    {
        var header = HeaderOf(award, period, seed);
        var key = header.Key;
        var answers = LargeForm.Answers(_version, seed);
        var revision = new Revision(key, 1, answers, new bool[_version.Questions.Count], new Signatory("Ann Lee", "Treasurer"), 60 + (seed % 90), header.SubmittedAt!.Value);
        var stored = RevisionJson.Write(revision);
        yield return HeaderRow.ToEntity(header with { Digest = stored.Digest, Minutes = revision.Minutes });
        yield return Packed(new TableEntity(Keys.Partition(key), Keys.Revision(key.Award, 1)) { ["Digest"] = stored.Digest }, stored.Json);
        var results = Results.Of(1, answers, award);
        yield return Packed(ResultsRow.ToEntity(key, results), CountedMeasures.ToJson(results.Measures));
    }

    private Programme Programme() => new()
    {
        Id = Id,
        Name = "A growing programme",
        LeadFunder = new NamedOrganisation(Lead, "A county council"),
        CoFunders = [.. Enumerable.Range(1, Boroughs).Select(number => new NamedOrganisation(TableForms.Borough(number), $"Borough {number}"))],
        Form = _version.Form,
        FormVersions = [new FormPlan(1, PeriodOf(0).Id)],
        Calendar = [.. Enumerable.Range(0, Periods).Select(PeriodOf)],
        Indicators = [.. Enumerable.Range(1, Indicators).Select(number => new Indicator(LargeForm.IndicatorOf(number), LargeForm.IndicatorName(number), "people", IndicatorKind.Output, AddsUpAs.Sum))],
    };

    private Award Award(Programme programme, int number) => new()
    {
        Id = LargeProgramme.AwardOf(number),
        Programme = Id,
        Provider = new NamedOrganisation(OrganisationId.Parse($"MR-{number:D6}"), $"A community organisation, number {number}"),
        Project = $"Project {number}",
        Amount = 330_000,
        Start = new(2020, 1, 1),
        End = new(2099, 12, 31),
        Contributions = Boroughs == 0 ? [new Contribution(Lead, 330_000)] : [.. programme.CoFunders.Select(borough => new Contribution(borough.Id, 330_000m / Boroughs))],
        Profiles = [.. from indicator in programme.Indicators from period in programme.Calendar from profile in ProfilesOf(indicator, period) select profile],
    };

    private IEnumerable<Profile> ProfilesOf(Indicator indicator, ReportingPeriod period) => Boroughs == 0
        ? [new Profile(indicator.Id, period.Id, 800)]
        : Enumerable.Range(1, Boroughs).Select(borough => new Profile(indicator.Id, period.Id, 80 + borough, TableForms.Borough(borough)));

    /// <summary>Quarters; the last is <see cref="LargeProgramme.Now"/>, and over.</summary>
    private ReportingPeriod PeriodOf(int place)
    {
        var start = new DateOnly(2026, 4, 1).AddMonths(3 * (place + 1 - Periods));
        var end = start.AddMonths(3).AddDays(-1);
        var quarter = (start.Month + 2) / 3;
        return new ReportingPeriod(Identifier.Parse<PeriodId>($"{start.Year}-Q{quarter}"), $"Quarter {quarter} of {start.Year}", start, end, end.AddDays(20), end.AddDays(30), end.AddDays(60));
    }

    private TableEntity Packed(TableEntity row, ReadOnlyMemory<byte> json)
    {
        _content.PutAsync(row, json, default).GetAwaiter().GetResult();
        return row;
    }

    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
