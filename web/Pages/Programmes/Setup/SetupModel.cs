using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Setup;

/// <summary>A page that changes a part of a programme.</summary>
/// <param name="Done">Something was just saved.</param>
public sealed record SetupModel(ShownSetup Setup, Typed Typed, IReadOnlyList<FieldError> Errors, bool Done = false)
{
    public Programme Programme => Setup.Programme;

    public OrganisationChoices Choices { get; init; } = OrganisationChoices.None;

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>A page about one period of the calendar.</summary>
public sealed record PeriodModel(SetupModel Page, ReportingPeriod Period);

/// <summary>A page about one indicator; a new one where there is none yet.</summary>
public sealed record IndicatorModel(SetupModel Page, Indicator? Indicator);

/// <summary>The page where the form is chosen.</summary>
/// <param name="Versions">Numbers of the versions that there are.</param>
public sealed record FormModel(SetupModel Page, IReadOnlyList<int> Versions);

/// <summary>The page where a programme is begun.</summary>
public sealed record BeginModel(NamedOrganisation Funder, Typed Typed, IReadOnlyList<FieldError> Errors)
{
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>All of a programme's set-up on a page.</summary>
/// <param name="Latest">What was changed last, the newest first.</param>
public sealed record SetupOverview(ShownSetup Setup, IReadOnlyList<Named<RecordEntry>> Latest, bool Done);

/// <summary>Everything that was changed of a programme and its awards.</summary>
public sealed record SetupRecordModel(ShownSetup Setup, Verified Verified, IReadOnlyList<Named<RecordEntry>> Shown, string? Newer, string? Older);
