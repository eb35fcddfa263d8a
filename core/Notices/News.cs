using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Notices;

/// <summary>What happened that people are told of by e-mail.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NewsKind>))]
public enum NewsKind
{
    /// <summary>To the provider: a funder asked something about a return.</summary>
    QueryAsked,
    /// <summary>To the funder that asked: in words, or by a revision.</summary>
    QueryAnswered,
    Accepted,
    /// <summary>To the provider: the lead funder reopened an accepted return.</summary>
    Reopened,
    ReadyToSign,
    SentBack,
    /// <summary>To the other side of an award.</summary>
    ProfileProposed,
    /// <summary>To the side that proposed it.</summary>
    ProfileAgreed,
    ProfileDeclined,
    /// <summary>To the providers that report for the period.</summary>
    ExtraTime,
    /// <summary>To the provider: the award ends early, or goes on after all.</summary>
    AwardEnded,
    /// <summary>To the funder that shall lead.</summary>
    LeadProposed,
    /// <summary>To the providers that will answer it: a version of the form is announced.</summary>
    FormAnnounced,
    FormWithdrawn,
    /// <summary>To all providers of the programme.</summary>
    ConsultationOpened,
    /// <summary>To the lead funder: a co-funder proposes questions of its own.</summary>
    ModuleProposed,
    /// <summary>To the co-funder that proposed them.</summary>
    ModuleTaken,
    ModuleDeclined,
}

/// <summary>News for somebody: ids alone. What is said is put together when it is sent, and never holds answers or names of people.</summary>
/// <param name="Of">The outbox item that it follows from; nobody is told of one twice.</param>
/// <param name="Proposal">Of an award's profile.</param>
/// <param name="FormVersion">The version that was announced or withdrawn.</param>
public sealed record News(string Of, NewsKind Kind, ProgrammeId Programme, PeriodId? Period = null, AwardId? Award = null, int? Proposal = null, int? FormVersion = null);

/// <summary>Says where news is read in the portal.</summary>
public interface INewsLinks
{
    /// <summary>The absolute address.</summary>
    string LinkTo(News news);
}

/// <summary>Asks for news to be sent to members of an organisation, a message each. Asked twice, they are told once.</summary>
public sealed class TellMembers(IOrganisationStore organisations, IWorkQueue queue)
{
    /// <param name="roles">Who is told: whoever has one of these. Programs are not.</param>
    /// <param name="but">Who did it, and knows; null for nobody.</param>
    public async Task RunAsync(News news, OrganisationId organisation, Roles roles, DateTimeOffset at, MemberId? but, CancellationToken cancellation)
    {
        await foreach (var member in Pages.AllAsync<Member>((next, stop) => organisations.ListMembersAsync(organisation, next, Pages.Size, stop), cancellation))
            if (!member.Id.IsClient && member.Id != but && member.Roles.HasAny(roles))
                await queue.SendAsync(new NotifyPeopleMessage(organisation, null, at, news, member.Id), TimeSpan.Zero, cancellation);
    }
}
