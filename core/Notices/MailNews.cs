using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Notices;

/// <summary>Sends news to one member by e-mail. Told twice, it sends once, but for a kill between sending and noting it.</summary>
public sealed class MailNews(IOrganisationStore organisations, IPeopleStore people, IProgrammeStore programmes, INewsLinks links, INotifier notifier, TimeProvider clock)
{
    public async Task RunAsync(NotifyPeopleMessage message, CancellationToken cancellation)
    {
        if (message is not { News: { } news, Member: { } member })
            return;
        // Who left meanwhile, or was forgotten, is told nothing.
        if (await organisations.GetMemberAsync(message.Organisation, member, cancellation) is null || await people.GetAsync(member, cancellation) is not { Email: { } email })
            return;
        if (await people.WasToldAsync(member, news.Of, cancellation))
            return;
        if (await organisations.GetAsync(message.Organisation, cancellation) is not { Organisation: var organisation } || await programmes.GetAsync(news.Programme, cancellation) is not { } programme)
            return;
        var award = news.Award is { } id ? await programmes.GetAwardAsync(news.Programme, id, cancellation) : null;
        var happened = NewsWords.Of(news, programme, award);
        // A reference a person: two who are told the same get two letters.
        await notifier.SendAsync(new Notice(email, $"{programme.Name}: {happened.Subject}", Text(organisation, happened, links.LinkTo(news)), $"{news.Of.Replace('|', '-')}-{member}"), cancellation);
        await people.NoteToldAsync(member, news.Of, clock.GetUtcNow(), cancellation);
    }

    private static string Text(Organisation organisation, NewsWords happened, string link) => $"""
        {happened.Sentence}

        Read it here, signed in for {organisation.Name}:

        {link}

        What was written stands in the portal alone. You get this because of your role at {organisation.Name}.
        """;
}
