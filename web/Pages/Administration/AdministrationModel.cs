using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Administration;

/// <summary>The administrators' page: every organisation, a page at a time.</summary>
/// <param name="IsFirst">The first page of them.</param>
/// <param name="GoTo">An identifier as somebody typed it to go there.</param>
public sealed record AdministrationModel(PageOf<OrganisationSummary> Organisations, bool IsFirst, string? GoTo, IReadOnlyList<FieldError> Errors, string? Done);
