using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.Forms.Drafting;

/// <summary>How large a form is for an award, by the rule of decision 28.</summary>
public sealed class FormSizeTests
{
    private static readonly OrganisationId Trust = OrganisationId.Parse("GB-CHC-204279");

    [Fact]
    public void Size_OfTheHouseholdForm_IsItsQuestionsBoxesAndMinutes()
    {
        var form = FormDocument.Read(File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", "household-support", "1.json")));
        // Five figures of 2 minutes, tables of 4 and 10 cells at half a minute each, two texts of 150 words at 25 a minute, a declaration.
        Assert.Equal(new FormSize(10, 5 + 4 + 10 + 2 + 1, 10 + 2 + 5 + 12 + 1, 40), FormSize.For(form, new HashSet<OrganisationId>()));
        Assert.Equal(40, FormSize.For(form, new HashSet<OrganisationId>()).Minutes);
        Assert.Equal(30, FormSize.For(form with { Minutes = 5 }, new HashSet<OrganisationId>()).Minutes);
    }

    [Fact]
    public void Size_ForAnAward_CountsItsFundersModulesAndItsAgreedOutcomes()
    {
        var question = new QuestionDocument { Id = new QuestionId("q"), Type = "count", Label = "How many?" };
        SectionDocument Section(string id) => new() { Id = new SectionId(id), Title = id, Questions = [question with { Id = new QuestionId($"q-{id}") }] };
        var form = new FormDocument
        {
            Form = new FormId("f"),
            Version = 1,
            Title = "A form",
            Sections = [Section("core"), Section("module") with { Module = Trust }, Section("outcomes") with { AgreedOutcomes = 3 }],
        };
        var award = Samples.Award(new ProgrammeId("p"));
        Assert.Equal(1, FormSize.For(form, award).Questions);
        Assert.Equal(2, FormSize.For(form, award with { Contributions = [new Contribution(Trust, 10)] }).Questions);
        Assert.Equal(3, FormSize.For(form, award with { AgreedOutcomes = [new("One", "One"), new("Two", "Two")] }).Questions);
        Assert.Equal(4, FormSize.For(form, new HashSet<OrganisationId>()).Questions);
    }

    [Theory]
    [InlineData(15, 40, 60, true)]
    [InlineData(16, 40, 60, false)]
    [InlineData(15, 41, 60, false)]
    [InlineData(15, 40, 61, false)]
    public void FitsIn_ACeiling_IsUpToItAndNotOver(int questions, int cells, int minutes, bool fits) => Assert.Equal(fits, new FormSize(questions, cells, minutes, null).FitsIn(Ceilings.Default.OfSmall));
}
