using MonitoringReturns.Core.People;

namespace MonitoringReturns.Web.Pages.SignIn;

/// <summary>The organisations that a person may act for.</summary>
/// <param name="Now">The one they act for.</param>
/// <param name="Missing">Nothing was chosen.</param>
public sealed record ChooseOrganisation(IReadOnlyList<ActingFor> Choices, string? Now, string Next, string SwitchAddress, bool Missing = false);

/// <summary>An organisation and what the person may do in it.</summary>
public sealed record ActingFor(string Id, string Name, Roles Roles);
