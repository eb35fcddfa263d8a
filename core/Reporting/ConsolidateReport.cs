using System.Diagnostics;
using System.Security.Cryptography;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// Builds the consolidated report of a programme's period. Messages may come twice, late and side by side: one that the published
/// manifest covers is done; while a build is under way, or one began a moment ago, a message sends itself again for later. So a
/// deadline night makes a handful of builds, and the last one holds everything.
/// </summary>
public sealed class ConsolidateReport(
    CutReport cuts, IReportStore reports, IReportFiles files, IReportFormat workbook, IWorkQueue queue, TimeProvider clock, ReportPace pace)
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task RunAsync(ConsolidateReportMessage message, CancellationToken cancellation)
    {
        var key = message.Report();
        var (state, guard) = await reports.GetAsync(key, cancellation);
        // A funder that pays no more, or leads now, has no cut; it may have had one that still follows the lead funder's.
        if (await IsCoveredAsync(message, state, cancellation) || !await cuts.HasReaderAsync(key, cancellation))
            return;
        var now = clock.GetUtcNow();
        var notBefore = Later(state.LeaseUntil is { } held && held > now ? now + pace.Quiet : null, state.BegunAt + pace.Quiet);
        if (notBefore > now)
        {
            await SendAgainAsync(message, notBefore.Value - now, cancellation);
            return;
        }
        var begun = state with { LastCut = state.LastCut + 1, BegunAt = now, LeaseUntil = now + pace.Lease, Progress = null };
        if (await reports.TrySaveAsync(begun, guard, cancellation) is not { } lease)
        {
            await SendAgainAsync(message, pace.Quiet, cancellation);
            return;
        }

        var build = new Build(begun, lease);
        PublishedReport? built = null;
        try
        {
            built = await BuildAsync(build, cancellation);
        }
        finally
        {
            if (built is null)
                await EndAsync(build, null, CancellationToken.None);
        }
        await EndAsync(build, built, cancellation);
        if (key.IsLeads)
            await AskForOthersAsync(key, build.State.BegunAt!.Value, cancellation);
        (state, _) = await reports.GetAsync(key, cancellation);
        if (!await IsCoveredAsync(message, state, cancellation))
            await SendAgainAsync(message, pace.Quiet, cancellation);
    }

    private async Task<bool> IsCoveredAsync(ConsolidateReportMessage message, ReportState state, CancellationToken cancellation)
    {
        // Only a build clears the mark of a stale report, also where what is published holds the revision already: it may have been marked twice.
        if (state.Published is not { } published || state.StaleSince is not null)
            return false;
        var manifest = await files.GetManifestAsync(published.ManifestFile, cancellation);
        if (manifest.Rules != Manifest.CurrentRules)
            return false;
        return message.Award is { } award ? manifest.Covers(message.Of ?? message.Period, award, message.Revision) : published.CutAt >= message.NotBefore;
    }

    /// <summary>
    /// Cuts and spans that somebody asked for follow the lead funder's report. Where this is lost, whoever asks for one again sets it going. What holds a part
    /// alone waits until somebody asks again: those are many, and few are looked at twice.
    /// </summary>
    private async Task AskForOthersAsync(ReportKey key, DateTimeOffset cutAt, CancellationToken cancellation)
    {
        await foreach (var other in reports.EndingWithAsync(key.Programme, key.To, cancellation))
            if (!other.Key.IsLeads && other.Key.Content.IsWhole && other.Published is { } published && published.CutAt < cutAt)
                await queue.SendAsync(ConsolidateReportMessage.ForMoment(other.Key, cutAt), TimeSpan.Zero, cancellation);
    }

    private async Task<PublishedReport> BuildAsync(Build build, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var cutAt = build.State.BegunAt!.Value;
        var cut = await cuts.TakeAsync(build.State.Key, build.State.LastCut, cutAt, cancellation)
            ?? throw new InvalidDataException($"There is no report {build.State.Key}.");
        var manifest = cut.Manifest.ToJson();
        var digest = Convert.ToHexStringLower(SHA256.HashData(manifest));
        var folder = $"{build.State.Key}/{build.State.LastCut:D8}-{digest[..12]}";
        var manifestFile = $"{folder}/manifest.json";
        var workbookFile = $"{folder}/consolidated.xlsx";

        (IReportTables Report, KeptTables? Kept)? written = null;
        await SaveJsonAsync(manifestFile, manifest, cancellation);
        var bytes = 0L;
        await files.SaveAsync(
            KeptTables.RowsBeside(workbookFile), "application/octet-stream",
            async rows => bytes = await files.SaveAsync(workbookFile, WorkbookType, async stream => written = await WriteAsync(cut, digest, workbook, stream, rows, build, cancellation), cancellation),
            cancellation);
        var (report, kept) = written!.Value;
        await SaveJsonAsync(KeptTables.FileBeside(workbookFile), kept!.ToJson(), cancellation);
        if (report is ConsolidatedReport whole && !cut.IsSpan)
            await SaveJsonAsync(GlanceFigures.FileBeside(workbookFile), whole.Glance.ToJson(), cancellation);
        var tables = report.Count;
        return new PublishedReport(
            build.State.LastCut, cutAt, digest, manifestFile, workbookFile, bytes, cut.Manifest.Returns.Count, tables.Revisions, tables.Rows,
            Stopwatch.GetElapsedTime(started).TotalSeconds, clock.GetUtcNow())
        {
            Sheets = report.RowsBySheet,
            Reader = cut.Manifest.Funder ?? cut.Programme.LeadFunder.Id,
        };
    }

    /// <summary>Writes the workbook of a cut; the same cut gives the same bytes.</summary>
    public async Task<ReportCount> WriteAsync(Cut cut, string manifestDigest, Stream stream, CancellationToken cancellation) =>
        (await WriteAsync(cut, manifestDigest, workbook, stream, null, null, cancellation)).Report.Count;

    /// <summary>Writes a published report in another format, from the same manifest: the same tables, and the answers in tidy form.</summary>
    public async Task<Outcome<ReportCount>> WriteAsync(PublishedReport published, IReportFormat format, Stream stream, CancellationToken cancellation)
    {
        var manifest = await files.GetManifestAsync(published.ManifestFile, cancellation);
        if (manifest.Rules != Manifest.CurrentRules)
        {
            await queue.SendAsync(ConsolidateReportMessage.ForMoment(manifest.Key, published.CutAt), TimeSpan.Zero, cancellation);
            return new Problem(Catalogue.ReportOutdated, "It can be had as a workbook only. A new one is being made; look again in a minute.");
        }
        return (await WriteAsync(await cuts.OpenAsync(manifest, cancellation), published.ManifestDigest, format, stream, null, null, cancellation)).Report.Count;
    }

    private Task<long> SaveJsonAsync(string name, byte[] json, CancellationToken cancellation) =>
        files.SaveAsync(name, "application/json", stream => stream.WriteAsync(json, cancellation).AsTask(), cancellation);

    /// <param name="rows">Takes the rows of tables that pages show; null where none are kept.</param>
    private async Task<(IReportTables Report, KeptTables? Kept)> WriteAsync(
        Cut cut, string manifestDigest, IReportFormat format, Stream stream, Stream? rows, Build? build, CancellationToken cancellation)
    {
        var properties = new ReportProperties(
            $"{cut.Programme.Name}: {cut.SpanName}", ReportTables.SubjectOf(cut), cut.Programme.LeadFunder.Name, cut.Manifest.CutAt);
        var made = format.Create(stream, properties);
        var kept = rows is null ? null : new KeepTables(made, rows);
        using var writer = kept ?? made;
        var (report, done) = (ReportTables.Of(cut, manifestDigest, writer, tidy: !ReferenceEquals(format, workbook)), 0);
        await foreach (var line in cuts.LinesAsync(cut, cancellation))
        {
            report.Add(line);
            done++;
            if (build is not null && clock.GetUtcNow() is var now && (now > build.State.LeaseUntil - (pace.Lease / 2) || now - build.ToldAt >= pace.Telling))
                await RenewAsync(build, new BuildProgress(done, cut.Manifest.Awards.Count), now, cancellation);
        }
        report.Complete();
        writer.Complete();
        return (report, kept?.Kept);
    }

    /// <summary>
    /// Keeps the lease while it works, and says how far it has come. Where somebody else took it, the work goes on: publishing never lets an older cut win.
    /// </summary>
    private async Task RenewAsync(Build build, BuildProgress progress, DateTimeOffset now, CancellationToken cancellation)
    {
        build.ToldAt = now;
        build.State = build.State with { LeaseUntil = now + pace.Lease, Progress = progress };
        if (build.Guard is not { } guard)
            return;
        build.Guard = await reports.TrySaveAsync(build.State, guard, cancellation);
        if (build.Guard is not null)
            return;
        // The mark of a stale report, or somebody's asking, is written to the same row: the lease is still its own then.
        var (state, fresh) = await reports.GetAsync(build.State.Key, cancellation);
        if (state.LastCut == build.State.LastCut && state.LeaseUntil is not null)
        {
            build.State = state with { LeaseUntil = build.State.LeaseUntil, Progress = progress };
            build.Guard = await reports.TrySaveAsync(build.State, fresh, cancellation) ?? fresh;
        }
    }

    /// <summary>Publishes, or only lets go of the lease. Never replaces a newer cut by an older one.</summary>
    private async Task EndAsync(Build build, PublishedReport? built, CancellationToken cancellation)
    {
        while (true)
        {
            var (state, guard) = await reports.GetAsync(build.State.Key, cancellation);
            var ours = state.LastCut == build.State.LastCut;
            var newer = built is not null && !(state.Published?.Cut >= built.Cut);
            if (!ours && !newer)
                return;
            var next = state with
            {
                Published = newer ? built : state.Published,
                LeaseUntil = ours ? null : state.LeaseUntil,
                Progress = ours ? null : state.Progress,
                StaleSince = newer && state.StaleSince <= built!.CutAt ? null : state.StaleSince,
            };
            var saved = newer ? await reports.TryPublishAsync(next, guard, cancellation) : await reports.TrySaveAsync(next, guard, cancellation);
            if (saved is not null)
                return;
        }
    }

    private async Task SendAgainAsync(ConsolidateReportMessage message, TimeSpan wait, CancellationToken cancellation)
    {
        var longest = pace.Lease + pace.Quiet;
        // Spread, so that a night's messages don't all come back in one moment.
        // A clock that is wrong somewhere must not put a message off for longer than a build may take.
        var spread = TimeSpan.FromMilliseconds(Random.Shared.Next(0, 1 + (int)(pace.Quiet.TotalMilliseconds / 2)));
        await queue.SendAsync(message, (wait < longest ? wait : longest) + spread, cancellation);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private sealed class Build(ReportState state, string guard)
    {
        public ReportState State { get; set; } = state;

        public string? Guard { get; set; } = guard;

        /// <summary>When it last said how far it has come.</summary>
        public DateTimeOffset? ToldAt { get; set; } = state.BegunAt;
    }
}
