using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Pages.Programmes.Setup.Awards;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>The parts of an award that one form changes: details and contributions, partners, agreed outcomes, and the profile as it is entered.</summary>
internal static class AwardParts
{
    private const int EmptyBoxes = 3;

    public static void Map(IEndpointRouteBuilder pages)
    {
        new AwardPartPage<DetailsPage>("details", AwardPart.Details, found => Details(found.Award), (found, typed, errors) => Detailed(found.Programme, typed, errors)) { OrganisationsIn = _ => ["provider"] }.Map(pages);
        new AwardPartPage<PartnersPage>("partners", AwardPart.Partners, Partners, Partnered) { OrganisationsIn = typed => SetupParts.Boxes(typed, "partner-{0}") }.Map(pages);
        new AwardPartPage<OutcomesPage>("outcomes", AwardPart.Outcomes, Outcomes, Agreed).Map(pages);
        new AwardPartPage<AwardAreasPage>("areas", AwardPart.Areas, found => [new("areas", string.Join('|', found.Award.Areas))], WorkingIn).Map(pages);
        new AwardPartPage<ProfilePage>("profile", AwardPart.Profile, ProfileBoxes, Profiled).Map(pages);
    }

    public static IEnumerable<KeyValuePair<string, string>> Details(Award award) =>
    [
        new("provider", award.Provider.Id.Value), new("project", award.Project ?? ""), new("amount", SetupText.MoneyInBox(award.Amount)), .. Typed.Of("start", award.Start), .. Typed.Of("end", award.End),
        .. award.Contributions.Select(part => KeyValuePair.Create($"contribution-{part.Funder}", SetupText.MoneyInBox(part.Amount))),
    ];

    /// <summary>What the boxes of the details say; the provider stays where none is named.</summary>
    public static Func<Award, Award> Detailed(Programme programme, Typed typed, List<FieldError> errors)
    {
        var provider = typed.Text("provider").ToUpperInvariant();
        OrganisationId id = default;
        // Any other text is settled before: it leads to organisations to choose from.
        if (provider.Length > 0 && !OrganisationId.TryParse(provider, out id) && errors.Count == 0)
            errors.Add(new FieldError("Enter a part of the provider’s name, or its identifier, like GB-CHC-1044239.", "provider"));
        var (start, end) = (typed.Day("start", "the award’s first day", errors), typed.Day("end", "the award’s last day", errors));
        var amount = typed.Figure("amount", "Enter the amount in pounds, like 24999.99.", errors);
        var contributions = new List<Contribution>();
        foreach (var funder in programme.Funders)
            if (typed.Text($"contribution-{funder.Id}").Length > 0)
                contributions.Add(new Contribution(funder.Id, typed.Figure($"contribution-{funder.Id}", $"Enter what {funder.Name} contributes in pounds, like 12500.50, or leave the box empty.", errors)));
        var project = typed.Text("project");
        return now => now with
        {
            Provider = provider.Length == 0 || now.Provider.Id == id ? now.Provider : new NamedOrganisation(id, provider),
            Project = project.Length == 0 ? null : project,
            Start = start,
            End = end,
            Amount = amount,
            Contributions = [.. contributions.Where(part => part.Amount != 0)],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Partners(FoundAward found)
    {
        var number = 0;
        foreach (var id in found.Award.Partners.Select(partner => partner.Id.Value).Concat(Enumerable.Repeat("", EmptyBoxes)))
            yield return new($"partner-{++number}", id);
    }

    private static Func<Award, Award> Partnered(FoundAward found, Typed typed, List<FieldError> errors)
    {
        var partners = new List<NamedOrganisation>();
        foreach (var name in SetupParts.Boxes(typed, "partner-{0}"))
            if (typed.Text(name).ToUpperInvariant() is { Length: > 0 } text)
                if (OrganisationId.TryParse(text, out var id))
                    partners.Add(new NamedOrganisation(id, text));
                else if (errors.Count == 0)
                    errors.Add(new FieldError("Enter a part of the partner’s name, or its identifier, like GB-CHC-1044239.", name));
        return now => now with { Partners = partners };
    }

    private static IEnumerable<KeyValuePair<string, string>> Outcomes(FoundAward found)
    {
        var number = 0;
        foreach (var outcome in found.Award.AgreedOutcomes.Concat(Enumerable.Repeat(new AgreedOutcome("", ""), EmptyBoxes)))
        {
            number++;
            yield return new($"outcome-{number}-title", outcome.Title);
            yield return new($"outcome-{number}-planned", outcome.Planned);
            yield return new($"outcome-{number}-indicator", outcome.Indicator?.Value ?? "");
        }
    }

    private static Func<Award, Award> Agreed(FoundAward found, Typed typed, List<FieldError> errors)
    {
        var outcomes = new List<AgreedOutcome>();
        foreach (var name in SetupParts.Boxes(typed, "outcome-{0}-title").Select(box => box[..^"-title".Length]))
            if (typed.Text($"{name}-title").Length > 0 || typed.Text($"{name}-planned").Length > 0)
                outcomes.Add(new AgreedOutcome(typed.Text($"{name}-title"), typed.Text($"{name}-planned"), Identifier.TryParse<IndicatorId>(typed.Text($"{name}-indicator"), out var indicator) ? indicator : null));
        return now => now with { AgreedOutcomes = outcomes };
    }

    private static Func<Award, Award> WorkingIn(FoundAward found, Typed typed, List<FieldError> errors)
    {
        var areas = new List<AreaCode>();
        foreach (var ticked in typed.All("areas"))
            if (AreaCode.TryParse(ticked, out var code))
                areas.Add(code);
            else
                errors.Add(new FieldError("Choose areas of the list.", "areas"));
        return now => now with { Areas = areas };
    }

    public static IEnumerable<KeyValuePair<string, string>> ProfileBoxes(FoundAward found) =>
        ProfileRow.Of(found).SelectMany(row => found.Programme.Calendar.Select(period =>
            KeyValuePair.Create(SetupText.BoxOf(row, period.Id), SetupText.InBox(AgreedProfile.FigureOf(found.Award, row.Indicator.Id, period.Id, row.Funder?.Id)))));

    private static Func<Award, Award> Profiled(FoundAward found, Typed typed, List<FieldError> errors)
    {
        var profiles = Profiles(found, typed, errors);
        // What no box shows stays: periods and rows that the page does not have.
        var shown = ProfileBoxes(found).Select(box => box.Key).Where(typed.Has).ToHashSet(StringComparer.Ordinal);
        return now => now with { Profiles = [.. now.Profiles.Where(profile => !shown.Contains(profile.Funder is { } own ? $"{profile.Indicator}/{profile.Period}/{own}" : $"{profile.Indicator}/{profile.Period}")), .. profiles] };
    }

    /// <summary>The figures that stand in the boxes of a profile, as its first version.</summary>
    public static List<Profile> Profiles(FoundAward found, Typed typed, List<FieldError> errors)
    {
        var profiles = new List<Profile>();
        foreach (var row in ProfileRow.Of(found))
            foreach (var period in found.Programme.Calendar)
                if (SetupText.BoxOf(row, period.Id) is var box && typed.Text(box).Length > 0)
                    profiles.Add(new Profile(row.Indicator.Id, period.Id, typed.Figure(box, $"Enter what is planned for “{row.Indicator.Name}” in {period.Name} as a number, like 40, or leave the box empty.", errors), row.Funder?.Id));
        return profiles;
    }
}
