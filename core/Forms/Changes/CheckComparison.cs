namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>Compares the checks of a question, by their codes.</summary>
internal sealed class CheckComparison(QuestionDocument before, QuestionDocument after, ChangePlace place, FigureNames names)
{
    private readonly string _question = Words.Quote(after.Label.En);

    public IEnumerable<FormChange> Changes()
    {
        var (old, now) = (ByCode(before), ByCode(after));
        foreach (var (code, check) in now)
            if (!old.TryGetValue(code, out var was))
                yield return Change(ChangeKind.Added, check, $"{_question} has a new check: {Meaning(check)}.");
            else
                foreach (var change in Between(was, check))
                    yield return change;
        foreach (var (code, check) in old)
            if (!now.ContainsKey(code))
                yield return Change(ChangeKind.Removed, check, $"{_question} has a check less: {Meaning(check)}.");
    }

    private static OrderedDictionary<string, CheckDocument> ByCode(QuestionDocument question)
    {
        var checks = new OrderedDictionary<string, CheckDocument>(StringComparer.Ordinal);
        foreach (var check in question.Checks)
            checks[check.Code] = check;
        return checks;
    }

    private FormChange Change(ChangeKind kind, CheckDocument check, string sentence) => new(ChangedThing.Check, kind, place with { Check = check.Code }, sentence);

    private IEnumerable<FormChange> Between(CheckDocument was, CheckDocument check)
    {
        if (JudgesOtherwise(was, check))
            yield return Change(ChangeKind.JudgedOtherwise, check, $"A check of {_question} is another: {Meaning(check)}; so far {Meaning(was)}.");
        else if (StricterBy(was, check) is not 0 and var stricter)
            yield return Change(stricter > 0 ? ChangeKind.Stricter : ChangeKind.Looser, check,
                $"A check of {_question} is {(stricter > 0 ? "stricter" : "less strict")}: {Meaning(check)}; so far {Meaning(was)}.");
        if (was.Message != check.Message)
            yield return Change(ChangeKind.Reworded, check, $"What {_question} says when a check finds something is worded anew.");
    }

    private static bool JudgesOtherwise(CheckDocument was, CheckDocument check) =>
        was.Rule != check.Rule || was.Column != check.Column || was.AtMost != check.AtMost || was.Before != check.Before
        || !was.Of.ToHashSet().SetEquals(check.Of) || was.Of.Count != check.Of.Count
        || was.Value is null != check.Value is null || was.Percent is null != check.Percent is null || was.Day is null != check.Day is null
        || (was.Value != check.Value && check.Rule is not ("min" or "max"));

    /// <summary>Above zero where it finds more than before, below where it finds less.</summary>
    private static int StricterBy(CheckDocument was, CheckDocument check) => check.Rule switch
    {
        "min" => Comparer<decimal?>.Default.Compare(check.Value, was.Value),
        "max" => Comparer<decimal?>.Default.Compare(was.Value, check.Value),
        "notBefore" => Comparer<DateOnly?>.Default.Compare(check.Day, was.Day),
        _ => Comparer<decimal?>.Default.Compare(was.Percent, check.Percent),
    };

    private string Meaning(CheckDocument check) => check.Rule switch
    {
        "min" => $"{check.Value:#,##0.##} or more",
        "max" => $"{check.Value:#,##0.##} or less",
        "equalsTotalOf" => $"it has to agree with {names.Of(check.Of)}",
        "sumAtMost" => $"{(check.Of.Count > 0 ? $"with {names.Of(check.Of)} " : "")}it can't be more than {(check.AtMost is { } most ? names.Of(most) : "another figure")}",
        "notBefore" => $"it can't be before {(check.Before is { } day ? names.Of(day) : $"{check.Day:d MMMM yyyy}")}",
        "shareAtMost" => $"more than {check.Percent:0.##}% of {names.Of(check.Of)} asks for a sentence",
        "changeSinceLast" => $"a change of more than {check.Percent:0.##}% since the last return asks for a sentence",
        "belowProfile" => $"more than {check.Percent:0.##}% below the profile asks for a sentence",
        _ => $"the rule {check.Rule}",
    };
}
