using MonitoringReturns.Core.Evidence;

namespace MonitoringReturns.Functions.Api;

/// <summary>An evidence file as an answer: to be saved, never shown in the page, under the name and type that its content gave it.</summary>
internal static class SentFile
{
    public static IResult Of(OpenedFile opened, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentLength = opened.File.Size;
        return TypedResults.Stream(opened.Content, opened.File.Type, opened.File.Name);
    }
}
