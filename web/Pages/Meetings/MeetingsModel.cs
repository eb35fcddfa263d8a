using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Meetings;

/// <summary>An award's review meetings, and the form of a note.</summary>
/// <param name="On">As it was typed.</param>
/// <param name="Agreed">As it was typed.</param>
/// <param name="Corrects">The note that the form corrects; null for none.</param>
/// <param name="Done">What was just done: <see cref="Written"/>, <see cref="Confirmed"/> or nothing.</param>
public sealed record MeetingsModel(MeetingsOfAward Meetings, DateEntry On, string? Agreed, int? Corrects, IReadOnlyList<FieldError> Errors, string? Done)
{
    public const string Written = "written";
    public const string Confirmed = "confirmed";

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}
