using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Changes;

/// <summary>Differences of the versions of real returns.</summary>
public sealed class FormDifferenceTests
{
    private static readonly string[] Core = [A.QuestionJson("helped", "count"), A.QuestionJson("families", "count")];

    private static readonly string[] Health = [A.QuestionJson("referrals", "count"), A.QuestionJson("waiting", "number")];

    private static FormDocument EarlyHelp(int number, string[] core, string[] health) =>
        Brief.VersionOf(number, A.Section("core", core), A.Section("health", health)).Document;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    public void HouseholdSupport_FromVersionToVersion_IsHeavier(int from, int to)
    {
        var difference = FormDifference.Between(HouseholdSupport.Document(from), HouseholdSupport.Document(to));
        Assert.Equal((from, to, ChangeClass.Heavier), (difference.From, difference.To, difference.Class));
        Assert.Equal(HouseholdSupport.Document(to).ToJson(), difference.ApplyTo(HouseholdSupport.Document(from)).ToJson());
    }

    [Fact]
    public void HouseholdSupport_ToVersionThree_IsToldInPlainWords() => Assert.Equal(
        [
            "“The c” is a new question in “Household support”.",
            "“The with-disabled” is a new row in “The a”.",
            "“The food” in “The b” is replaced by “The school-meals” and “The other-food”.",
        ],
        FormDifference.Between(HouseholdSupport.Document(2), HouseholdSupport.Document(3)).Changes.Select(change => change.Sentence));

    [Fact]
    public void HouseholdSupport_ToVersionFour_IsHeavierButForWhatWasDropped()
    {
        var four = HouseholdSupport.Document(4);
        var dropped = four with { Sections = [.. four.Sections.Select(section => section with { Questions = [.. section.Questions.Where(question => question.Id.Value != "c")] })] };
        var changes = FormDifference.Between(HouseholdSupport.Document(3), dropped).Changes;
        Assert.Equal(
            [
                ("“The first-time” is a new question in “Household support”.", ChangeClass.Heavier), ("“The signed-finance” is a new question in “Household support”.", ChangeClass.Heavier),
                ("“The c” is no longer a question in “Household support”.", ChangeClass.Lighter), ("“The advice” is a new row in “The b”.", ChangeClass.Heavier),
                ("“The wider” in “The b” is replaced by “The wider-goods” and “The wider-bills”.", ChangeClass.Heavier),
            ],
            changes.OrderBy(change => change.Thing).ThenBy(change => change.Sentence.Contains("replaced", StringComparison.Ordinal)).Select(change => (change.Sentence, change.Class)));
    }

    [Fact]
    public void EarlyHelp_ThatDropsAQuestion_IsLighter()
    {
        var difference = FormDifference.Between(EarlyHelp(1, Core, [.. Health, A.QuestionJson("smoking", "count")]), EarlyHelp(2, Core, Health));
        Assert.Equal(ChangeClass.Lighter, difference.Class);
        var change = Assert.Single(difference.Changes);
        Assert.Equal(("health", "smoking", ChangeKind.Removed), (change.Place.Section?.Value, change.Place.Question?.Value, change.Kind));
    }

    [Fact]
    public void EarlyHelp_ThatAddsAQuestion_IsHeavier()
    {
        var difference = FormDifference.Between(EarlyHelp(2, Core, Health), EarlyHelp(3, [.. Core, A.QuestionJson("care-leavers", "count")], Health));
        Assert.Equal(ChangeClass.Heavier, difference.Class);
        Assert.Equal("care-leavers", Assert.Single(difference.Changes).Place.Question?.Value);
    }

    [Fact]
    public void Difference_OfAMovedQuestion_IsToldOnce()
    {
        var change = Assert.Single(FormDifference.Between(EarlyHelp(1, Core, Health), EarlyHelp(2, [.. Core, Health[1]], [Health[0]])).Changes);
        Assert.Equal(("“The waiting” moved from “Section health” to “Section core”.", ChangeClass.Same), (change.Sentence, change.Class));
    }

    [Fact]
    public void Difference_OfAQuestionMovedOutOfAModule_AsksMore()
    {
        const string Module = """{"id":"health","title":"Health","module":"GB-NHS-QH8","questions":[""";
        var before = Brief.VersionOf(1, A.Section("core", Core), $"{Module}{Health[0]},{Health[1]}]}}").Document;
        var after = Brief.VersionOf(2, A.Section("core", [.. Core, Health[1]]), $"{Module}{Health[0]}]}}").Document;
        Assert.Equal([ChangeKind.Moved, ChangeKind.AskedOfMore], FormDifference.Between(before, after).Changes.Select(change => change.Kind));
    }

    [Fact]
    public void Difference_OfOtherForms_IsRefused() =>
        Assert.Throws<FormDefinitionException>(() => FormDifference.Between(HouseholdSupport.Document(1), FormDocument.Read(Encoding.UTF8.GetBytes(A.Document(A.Section("s", Core))))));

    [Fact]
    public void Difference_AppliedToAnotherVersion_IsRefused() =>
        Assert.Throws<ArgumentException>(() => FormDifference.Between(HouseholdSupport.Document(1), HouseholdSupport.Document(2)).ApplyTo(HouseholdSupport.Document(3)));

    [Fact]
    public void Difference_OfAnotherDocumentOfTheVersion_IsRefused()
    {
        var difference = FormDifference.Between(Brief.Document(1, Core), Brief.Document(2, Core[0]));
        Assert.Throws<ArgumentException>(() => difference.ApplyTo(Brief.Document(1, Core[0])));
    }

    [Fact]
    public void Difference_OfDocumentsThatHaveAnIdTwice_IsRefused()
    {
        var document = HouseholdSupport.Document(1);
        var twice = document with { Sections = [.. document.Sections, document.Sections[0] with { Id = new("t") }] };
        Assert.Contains("two questions", Assert.Throws<FormDefinitionException>(() => FormDifference.Between(document, twice)).Message, StringComparison.Ordinal);
    }
}
