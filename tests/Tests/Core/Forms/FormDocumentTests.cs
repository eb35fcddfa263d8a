using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

public sealed class FormDocumentTests
{
    [Fact]
    public void Read_OfWhatWasWritten_IsTheDocument() => Prop.ForAll(GeneratedForms.Document.ToArbitrary(), document =>
        Assert.Equivalent(document, FormDocument.Read(document.ToJson()), strict: true)).QuickCheckThrowOnFailure();

    [Fact]
    public void ToJson_OfWhatWasReadAgain_GivesTheSameBytes() => Prop.ForAll(GeneratedForms.Document.ToArbitrary(), document =>
        document.ToJson().AsSpan().SequenceEqual(FormDocument.Read(document.ToJson()).ToJson())).QuickCheckThrowOnFailure();

    [Fact]
    public void ToJson_OfAFormThatHasEverything_ReadsToAFormThatAsksTheSame()
    {
        var json = Encoding.UTF8.GetBytes(
            """
            {"form":"early-help","version":2,"title":{"en":"Early help","cy":"Cymorth cynnar"},"sections":[
              {"id":"s","title":"People","module":"GB-CHC-204279","visibleTo":["GB-CHC-204279"],"questions":[
                {"id":"by-age","type":"table","label":"By age","sensitive":true,"replaces":["ages"],"askIn":{"endingIn":[3],"lastOfAward":true},
                 "rows":[{"id":"u5","label":"Under 5","replaces":["u4","u3"]},{"id":"o5","label":"5 and over"}],
                 "columns":[{"id":"people","label":"People","type":"count","indicator":"people"}],
                 "checks":[{"code":"c","rule":"sumAtMost","column":"people","of":["more"],"atMost":"more","message":{"en":"Check","cy":"Gwirio"}}]},
                {"id":"more","type":"count","label":"More","prefill":"previous"}]}]}
            """);
        var document = FormDocument.Read(json);
        var again = FormVersion.Read(document.ToJson());
        Assert.Equivalent(document, again.Document, strict: true);
        Assert.Equal(["u4", "u3"], again.Document.Sections[0].Questions[0].Rows[0].Replaces.Select(row => row.Value));
        Assert.Equal(Prefill.Previous, again.Document.Sections[0].Questions[1].Prefill);
        Assert.Equal("Gwirio", again.Document.Sections[0].Questions[0].Checks[0].Message?.Cy);
        Assert.Equal(FormVersion.Read(json).Questions.Select(question => question.Columns.Count), again.Questions.Select(question => question.Columns.Count));
    }

    [Theory]
    [InlineData("\"prefill\":\"Previous\"")]
    [InlineData("\"agreedOutcome\":1")]
    [InlineData("\"module\":\"GB-CHC-204279\"")]
    [InlineData("\"visibleTo\":[\"a borough\"]")]
    [InlineData("\"rows\":[{\"id\":\"a\",\"label\":\"A\",\"indicators\":{\"a b\":\"people\"}}]")]
    public void Read_OfWhatAQuestionDoesntWrite_IsRefused(string more) =>
        Assert.Throws<FormDefinitionException>(() => FormDocument.Read(Encoding.UTF8.GetBytes(A.Document(A.Section("s", A.QuestionJson("q", "count", more))))));

    [Fact]
    public void ToJson_OfADocument_LeavesOutWhatItDoesntSay()
    {
        using var json = JsonDocument.Parse(FormDocument.Read(Encoding.UTF8.GetBytes(A.Document(A.Section("s", A.QuestionJson("q", "count"))))).ToJson());
        var question = json.RootElement.GetProperty("sections")[0].GetProperty("questions")[0];
        Assert.Equal(["id", "type", "label"], question.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Array && field.Name != "indicators").Select(field => field.Name));
    }
}
