using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>Compares a question with itself in the version before.</summary>
internal sealed class QuestionComparison(QuestionDocument before, QuestionDocument after, ChangePlace place, FigureNames names)
{
    private readonly List<FormChange> _changes = [];
    private readonly string _name = Words.Quote(after.Label.En);

    public IReadOnlyList<FormChange> Changes()
    {
        CompareWords();
        // A question of another type is another question: nothing more can be compared.
        if (!string.Equals(before.Type, after.Type, StringComparison.Ordinal))
        {
            Add(ChangeKind.TypeChanged, $"{_name} is a question of another type: {after.Type}, so far {before.Type}.");
            return _changes;
        }
        CompareRequired();
        CompareConditions();
        ComparePrefill();
        CompareLimits();
        CompareReporting();
        _changes.AddRange(new TableComparison(before, after, place).Changes());
        CompareChoices();
        CompareGroup();
        _changes.AddRange(new CheckComparison(before, after, place, names).Changes());
        return _changes;
    }

    /// <summary>A figure that begins to add to an indicator wakes the checks that read it.</summary>
    public static ChangeKind OfIndicator(QuestionDocument after, IndicatorId? indicator) =>
        indicator is not null && after.Checks.Any(check => check.Rule is "changeSinceLast" or "belowProfile") ? ChangeKind.Stricter : ChangeKind.ReportedOtherwise;

    private void Add(ChangeKind kind, string sentence) => _changes.Add(new FormChange(ChangedThing.Question, kind, place, sentence));

    private void CompareWords()
    {
        if (Words.Reworded(before.Label, after.Label) is { } sentence)
            Add(ChangeKind.Reworded, sentence);
        if (before.Hint != after.Hint)
            Add(ChangeKind.Explained, $"The hint of {_name} changed.");
        if (before.Why != after.Why)
            Add(ChangeKind.Explained, $"The reason why {_name} is asked is put anew.");
        if (before.UsedBy != after.UsedBy)
            Add(ChangeKind.Explained, $"Who uses the answer to {_name} is put anew.");
        if (before.PersonalData is null && after.PersonalData is not null)
            Add(ChangeKind.PersonalDataAsked, $"{_name} asks for personal data of the people you help.");
        else if (before.PersonalData != after.PersonalData)
            Add(ChangeKind.Explained, after.PersonalData is null ? $"{_name} no longer asks for personal data." : $"Why {_name} needs personal data is put anew.");
    }

    /// <summary>The day is part of what is required: from a day is less than always, and more than never.</summary>
    private void CompareRequired()
    {
        var (old, now) = (RequiredSince(before), RequiredSince(after));
        if (now < old)
            Add(ChangeKind.Required, after.RequiredFrom is { } day ? $"{_name} has to be answered in periods that start on {day:d MMMM yyyy} or later." : $"{_name} has to be answered now.");
        else if (now > old)
            Add(ChangeKind.Relaxed, after.RequiredFrom is { } later ? $"{_name} may be left open in periods that start before {later:d MMMM yyyy}." : $"{_name} may be left open now.");
    }

    private static DateOnly RequiredSince(QuestionDocument question) =>
        question.Required ? question.RequiredFrom ?? DateOnly.MinValue : DateOnly.MaxValue;

    private void CompareConditions()
    {
        if (Widened(before.AskIf?.Question, before.AskIf?.Is, after.AskIf?.Question, after.AskIf?.Is) is { } answers)
            Add(answers, $"{_name} is asked after {Wider(answers)} answers to an earlier question than so far.");
        if (Widened("", PeriodsOf(before.AskIn), "", PeriodsOf(after.AskIn)) is { } periods)
            Add(periods, $"{_name} is asked in {Wider(periods)} periods than so far.");
    }

    private static string Wider(ChangeKind kind) => kind switch
    {
        ChangeKind.AskedOfMore => "more",
        ChangeKind.AskedOfFewer => "fewer",
        _ => "other",
    };

    private static List<string>? PeriodsOf(AskIn? askIn) =>
        askIn is null ? null : [.. askIn.EndingIn.Select(month => $"{month}"), .. askIn.LastOfAward ? ["last"] : Array.Empty<string>()];

    /// <summary>Whether a condition lets through more than before; no condition lets everything through.</summary>
    private static ChangeKind? Widened<T>(T? oldSubject, IReadOnlyList<string>? old, T? newSubject, IReadOnlyList<string>? now) => (old, now) switch
    {
        (null, null) => null,
        (null, _) => ChangeKind.AskedOfFewer,
        (_, null) => ChangeKind.AskedOfMore,
        _ when !EqualityComparer<T>.Default.Equals(oldSubject, newSubject) => ChangeKind.AskedOfOthers,
        _ when old.ToHashSet(StringComparer.Ordinal).SetEquals(now) => null,
        _ when !old.Except(now, StringComparer.Ordinal).Any() => ChangeKind.AskedOfMore,
        _ when !now.Except(old, StringComparer.Ordinal).Any() => ChangeKind.AskedOfFewer,
        _ => ChangeKind.AskedOfOthers,
    };

    private void ComparePrefill()
    {
        if (before.Prefill != after.Prefill)
            Add(before.Prefill == Prefill.Never ? ChangeKind.FilledInMore : ChangeKind.FilledInLess, after.Prefill switch
            {
                Prefill.Never => $"{_name} is no longer filled in beforehand.",
                Prefill.Previous => $"{_name} is filled in beforehand from the period before.",
                _ => $"{_name} is filled in beforehand from what is known of the organisation.",
            });
    }

    private void CompareLimits()
    {
        Limit(before.MinWords ?? 0, after.MinWords ?? 0, ChangeKind.Stricter, ChangeKind.Looser, least => $"{_name} takes {least} {(least == 1 ? "word" : "words")} or more");
        Limit(before.MaxWords ?? int.MaxValue, after.MaxWords ?? int.MaxValue, ChangeKind.MoreRoom, ChangeKind.Stricter,
            most => most == int.MaxValue ? $"{_name} takes any number of words" : $"{_name} takes {AtMost(most, "word")}");
        Limit(before.Decimals ?? NumberQuestion.UsualDecimals, after.Decimals ?? NumberQuestion.UsualDecimals, ChangeKind.MoreRoom, ChangeKind.Stricter, most => $"{_name} takes {AtMost(most, "decimal")}");
        Limit(before.MaxRows ?? RepeatingGroupQuestion.UsualRows, after.MaxRows ?? RepeatingGroupQuestion.UsualRows, ChangeKind.MoreRoom, ChangeKind.Stricter, most => $"{_name} takes {AtMost(most, "row")}");
        Limit(before.MaxFiles ?? EvidenceQuestion.UsualFiles, after.MaxFiles ?? EvidenceQuestion.UsualFiles, ChangeKind.MoreRoom, ChangeKind.Stricter, most => $"{_name} takes {AtMost(most, "file")}");
        if (before.Negative != after.Negative)
            Add(after.Negative ? ChangeKind.MoreRoom : ChangeKind.Stricter, after.Negative ? $"{_name} may be below zero now." : $"{_name} can't be below zero any more.");
    }

    private static string AtMost(int most, string one) => most switch
    {
        0 => $"no {one}s",
        1 => $"1 {one} at most",
        _ => $"{most} {one}s or fewer",
    };

    private void Limit(int old, int now, ChangeKind raised, ChangeKind lowered, Func<int, string> sentence)
    {
        if (old != now)
            Add(now > old ? raised : lowered, $"{sentence(now)}.");
    }

    private void CompareReporting()
    {
        if (before.Indicator != after.Indicator)
            Add(OfIndicator(after, after.Indicator), $"{_name} adds to {(after.Indicator is null ? "no indicator any more" : "another indicator")}.");
        if (before.CountsAgreedOutcome != after.CountsAgreedOutcome)
            Add(after.CountsAgreedOutcome ? ChangeKind.AskedOfFewer : ChangeKind.AskedOfMore,
                after.CountsAgreedOutcome ? $"{_name} is asked only where the agreed outcome is counted." : $"{_name} is asked also where the agreed outcome isn't counted.");
        if (after.CountsAgreedOutcome && !before.CountsAgreedOutcome && OfIndicator(after, new IndicatorId("agreed")) == ChangeKind.Stricter)
            Add(ChangeKind.Stricter, $"{_name} is set against what was agreed.");
        if (before.Breakdown != after.Breakdown || before.AsksForHelp != after.AsksForHelp)
            Add(ChangeKind.ReportedOtherwise, $"Reports show the answers to {_name} in another place.");
    }

    private void CompareChoices()
    {
        ChangePlace PlaceOf(string id) => place with { Choice = id };
        _changes.AddRange(new PartComparison(ChangedThing.Choice, "choice", _name, PlaceOf).Between([.. before.Choices.Select(Part.Of)], [.. after.Choices.Select(Part.Of)]));
        if (PartComparison.IsReordered(before.Choices.Select(choice => choice.Id), after.Choices.Select(choice => choice.Id)))
            Add(ChangeKind.Moved, $"The choices of {_name} stand in another order.");
        foreach (var choice in after.Choices)
            if (before.Choices.FirstOrDefault(one => one.Id == choice.Id) is { } was && Words.Reworded(was.Label, choice.Label, _name) is { } sentence)
                _changes.Add(new FormChange(ChangedThing.Choice, ChangeKind.Reworded, PlaceOf(choice.Id), sentence));
    }

    private void CompareGroup()
    {
        ChangePlace PlaceOf(string id) => place with { Part = new QuestionId(id) };
        _changes.AddRange(new PartComparison(ChangedThing.Question, "question", _name, PlaceOf).Between([.. before.Questions.Select(Part.Of)], [.. after.Questions.Select(Part.Of)]));
        if (PartComparison.IsReordered(before.Questions.Select(part => part.Id.Value), after.Questions.Select(part => part.Id.Value)))
            Add(ChangeKind.Moved, $"The questions of {_name} stand in another order.");
        foreach (var part in after.Questions)
            if (before.Questions.FirstOrDefault(one => one.Id == part.Id) is { } was)
                _changes.AddRange(new QuestionComparison(was, part, PlaceOf(part.Id.Value), names).Changes());
    }
}
