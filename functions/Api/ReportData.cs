using Microsoft.Net.Http.Headers;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Functions.Api;

/// <summary>A published report in a format that is made when it is asked for, from the manifest of what was published.</summary>
internal static class ReportData
{
    public static async Task<IResult> WriteAsync(
        string programme, string period, IReportFormat format, string contentType, string extension, HttpContext http, CancellationToken cancellation)
    {
        var found = await ReportQuery.FindPublishedAsync(programme, period, http, cancellation);
        if (found.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var (asked, published) = found.Value;
        var key = asked.State.Key;
        await http.RequestServices.GetRequiredService<NoteDownload>().RunAsync(asked, http.Caller(), cancellation);
        // To a file first: what fails is answered as a failure, and is not half a download.
        var path = Path.Combine(Path.GetTempPath(), $"monitoring-returns-{Guid.NewGuid():N}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
        try
        {
            var written = await http.RequestServices.GetRequiredService<ConsolidateReport>().WriteAsync(published, format, file, cancellation);
            if (written.Problem is { } outdated)
            {
                await file.DisposeAsync();
                return ProblemAnswers.Of(outdated);
            }
            await file.FlushAsync(cancellation);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        file.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            file, contentType, key.FileName(extension), entityTag: new EntityTagHeaderValue($"\"{published.ManifestDigest}-{extension}\""));
    }
}
