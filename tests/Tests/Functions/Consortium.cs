using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Partners of the first award of a small programme, and what they fill in; the way to it is not what a test is about.</summary>
internal static class Consortium
{
    public static NamedOrganisation NewPartner(string name = "Elm Street Youth Club") => new(Samples.NewProvider(), name);

    /// <summary>Puts partners into the award; each fills in the sections that are named with it.</summary>
    public static async Task FormAsync(SmallCase test, params (NamedOrganisation Partner, string[] Sections)[] partners)
    {
        await test.PutAwardAsync(SmallCase.AwardOf(test.Programme, 1) with { Partners = [.. partners.Select(one => one.Partner)] });
        await ShareAsync(test, partners);
    }

    public static async Task ShareAsync(SmallCase test, params (NamedOrganisation Partner, string[] Sections)[] partners)
    {
        var award = SmallCase.AwardOf(test.Programme, 1);
        var parts = new ConsortiumParts(test.Programme, award.Id)
        {
            Sections = partners.SelectMany(one => one.Sections.Select(section => (section, one.Partner.Id))).ToDictionary(part => Identifier.Parse<SectionId>(part.section), part => part.Id),
        };
        var store = new OrganisationStore(StorageAccount.Connect(test.App.ConnectionString));
        for (var written = false; !written;)
        {
            var found = (await store.GetAsync(award.Provider.Id, default))!;
            var entry = RecordChain.Of(award.Provider.Id).Next(found.Record, new Done(SmallCase.InTime, SetUp.Portal, award.Provider.Id, Deed.PartsShared, $"{test.Programme}/{award.Id}", null, parts.Digest));
            written = await store.TryWriteAsync(new OrganisationWrite(found, found.Organisation, found.Leads, entry) { Parts = parts }, default);
        }
    }
}
