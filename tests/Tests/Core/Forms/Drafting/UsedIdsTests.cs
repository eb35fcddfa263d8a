using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;

namespace MonitoringReturns.Tests.Core.Forms.Drafting;

/// <summary>How ids are made from labels.</summary>
public sealed class UsedIdsTests
{
    [Theory]
    [InlineData("People helped", "people-helped")]
    [InlineData("Café visits – how many?", "cafe-visits-how-many")]
    [InlineData("How many people did you help in this period, all told?", "how-many-people-did-you-help-in")]
    [InlineData("", "question")]
    [InlineData("…", "question")]
    [InlineData("new", "new-v2")]
    [InlineData("Helped", "helped-v2")]
    public void NewQuestion_FromALabel_IsItsWords(string label, string id) => Assert.Equal(id, Used().NewQuestion(label).Value);

    [Fact]
    public void NewCode_IsTheFormsInitialsAndTheNextNumber() => Assert.Equal("EH2", Used().NewCode(new FormId("early-help")));

    private static UsedIds Used() => new([new FormDocument
    {
        Form = new FormId("early-help"),
        Version = 1,
        Title = "A form",
        Sections = [new SectionDocument { Id = new SectionId("main"), Title = "Main", Questions = [new QuestionDocument { Id = new QuestionId("helped"), Type = "count", Label = "Helped", Checks = [new CheckDocument { Code = "EH1", Rule = "min", Value = 0 }] }] }],
    }]);
}
