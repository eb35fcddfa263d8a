using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Administration;

/// <summary>The page that asks whom to forget.</summary>
/// <param name="Person">As typed.</param>
public sealed record ForgetModel(string? Person, IReadOnlyList<FieldError> Errors);

/// <summary>The page that asks before somebody is forgotten.</summary>
/// <param name="WhyNot">Why it was refused; null before that.</param>
public sealed record ConfirmForgetModel(MemberId Person, string? WhyNot);
