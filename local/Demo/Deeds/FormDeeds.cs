using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.Deeds;

/// <summary>What people do about a programme's form, as pages take it: the next version in the making, what is said of it, and uses. Days count from the day on which the first period's returns are due.</summary>
internal sealed class FormDeeds(PresentCase present)
{
    private readonly Programme _programme = present.Programme;

    private string Editor => $"/programmes/{_programme.Id}/form";

    private string Form => $"/forms/{_programme.Id}";

    private string Record => $"/programmes/{_programme.Id}/setup/record";

    public PageDeed Begin(string person, int days) =>
        On(person, days, Editor, [], Record, "Began the next version of the form") with { Action = $"{Editor}/begin" };

    /// <param name="section">Where the question is put, at its end.</param>
    public PageDeed Add(string person, int days, string section, string id, string type, string label) =>
        InDraft(person, days, $"{Editor}/draft/sections/{section}/questions/new", [("label", label), ("type", type), ("id", id)], $"{Editor}/draft", label);

    public PageDeed Purpose(string person, int days, string question, string why, string usedBy) =>
        InDraft(person, days, $"{Editor}/draft/questions/{question}/purpose", [("why", why), ("used-by", usedBy)], $"{Editor}/draft/questions/{question}", why);

    public PageDeed Hint(string person, int days, string question, string hint) =>
        InDraft(person, days, $"{Editor}/draft/questions/{question}/words", [("hint", hint)], $"{Editor}/draft/questions/{question}", hint);

    /// <summary>Takes comments until a day on which the return that is to be filed now can still be filed.</summary>
    public PageDeed Consult(string person, int days) => Consult(person, days, present.Open.Closed);

    /// <summary>Takes comments for a week, the least there is.</summary>
    public PageDeed ConsultForAWeek(string person, int days) => Consult(person, days, _programme.Calendar[0].Due.AddDays(days + 7));

    /// <param name="question">Null: about the form as a whole.</param>
    public PageDeed Comment(string person, int days, string? question, string words, bool named) =>
        InDraft(person, days, $"{Form}/draft", [("question", question ?? ""), ("text", words), ("named", named ? "yes" : "no")], $"{Form}/draft", words);

    /// <summary>Answers the first comment.</summary>
    public PageDeed AnswerComment(string person, int days, string words, bool changed) =>
        InDraft(person, days, $"{Form}/drafts/1/comments/", [("text", words), ("changed", changed ? "yes" : "no")], $"{Form}/draft", words) with { FoundOn = $"{Form}/draft", Part = "/answer" };

    /// <summary>Announces the draft, with one reason for its one change that makes work, for the period that is to come.</summary>
    public PageDeed Announce(string person, int days, string reason) =>
        On(person, days, $"{Form}/announce", [("reason-1", reason), ("from", present.Coming.Id.Value)], Record, "Announced a version of the form");

    public PageDeed Challenge(string person, int days, string question, string words, bool named) =>
        On(person, days, $"{Form}/questions/{question}/challenge", [("text", words), ("named", named ? "yes" : "no")], Form, words);

    /// <summary>Answers the first challenge.</summary>
    public PageDeed AnswerChallenge(string person, int days, string words, bool changed) =>
        On(person, days, $"{Form}/challenges/", [("text", words), ("changed", changed ? "yes" : "no")], Form, words) with { FoundOn = Form, Part = "/answer" };

    /// <summary>Says what answers to a question were used for in the year in which the first period ended.</summary>
    public PageDeed Use(string person, int days, string section, string question, string used)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"{Form}/use/{_programme.Calendar[0].End.Year}");
        return On(person, days, page, [(question, used)], page, used) with { Action = $"{page}#of-{section}" };
    }

    private PageDeed Consult(string person, int days, DateOnly until) =>
        On(person, days, $"{Form}/consultation", [("until-day", Number(until.Day)), ("until-month", Number(until.Month)), ("until-year", Number(until.Year))], Record, "Opened the next version of the form to comments");

    private PageDeed InDraft(string person, int days, string page, IReadOnlyList<(string, string)> boxes, string shownOn, string mark) => On(person, days, page, boxes, shownOn, mark) with { IsDoneWhereGone = true };

    private PageDeed On(string person, int days, string page, IReadOnlyList<(string, string)> boxes, string shownOn, string mark) =>
        new(person, UkTime.EndOf(_programme.Calendar[0].Due.AddDays(days - 1)).AddHours(10), page, null, boxes, shownOn, mark);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
