using System.Net;
using System.Text.Json;

namespace MonitoringReturns.Tests.Functions;

/// <summary>What came back for a request.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Etag, string? Location, string? ContentType, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The code of the problem that it is.</summary>
    public string Code => Json.GetProperty("code").GetString()!;

    public string Detail => Json.GetProperty("detail").GetString()!;

    /// <summary>The names of all findings, in order.</summary>
    public string[] FindingNames => [.. Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("name").GetString()!)];

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode, response.Headers.ETag?.ToString(), response.Headers.Location?.ToString(), response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsByteArrayAsync());

    /// <summary>Checks that it is a problem of the catalogue, fit for a person, and no fault of the server's.</summary>
    public void IsProblem(HttpStatusCode status, string code)
    {
        Assert.Equal(status, Status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(code, Code);
        Assert.EndsWith(".", Detail, StringComparison.Ordinal);
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
    }
}
