using MonitoringReturns.Local.Demo.HouseholdSupport.Words;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>Puts a charity's spend, tables and words for a quarter into the answers of the form's version.</summary>
/// <param name="place">The period's in the calendar, from 0.</param>
internal sealed class QuarterlyReturn(Charity charity, int place)
{
    private readonly int _version = HouseholdSupportProgramme.FormVersionOf(place);
    private readonly Spend _right = Spend.Of(charity, place);
    private readonly AnswerList _answers = new();

    /// <summary>As it was sent first, with the mistake that was corrected later, if any.</summary>
    public IReadOnlyList<DemoAnswer> First(Correction? later) => Fill(later?.Wrong(_right) ?? _right, later?.TooMany ?? []);

    /// <summary>All answers again, with a sentence beside the one that the correction is about.</summary>
    public IReadOnlyList<DemoAnswer> Corrected(Correction correction) =>
    [
        .. Fill(_right, wrong: []).Select(answer =>
            string.Equals(answer.Question, correction.Question, StringComparison.Ordinal) ? answer with { Comment = correction.Sentence } : answer),
    ];

    private IReadOnlyList<DemoAnswer> Fill(Spend spend, IReadOnlyList<TableLine> wrong)
    {
        _answers.Figure("awards-value", spend.Value, spend.Number == 0 ? "Our part of this round was paid only after the quarter had ended, so we made no awards." : null);
        _answers.Figure("awards-number", spend.Number);
        _answers.Figure("administration", spend.Administration, spend.AsksWhyAdministration ? GeneralWords.Administration(charity, place) : null);
        _answers.Figure("total", spend.Total);
        if (_version < 4)
            _answers.Figure("vouchers", spend.Vouchers);
        Table("by-household", Tables.Spread(Tables.Households(charity, place, _right), wrong));
        if (_version >= 4)
            _answers.Figure("first-time-households", spend.FirstTime);
        Table("by-kind", Tables.With(Tables.Kinds(charity, place, _right), wrong));
        if (_version >= 3)
            Table("by-route", Tables.Spread(Tables.Routes(charity, place, _right), wrong));
        InItsWords(spend);
        _answers.YesNo("preparer-declaration", yes: true);
        if (_version >= 4)
            _answers.YesNo("cfo-declaration", yes: true);
        return _answers.Answers;
    }

    /// <summary>A row without an award is left empty, unless the charity enters noughts, or has nothing else to enter.</summary>
    private void Table(string question, IEnumerable<TableLine> lines) =>
        _answers.Table(question, lines.Where(line => line.Number > 0 || charity.WritesNoughts || _right.Number == 0)
            .ToDictionary(line => line.Row, line => new Dictionary<string, decimal>(StringComparer.Ordinal) { ["value"] = line.Value, ["number"] = line.Number }, StringComparer.Ordinal));

    private void InItsWords(Spend spend)
    {
        var seeds = new SeededNumbers(charity.Award, $"{place}", "words");
        if (spend.Number > 0 && seeds.Chance(42))
            _answers.Text("what-you-saw", WhatTheySaw.Of(charity, place));
        if (spend.Number == 0)
            _answers.Text("what-would-help", "Pay the round in its first month. We turned away people in November whom we could have helped with money that was already ours.");
        else if (seeds.Chance(20))
            _answers.Text("what-would-help", GeneralWords.WhatWouldHelp(charity, place));
    }
}
