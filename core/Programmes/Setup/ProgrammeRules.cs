using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>What must hold in a programme, and what a change of it may not touch. A finding's place is the box on the page.</summary>
internal sealed class ProgrammeRules(Programme? before, Programme after, CountedByForms counted, DateOnly today)
{
    public const int MostCharacters = 200;
    private const int MostPriorities = 50;
    private const int MostIndicators = 200;
    private const int MostWeeks = 104;

    private readonly List<Finding> _findings = [];

    public static IReadOnlyList<Finding> Check(Programme? before, Programme after, CountedByForms counted, DateOnly today)
    {
        var rules = new ProgrammeRules(before, after, counted, today);
        rules.CheckName();
        rules.CheckCalendar();
        rules.CheckForm();
        rules.CheckPriorities();
        rules.CheckIndicators();
        rules.CheckBands();
        rules.CheckNotice();
        AreaRules.CheckOf(after, rules._findings);
        return rules._findings;
    }

    /// <summary>Whether a period has opened: from then on its days change by extra time alone. Before a programme is complete, none has.</summary>
    public static bool IsFixed(Programme programme, ReportingPeriod period, DateOnly today) => programme.IsComplete && period.Start <= today;

    /// <summary>One line of text; where it is not, a finding.</summary>
    public static void CheckText(string? text, string place, string what, List<Finding> findings, int most = MostCharacters)
    {
        if (string.IsNullOrWhiteSpace(text))
            findings.Add(new Finding(Catalogue.AnswerRequired, FindingKind.Refused, place, $"{what}."));
        else if (text.Length > most || text.Any(char.IsControl))
            findings.Add(new Finding(Catalogue.TextTooLong, FindingKind.Refused, place, $"{what}, in {most} characters or fewer, on one line."));
    }

    private void Add(Code code, string place, string message) => _findings.Add(new Finding(code, FindingKind.Refused, place, message));

    private void CheckName() => CheckText(after.Name, "name", "Enter what the programme is called", _findings);

    private void CheckCalendar()
    {
        if (after.Calendar.Count > MadeCalendar.Most)
            Add(Catalogue.TooManyRows, "calendar", $"Keep {MadeCalendar.Most} periods at most.");
        if (after.Calendar.DistinctBy(period => period.Id).Count() != after.Calendar.Count)
            Add(Catalogue.PeriodsOverlap, "calendar", "Two periods have the same identifier.");
        for (var place = 0; place < after.Calendar.Count; place++)
        {
            var period = after.Calendar[place];
            CheckText(period.Name, $"{period.Id}/name", "Enter what the period is called", _findings);
            if (period.Id.Value is null or "setup" or "form" or "register")
                Add(Catalogue.UnknownPeriod, "calendar", "A period needs an identifier, and none can have “setup”, “form” or “register”.");
            if (period.End < period.Start)
                Add(Catalogue.DaysOutOfOrder, $"{period.Id}/end-day", $"{period.Name}: the last day is before the first.");
            if (period.Due < period.End)
                Add(Catalogue.DaysOutOfOrder, $"{period.Id}/due-day", $"{period.Name}: returns can’t be due before the period’s last day, {Day(period.End)}.");
            if (period.Closed < period.Due)
                Add(Catalogue.DaysOutOfOrder, $"{period.Id}/closed-day", $"{period.Name}: the last day for a first return is before the day it is due, {Day(period.Due)}.");
            if (period.AmendUntil < period.Closed)
                Add(Catalogue.DaysOutOfOrder, $"{period.Id}/amend-day", $"{period.Name}: the last day for a correction is before the last day for a first return, {Day(period.Closed)}.");
            if (place > 0 && period.Start <= after.Calendar[place - 1].End)
                Add(Catalogue.PeriodsOverlap, $"{period.Id}/start-day", $"{period.Name} begins before {after.Calendar[place - 1].Name} ends.");
        }
        CheckFixed();
    }

    /// <summary>Periods that have opened are there, where they were, as they were.</summary>
    private void CheckFixed()
    {
        if (before is null)
            return;
        for (var place = 0; place < before.Calendar.Count && IsFixed(before, before.Calendar[place], today); place++)
        {
            var period = before.Calendar[place];
            var days = after.ExtraTimes.Skip(before.ExtraTimes.Count).LastOrDefault(extra => extra.Period == period.Id)?.After;
            if (after.Calendar.ElementAtOrDefault(place) != (days?.In(period) ?? period))
                Add(Catalogue.PeriodStarted, $"{period.Id}/start-day", $"{period.Name} has opened and stays as it is. To move its days later, give extra time.");
        }
        if (after.Calendar.FirstOrDefault(period => !before.Calendar.Contains(period) && before.Period(period.Id) is null && IsFixed(before, period, today)) is { } late)
            Add(Catalogue.PeriodStarted, $"{late.Id}/start-day", $"{late.Name} would have opened already: periods that are added begin after today.");
    }

    private void CheckForm()
    {
        if (after.Form.Value is null)
            Add(Catalogue.UnknownChoice, "form", "Name the programme’s form.");
        foreach (var (place, plan) in after.FormVersions.Index())
        {
            if (after.Period(plan.From) is null)
                Add(Catalogue.UnknownPeriod, $"plan-{place + 1}-from", $"Choose a period of the calendar from which version {plan.Version} is asked.");
            else if (place > 0 && after.Period(after.FormVersions[place - 1].From) is not null && after.PlaceOf(plan.From) <= after.PlaceOf(after.FormVersions[place - 1].From))
                Add(Catalogue.UnknownPeriod, $"plan-{place + 1}-from", "Put the versions in the order of their first periods, each from another.");
            if (counted.MissingVersions.Contains(plan.Version) && before?.FormVersions.Contains(plan) != true)
                Add(Catalogue.UnknownChoice, $"plan-{place + 1}-version", $"The form {after.Form} has no version {plan.Version}.");
        }
        if (after is { FormVersions.Count: > 0, Calendar.Count: > 0 } && after.Period(after.FormVersions[0].From) is not null && after.FormVersions[0].From != after.Calendar[0].Id)
            Add(Catalogue.UnknownPeriod, "plan-1-from", $"The first version has to be asked from the first period, {after.Calendar[0].Name}.");
        if (before is null || !before.FormVersions.SequenceEqual(after.FormVersions))
            foreach (var counts in counted.Indicators.Where(id => after.Indicator(id) is null))
                Add(Catalogue.IndicatorNotUsable, "plan-1-version", $"The form counts “{counted.LabelOf(counts)}”, which is no indicator of the programme yet. Add it under frameworks and indicators first.");
        if (before is not { IsComplete: true })
            return;
        if (!after.IsComplete && _findings.Count == 0)
            Add(Catalogue.PeriodStarted, "plan-1-from", "Returns are filed in this programme: it has to keep its calendar and a version of its form from the first period on.");
        if (before.Calendar.Any(period => IsFixed(before, period, today)) && !Plans(before).SequenceEqual(Plans(after)))
            Add(Catalogue.PeriodStarted, "plan-1-version", "A period has opened: from now on the form changes by announcing a version, with notice.");
        foreach (var (place, plan) in before.FormVersions.Index())
            if (plan.Earliest is { } earliest && after.FormVersions.ElementAtOrDefault(place) is { } now && now.From == plan.From && after.Period(plan.From) is { } first && first.Start < earliest && !IsFixed(before, first, today))
                Add(Catalogue.PeriodStarted, $"{first.Id}/start-day", $"{first.Name} begins with version {plan.Version} of the form, whose notice allows no start before {Day(earliest)}.");
        if (after.Form != before.Form && before.Calendar.Any(period => IsFixed(before, period, today)))
            Add(Catalogue.PeriodStarted, "form", "A period has opened, so the form stays this one: plan a new version of it.");
        if (_findings.Count == 0 && before.Calendar.FirstOrDefault(period => IsFixed(before, period, today) && before.PlannedFormVersion(period.Id) != after.PlannedFormVersion(period.Id)) is { } opened)
            Add(Catalogue.PeriodStarted, "plan-1-version", $"{opened.Name} has opened on version {before.PlannedFormVersion(opened.Id)} and keeps it.");
    }

    private static IEnumerable<(int Version, PeriodId From)> Plans(Programme programme) => programme.FormVersions.Select(plan => (plan.Version, plan.From));

    private void CheckPriorities()
    {
        if (after.Priorities.Any(priority => string.IsNullOrWhiteSpace(priority.Id) || priority.Id.Length > Identifier.MaxLength))
            Add(Catalogue.IndicatorNotUsable, "priorities", "A priority needs an identifier, of 40 characters at most.");
        if (after.Priorities.Count > MostPriorities)
            Add(Catalogue.TooManyRows, "priorities", $"Keep {MostPriorities} priorities at most.");
        foreach (var (place, priority) in after.Priorities.Index())
        {
            CheckText(priority.Name, $"priority-{place + 1}", "Enter the priority’s name, or leave the box empty to remove it", _findings);
            if (after.Priorities.Take(place).Any(other => string.Equals(other.Id, priority.Id, StringComparison.Ordinal) || string.Equals(other.Name, priority.Name, StringComparison.OrdinalIgnoreCase)))
                Add(Catalogue.IndicatorNotUsable, $"priority-{place + 1}", $"“{priority.Name}” is there twice.");
        }
        foreach (var indicator in after.Indicators)
            if (indicator.Priority is { } id && !after.Priorities.Any(priority => string.Equals(priority.Id, id, StringComparison.Ordinal)))
                Add(Catalogue.IndicatorNotUsable, "priorities", $"The indicator “{indicator.Name}” is reported under {before?.Priorities.FirstOrDefault(priority => priority.Id == id)?.Name ?? id}: report it under another priority before you remove this one.");
    }

    private void CheckIndicators()
    {
        if (after.Indicators.Count > MostIndicators)
            Add(Catalogue.TooManyRows, "indicators", $"Keep {MostIndicators} indicators at most.");
        foreach (var id in after.Frameworks)
            if (IndicatorLibrary.Shipped.Framework(id) is null)
                Add(Catalogue.IndicatorNotUsable, "frameworks", "Choose frameworks of the library.");
        foreach (var (place, indicator) in after.Indicators.Index())
        {
            CheckText(indicator.Name, "name", "Enter what the indicator is called", _findings);
            CheckText(indicator.Unit, "unit", "Enter what one of it is, such as people or hours; £ for money", _findings, most: 50);
            if (indicator.Id.Value is null or "new")
                Add(Catalogue.IndicatorNotUsable, "id", "An indicator needs an identifier, and none can have “new”.");
            if (after.Indicators.Take(place).Any(other => other.Id == indicator.Id))
                Add(Catalogue.IndicatorNotUsable, "id", $"There is an indicator {indicator.Id} already.");
            if (indicator.AddsUp == AddsUpAs.Ratio)
                CheckRatio(indicator);
            else if (indicator.Numerator is not null || indicator.Denominator is not null)
                Add(Catalogue.IndicatorNotUsable, "numerator", $"“{indicator.Name}” is no ratio, so it has no two parts.");
        }
        if (before is null)
            return;
        foreach (var was in before.Indicators.Where(indicator => counted.Counts(indicator.Id)))
            if (after.Indicator(was.Id) is not { } now)
                Add(Catalogue.IndicatorCounted, "indicators", $"The form counts “{was.Name}” (“{counted.LabelOf(was.Id)}”), so it can’t be removed.");
            else if (!string.Equals(now.Unit, was.Unit, StringComparison.Ordinal) || now.AddsUp != was.AddsUp)
                Add(Catalogue.IndicatorCounted, now.AddsUp == was.AddsUp ? "unit" : "adds-up", $"The form counts “{was.Name}” in {was.Unit}: its unit and how it adds up stay, or figures of different periods would not compare. Add another indicator instead.");
    }

    private void CheckRatio(Indicator indicator)
    {
        foreach (var (part, place, what) in new[] { (indicator.Numerator, "numerator", "what is divided"), (indicator.Denominator, "denominator", "what it is divided by") })
            if (part is not { } id || after.Indicator(id) is not { AddsUp: not AddsUpAs.Ratio })
                Add(Catalogue.IndicatorNotUsable, place, $"“{indicator.Name}” is a ratio: choose {what}, another indicator of the programme that is none itself.");
        if (indicator.Numerator is { } one && one == indicator.Denominator)
            Add(Catalogue.IndicatorNotUsable, "denominator", $"“{indicator.Name}” divides an indicator by itself.");
    }

    private void CheckBands()
    {
        if (after.Bands is not { } bands)
            return;
        if (bands.Bands.Count < 2)
            Add(Catalogue.BandsNotUsable, "band-1-name", "Enter two bands or more, or switch them off.");
        for (var place = 0; place < bands.Bands.Count; place++)
        {
            var (band, last) = (bands.Bands[place], place == bands.Bands.Count - 1);
            CheckText(band.Name, $"band-{place + 1}-name", "Enter what the band is called", _findings, most: 50);
            if (!last && band.AtLeast is null)
                Add(Catalogue.BandsNotUsable, $"band-{place + 1}-least", $"Enter from which percentage on “{band.Name}” begins, such as -10; only the last band takes the rest.");
            if (last && band.AtLeast is not null)
                Add(Catalogue.BandsNotUsable, $"band-{place + 1}-least", $"Leave the percentage of “{band.Name}” empty: the last band takes the rest.");
            if (place > 0 && !last && band.AtLeast >= bands.Bands[place - 1].AtLeast)
                Add(Catalogue.BandsNotUsable, $"band-{place + 1}-least", $"“{band.Name}” has to begin below “{bands.Bands[place - 1].Name}”: the best band comes first.");
        }
        if (bands.SameWithin is < 0 or > 100)
            Add(Catalogue.BandsNotUsable, "same-within", "Enter the percentage points within which nothing has changed, 0 to 100.");
    }

    private void CheckNotice()
    {
        if (after.NoticeWeeks is < 0 or > MostWeeks)
            Add(Catalogue.AboveMaximum, "notice-weeks", $"Enter the weeks of notice, 0 to {MostWeeks}.");
        // What was promised holds: nobody lowers it, announces, and raises it again.
        if (before is not null && after.NoticeWeeks < before.NoticeWeeks && before.Calendar.Any(period => IsFixed(before, period, today)))
            Add(Catalogue.PeriodStarted, "notice-weeks", $"A period has opened, so the notice can get longer and not shorter: it is {before.NoticeWeeks} {(before.NoticeWeeks == 1 ? "week" : "weeks")} now.");
        var ceilings = after.Ceilings;
        if (ceilings.Small <= 0 || ceilings.Large <= ceilings.Small)
            Add(Catalogue.CeilingNotUsable, "ceiling-large", "Enter two amounts, the second larger than the first.");
        foreach (var (name, ceiling) in new[] { ("small", ceilings.OfSmall), ("middle", ceilings.OfMiddle), ("large", ceilings.OfLarge) })
            foreach (var (part, number) in new[] { ("questions", ceiling.Questions), ("cells", ceiling.Cells), ("minutes", ceiling.Minutes) })
                if (number is < 1 or > 10_000)
                    Add(Catalogue.CeilingNotUsable, $"{name}-{part}", $"Enter the most {part} as a whole number from 1 to 10,000.");
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
