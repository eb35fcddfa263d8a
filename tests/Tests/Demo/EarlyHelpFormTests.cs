using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Local.Demo.EarlyHelp;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The four versions of the early help form, and what each changed.</summary>
public sealed class EarlyHelpFormTests
{
    private static readonly EarlyHelpCase Case = new();
    private static readonly IReadOnlyList<FormVersion> Versions = [.. Case.Forms.Select(form => FormVersion.Read(form.Span))];

    [Fact]
    public void Versions_WhenRead_StartInTheirQuarters()
    {
        Assert.Equal([1, 2, 3, 4], Versions.Select(version => version.Number));
        Assert.Equal(
            [(1, "2024-25-q1"), (2, "2024-25-q3"), (3, "2025-26-q1"), (4, "2025-26-q3")], Case.Programme.FormVersions.Select(plan => (plan.Version, plan.From.Value)));
        Assert.All(Versions, version => Assert.True(version.Minutes > 0 && version.Notes!.Length > 60));
    }

    [Fact]
    public void Questions_OfEveryVersion_SayWhyAndForWhom() =>
        Assert.All(Versions.SelectMany(version => version.Questions), question =>
            Assert.False(string.IsNullOrEmpty(question.Why) || string.IsNullOrEmpty(question.UsedBy), $"{question.Id} says neither why nor for whom"));

    [Fact]
    public void VersionTwo_DropsOneQuestionOfTheHealthBoardAndNothingElse()
    {
        Assert.Equal(["parents-smoking"], Dropped(0));
        Assert.Empty(Added(0));
        Assert.Equal(Case.Programme.CoFunders[0].Id, Versions[0].Find("parents-smoking")!.Module);
        Assert.True(Versions[1].Minutes < Versions[0].Minutes);
    }

    [Fact]
    public void VersionThree_AddsCareLeaversWhoHaveToBeCounted()
    {
        Assert.Equal(["care-leavers"], Added(1));
        Assert.Empty(Dropped(1));
        Assert.True(Versions[2].Find("care-leavers")!.Required);
        Assert.True(Versions[2].Minutes > Versions[1].Minutes);
    }

    [Fact]
    public void VersionFour_IsImposedAndItsQuestionsAreNotYetRequired()
    {
        Assert.Equal(["kinship-families", "early-support-plans"], Added(2));
        Assert.Empty(Dropped(2));
        Assert.All(Added(2).Select(id => Versions[3].Find(id)!), question =>
        {
            Assert.Equal((false, false, true), (question.IsRequiredOn(new(2025, 10, 1)), question.IsRequiredOn(new(2026, 1, 1)), question.IsRequiredOn(new(2026, 4, 1))));
            Assert.Contains("Not yet required", question.Hint, StringComparison.Ordinal);
        });
        Assert.Contains("imposed by the Department for Education", Versions[3].Notes, StringComparison.Ordinal);
        Assert.Contains("four weeks", Versions[3].Notes, StringComparison.Ordinal);
        var filed = new EarlyHelpFigures(Case);
        Assert.Equal(
            ["eh-1 2025-26-q3", "eh-1 2025-26-q4", "eh-2 2025-26-q4"],
            filed.Awards.SelectMany(award => filed.Quarters.Where(quarter => filed.Answer(award, quarter, "kinship-families") is not null).Select(quarter => $"{award} {quarter}")));
    }

    [Fact]
    public void Versions_KeepTheWordsOfEveryQuestionThatStays()
    {
        foreach (var (before, after) in Versions.Zip(Versions.Skip(1)))
            foreach (var question in before.Questions)
                if (after.Find(question.Id.Value) is { } kept)
                    Assert.Equal((question.Labels, question.Type, question.Required), (kept.Labels, kept.Type, kept.Required));
    }

    [Fact]
    public void Versions_SpeakWelshWhereFamiliesLookFirst() =>
        Assert.All(Versions, version =>
        {
            Assert.NotNull(version.Document.Title.Cy);
            Assert.InRange(version.Questions.Count(question => question.Labels.Cy is not null), 10, 20);
        });

    [Fact]
    public void TrustStory_IsAskedInJuneAndDecemberInThreeHundredWordsForTheTrustAlone() =>
        Assert.All(Versions, version =>
        {
            var story = Assert.IsType<LongTextQuestion>(version.Find("trust-story"));
            Assert.Equal([6, 12], story.AskIn!.EndingIn);
            Assert.Equal(300, story.MaxWords);
            Assert.Equal([Case.Programme.CoFunders[1].Id], story.VisibleTo);
        });

    private static List<string> Added(int place) =>
        [.. Versions[place + 1].Questions.Select(question => question.Id.Value).Except(Versions[place].Questions.Select(question => question.Id.Value), StringComparer.Ordinal)];

    private static List<string> Dropped(int place) =>
        [.. Versions[place].Questions.Select(question => question.Id.Value).Except(Versions[place + 1].Questions.Select(question => question.Id.Value), StringComparer.Ordinal)];
}
