using MonitoringReturns.Core;

namespace MonitoringReturns.Tests.Core;

public sealed class PagesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("abc/de")]
    [InlineData("/abc//d/")]
    public async Task AllAsync_OverPages_GivesEverythingInOrder(string pages)
    {
        var parts = pages.Split('/');
        var asked = new List<string?>();
        var all = new List<char>();
        await foreach (var item in Pages.AllAsync<char>((continuation, _) =>
        {
            asked.Add(continuation);
            var page = continuation is null ? 0 : int.Parse(continuation);
            return Task.FromResult(new PageOf<char>([.. parts[page]], page + 1 < parts.Length ? $"{page + 1}" : null));
        }))
            all.Add(item);
        Assert.Equal(pages.Replace("/", "", StringComparison.Ordinal), new string([.. all]));
        Assert.Equal(parts.Length, asked.Count);
    }
}
