using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Notices;

/// <summary>News in words: what happened, of which award and period. No answers, and nobody's name.</summary>
/// <param name="Subject">Goes on after the programme's name.</param>
public sealed record NewsWords(string Subject, string Sentence)
{
    public static NewsWords Of(News news, Programme programme, Award? award)
    {
        ArgumentNullException.ThrowIfNull(news);
        var period = news.Period is { } id ? programme.Period(id)?.Name ?? id.Value : "";
        var provider = award is null ? "" : award.Project is { } project ? $"{award.Provider.Name} ({project})" : award.Provider.Name;
        var asked = $"the return of {provider} for {period}";
        var profile = $"the profile of the award of {provider}";
        return news.Kind switch
        {
            NewsKind.QueryAsked => new($"a question about {period}", $"A funder of {programme.Name} asked a question about {asked}. Answer it on the page, or correct the return and have it signed again."),
            NewsKind.QueryAnswered => new($"a question about {period} was answered", $"{award?.Provider.Name} answered what you asked about {asked}, in {programme.Name}."),
            NewsKind.Accepted => new($"the return for {period} was accepted", $"{programme.LeadFunder.Name} accepted {asked}, in {programme.Name}, and said on the page what becomes of it."),
            NewsKind.Reopened => new($"the return for {period} was reopened", $"{programme.LeadFunder.Name} reopened {asked}, in {programme.Name}. The reason stands on the page. Correct the return there and have it signed again."),
            NewsKind.ReadyToSign => new($"the return for {period} is ready to sign", $"In {programme.Name}, {asked} is ready for you to read, sign and submit."),
            NewsKind.SentBack => new($"the return for {period} was sent back", $"In {programme.Name}, a signatory sent back {asked}. What to look at stands on the page."),
            NewsKind.ProfileProposed => new("a change of the profile is proposed", $"In {programme.Name}, the other side proposes to change {profile}. It holds only if you agree."),
            NewsKind.ProfileAgreed => new("a change of the profile was agreed", $"In {programme.Name}, the other side agreed to the change of {profile} that you had proposed."),
            NewsKind.ProfileDeclined => new("a change of the profile was declined", $"In {programme.Name}, the other side declined the change of {profile} that you had proposed. The reason stands on the page."),
            NewsKind.ExtraTime => new($"more time for {period}", $"{programme.LeadFunder.Name} gave more time for {period}, in {programme.Name}.{DaysOf(news, programme)}"),
            NewsKind.AwardEnded => new("when your award ends", award?.EndedOn is { } day
                ? $"In {programme.Name}, the award of {provider} ends early, on {day:d MMMM yyyy}. The reason stands on the page."
                : $"In {programme.Name}, the award of {provider} goes on after all."),
            NewsKind.FormAnnounced => new("the form will change", $"{programme.LeadFunder.Name} announced version {news.FormVersion} of the form of {programme.Name}: it is asked from {period} on. The page says what changes, why, how many days are left, and what to start to collect."),
            NewsKind.FormWithdrawn => new("the form does not change after all", $"{programme.LeadFunder.Name} withdrew version {news.FormVersion} of the form of {programme.Name} before it started. The reason stands on the page."),
            NewsKind.ConsultationOpened => new("say what you think of the next form", $"{programme.LeadFunder.Name} opened the next version of the form of {programme.Name} to comments. Read what would change, and say what it would mean for you, by name or as “a provider”."),
            NewsKind.ModuleProposed => new("a co-funder proposes questions for the form", $"A co-funder of {programme.Name} proposes questions of its own for the next version of the form. Take them into the draft, or decline them with a reason, on the page."),
            NewsKind.ModuleTaken => new("your questions are taken into the next form", $"{programme.LeadFunder.Name} took the questions that you had proposed into the next version of the form of {programme.Name}."),
            NewsKind.ModuleDeclined => new("your questions are not taken into the form", $"{programme.LeadFunder.Name} declined the questions that you had proposed for the form of {programme.Name}. The reason stands on the page."),
            _ => new("you are asked to lead it", $"{programme.LeadFunder.Name} proposes that your organisation leads {programme.Name} from now on. Accept it or decline it on the page."),
        };
    }

    private static string DaysOf(News news, Programme programme) => news.Period is { } id && programme.Period(id) is { } period
        ? $" Returns are due by {period.Due:d MMMM yyyy} and taken until {period.Closed:d MMMM yyyy}; corrections until {period.AmendUntil:d MMMM yyyy}."
        : "";
}
