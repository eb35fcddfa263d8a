using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>The version that an award is asked first, which is shown with the award and confirmed with it.</summary>
/// <param name="From">The award's first period.</param>
/// <param name="IsAnnounced">Whether it has an announcement; a version that was planned with the programme has none.</param>
/// <param name="Confirmed">That the award's provider has read it; null where it has not said so.</param>
public sealed record FirstForm(FormVersion Version, ReportingPeriod From, bool IsAnnounced, ReadConfirmation? Confirmed);

/// <summary>A provider that confirmed having read a version.</summary>
/// <param name="Provider">Null for one that has no award any more.</param>
public sealed record VersionReader(NamedOrganisation? Provider, DateTimeOffset At);

/// <summary>Who confirmed having read a version, for the lead funder.</summary>
/// <param name="Providers">How many providers it concerns.</param>
/// <param name="Count">How many of them confirmed.</param>
/// <param name="Read">A page of them.</param>
public sealed record VersionReaders(FoundForm Form, FormVersion Version, bool IsAnnounced, int Providers, int Count, PageOf<VersionReader> Read);

/// <summary>Knows who has read which version of a form.</summary>
public sealed class FormReaders(FormDesk desk, ReadNotices read, IProgrammeStore programmes, IFormStore forms, INoticeStore notices)
{
    public const string WhoReads = "The lead funder reads who confirmed.";

    /// <summary>Null where the award reports for no period, or the form is not planned yet.</summary>
    public async Task<FirstForm?> OfAwardAsync(Programme programme, Award award, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(award);
        if (!programme.IsComplete || programme.Calendar.FirstOrDefault(award.ReportsFor) is not { } first)
            return null;
        var number = programme.PlannedFormVersion(first.Id);
        var (announcing, confirming) = (notices.AnnouncementAsync(programme.Id, number, cancellation), notices.ConfirmationAsync(programme.Id, number, award.Provider.Id, cancellation));
        var version = await forms.GetAsync(programme.Form, number, cancellation);
        var (announced, confirmed) = (await announcing, await confirming);
        return version is null ? null : new FirstForm(version, first, announced is not null, confirmed);
    }

    /// <summary>Who confirmed, by provider.</summary>
    /// <param name="after">The provider that the page before ended with; null for the first page.</param>
    public async Task<Outcome<VersionReaders>> ListAsync(ProgrammeId programme, int version, string? after, int size, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        if (!form.Access.IsLeadFunder)
            return form.Access.WhyNot(WhoReads);
        var announcement = await notices.AnnouncementAsync(programme, version, cancellation);
        var planned = form.Programme.FormVersions.FirstOrDefault(plan => plan.Version == version);
        if ((announcement is null && planned is null) || await forms.GetAsync(form.Programme.Form, version, cancellation) is not { } known)
            return ProgrammeAccess.NotFound;
        var from = form.Programme.Period(announcement?.From ?? planned!.From)?.Start ?? announcement?.Starts ?? default;
        var periods = form.Programme.Calendar.Where(period => period.Start >= from).ToList();
        var awards = await programmes.BriefsAsync(programme, cancellation);
        var names = awards.Select(award => award.Provider).DistinctBy(provider => provider.Id).ToDictionary(provider => provider.Id);
        var page = await notices.ConfirmationsAsync(programme, version, after, size, cancellation);
        return new VersionReaders(
            form, known, announcement is not null, awards.Where(award => periods.Exists(award.ReportsFor)).Select(award => award.Provider.Id).Distinct().Count(), await read.ConfirmedAsync(form, version, cancellation) ?? 0,
            new PageOf<VersionReader>([.. page.Items.Select(one => new VersionReader(names.GetValueOrDefault(one.Provider), one.At))], page.Continuation));
    }
}
