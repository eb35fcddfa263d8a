using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Demo;

/// <summary>
/// A demonstration in the present, so that a return can be filled in today: the same awards, people and form in a programme of its own with
/// four periods. The first is filed; the second has ended and is due a month before the third, which runs, ends; the fourth is to come, so that a change can be
/// announced for it. Where the form has several versions, the newest begins with the second, so that what changed can be seen.
/// </summary>
public sealed class PresentCase : IDemoCase
{
    /// <summary>What its name ends with, after that of the demonstration.</summary>
    public const string Suffix = "-now";

    private readonly IDemoCase _of;
    private readonly IReadOnlyList<(ReportingPeriod Then, ReportingPeriod Now)> _periods;

    private readonly Dictionary<int, FormVersion> _versions = [];
    private readonly Lazy<IReadOnlyList<(AwardId Award, DemoAnswer Answer)>> _filed;

    /// <param name="today">The day in the United Kingdom.</param>
    public PresentCase(IDemoCase of, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(of);
        _of = of;
        _filed = new(() => [.. of.Programme.Calendar.SelectMany(period => of.Filings(period.Id)).SelectMany(filing => filing.Answers.Select(answer => (filing.Award, answer)))]);
        var then = ChosenOf(of.Programme);
        var months = ((then[0].End.Year - then[0].Start.Year) * 12) + then[0].End.Month - then[0].Start.Month + 1;
        _periods = [.. then.Select((period, place) => (period, Shifted(period, today, months, place - 1)))];
    }

    public string Name => _of.Name + Suffix;

    public IReadOnlyList<ReadOnlyMemory<byte>> Forms => _of.NextForm is { } next ? [.. _of.Forms, next] : _of.Forms;

    public IReadOnlyList<DemoPerson> People => _of.People;

    /// <summary>The period whose return is to be filled in now.</summary>
    public ReportingPeriod Open => _periods[1].Now;

    /// <summary>The period that runs.</summary>
    public ReportingPeriod Running => _periods[2].Now;

    /// <summary>The period that has not begun.</summary>
    public ReportingPeriod Coming => _periods[3].Now;

    public Programme Programme => _of.Programme with
    {
        Id = Identifier.Parse<ProgrammeId>(Name),
        Name = string.Create(CultureInfo.InvariantCulture, $"{_of.Programme.Name.Split(',')[0]}, now"),
        Calendar = [.. _periods.Select(period => period.Now)],
        FormVersions = [.. Enumerable.Range(0, _periods.Count).Select(place => new FormPlan(VersionIn(place), _periods[place].Now.Id)).DistinctBy(plan => plan.Version)],
    };

    public IReadOnlyList<Award> Awards =>
    [
        .. _of.Awards.Where(award => award.ReportsFor(_periods[0].Then) && award.ReportsFor(_periods[1].Then)).Select(award => award with
        {
            Programme = Identifier.Parse<ProgrammeId>(Name),
            Start = _periods[0].Now.Start,
            End = _periods[^1].Now.End,
            EndedOn = null,
            Profiles = [.. award.Profiles.SelectMany(profile => _periods.Where(period => period.Then.Id == profile.Period).Select(period => profile with { Period = period.Now.Id }))],
            ProfileChanges = [],
        }),
    ];

    /// <summary>What funders and charities did about them since.</summary>
    public IReadOnlyList<PageDeed> Deeds => _of.DeedsIn(this);

    /// <summary>The first period's returns; the others are left to be filed.</summary>
    public IReadOnlyList<Filing> Filings(PeriodId period) => period == _periods[0].Now.Id ? ToFile(period) : [];

    /// <summary>What each award has to say of a period, first time right.</summary>
    public IReadOnlyList<Filing> ToFile(PeriodId period)
    {
        var (then, now) = _periods.Single(one => one.Now.Id == period);
        var awards = Awards.Select(award => award.Id).ToHashSet();
        return
        [
            .. _of.Filings(then.Id).Where(filing => awards.Contains(filing.Award) && filing.Signatory is not null)
                .GroupBy(filing => filing.Award).Select(ofAward => ofAward.MaxBy(filing => filing.Revision)!)
                .Select((filing, place) => filing with
                {
                    Revision = 1,
                    ReopenedBecause = null,
                    At = UkTime.EndOf(now.Due.AddDays(-14)).AddMinutes(-600 - place),
                    Answers = [.. filing.Answers, .. Added(filing, now)],
                }),
        ];
    }

    /// <summary>Answers that must be there now and were not then, because the year's time is another: as <see cref="Likely"/>.</summary>
    private IEnumerable<DemoAnswer> Added(Filing filing, ReportingPeriod now)
    {
        var award = Awards.Single(one => one.Id == filing.Award);
        var asked = Version(now.Id).Questions.Where(question => question.AskIf is null && question.IsRequiredOn(now.Start) && AskedAnswers.IsAskedOf(question, award, now));
        foreach (var question in asked.Where(question => filing.Answers.All(answer => answer.Question != question.Id.Value)))
            if (Likely(question.Id, filing.Award) is { } answer)
                yield return answer;
    }

    /// <summary>The award's own newest answer of another period; else another award's, the smallest figure of them, which is within what it is a part of.</summary>
    private DemoAnswer? Likely(QuestionId question, AwardId award)
    {
        var answers = _filed.Value.Where(other => other.Answer.Question == question.Value).ToLookup(other => other.Award == award, other => other.Answer);
        return answers[true].LastOrDefault()
            ?? answers[false].MinBy(answer => decimal.TryParse(answer.ValueJson, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? figure : decimal.MaxValue);
    }

    private FormVersion Version(PeriodId period)
    {
        var number = Programme.PlannedFormVersion(period);
        if (!_versions.TryGetValue(number, out var version))
            _versions.Add(number, version = Forms.Select(form => FormVersion.Read(form.Span)).Single(form => form.Number == number));
        return version;
    }

    /// <summary>The version that a period asks; the next one begins with the period that is to be filed now.</summary>
    private int VersionIn(int place) =>
        place > 0 && _of.NextForm is { } next ? FormVersion.Read(next.Span).Number : _of.Programme.PlannedFormVersion(_periods[place].Then.Id);

    /// <summary>The period before the newest version of the form, the one it begins with, and the next; of a form with one version the last three. The last stands for what is to come, too.</summary>
    private static IReadOnlyList<ReportingPeriod> ChosenOf(Programme programme)
    {
        var begins = programme.FormVersions.Count > 1 ? programme.PlaceOf(programme.FormVersions[^1].From) : programme.Calendar.Count - 2;
        var chosen = programme.Calendar.Skip(begins - 1).Take(3).ToList();
        return [.. chosen, chosen[^1]];
    }

    /// <param name="place">0 for the period that ended last before today, 1 for the one that runs.</param>
    private static ReportingPeriod Shifted(ReportingPeriod period, DateOnly today, int months, int place)
    {
        var start = new DateOnly(today.Year, ((today.Month - 1) / months * months) + 1, 1).AddMonths(months * (place - 1));
        var end = start.AddMonths(months).AddDays(-1);
        var (due, closed) = (EndOfMonth(end.AddDays(1).AddMonths(months - 2)), EndOfMonth(end.AddDays(1).AddMonths(months - 1)));
        return period with
        {
            Id = Identifier.Parse<PeriodId>(string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM}")),
            Name = string.Create(CultureInfo.InvariantCulture, $"{start:MMMM} to {end:MMMM yyyy}"),
            Start = start,
            End = end,
            Due = due,
            Closed = closed,
            AmendUntil = EndOfMonth(closed.AddMonths(1)),
        };
    }

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
