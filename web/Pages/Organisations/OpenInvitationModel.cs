using MonitoringReturns.Core.People;

namespace MonitoringReturns.Web.Pages.Organisations;

/// <summary>The page of an open invitation, for whoever may send it again or withdraw it.</summary>
public sealed record OpenInvitationModel(Organisation Organisation, Invitation Invitation);
