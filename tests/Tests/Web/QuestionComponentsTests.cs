using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Web.Pages.Returns.Questions;

namespace MonitoringReturns.Tests.Web;

/// <summary>Which component shows which type of question.</summary>
public sealed class QuestionComponentsTests
{
    public static TheoryData<string> Types => [.. QuestionTypes.Names];

    [Theory]
    [MemberData(nameof(Types))]
    public void Of_EveryType_IsAComponentForIt(string type) =>
        Assert.True(QuestionComponents.Of(A.Question(type, type switch
        {
            "oneChoice" or "manyChoices" => """ "choices":[{"id":"n","label":"North"},{"id":"s","label":"South"}] """,
            "table" => """ "rows":[{"id":"r","label":"R"}],"columns":[{"id":"c","label":"C","type":"count"}] """,
            "repeatingGroup" => """ "questions":[{"id":"p","type":"count","label":"P"}] """,
            _ => "",
        })).IsAssignableTo(typeof(QuestionComponent)));
}
