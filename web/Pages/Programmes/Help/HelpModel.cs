using MonitoringReturns.Core.Help;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Help;

/// <summary>A return's request for help, as a funder reads and answers it.</summary>
/// <param name="Standing">What was chosen, as it was sent.</param>
/// <param name="Words">As they were typed.</param>
/// <param name="Done">What was just done: <see cref="Answered"/> or nothing.</param>
public sealed record HelpModel(HelpOfReturn Help, string? Standing, string? Words, IReadOnlyList<FieldError> Errors, string? Done)
{
    public const string Answered = "answered";

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}
