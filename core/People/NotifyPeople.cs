
namespace MonitoringReturns.Core.People;

/// <summary>Sends the links of invitations. Told twice, it sends once, but for a kill between sending and noting it.</summary>
public sealed class NotifyPeople(IOrganisationStore organisations, IInvitationLinks links, INotifier notifier, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>How long an invitation may take from being asked for to being stored.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task RunAsync(NotifyPeopleMessage message, CancellationToken cancellation)
    {
        if (message.Invitation is not { } id)
            return;
        var invitation = await organisations.GetInvitationAsync(message.Organisation, id, cancellation);
        var now = clock.GetUtcNow();
        if (invitation is null)
        {
            if (now - message.Asked < Patience)
                await queue.SendAsync(message, TimeSpan.FromSeconds(10), cancellation);
            return;
        }
        if (!invitation.IsOpenAt(now) || invitation.SentAt >= message.Asked || invitation.Email is not { } email)
            return;
        var organisation = (await organisations.GetAsync(message.Organisation, cancellation))!.Organisation;
        await notifier.SendAsync(new Notice(email, $"{organisation.Name}: your invitation to Monitoring Returns", Text(organisation, invitation), invitation.Id), cancellation);
        await organisations.MarkSentAsync(message.Organisation, id, message.Asked > now ? message.Asked : now, cancellation);
    }

    private string Text(Organisation organisation, Invitation invitation) => $"""
        You are invited to work for {organisation.Name} in Monitoring Returns, as {RoleWords.Of(invitation.Roles)}.

        Open this address and sign in as you do at work:

        {links.LinkTo(organisation.Id, invitation.Id)}

        It works once, until the end of {UkTime.DayOf(invitation.Expires.AddDays(-1)):d MMMM yyyy}, for whoever opens it first: don't pass it on.
        If you didn't expect this, you need do nothing.
        """;
}
