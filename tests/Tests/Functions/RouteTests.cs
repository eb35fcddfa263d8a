using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.Start;
using MonitoringReturns.Local.Parts;
using AppSettings = MonitoringReturns.Tests.Parts.AppSettings;

namespace MonitoringReturns.Tests.Functions;

/// <summary>The host routes by the function.json files, the app by its endpoints: they must say the same.</summary>
public sealed class RouteTests
{
    [Fact]
    public void EveryEndpoint_IsDeclaredInAFunctionJson_AndTheOtherWayRound()
    {
        var app = App.Build(["--AzureWebJobsStorage=UseDevelopmentStorage=true", .. AppSettings.Bare]);
        var endpoints = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().Concat(((IEndpointRouteBuilder)app).DataSources)
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            // Pages have addresses of their own here and none at the host: the catch-all takes them all.
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageEndpoint>() is null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method.ToUpperInvariant()} {endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal).ToArray();

        Assert.Equal(Declared().Order(StringComparer.Ordinal), endpoints);
    }

    [Fact]
    public void EveryPage_TakesWhatTheCatchAllTakes()
    {
        var app = App.Build(["--AzureWebJobsStorage=UseDevelopmentStorage=true", .. AppSettings.Bare]);
        var pages = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageEndpoint>() is not null).ToArray();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Empty(page.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Except(["GET", "HEAD", "POST"], StringComparer.Ordinal)));
    }

    [Fact]
    public void EveryFunctionFolder_HoldsItsCode()
    {
        foreach (var file in FunctionFiles())
        {
            var folder = Path.GetDirectoryName(file)!;
            Assert.True(File.Exists(Path.Combine(folder, Path.GetFileName(folder) + ".cs")), $"{folder} has a function.json and no code of its name.");
        }
    }

    private static IEnumerable<string> Declared()
    {
        foreach (var file in FunctionFiles())
        {
            var trigger = JsonNode.Parse(File.ReadAllText(file))!["bindings"]!.AsArray().Single(binding => binding!["direction"]!.GetValue<string>() == "in")!;
            if (trigger["type"]!.GetValue<string>() == "httpTrigger")
                foreach (var method in trigger["methods"]!.AsArray())
                    yield return $"{method!.GetValue<string>().ToUpperInvariant()} {trigger["route"]!.GetValue<string>()}";
            else
                yield return $"POST {Path.GetFileName(Path.GetDirectoryName(file))}";
        }
    }

    private static IEnumerable<string> FunctionFiles() =>
        Directory.EnumerateDirectories(Path.Combine(ProjectFolder.Root, "functions")).Select(folder => Path.Combine(folder, "function.json")).Where(File.Exists);
}
