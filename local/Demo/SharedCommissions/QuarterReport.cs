using System.Globalization;
using MonitoringReturns.Local.Demo.SharedCommissions.Words;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>Puts a partnership's figures and words for a quarter into the answers of the form.</summary>
/// <param name="quarter">Its place in the calendar, from 0.</param>
internal sealed class QuarterReport(Commission commission, int quarter)
{
    private const int BelowProfileToExplain = 25;
    private const int StoryEvery = 4;

    /// <summary>Thousands who live there: the City is too small for its few people to be news.</summary>
    private const int Comparable = 100;

    private readonly SeededNumbers _seeds = new(commission.Award, $"{quarter}", "words");
    private readonly AreaWords _words = commission.Area.Words;
    private readonly AnswerList _answers = new();

    /// <param name="mistaken">As first sent, where it was corrected later.</param>
    public IReadOnlyList<DemoAnswer> Answers(bool mistaken)
    {
        Reach();
        foreach (var (place, outcome) in commission.Agreed.Index())
            Outcome(place + 1, outcome, mistaken && place == 0);
        foreach (var (question, rows) in Equalities.Of(commission, quarter))
            _answers.Table(question, rows);
        Narrative();
        Quality();
        CaseStudy();
        _answers.YesNo("declared", yes: true);
        return _answers.Answers;
    }

    private void Reach()
    {
        var interventions = Actuals.InterventionsOf(commission, quarter);
        _answers.Text("priority", commission.Area.Choice);
        _answers.YesNo("for-partnership", commission.Partners.Length > 0);
        _answers.Figure(commission.Area.Interventions, interventions);
        if (commission.Partners.Length > 0)
            _answers.Rows("partner-figures", [.. PartnerFigures(interventions)]);
        _answers.Figure("new-people", Actuals.NewPeopleOf(commission, quarter));
    }

    private IEnumerable<Dictionary<string, object>> PartnerFigures(int interventions)
    {
        Charity[] all = [commission.Lead, .. commission.Partners];
        var parts = Split.Of(interventions, [.. all.Select(charity =>
            (charity == commission.Lead ? 2m : new SeededNumbers(charity.Id, "part").Factor(0.5m, 1.3m)) * new SeededNumbers(charity.Id, $"{quarter}", "part").Factor(0.9m, 1.1m))]);
        return all.Zip(parts, (charity, part) => new Dictionary<string, object>(StringComparer.Ordinal) { ["partner"] = charity.Name, ["interventions"] = part });
    }

    private void Outcome(int number, AreaOutcome outcome, bool mistaken)
    {
        var people = Actuals.Of(commission, outcome, quarter);
        var rows = new Dictionary<string, Dictionary<string, decimal>>(StringComparer.Ordinal);
        foreach (var (borough, counted) in Borough.All.Zip(people))
            if (commission.WorksIn(borough))
                rows[borough.Id] = new(StringComparer.Ordinal)
                {
                    ["actual"] = mistaken && string.Equals(borough.Id, Happenings.CorrectedBorough, StringComparison.Ordinal) ? 2 * counted : counted,
                };
        var corrected = number == 1 && !mistaken && Happenings.IsCorrected(commission, quarter);
        var (sum, planned) = (rows.Values.Sum(row => row["actual"]), Planned.Of(commission, outcome, quarter).Sum());
        var below = (planned - sum) * 100 > BelowProfileToExplain * planned;
        _answers.ExplainedTable($"achieved-{number}", rows, corrected ? Happenings.Correction : below ? Turned(_words.BelowProfile, number) : null);
        if (number == 1 || _seeds.Chance(35))
            _answers.Text($"progress-{number}", Turned(_words.Progress, number)
                .Replace("{n}", sum.ToString("#,##0", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{most}", Borough.All[Array.IndexOf(people, people.Max())].Name, StringComparison.Ordinal)
                .Replace("{least}", Borough.All.Zip(people).Where(one => one.First.People >= Comparable).MinBy(one => one.Second).First.Name, StringComparison.Ordinal));
    }

    private void Narrative()
    {
        _answers.Text("overall-progress", string.Create(CultureInfo.InvariantCulture,
            $"{Actuals.InterventionsOf(commission, quarter):#,##0} interventions, and {Actuals.NewPeopleOf(commission, quarter):#,##0} people whom we had not met before. {Turned(_words.Overall, 0)}"));
        _answers.Text("went-well", Turned(_words.WentWell, 0));
        if (_seeds.Chance(70))
            _answers.Text("did-not", Happenings.IsClosed(quarter) ? GeneralWords.Closed[commission.Number % GeneralWords.Closed.Length] : Turned(_words.DidNot, 0));
        _answers.Text("plan", Turned(_words.Plan, 0));
        if (_seeds.Chance(commission.Success < 0.9m ? 75 : 35))
            _answers.Text("would-help", Turned(_words.WouldHelp, 0));
        if (quarter % 4 == 3)
            _answers.Text("for-boroughs", $"{GeneralWords.Years[((commission.Number * 2) + (quarter / 4)) % GeneralWords.Years.Length]} {Turned(_words.Overall, 1)}");
    }

    private void Quality()
    {
        var received = Math.Max(0, _seeds.Between(-2, 2 + (commission.Partners.Length / 2)));
        _answers.Figure("complaints", received);
        _answers.Figure("complaints-open", _seeds.Between(0, Math.Min(2, received)));
        _answers.Figure("safeguarding", commission.Area == PriorityArea.Violence ? _seeds.Between(2, 14) : _seeds.Between(0, 4));
    }

    private void CaseStudy()
    {
        var tells = (commission.Rank + quarter) % StoryEvery == 0;
        _answers.YesNo("has-case-study", tells);
        if (!tells)
            return;
        _answers.Text("story", _words.Stories[((quarter / StoryEvery) + (2 * commission.Rank)) % _words.Stories.Length]
            .Replace("{borough}", _seeds.Pick(Borough.All).Name, StringComparison.Ordinal).Replace("{name}", _seeds.Pick(GeneralWords.Names), StringComparison.Ordinal));
        _answers.YesNo("story-consent", yes: true);
    }

    /// <summary>One of a list, by the commission's place in its priority and the quarter, so that nobody says the same twice running.</summary>
    private string Turned(string[] list, int step) => list[((2 * commission.Rank) + quarter + (3 * step)) % list.Length];
}
