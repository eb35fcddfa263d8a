using MonitoringReturns.Core.History;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.People;

/// <summary>
/// Changes an organisation, its members or invitations, each change with its entry in the organisation's record in one transaction. Two who change
/// the same organisation at once come one after the other, so that neither takes away the last lead unseen.
/// </summary>
internal sealed class ChangeOrganisation(IOrganisationStore organisations, TimeProvider clock)
{
    private const int MostTries = 12;

    /// <param name="change">What to write, given the organisation as it is; told again where somebody else was quicker.</param>
    public async Task<Outcome<FoundOrganisation>> RunAsync(
        OrganisationId id, MemberId by, Func<FoundOrganisation, Task<Outcome<Change>>> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await organisations.GetAsync(id, cancellation) is not { } found)
                return NotFound;
            var wanted = await change(found);
            if (wanted.Problem is { } refused)
                return refused;
            var (after, deed) = (wanted.Value!, wanted.Value!.Deed);
            var leads = found.Leads.After(after.RolesBefore, after.RolesAfter);
            if (WhyNot(found.Leads, leads) is { } lastLead)
                return lastLead;
            var done = new Done(clock.GetUtcNow(), by, after.For, deed, after.About, after.Before, after.After);
            var entry = RecordChain.Of(id).Next(found.Record, done);
            var write = new OrganisationWrite(found, after.Organisation ?? found.Organisation, leads, entry) { Put = after.Put, Removed = after.Removed, Invitation = after.Invitation, Parts = after.Parts, PutPast = after.PutPast, RemovedPast = after.RemovedPast };
            if (await organisations.TryWriteAsync(write, cancellation))
                return found with { Organisation = write.Organisation, Leads = leads, Record = RecordChain.HeadAfter(entry) };
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        return new Problem(Catalogue.Busy, "Several people are changing this organisation right now. Nothing was saved; try again in a moment.");
    }

    public static Problem NotFound => new(Catalogue.NotFound, "There is no such organisation, member or invitation.");

    private static Problem? WhyNot(LeadCounts before, LeadCounts after) => (after.Vacant & ~before.Vacant) switch
    {
        Roles.None => null,
        var vacant => new Problem(Catalogue.LastLead, $"This would leave nobody as {RoleWords.Of(vacant)}. Let somebody else be that first."),
    };

    /// <summary>What is to be written.</summary>
    /// <param name="For">The organisation that the caller acts for.</param>
    public sealed record Change(Deed Deed, OrganisationId? For, string? About)
    {
        public string? Before { get; init; }

        public string? After { get; init; }

        public Organisation? Organisation { get; init; }

        /// <summary>Of a person, before; a client leads nothing and is not counted.</summary>
        public Roles RolesBefore { get; init; }

        public Roles RolesAfter { get; init; }

        public Member? Put { get; init; }

        public MemberId? Removed { get; init; }

        public Invitation? Invitation { get; init; }

        public ConsortiumParts? Parts { get; init; }

        public PastReturn? PutPast { get; init; }

        public PastReturn? RemovedPast { get; init; }
    }
}
