using System.Globalization;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>The parts of a programme that one form changes: name, priorities, bands, notice.</summary>
internal static class SetupParts
{
    private const int EmptyBoxes = 3;
    private const int MostBoxes = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        new PartPage<NamePage>("name", SetupPart.Name, shown => [new("name", shown.Programme.Name)], (_, typed, _) => now => now with { Name = typed.Text("name") }).Map(pages);
        new PartPage<PrioritiesPage>("priorities", SetupPart.Priorities, Priorities, Prioritised).Map(pages);
        new PartPage<BandsPage>("bands", SetupPart.Bands, Bands, Banded).Map(pages);
        new PartPage<AreasPage>("areas", SetupPart.Areas, shown => [new(AreasPage.Box, AreaLines.Write(shown.Programme.Areas))], Reaching).Map(pages);
        new PartPage<PublishRegisterPage>(
            "register", SetupPart.RegisterWithdrawn, shown => [new(PublishRegisterPage.Box, shown.Programme.RegisterPublished ? PublishRegisterPage.Published : PublishRegisterPage.Alone)], Publishing)
        {
            PartOf = typed => IsPublished(typed) ? SetupPart.RegisterPublished : SetupPart.RegisterWithdrawn,
        }.Map(pages);
        new PartPage<NoticePage>("notice", SetupPart.Notice, Notice, Noticed).Map(pages);
    }

    /// <summary>An identifier of a name: its letters and digits.</summary>
    internal static string IdOf(string name, IEnumerable<string> taken)
    {
        var letters = string.Join('-', name.ToLowerInvariant().Split([.. name.ToLowerInvariant().Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries));
        var stem = letters.Length == 0 ? "priority" : letters[..Math.Min(letters.Length, 36)].Trim('-');
        var known = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, MostBoxes * 2).Select(number => number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}")).First(id => !known.Contains(id));
    }

    private static IEnumerable<KeyValuePair<string, string>> Priorities(ShownSetup shown)
    {
        var number = 0;
        foreach (var priority in shown.Programme.Priorities)
        {
            number++;
            yield return new($"priority-{number}", priority.Name);
            yield return new($"priority-{number}-id", priority.Id);
        }
        for (var empty = 0; empty < EmptyBoxes; empty++)
            yield return new($"priority-{++number}", "");
    }

    private static Func<Programme, Programme> Prioritised(ShownSetup shown, Typed typed, List<FieldError> errors)
    {
        var priorities = new List<Priority>();
        var known = Boxes(typed, "priority-{0}").Select(name => typed.Text($"{name}-id")).Where(id => id.Length > 0).ToList();
        foreach (var name in Boxes(typed, "priority-{0}"))
            if (typed.Text(name) is { Length: > 0 } text)
                priorities.Add(new Priority(typed.Text($"{name}-id") is { Length: > 0 } id ? id : IdOf(text, known.Concat(priorities.Select(priority => priority.Id))), text));
        return now => now with { Priorities = priorities };
    }

    private static IEnumerable<KeyValuePair<string, string>> Bands(ShownSetup shown)
    {
        var bands = shown.Programme.Bands;
        yield return new("bands", bands is null ? "off" : "on");
        yield return new("same-within", SetupText.InBox(bands?.SameWithin ?? 1));
        for (var number = 1; number <= BandsPage.Most; number++)
        {
            var band = bands?.Bands.ElementAtOrDefault(number - 1);
            yield return new($"band-{number}-name", band?.Name ?? "");
            yield return new($"band-{number}-least", SetupText.InBox(band?.AtLeast));
        }
    }

    private static Func<Programme, Programme> Banded(ShownSetup shown, Typed typed, List<FieldError> errors)
    {
        if (typed.Text("bands") != "on")
            return now => now with { Bands = null };
        var bands = new List<Band>();
        foreach (var name in Boxes(typed, "band-{0}-name").Select(box => box[..^5]))
            if (typed.Text($"{name}-name").Length > 0 || typed.Text($"{name}-least").Length > 0)
                bands.Add(new Band(typed.Text($"{name}-name"), typed.Text($"{name}-least").Length == 0 ? null : typed.Figure($"{name}-least", "Enter the percentage as a number, like -10.", errors)));
        var same = typed.Figure("same-within", "Enter the percentage points as a number, like 1.", errors);
        return now => now with { Bands = new Banding(bands, same) };
    }

    private static IEnumerable<KeyValuePair<string, string>> Notice(ShownSetup shown)
    {
        var ceilings = shown.Programme.Ceilings;
        yield return new("notice-weeks", $"{shown.Programme.NoticeWeeks}");
        yield return new("ceiling-small", SetupText.MoneyInBox(ceilings.Small));
        yield return new("ceiling-large", SetupText.MoneyInBox(ceilings.Large));
        foreach (var (name, ceiling) in new[] { ("small", ceilings.OfSmall), ("middle", ceilings.OfMiddle), ("large", ceilings.OfLarge) })
        {
            yield return new($"{name}-questions", $"{ceiling.Questions}");
            yield return new($"{name}-cells", $"{ceiling.Cells}");
            yield return new($"{name}-minutes", $"{ceiling.Minutes}");
        }
    }

    private static Func<Programme, Programme> Noticed(ShownSetup shown, Typed typed, List<FieldError> errors)
    {
        int Number(string name) => typed.Whole(name, 0, 1_000_000, "Enter a whole number, like 12.", errors);
        Ceiling Of(string name) => new(Number($"{name}-questions"), Number($"{name}-cells"), Number($"{name}-minutes"));
        var weeks = Number("notice-weeks");
        var (small, large) = (typed.Figure("ceiling-small", "Enter an amount in pounds, like 25000.", errors), typed.Figure("ceiling-large", "Enter an amount in pounds, like 100000.", errors));
        var ceilings = new Ceilings(small, large, Of("small"), Of("middle"), Of("large"));
        return now => now with { NoticeWeeks = weeks, Ceilings = ceilings };
    }

    private static Func<Programme, Programme> Reaching(ShownSetup shown, Typed typed, List<FieldError> errors)
    {
        var (areas, findings) = AreaLines.Read(typed.Text(AreasPage.Box), AreasPage.Box);
        errors.AddRange(findings.Select(finding => new FieldError(finding.Message, finding.Place)));
        return now => now with { Areas = areas };
    }

    private static Func<Programme, Programme> Publishing(ShownSetup shown, Typed typed, List<FieldError> errors)
    {
        if (!IsPublished(typed) && typed.Text(PublishRegisterPage.Box) != PublishRegisterPage.Alone)
            errors.Add(new FieldError("Choose who may read the whole register.", PublishRegisterPage.Box));
        return now => now with { RegisterPublished = IsPublished(typed) };
    }

    private static bool IsPublished(Typed typed) => typed.Text(PublishRegisterPage.Box) == PublishRegisterPage.Published;

    /// <summary>The names of numbered boxes that were sent.</summary>
    internal static IEnumerable<string> Boxes(Typed typed, string pattern) =>
        Enumerable.Range(1, MostBoxes).Select(number => string.Format(CultureInfo.InvariantCulture, pattern, number)).TakeWhile(typed.Has);
}
