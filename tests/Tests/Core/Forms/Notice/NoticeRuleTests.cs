using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Notice;

/// <summary>When a version may start: on the day, the day before, over a leap day and a change of the clocks.</summary>
public sealed class NoticeRuleTests
{
    private const int Weeks = Programme.DefaultNoticeWeeks;

    private static readonly DateOnly Epoch = new(2020, 1, 1);

    private static readonly Arbitrary<int> Days = Gen.Choose(0, 4_000).ToArbitrary();

    [Theory]
    [InlineData(ChangeClass.Heavier, "2026-07-08", "2026-09-30")]
    [InlineData(ChangeClass.Heavier, "2026-07-09", "2026-10-01")]
    [InlineData(ChangeClass.Heavier, "2026-07-10", "2026-10-02")]
    // 29 February counts like any other day.
    [InlineData(ChangeClass.Heavier, "2028-01-08", "2028-04-01")]
    [InlineData(ChangeClass.Heavier, "2027-01-08", "2027-04-02")]
    [InlineData(ChangeClass.Same, "2026-09-30", "2026-10-01")]
    [InlineData(ChangeClass.Lighter, "2028-02-28", "2028-02-29")]
    public void EarliestStart_OfAnAnnouncement_IsTheFirstDayAfterItsNotice(ChangeClass @class, string announced, string earliest) =>
        Assert.Equal(Day(earliest), NoticeRule.EarliestStart(@class, Day(announced), Weeks));

    [Theory]
    // In summer time the day ends at 23:00 UTC, and an announcement after that is tomorrow's.
    [InlineData("2026-07-08T22:59:59Z", "2026-09-30")]
    [InlineData("2026-07-08T23:00:00Z", "2026-10-01")]
    // The clocks go back on 25 October: its notice is twelve weeks of days all the same.
    [InlineData("2026-10-24T23:30:00Z", "2027-01-17")]
    [InlineData("2026-12-31T23:59:59Z", "2027-03-25")]
    public void EarliestStart_OfAMoment_GoesByTheDayInTheUnitedKingdom(string moment, string earliest) =>
        Assert.Equal(Day(earliest), NoticeRule.EarliestStart(ChangeClass.Heavier, UkTime.DayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)), Weeks));

    [Fact]
    public void EarliestStart_WithoutNotice_IsTomorrow() => Assert.Equal(Day("2026-07-09"), NoticeRule.EarliestStart(ChangeClass.Heavier, Day("2026-07-08"), 0));

    [Fact]
    public void EarliestStart_IsNeverTodayAndNeverBeforeTheNotice() => Prop.ForAll(Days, Gen.Choose(0, 104).ToArbitrary(), Gen.Elements(ChangeClass.Lighter, ChangeClass.Same, ChangeClass.Heavier).ToArbitrary(), (day, weeks, @class) =>
    {
        var announced = Epoch.AddDays(day);
        var earliest = NoticeRule.EarliestStart(@class, announced, weeks);
        return earliest > announced && (@class != ChangeClass.Heavier || earliest.DayNumber - announced.DayNumber >= 7 * weeks);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void PeriodsToStart_HaveNotOpenedAndComeAfterTheVersionBefore() => Prop.ForAll(Days, Gen.Choose(0, 7).ToArbitrary(), (day, planned) =>
    {
        var (today, programme) = (Epoch.AddDays(day), Quarters(planned));
        return NoticeRule.PeriodsToStart(programme, today).All(period => period.Start > today && programme.PlaceOf(period.Id) > planned)
            // None is left out.
            && NoticeRule.PeriodsToStart(programme, today).Count() == programme.Calendar.Count(period => period.Start > today && programme.PlaceOf(period.Id) > planned);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void PeriodsToStart_OfAFirstVersion_IsTheFirst()
    {
        var programme = Quarters(0) with { FormVersions = [] };
        Assert.Equal([programme.Calendar[0]], NoticeRule.PeriodsToStart(programme, Epoch.AddYears(1)));
    }

    [Theory]
    [InlineData("2020-03-31", VersionStanding.InForce, VersionStanding.Announced)]
    [InlineData("2020-06-30", VersionStanding.InForce, VersionStanding.Announced)]
    [InlineData("2020-07-01", VersionStanding.Retired, VersionStanding.InForce)]
    public void Standing_OfVersions_ChangesWithTheFirstDayOfAPeriod(string today, VersionStanding first, VersionStanding second)
    {
        var programme = Quarters(0) with { FormVersions = [new FormPlan(1, new PeriodId("q0")), new FormPlan(2, new PeriodId("q2"))] };
        Assert.Equal((first, second, VersionStanding.Withdrawn), (VersionStandings.Of(programme, 1, Day(today)), VersionStandings.Of(programme, 2, Day(today)), VersionStandings.Of(programme, 3, Day(today))));
    }

    [Fact]
    public void Imposed_AnyChange_LeavesNothingHeavierRequiredBeforeTheNoticeHasRun() => Prop.ForAll(Dice.Draws(600), draws =>
    {
        var dice = new Dice(draws);
        var (before, after) = (GeneratedDocuments.From(dice), GeneratedDocuments.From(dice));
        var changes = FormDifference.Between(before, after with { Form = before.Form }).Changes;
        var until = Day("2026-10-02");
        var imposed = NoticeRule.WithHeavierOptional(after, changes, until);
        var heavier = changes.Where(change => change.Class == ChangeClass.Heavier).Select(change => change.Place.Question).OfType<QuestionId>().ToHashSet();
        var questions = imposed.Sections.SelectMany(section => section.Questions).ToList();
        return questions.Where(question => heavier.Contains(question.Id)).All(question => !question.Required || question.RequiredFrom >= until)
            // And changes nothing but that.
            && questions.Select(question => question with { RequiredFrom = null }).Zip(after.Sections.SelectMany(section => section.Questions), (now, was) => now.Id == was.Id && now.Required == was.Required).All(same => same);
    }).QuickCheckThrowOnFailure();

    /// <summary>A question that becomes optional until the notice has run doesn't make optional what each of its rows has to have.</summary>
    [Fact]
    public void NotOptional_OfWhatEveryRowHasToHave_IsAllOfIt()
    {
        static string Group(string more) => A.QuestionJson("g", "repeatingGroup", $"\"questions\":[{A.QuestionJson("from", "shortText", "\"required\":true")}{more}]");
        const string Whole = ",\"wholeRows\":true";
        (string? Before, string After, int Refused)[] cases =
        [
            (Group(""), Group("," + A.QuestionJson("to", "shortText", "\"required\":true")), 1),
            (Group(""), Group("," + A.QuestionJson("to", "shortText")), 0),
            (Group("," + A.QuestionJson("to", "shortText")), Group("," + A.QuestionJson("to", "shortText", "\"required\":true")), 1),
            (Group("," + A.QuestionJson("to", "count")), Group("," + A.QuestionJson("one", "count", "\"required\":true,\"replaces\":[\"to\"]") + "," + A.QuestionJson("two", "count", "\"replaces\":[\"to\"]")), 1),
            (null, Group(""), 0),
            (Brief.Table("t", "a,b", "value:money,number:count", Whole), Brief.Table("t", "a,b", "value:money,number:count,hours:count", Whole), 1),
            (Brief.Table("t", "a,b", "value:money,number:count", Whole), Brief.Table("t", "a,b", "value:money,young:count < number,old:count < number", Whole), 1),
            (Brief.Table("t", "a,b", "value:money,number:count", Whole), Brief.Table("t", "a,b", "value:money,people:count < number", Whole), 1),
            (Brief.Table("t", "a,b", "value:money,number:count", Whole), Brief.Table("t", "a,b,c", "value:money,number:count", Whole), 0),
            (Brief.Table("t", "a,b"), Brief.Table("t", "a,b", "value:money,number:count,hours:count"), 0),
            (Brief.Table("t", "a,b"), Brief.Table("t", "a,b", more: Whole), 1),
            (Brief.Table("t", "a,b", more: Whole), Brief.Table("t", "a,b"), 0),
            (null, Brief.Table("t", "a,b", more: Whole), 0),
        ];
        foreach (var (old, now, refused) in cases)
        {
            var other = A.QuestionJson("other", "count");
            var (before, after) = (Brief.Document(1, old is null ? [other] : [other, old]), Brief.Document(2, other, now));
            Assert.Equal((now, refused), (now, NoticeRule.NotOptional(FormDifference.Between(before, after).Changes, before, after).Count()));
        }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Forty quarters from 1 January 2020, and a version that starts with one of them.</summary>
    private static Programme Quarters(int planned) => A.Programme() with
    {
        Calendar = [.. Enumerable.Range(0, 40).Select(place =>
        {
            var start = Epoch.AddMonths(3 * place);
            return new ReportingPeriod(new PeriodId($"q{place}"), $"Quarter {place}", start, start.AddMonths(3).AddDays(-1), start.AddMonths(4), start.AddMonths(5), start.AddMonths(6));
        })],
        FormVersions = [new FormPlan(1, new PeriodId($"q{planned}"))],
    };
}
