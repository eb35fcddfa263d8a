using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Changes;

public sealed class VersionRulesTests
{
    public static TheoryData<string, string, string, string> Refused => new()
    {
        { Count("a"), Count("a", Brief.Replaces("a")), "a", "“The a” replaces itself: a question that goes on keeps its id and replaces nothing." },
        { Count("a"), Count("b", Brief.Replaces("c")), "b", "“The b” replaces c, but the version before has no such question." },
        { Count("a"), $"{Count("a")},{Count("b", Brief.Replaces("a"))}", "b", "“The b” replaces a, but this version still has that question." },
        { Count("a"), A.QuestionJson("a", "money"), "a", "“The a” was of type count and is of type money: an id never changes its type. Give the question a new id that replaces it." },
        { Brief.Table("t", "x", "n:count"), Brief.Table("t", "y<z", "n:count"), "t/y", "“The y” replaces z, but the version before has no such row." },
        { Brief.Table("t", "x", "n:count"), Brief.Table("t", "x,y<x", "n:count"), "t/y", "“The y” replaces x, but this version still has that row." },
        { Brief.Table("t", "x", "n:count"), Brief.Table("t", "x<x", "n:count"), "t/x", "“The x” replaces itself: a row that goes on keeps its id and replaces nothing." },
        { Brief.Table("t", "x", "n:count"), Brief.Table("t", "x", "m:count<o"), "t/m", "“The m” replaces o, but the version before has no such column." },
        { Brief.Table("t", "x", "n:count"), Brief.Table("t", "x", "n:money"), "t/n", "The column “The n” was of type count and is of type money: an id never changes its type. Give the column a new id that replaces it." },
        { Brief.Choices("q", "oneChoice", "n,s"), Brief.Choices("q", "oneChoice", "n,e<w"), "q/e", "“The e” replaces w, but the version before has no such choice." },
        { Group(Count("x")), Group(Count("y", Brief.Replaces("z"))), "g/y", "“The y” replaces z, but the version before has no such question." },
        { Group(Count("x")), Group(A.QuestionJson("x", "money")), "g/x", "“The x” was of type count and is of type money: an id never changes its type. Give the question a new id that replaces it." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Version_ThatCannotFollow_IsRefused(string before, string after, string place, string sentence)
    {
        var (old, now) = (Brief.Document(1, before), Brief.Document(2, after));
        Assert.Equal([new VersionProblem(place, sentence)], VersionRules.ProblemsBetween(old, now));
        Assert.Equal($"{place}: {sentence}", Assert.Throws<FormDefinitionException>(() => VersionRules.Check(old, now)).Message);
    }

    [Fact]
    public void Versions_OfHouseholdSupport_MayFollowOneAnother()
    {
        for (var number = 1; number < 4; number++)
        {
            Assert.Empty(VersionRules.ProblemsBetween(HouseholdSupport.Document(number), HouseholdSupport.Document(number + 1)));
            VersionRules.Check(HouseholdSupport.Document(number), HouseholdSupport.Document(number + 1));
        }
    }

    [Fact]
    public void Version_WithReplacementsOfTheVersionBeforeLast_IsToldSo() =>
        Assert.Contains("no such row", Assert.Single(VersionRules.ProblemsBetween(
            Brief.Document(2, Brief.Table("t", "y<x", "n:count")), Brief.Document(3, Brief.Table("t", "y<x", "n:count")))).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Version_OfAQuestionThatTakesAnothersPlace_ReplacesItsRows() =>
        Assert.Empty(VersionRules.ProblemsBetween(
            Brief.Document(1, Brief.Table("t", "x", "n:count")), Brief.Document(2, Brief.Table("u", "y<x", "m:count<n", "," + Brief.Replaces("t")))));

    [Fact]
    public void Version_OfAnotherFormOrNoHigherNumber_IsRefused()
    {
        var document = HouseholdSupport.Document(1);
        Assert.Equal(["form", "version"], VersionRules.ProblemsBetween(document, document with { Form = new("other") }).Select(problem => problem.Place));
    }

    private static string Count(string id, string more = "") => A.QuestionJson(id, "count", more);

    private static string Group(string question) => A.QuestionJson("g", "repeatingGroup", $"\"questions\":[{question}]");
}
