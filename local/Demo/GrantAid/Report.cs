using System.Globalization;
using MonitoringReturns.Local.Demo.GrantAid.Words;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>Puts a group's figures and words for a half-year into the answers of the form.</summary>
/// <param name="period">Its place in the calendar, from 0.</param>
/// <param name="last">What stood in the period before, in the end; null where nothing did.</param>
internal sealed class Report(Charity charity, int period, Figures figures, Figures? last)
{
    private const int ChangeToExplain = 50;
    private const int BelowProfileToExplain = 20;

    private readonly SeededNumbers _seeds = new(charity.Award, $"{period}", "words");
    private readonly ThemeWords _words = ThemeWords.Of(charity.Theme);
    private readonly AnswerList _answers = new();
    private readonly Queue<string> _unsaid = Summary.Unsaid(charity, period);

    /// <param name="correction">The sentence that the correction came with; null for a first report.</param>
    public IReadOnlyList<DemoAnswer> Answers(Correction? correction)
    {
        About();
        Reach(question => string.Equals(question, correction?.Question, StringComparison.Ordinal) ? correction!.Sentence : null);
        for (var number = 1; number <= charity.Outcomes.Length; number++)
            Outcome(number, OutcomeWords.Of(charity.Outcomes[number - 1]));
        StoryAndHelp();
        return _answers.Answers;
    }

    private bool IsNothing => figures.People == 0;

    private void About()
    {
        _answers.Text("organisation", charity.Name);
        _answers.Text("project", charity.Project ?? "Not applicable");
        _answers.Text("main-district", charity.District);
        if (!string.Equals(charity.District, "countywide", StringComparison.Ordinal))
        {
            _answers.YesNo("more-than-one-district", charity.OtherDistricts.Length > 0);
            if (charity.OtherDistricts.Length > 0)
                _answers.Choices("other-districts", charity.OtherDistricts);
        }
        _answers.YesNo("consortium", charity.Consortium.Length > 0);
        _answers.Rows("consortium-members", [.. charity.Consortium.Select(member => new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = member.Name, ["part"] = member.Part })]);
        _answers.Text("summary", IsNothing ? string.Join(' ', GeneralWords.NothingDone) : Summary.Of(charity, period));
        _answers.Text("main-age-group", charity.AgeGroup);
        _answers.Text("other-age-groups", charity.OtherAges);
    }

    private void Reach(Func<string, string?> corrected)
    {
        _answers.Figure("people-helped", figures.People, corrected("people-helped") ?? Explanation());
        _answers.Figure("new-people", figures.NewPeople);
        _answers.Figure("sessions", figures.Sessions);
        _answers.Figure("volunteers", figures.Volunteers);
        _answers.Figure("volunteer-hours", figures.Hours, corrected("volunteer-hours"));
        _answers.Figure("paid-staff", figures.Staff);
        _answers.Figure("grant-spent", figures.Spent, corrected("grant-spent"));
        _answers.Rows("other-funding", [.. figures.OtherFunding.Select(row => new Dictionary<string, object>(StringComparer.Ordinal) { ["from"] = row.From, ["amount"] = row.Amount })]);
    }

    /// <summary>The sentence that the form asks for beside the people helped; null where it asks for none.</summary>
    private string? Explanation()
    {
        if (IsNothing)
            return GeneralWords.NothingDone[1];
        if (last is not null && Math.Abs(figures.People - last.People) * 100 > ChangeToExplain * last.People)
            return last.People == 0 ? "We are back: last time we did nothing."
                : Turned(figures.People > last.People ? GeneralWords.Up : GeneralWords.Down);
        var planned = GrantAidAward.Of(charity).ProfileOf(Core.Identifier.Parse<Core.IndicatorId>("people-helped"), GrantAidProgramme.Programme.Calendar[period].Id);
        return (planned - figures.People) * 100 > BelowProfileToExplain * planned ? Turned(GeneralWords.BelowProfile) : null;
    }

    private void Outcome(int number, OutcomeWords outcome)
    {
        if (_seeds.Chance(55))
            _answers.Text($"outcome-planned-{number}", outcome.Planned);
        var counted = figures.Outcomes.TryGetValue(outcome.Id, out var count);
        _answers.Text($"outcome-happened-{number}", IsNothing ? "Nothing, as we did not meet." : Happened(outcome, counted ? count : null));
        if (!IsNothing && number == 1)
            _answers.Text($"outcome-evidence-{number}", Turned(_words.Evidence));
        else if (!IsNothing && _seeds.Chance(30))
            _answers.Text($"outcome-evidence-{number}", _seeds.Pick(GeneralWords.SameEvidence));
        if (outcome.Indicator is not null && (counted || IsNothing))
            _answers.Figure($"outcome-count-{number}", count);
    }

    private string Happened(OutcomeWords outcome, int? count)
    {
        // Groups that share an outcome each start elsewhere, and go on by one each time.
        var place = Charities.All.Count(other => other.Number < charity.Number && other.Outcomes.Contains(outcome.Id, StringComparer.Ordinal));
        var happened = outcome.Happened[(place + period) % outcome.Happened.Length]
            .Replace("{n}", count?.ToString(CultureInfo.InvariantCulture) ?? "some", StringComparison.Ordinal);
        var sentences = new List<string> { char.ToUpperInvariant(happened[0]) + happened[1..] };
        // Larger groups write more.
        if (charity.Amount > 30_000 && _seeds.Chance(55) && _unsaid.TryDequeue(out var more))
            sentences.Add(more);
        if (_seeds.Chance(45))
            sentences.Add(GeneralWords.ButNotForAll[((5 * charity.Number) + period + _seeds.Between(0, 2)) % GeneralWords.ButNotForAll.Length]);
        return string.Join(' ', sentences);
    }

    private void StoryAndHelp()
    {
        // One in three tells a story, and no two of one theme the same in one period.
        if (!IsNothing && (charity.Rank + period) % 3 == 0)
        {
            _answers.YesNo("has-story", yes: true);
            _answers.Text("story", _words.Stories[((charity.Rank / 3) + period) % _words.Stories.Length]
                .Replace("{him}", _seeds.Pick(GeneralWords.Men), StringComparison.Ordinal).Replace("{her}", _seeds.Pick(GeneralWords.Women), StringComparison.Ordinal));
            _answers.YesNo("story-consent", yes: true);
        }
        else if (_seeds.Chance(70))
            _answers.YesNo("has-story", yes: false);
        if (IsNothing)
            _answers.Text("difficulties-and-what-would-help", "A room with a kettle, level access and a Tuesday. The walks we can manage; it is the before and after that keep people coming.");
        else if (_seeds.Chance(45))
            _answers.Text("difficulties-and-what-would-help", Turned(_words.Difficulties));
        if (_seeds.Chance(14))
            _answers.Text("council-could-do-better", GeneralWords.CouncilCouldDoBetter[(charity.Number + (3 * period)) % GeneralWords.CouncilCouldDoBetter.Length]);
    }

    /// <summary>One of a list, by the group's place in its theme and the period, so that it does not say the same twice running.</summary>
    private string Turned(string[] list) => list[(charity.Rank + period) % list.Length];
}
