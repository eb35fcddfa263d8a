using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Tests.Core.People;

public sealed class OrganisationIdTests
{
    private static readonly string[] Known =
    [
        "GB-CHC-1044239", "GB-CHC-204279", "GB-CHC-1044239-12", "GB-SC-SC004401", "GB-NIC-100280", "GB-COH-03011053", "GB-COH-SC123456", "GB-LAE-NTT",
        "GB-LAS-EDH", "GB-PLA-CRF", "GB-LANI-BFS", "GB-NHS-R1A", "GB-GOR-D5", "MR-000123",
    ];

    public static TheoryData<string> Valid => [.. Known];

    public static TheoryData<string?> Refused =>
    [
        (string?)null, "", " ", "GB-CHC-", "GB-CHC-12345", "GB-CHC-12345678", "GB-CHC-1044239-", "GB-CHC-1044239-12345", "GB-CHC-1044239-1-2", "gb-chc-1044239", "GB_CHC_1044239",
        "GB-SC-004401", "GB-SC-SC04401", "GB-NIC-10028", "GB-COH-3011053", "GB-COH-sc123456", "GB-LAE-NT", "GB-LAE-N1T", "GB-NHS-R1", "GB-GOR-", "GB-XYZ-123456", "US-EIN-123456",
        "MR-123", "MR-0001234", " GB-CHC-1044239", "GB-CHC-1044239 ", "GB-CHC-1044239\n", "MR-000123\n", "GB-CHC-1044239/1", "GB-CHC-1044239\0", "GB-CHC-1044|39",
        "GB-CHC-104423!", "GB-CHC-١٠٤٤٢٣٩", "GB-LAE-ÑTT", "XGB-CHC-1044239", "GB-CHC-1044239\nGB-CHC-1044239", new string('1', 1000), "GB-CHC-" + new string('1', 1000),
    ];

    [Theory, MemberData(nameof(Valid))]
    public void TryParse_OfARegistersNumber_KeepsItAsItIs(string text)
    {
        Assert.True(OrganisationId.TryParse(text, out var id));
        Assert.Equal(text, id.Value);
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, JsonSerializer.Deserialize<OrganisationId>(JsonSerializer.Serialize(id)));
    }

    [Theory, MemberData(nameof(Refused))]
    public void TryParse_OfAnythingElse_IsRefused(string? text)
    {
        Assert.False(OrganisationId.TryParse(text, out var id));
        Assert.Equal(default, id);
        Assert.Throws<FormatException>(() => OrganisationId.Parse(text!));
    }

    [Fact]
    public void TryParse_OfAKnownOneWithACharacterChanged_TakesCapitalsDigitsAndHyphensOnly()
    {
        var changes = from text in Gen.Elements(Known)
                      from place in Gen.Choose(0, text.Length)
                      from removed in Gen.Choose(0, Math.Min(1, text.Length - place))
                      from added in Gen.OneOf(Gen.Elements("", "A", "a", "0", "-", "\n", "\0", "|", "!", "/", " ", "é"), ArbMap.Default.GeneratorFor<char>().Select(character => character.ToString()))
                      select text.Remove(place, removed).Insert(place, added);
        Prop.ForAll(changes.ToArbitrary(), text =>
            !OrganisationId.TryParse(text, out var id)
            || (string.Equals(id.Value, text, StringComparison.Ordinal) && text.All(character => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-')))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("\"GB-CHC-1\"")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"\\udc00\"")]
    public void Json_OfAnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrganisationId>(json));
}
