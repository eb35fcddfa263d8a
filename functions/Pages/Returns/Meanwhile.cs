using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>Carries to the page that follows a save which answers others changed meanwhile: their ids, so that the page says who and when itself.</summary>
internal static class Meanwhile
{
    private const string Name = "changed";
    private const int Most = 10;

    public static string At(string address, IReadOnlyList<ChangedMeanwhile> changed)
    {
        if (changed.Count == 0)
            return address;
        var (page, place) = address.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], address[at..]) : (address, "");
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Name}={string.Join(',', changed.Take(Most).Select(one => one.Question))}{place}";
    }

    /// <summary>The answers that an address names, as they are stored now; none for what names no answer.</summary>
    public static IReadOnlyList<ChangedMeanwhile> Read(FoundReturn found, string? changed)
    {
        if (changed is null)
            return [];
        var draft = found.DraftAnswers();
        return [.. changed.Split(',').Take(Most).Distinct(StringComparer.Ordinal).Where(id => found.Version.Find(id) is not null && draft.ContainsKey(id))
            .Select(id => new ChangedMeanwhile(new QuestionId(id), draft[id].By, draft[id].At))];
    }
}
