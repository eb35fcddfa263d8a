using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Organisations;

/// <summary>The page that lets a program in.</summary>
/// <param name="MayGive">The roles that the reader may give to a program.</param>
/// <param name="Issuers">Who issues tokens that the portal takes.</param>
public sealed record NewProgramModel(
    Organisation Organisation, Roles MayGive, IReadOnlyList<Choice> Issuers, string? Name, string? Issuer, string? ClientId, IReadOnlyList<string> Ticked, IReadOnlyList<FieldError> Errors);
