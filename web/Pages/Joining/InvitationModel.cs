using MonitoringReturns.Core.People;

namespace MonitoringReturns.Web.Pages.Joining;

/// <summary>What an invitation's link shows to whoever opened it.</summary>
/// <param name="Address">The link itself, within the portal.</param>
/// <param name="SignIn">Where to sign in and come back.</param>
/// <param name="Person">Who is signed in; null: nobody.</param>
public sealed record InvitationModel(Organisation Organisation, Invitation Invitation, string Address, string SignIn, string? Person);
