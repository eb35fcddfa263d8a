using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Core.Forms.Drafting;

/// <summary>Which questions are taken to ask for personal data of the people who were helped.</summary>
public sealed class PersonalDataRuleTests
{
    [Theory]
    [InlineData("shortText", "Name", null, "name")]
    [InlineData("shortText", "Full name of the child", null, "full name")]
    [InlineData("date", "Date of birth", null, "date of birth")]
    [InlineData("date", "DOB", null, "dob")]
    [InlineData("shortText", "Postcode", null, "postcode")]
    [InlineData("shortText", "Where do they live?", "Home address, with the number of the house.", "home address")]
    [InlineData("shortText", "NHS number", null, "nhs number")]
    [InlineData("shortText", "National Insurance number", null, "national insurance")]
    [InlineData("longText", "How can we reach them?", "Their phone number or e-mail.", "phone number")]
    [InlineData("evidence", "Photographs of the children", null, "photographs of the children")]
    [InlineData("longText", "Your story", "Leave out what nobody needs. Write the names of the children.", "names")]
    public void WordsIn_AQuestionThatAsksForIt_GiveItAway(string type, string label, string? hint, string words) =>
        Assert.Equal(words, PersonalDataRule.WordsIn(Question(type, label, hint)));

    [Theory]
    [InlineData("count", "Names on the waiting list", null)]
    [InlineData("shortText", "Name of the organisation", null)]
    [InlineData("shortText", "Name of your project", null)]
    [InlineData("shortText", "School name", null)]
    [InlineData("longText", "What you saw", "Leave out names, addresses and anything that would let a neighbour guess.")]
    [InlineData("longText", "What you saw", "Don't give names.")]
    [InlineData("date", "Day of the visit", null)]
    [InlineData("evidence", "Proof", "For example a photograph, a letter or a table.")]
    [InlineData("longText", "A story", "No real names, no addresses, nothing that lets a neighbour guess.")]
    [InlineData("table", "People by postcode area", null)]
    public void WordsIn_AQuestionThatAsksForNone_AreNone(string type, string label, string? hint) => Assert.Null(PersonalDataRule.WordsIn(Question(type, label, hint)));

    [Fact]
    public void Group_WithAPartThatAsksForIt_LacksAReasonUntilThereIsOne()
    {
        var group = Question("repeatingGroup", "Visits", null) with { Questions = [Question("shortText", "Surname", null)] };
        Assert.True(PersonalDataRule.LacksReason(group));
        Assert.False(PersonalDataRule.LacksReason(group with { PersonalData = "The court asks for it." }));
    }

    [Fact]
    public void Shipped_Forms_AreFlaggedForNothing() => Assert.Empty(Directory.GetFiles(Path.Combine(ProjectFolder.Root, "forms"), "*.json", SearchOption.AllDirectories)
        .Where(file => !file.Contains("library", StringComparison.Ordinal)).SelectMany(file => FormDocument.Read(File.ReadAllBytes(file)).Sections).SelectMany(section => section.Questions)
        .Where(PersonalDataRule.LacksReason).Select(question => $"{question.Label}: {PersonalDataRule.WordsIn(question)}").Distinct(StringComparer.Ordinal));

    [Fact]
    public void Difference_WhereAQuestionBeginsToAskForIt_IsHeavier()
    {
        FormDocument Form(int version, LocalText? reason) => new()
        {
            Form = new FormId("f"),
            Version = version,
            Title = "A form",
            Sections = [new SectionDocument { Id = new SectionId("s"), Title = "S", Questions = [Question("shortText", "Name", null) with { PersonalData = reason }] }],
        };
        var change = Assert.Single(FormDifference.Between(Form(1, null), Form(2, "The court asks for it.")).Changes);
        Assert.Equal((ChangeKind.PersonalDataAsked, ChangeClass.Heavier), (change.Kind, change.Class));
        Assert.Equal(ChangeClass.Same, FormDifference.Between(Form(1, "One reason."), Form(2, "Another.")).Class);
    }

    private static QuestionDocument Question(string type, string label, string? hint) => new() { Id = new QuestionId("q"), Type = type, Label = label, Hint = hint is null ? (LocalText?)null : new LocalText(hint) };
}
