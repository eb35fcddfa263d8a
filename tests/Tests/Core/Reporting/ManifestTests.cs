using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting;

public sealed class ManifestTests
{
    // As storage sorts them: ordinal, so that capitals stand before small letters and a hyphen before both.
    private static readonly Gen<Manifest> Any =
        from ids in Gen.SubListOf("0", "1", "10", "2", "A", "A-1", "B", "a", "a-", "a1", "aa", "b", "zz-9")
        from revisions in Gen.Choose(0, 4).ArrayOf(ids.Count)
        select Of([.. ids.Order(StringComparer.Ordinal).Zip(revisions, Entry)]);

    [Fact]
    public void Covers_OfAnyAwardAndRevision_IsWhatALinearSearchFinds()
    {
        var asked = from manifest in Any
                    from award in Gen.Elements("0", "1", "10", "2", "A", "A-1", "B", "a", "a-", "a1", "aa", "b", "zz-9", "-", "z")
                    from revision in Gen.Choose(0, 5)
                    select (manifest, award: new AwardId(award), revision);
        Prop.ForAll(asked.ToArbitrary(), ask =>
            ask.manifest.Covers(A.Period().Id, ask.award, ask.revision) == ask.manifest.Returns.Any(entry => entry.Award == ask.award && entry.Revision >= ask.revision))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData("a1", 1, true)]
    [InlineData("a1", 2, false)]
    [InlineData("a2", 1, false)]
    public void Covers_OfAnEarlierPeriod_LooksAmongItsReturns(string award, int revision, bool covered) =>
        Assert.Equal(covered, Of(Entry("a1", 2), Entry("a2", 2)).Covers(new PeriodId("2026-h1"), new AwardId(award), revision));

    [Fact]
    public void FromJson_OfAnyManifestsJson_IsTheManifest() => Prop.ForAll(Any.ToArbitrary(), manifest =>
    {
        var read = Manifest.FromJson(manifest.ToJson());
        return read with { Returns = manifest.Returns, Periods = manifest.Periods, Awards = manifest.Awards, Earlier = manifest.Earlier } == manifest
            && read.Returns.SequenceEqual(manifest.Returns) && read.Periods.SequenceEqual(manifest.Periods) && read.Awards.SequenceEqual(manifest.Awards);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToJson_OfASmallManifest_GivesTheseBytes() => Assert.Equal(
        """
        {"programme":"grant-aid","programmeVersion":1,"from":"2026-h2","period":"2026-h2","form":"grant-aid","rules":3,"cut":3,"cutAt":"2027-07-01T08:00:05+00:00",
        "periods":[{"period":"2026-h2","formVersion":1,"formHash":"abc","reported":true}],"awards":[{"award":"a1","version":1},{"award":"a2","version":1}],
        "returns":[{"award":"a1","period":"2026-h2","status":"NotStarted","revision":0},
        {"award":"a2","period":"2026-h2","status":"Submitted","revision":2,"digest":"d2","firstSubmittedAt":"2027-01-20T09:30:00+00:00","submittedAt":"2027-02-01T00:00:00+00:00"}],
        "earlier":[{"award":"a1","period":"2026-h1","revision":1,"digest":"d1"}]}
        """.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal),
        Encoding.UTF8.GetString(Of(Entry("a1", 0), Entry("a2", 2)).ToJson()));

    private static ManifestEntry Entry(string award, int revision) => revision == 0
        ? new ManifestEntry(new AwardId(award), A.Period().Id, ReturnStatus.NotStarted, 0, null, null, null)
        : new ManifestEntry(new AwardId(award), A.Period().Id, ReturnStatus.Submitted, revision, $"d{revision}", Reports.OnTime, Reports.Late);

    private static Manifest Of(params ManifestEntry[] entries) =>
        Reports.Cut(SmallCase.Form, A.Programme()).Manifest with
        {
            Periods = [new ManifestPeriod(A.Period().Id, 1, "abc", true)],
            Awards = [.. entries.Select(entry => new ManifestAward(entry.Award, 1))],
            Returns = entries,
            Earlier = [new EarlierEntry(new AwardId("a1"), new PeriodId("2026-h1"), 1, "d1")],
        };
}
