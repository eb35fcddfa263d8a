using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Organisations;

/// <summary>The page that changes a member's roles.</summary>
/// <param name="Ticked">The boxes that are ticked.</param>
public sealed record MemberModel(MemberAtWork Found, IReadOnlyList<string> Ticked, IReadOnlyList<FieldError> Errors);

/// <summary>The page that asks before a member is removed.</summary>
/// <param name="WhyNot">Why it was refused; null before that.</param>
public sealed record RemoveMemberModel(MemberAtWork Found, string? WhyNot);
