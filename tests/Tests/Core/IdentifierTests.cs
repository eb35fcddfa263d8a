using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;

namespace MonitoringReturns.Tests.Core;

public sealed class IdentifierTests
{
    public static TheoryData<string?> Refused =>
    [
        (string?)null, "", " ", "-a", "-", "a b", "a ", " a", "a/b", "a\\b", "a|b", "a!", "a\0", "\0", "a\n", "a\t", "a#b", "a?b", "a%2F", "a.b", "a_b", "a:b", "=1", "+1", "@a",
        "é", "ａ", "١", "a\u200b", "a\u0301", "\ud83d", "🙂", new string('a', 41), new string('a', 1000),
    ];

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("2026-h2")]
    [InlineData("A-")]
    [InlineData("a--b")]
    [InlineData("CON")]
    [InlineData("1234567890123456789012345678901234567890")]
    public void TryParse_OfAnIdentifier_KeepsItAsItIs(string text)
    {
        Assert.True(Identifier.TryParse<AwardId>(text, out var id));
        Assert.Equal(text, id.Value);
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, Identifier.Parse<AwardId>(text));
    }

    [Theory, MemberData(nameof(Refused))]
    public void TryParse_OfAnythingElse_IsRefused(string? text)
    {
        Assert.False(Identifier.TryParse<QuestionId>(text, out var id));
        Assert.Equal(default, id);
        Assert.Throws<FormatException>(() => Identifier.Parse<QuestionId>(text!));
    }

    [Fact]
    public void TryParse_OfAnyText_TakesLettersDigitsAndHyphensOnly()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>(),
            Gen.Elements("abcXYZ0189-|!/\0é ".ToCharArray()).ArrayOf().Select(characters => new string(characters)),
            Gen.Elements("abcXYZ0189-".ToCharArray()).ArrayOf().Select(characters => new string(characters)));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var plain = text is { Length: > 0 and <= 40 } && text[0] != '-'
                && text.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');
            return Identifier.TryParse<AwardId>(text, out var id) == plain && (!plain || JsonSerializer.Deserialize<AwardId>(JsonSerializer.Serialize(id)) == id);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Json_OfIdentifiers_IsTextAlsoAsAName()
    {
        var figures = new Dictionary<IndicatorId, decimal> { [Identifier.Parse<IndicatorId>("people")] = 3 };
        Assert.Equal("{\"people\":3}", JsonSerializer.Serialize(figures));
        Assert.Equal(figures, JsonSerializer.Deserialize<Dictionary<IndicatorId, decimal>>("{\"people\":3}"));
    }

    [Theory]
    [InlineData("\"a|b\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\u0000\"")]
    public void Json_OfAnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PeriodId>(json));

    [Fact]
    public void Json_OfABadName_IsRefused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<IndicatorId, decimal>>("{\"a|b\":3}"));
}
