using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Local.Demo.HouseholdSupport;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The four versions of the household support return.</summary>
public sealed class HouseholdSupportFormTests
{
    private static readonly IReadOnlyList<FormVersion> Versions = [.. new HouseholdSupportCase().Forms.Select(form => FormVersion.Read(form.Span))];

    [Fact]
    public void Versions_WhenRead_AreFourThatTakeLongerEachTime()
    {
        Assert.Equal([1, 2, 3, 4], Versions.Select(version => version.Number));
        Assert.All(Versions.Zip(Versions.Skip(1)), pair => Assert.True(pair.First.Minutes < pair.Second.Minutes));
        Assert.All(Versions, version => Assert.False(string.IsNullOrEmpty(version.Notes)));
    }

    [Fact]
    public void Questions_OfEveryVersion_SayWhyAndForWhom() =>
        Assert.All(Versions.SelectMany(version => version.Questions), question =>
            Assert.False(string.IsNullOrEmpty(question.Why) || string.IsNullOrEmpty(question.UsedBy), $"{question.Id} says neither why nor for whom"));

    [Theory]
    [InlineData(1, "by-household", "with-children, without-children")]
    [InlineData(2, "by-household", "with-children, with-pensioners < without-children, other < without-children")]
    [InlineData(3, "by-household", "with-children, with-pensioners, with-disabled-person, other")]
    [InlineData(4, "by-household", "with-children, with-pensioners, with-disabled-person, other")]
    [InlineData(1, "by-kind", "energy-water, food, linked-essentials, wider-essentials, housing")]
    [InlineData(2, "by-kind", "energy-water, food, linked-essentials, wider-essentials, housing")]
    [InlineData(3, "by-kind", "energy-water, school-meals < food, other-food < food, linked-essentials, wider-essentials, housing")]
    [InlineData(4, "by-kind", "energy-water, school-meals, other-food, linked-essentials, clothing-bedding < wider-essentials, white-goods < wider-essentials, housing, advice")]
    [InlineData(1, "by-route", null)]
    [InlineData(2, "by-route", null)]
    [InlineData(3, "by-route", "applied, found-and-offered, third-party")]
    [InlineData(4, "by-route", "applied, found-and-offered, third-party")]
    public void Tables_OfAVersion_HaveTheRowsOfItsRound(int version, string table, string? rows)
    {
        var definition = QuestionsOf(Versions[version - 1]).SingleOrDefault(question => question.Id.Value == table);
        Assert.Equal(rows, definition is null ? null : string.Join(", ", definition.Rows.Select(row => row.Replaces.Count == 0 ? row.Id.Value : $"{row.Id} < {string.Join(' ', row.Replaces)}")));
        if (definition is null)
            return;
        Assert.Equal(["value money", "number count"], definition.Columns.Select(column => $"{column.Id} {column.Type}"));
        Assert.True(definition.WholeRows);
        Assert.Equal(["value = awards-value", "number = awards-number"], definition.Checks.Select(check => $"{check.Column} = {check.Of.Single()}"));
    }

    [Fact]
    public void Questions_FromOneVersionToTheNext_ComeAndGoAsTheRoundsDid()
    {
        var ids = Versions.Select(version => version.Questions.Select(question => question.Id.Value).ToList()).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(["by-route"], ids[2].Except(ids[1], StringComparer.Ordinal));
        Assert.Empty(ids[1].Except(ids[2], StringComparer.Ordinal));
        Assert.Equal(["first-time-households", "cfo-declaration"], ids[3].Except(ids[2], StringComparer.Ordinal));
        Assert.Equal(["vouchers"], ids[2].Except(ids[3], StringComparer.Ordinal));
    }

    [Fact]
    public void SignOff_FromTheFourthVersionOn_NeedsTwoPeople() =>
        Assert.Equal([(1, null), (1, null), (1, null), (2, "Chief finance officer")], Versions.Select(version =>
            (version.Questions.Count(question => question is DeclarationQuestion && question.Required), version.SecondSignature)));

    [Fact]
    public void Checks_WithOneCode_SayTheSameInEveryVersion() =>
        Assert.All(
            Versions.SelectMany(QuestionsOf).SelectMany(question => question.Checks.Select(check => (question.Id, check.Code, check.Rule, check.Column, check.Message?.En)))
                .GroupBy(check => check.Code, StringComparer.Ordinal),
            ofCode => Assert.Single(ofCode.Distinct()));

    private static IEnumerable<QuestionDocument> QuestionsOf(FormVersion version) => version.Document.Sections.SelectMany(section => section.Questions);
}
