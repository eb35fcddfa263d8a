using System.Collections.Frozen;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Notice;

/// <summary>What nobody claims of a year that is over is put up for removal.</summary>
public sealed class NoteUseTests
{
    [Theory]
    [InlineData("2026-12-31", "In the plan.", new string[0])]
    [InlineData("2027-01-01", "In the plan.", new[] { "unused", "nothing" })]
    [InlineData("2027-01-01", null, new[] { "used", "unused", "nothing" })]
    public void UpForRemoval_IsWhatNobodyClaimsOnceTheYearIsOver(string today, string? claim, string[] removed)
    {
        var form = A.Form(A.QuestionJson("used", "count"), A.QuestionJson("unused", "count"), A.QuestionJson("nothing", "count"), A.QuestionJson("true", "declaration"));
        var programme = A.Programme();
        AnswerUse Use(string question, string? used) => new()
        {
            Programme = programme.Id,
            Year = 2026,
            Funder = A.Council.Id,
            Question = new(question),
            Used = used,
            By = MemberId.Of("p-0f8fad5bd9cb469fa16570867728950e"),
            At = DateTimeOffset.UnixEpoch,
        };
        AnswerUse[] uses = [Use("used", claim), Use("nothing", null)];
        var found = new FoundForm(programme, new ProgrammeAccess(programme, FrozenSet<OrganisationId>.Empty, FrozenSet<OrganisationId>.Empty), null, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        var year = new YearOfUse(found, 2026, form, [.. form.Questions.Select(question => new QuestionUse(form.Sections[0], question, [A.Council], [.. uses.Where(use => use.Question == question.Id)]))], null);

        Assert.Equal(removed, year.UpForRemoval.Select(use => use.Question.Id.Value));
    }
}
