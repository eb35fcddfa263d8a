using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.EarlyHelp.Words;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>Puts a provider's figures and words for a quarter into the answers of the form version that the quarter asks.</summary>
/// <param name="place">The quarter's place in the calendar, from 0.</param>
/// <param name="last">The children helped in the quarter before; null where no return came for it.</param>
internal sealed class Return(Provider provider, Award award, int place, Figures figures, int? last, QuarterWords words)
{
    private const int ChangeToExplain = 40;
    private const int BelowProfileToExplain = 20;

    private readonly AnswerList _answers = new();
    private readonly ReportingPeriod _period = EarlyHelpProgramme.Programme.Calendar[place];
    private readonly int _version = EarlyHelpProgramme.Programme.PlannedFormVersion(EarlyHelpProgramme.Programme.Calendar[place].Id);

    /// <param name="restatement">The correction that this is; null for a first return.</param>
    public IReadOnlyList<DemoAnswer> Answers(Restatement? restatement)
    {
        Children();
        Families();
        WhatChanged(restatement?.Sentence);
        PeopleAndMoney();
        Words();
        Safeguarding();
        if (provider.Health > 0)
            Health();
        // The quarters that end in June and in December.
        if (provider.Trust > 0 && place % 2 == 0)
            _answers.Text("trust-story", words.Trust);
        _answers.YesNo("declaration", yes: true);
        return _answers.Answers;
    }

    private void Children()
    {
        var changed = last is { } before && Math.Abs(figures.Children - before) * 100 > ChangeToExplain * before;
        _answers.Figure("children-helped", figures.Children, changed || IsFarBelowProfile("children-helped", figures.Children) ? words.Why : null);
        _answers.Figure("of-whom-new", figures.New);
        foreach (var (breakdown, cells) in Breakdown.All.Zip(figures.Tables))
            _answers.Table(breakdown.Table, breakdown.Rows.Zip(cells).Where(row => row.Second > 0 || !provider.CountsOnPaper)
                .ToDictionary(row => row.First, row => new Dictionary<string, decimal>(StringComparer.Ordinal) { ["children"] = row.Second }, StringComparer.Ordinal));
        if (_version >= 3)
            _answers.Figure("care-leavers", figures.CareLeavers);
    }

    private void Families()
    {
        _answers.Figure("families-helped", figures.Families);
        _answers.Figure("sessions", figures.Sessions, IsFarBelowProfile("sessions", figures.Sessions) ? words.Why : null);
        if (_version >= 4)
        {
            _answers.Figure("kinship-families", figures.KinshipFamilies);
            _answers.Figure("early-support-plans", figures.SupportPlans);
        }
    }

    private void WhatChanged(string? corrected)
    {
        _answers.Figure("finished", figures.Finished);
        _answers.Figure("improved", figures.Improved, corrected);
        _answers.Figure("stepped-up", figures.SteppedUp);
        _answers.Figure("attendance-measured", figures.AttendanceMeasured);
        _answers.Figure("attendance-improved", figures.AttendanceImproved);
    }

    private void PeopleAndMoney()
    {
        _answers.Figure("staff", figures.Staff);
        _answers.Figure("volunteers", figures.Volunteers);
        _answers.Figure("spend", figures.Spend);
    }

    private void Words()
    {
        _answers.Text("went-well", words.Well);
        _answers.Text("did-not-go-well", words.NotWell);
        _answers.Text("what-would-help", words.Help);
        _answers.Text("story", words.Story);
    }

    private void Safeguarding()
    {
        _answers.Figure("safeguarding-concerns", figures.Concerns);
        _answers.Figure("safeguarding-referrals", figures.Referrals);
        _answers.Text("safeguarding-words", words.Safeguarding);
    }

    private void Health()
    {
        _answers.Figure("gp-referrals", figures.GpReferrals);
        _answers.Figure("waiting-days", figures.WaitingDays);
        if (_version == 1)
            _answers.Figure("parents-smoking", figures.Smokers);
        _answers.Text("health-words", words.Health);
    }

    private bool IsFarBelowProfile(string indicator, int figure) =>
        award.ProfileOf(Identifier.Parse<IndicatorId>(indicator), _period.Id) is { } planned && (planned - figure) * 100 > BelowProfileToExplain * planned;
}
