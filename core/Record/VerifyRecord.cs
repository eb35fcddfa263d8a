using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Record;

/// <summary>What a verification came to.</summary>
/// <param name="Chains">Chains walked.</param>
/// <param name="Entries">Entries that were in order.</param>
public sealed record Verified(int Chains, long Entries, IReadOnlyList<RecordBreak> Breaks);

/// <summary>
/// Walks chains of the record and holds them against what they are about: every entry follows the one before, the last one is the head that is
/// kept with the return, organisation or form, and a return's newest digest is the one that its newest submission left.
/// </summary>
public sealed class VerifyRecord(IReturnStore returns, IRecordStore record, IOrganisationStore organisations, IProgrammeStore programmes)
{
    /// <summary>One return; without a chain where it is not started.</summary>
    public async Task<Verified> ReturnAsync(ReturnKey key, CancellationToken cancellation)
    {
        var total = new Sum();
        if ((await returns.LoadAsync(key, null, cancellation)).Header is { } header)
            await AddAsync(total, header, cancellation);
        return total.Verified;
    }

    /// <summary>Every return of a period.</summary>
    public async Task<Verified> PeriodAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var total = new Sum();
        await foreach (var header in returns.HeadersAsync(programme, period, cancellation))
            await AddAsync(total, header, cancellation);
        return total.Verified;
    }

    public async Task<Verified> OrganisationAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        var total = new Sum();
        var chain = RecordChain.Of(organisation);
        var found = await organisations.GetAsync(organisation, cancellation);
        var walk = await WalkAsync(chain, record.OfAsync(organisation, cancellation));
        var details = walk.LastAfter(Deed.OrganisationChanged) ?? walk.LastAfter(Deed.OrganisationAdded);
        total.Add(walk, walk.EndAt(found?.Record ?? RecordHead.Empty) ?? (found is null || string.Equals(details, OrganisationDetails.DigestOf(found.Organisation), StringComparison.Ordinal)
            ? null
            : new RecordBreak(chain.Name, walk.Sound, "The organisation's details are not the ones that the record's last change left.")));
        return total.Verified;
    }

    public async Task<Verified> FormAsync(FormId form, CancellationToken cancellation)
    {
        var total = new Sum();
        var walk = await WalkAsync(RecordChain.Of(form), record.OfAsync(form, cancellation));
        total.Add(walk, walk.EndAt(await record.HeadOfAsync(form, cancellation)));
        return total.Verified;
    }

    /// <summary>A programme's set-up; the last change of it left the programme as it stands.</summary>
    public async Task<Verified> ProgrammeAsync(ProgrammeId programme, CancellationToken cancellation)
    {
        var total = new Sum();
        var chain = RecordChain.Of(programme);
        var walk = await WalkAsync(chain, record.OfAsync(programme, cancellation));
        var left = walk.LastAfter(Deed.ProgrammeChanged) ?? walk.LastAfter(Deed.ProgrammeBegun);
        var found = left is null ? null : await programmes.GetAsync(programme, cancellation);
        total.Add(walk, walk.EndAt(await record.HeadOfAsync(programme, cancellation)) ?? (left is null || (found is not null && string.Equals(left, SetupDigest.Of(found), StringComparison.Ordinal))
            ? null
            : new RecordBreak(chain.Name, walk.Sound, "The programme is not the one that the record's last change left.")));
        return total.Verified;
    }

    private async Task AddAsync(Sum total, ReturnHeader header, CancellationToken cancellation)
    {
        var chain = RecordChain.Of(header.Key);
        var walk = await WalkAsync(chain, record.OfAsync(header.Key, cancellation));
        total.Add(walk, walk.EndAt(header.Record) ?? (string.Equals(walk.LastAfter(Deed.Submitted), header.Digest, StringComparison.Ordinal)
            ? null
            : new RecordBreak(chain.Name, walk.Sound, "The return's digest is not the one that its newest submission left.")));
    }

    private static async Task<RecordWalk> WalkAsync(RecordChain chain, IAsyncEnumerable<RecordEntry> entries)
    {
        var walk = new RecordWalk(chain);
        await foreach (var entry in entries)
            walk.Add(entry);
        return walk;
    }

    private sealed class Sum
    {
        private readonly List<RecordBreak> _breaks = [];
        private int _chains;
        private long _entries;

        public Verified Verified => new(_chains, _entries, _breaks);

        public void Add(RecordWalk walk, RecordBreak? broken)
        {
            _chains++;
            _entries += walk.Sound;
            if (broken is not null)
                _breaks.Add(broken);
        }
    }
}
