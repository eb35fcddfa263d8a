using System.Text.Json;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

public sealed class LocalTextTests
{
    [Theory]
    [InlineData("\"Food\"", "Food", null)]
    [InlineData("""{"en":"Food","cy":"Bwyd"}""", "Food", "Bwyd")]
    [InlineData("""{"cy":"Bwyd","en":"Food"}""", "Food", "Bwyd")]
    [InlineData("""{"en":"Food"}""", "Food", null)]
    [InlineData("\"\"", "", null)]
    public void Read_OfWords_TakesTextOrLanguages(string json, string english, string? welsh) =>
        Assert.Equal(new LocalText(english, welsh), JsonSerializer.Deserialize<LocalText>(json));

    [Theory]
    [InlineData("5")]
    [InlineData("[\"Food\"]")]
    [InlineData("null")]
    [InlineData("""{"cy":"Bwyd"}""")]
    [InlineData("""{"en":null}""")]
    [InlineData("""{"en":["Food"]}""")]
    [InlineData("""{"en":"Food","en":"Foods"}""")]
    [InlineData("""{"en":"Food","fr":"Vivres"}""")]
    [InlineData("{}")]
    public void Read_OfAnythingElse_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LocalText>(json));

    [Fact]
    public void Write_OfWords_IsTextWhereThereIsOnlyEnglish()
    {
        Assert.Equal("\"Food\"", JsonSerializer.Serialize(new LocalText("Food")));
        Assert.Equal("""{"en":"Food","cy":"Bwyd"}""", JsonSerializer.Serialize(new LocalText("Food", "Bwyd")));
    }

    [Theory]
    [InlineData("cy", "Bwyd")]
    [InlineData("en", "Food")]
    [InlineData("pl", "Food")]
    public void In_ALanguage_IsThatOrEnglish(string language, string words)
    {
        Assert.Equal(words, new LocalText("Food", "Bwyd").In(language));
        Assert.Equal("Drink", new LocalText("Drink").In(language));
    }

    [Fact]
    public void Label_InTwoLanguages_KeepsBothAndNumbersBothForAgreedOutcomes()
    {
        var form = A.FormOf(A.OutcomeSection("o", """{"id":"q","type":"count","label":{"en":"People","cy":"Pobl"}}"""));
        Assert.Equal(new LocalText("Outcome 2: People", "Canlyniad 2: Pobl"), form.Questions[1].Labels);
        Assert.Equal("Outcome 2: People", form.Questions[1].Label);
    }
}
