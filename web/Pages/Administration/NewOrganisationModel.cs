using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Administration;

/// <summary>The page that adds an organisation, with what was typed.</summary>
/// <param name="Identifier">Empty: the organisation is on no register.</param>
public sealed record NewOrganisationModel(string? Identifier, string? Name, string? Kind, IReadOnlyList<FieldError> Errors);
