using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Notices;

/// <summary>Where news is read: the page on which whoever gets it can do something about it.</summary>
internal sealed class NewsLinks(SignInSettings settings) : INewsLinks
{
    public string LinkTo(News news) => new Uri(settings.Portal, PathOf(news)).AbsoluteUri;

    private static string PathOf(News news) => news switch
    {
        { FormVersion: { } version } => FormAddresses.Version(news.Programme, version),
        { Kind: NewsKind.ConsultationOpened } => FormAddresses.Draft(news.Programme),
        { Kind: NewsKind.ModuleProposed or NewsKind.ModuleTaken or NewsKind.ModuleDeclined } => FormAddresses.Modules(news.Programme),
        { Kind: NewsKind.LeadProposed } => ProgrammeAddresses.SetUp(news.Programme),
        { Proposal: { } proposal, Award: { } award } => ProgrammeAddresses.Proposal(news.Programme, award, proposal),
        { Period: { } period, Award: { } award } => PathOf(news.Kind, new ReturnKey(news.Programme, period, award)),
        { Award: { } award } => ProgrammeAddresses.Award(news.Programme, award),
        _ => ProgrammeAddresses.Programme(news.Programme),
    };

    private static string PathOf(NewsKind kind, ReturnKey key) => kind switch
    {
        NewsKind.QueryAsked => ReturnAddresses.Queries(key),
        NewsKind.QueryAnswered => ProgrammeAddresses.Return(key),
        NewsKind.ReadyToSign => ReturnAddresses.Sign(key),
        _ => ReturnAddresses.Return(key),
    };
}
