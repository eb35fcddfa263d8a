using System.Reflection;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Tests.Core.Problems;

public sealed class CatalogueTests
{
    private static readonly object?[] Fields = [.. typeof(Catalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null))];

    [Fact]
    public void Codes_HaveANumberAndANameOfTheirOwn()
    {
        var codes = Fields.Select(field => field as Code ?? ((Refusal)field!).Code).ToArray();
        Assert.Equal(codes.Length, codes.Select(code => code.Number).Distinct().Count());
        Assert.Equal(codes.Length, codes.Select(code => code.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Lists_HoldEveryCode()
    {
        Assert.Equal(Fields.OfType<Refusal>(), Catalogue.Refusals);
        Assert.Equal(Fields.OfType<Code>(), Catalogue.Findings);
    }

    [Fact]
    public void Codes_AreWrittenWithTheirNumber() => Assert.Equal("MR2101", Catalogue.AnswersNotUsable.Code.ToString());
}
