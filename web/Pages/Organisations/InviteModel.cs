using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Organisations;

/// <summary>The page that invites somebody.</summary>
/// <param name="MayGive">The roles that the reader may give.</param>
/// <param name="Ticked">The boxes that are ticked.</param>
/// <param name="Body">The identifier of a supporter's own organisation, as typed.</param>
public sealed record InviteModel(Organisation Organisation, Roles MayGive, string? Email, IReadOnlyList<string> Ticked, string? Body, IReadOnlyList<FieldError> Errors);
