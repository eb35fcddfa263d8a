using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Drafting;

/// <summary>How large a form is for the awards that there are.</summary>
public sealed class BandSizeTests
{
    private static readonly OrganisationId Trust = OrganisationId.Parse("GB-CHC-204279");
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public void Sizes_OfAwards_AreTheHeaviestOfEachBandAgainstItsCeiling()
    {
        AwardBrief[] awards = [Brief("small", 1_000), Brief("small-with-trust", 2_000, Trust), Brief("large", 200_000, Trust), Brief("gone", 50_000) with { EndedOn = new(2026, 3, 31) }];
        var bands = BandSize.Of(Form(20), A.Programme(), awards, Today);
        Assert.Equal([AwardBand.Small, AwardBand.Large], bands.Select(band => band.Band));
        // One question of the core form and twenty of the trust's module: more than the fifteen that small awards bear.
        Assert.Equal((2, 21, "small-with-trust", 1), (bands[0].Awards, bands[0].Heaviest.Questions, bands[0].Such.Id.Value, bands[0].TooLarge));
        Assert.Equal((1, 21, 0), (bands[1].Awards, bands[1].Heaviest.Questions, bands[1].TooLarge));
    }

    private static FormDocument Form(int inModule) => new()
    {
        Form = new("f"),
        Version = 1,
        Title = "F",
        Sections =
        [
            new SectionDocument { Id = new("core"), Title = "Core", Questions = [Count("helped")] },
            new SectionDocument { Id = new("module"), Title = "Module", Module = Trust, Questions = [.. Enumerable.Range(1, inModule).Select(number => Count($"m-{number}"))] },
        ],
    };

    private static QuestionDocument Count(string id) => new() { Id = new(id), Type = "count", Label = id };

    private static AwardBrief Brief(string id, decimal amount, params OrganisationId[] funders) =>
        new(new AwardId(id), 1, new NamedOrganisation(OrganisationId.Parse("MR-000001"), "Group 1"), null, new(2026, 1, 1), new(2027, 12, 31), null, funders, []) { Amount = amount };
}
