using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.SpotChecks;

/// <summary>A period's samples, and the form that draws one.</summary>
/// <param name="Size">As it was typed.</param>
/// <param name="Evidence">As it was typed.</param>
public sealed record SamplesModel(SamplesOfPeriod Samples, string? Size, string? Evidence, IReadOnlyList<FieldError> Errors)
{
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>A sample with its returns.</summary>
/// <param name="Done">What was just done: <see cref="Drawn"/>, <see cref="Noted"/> or nothing.</param>
public sealed record SampleModel(CheckedSample Checked, string? Done)
{
    public const string Drawn = "drawn";
    public const string Noted = "noted";
}

/// <summary>The form that notes what the check of a return came to.</summary>
/// <param name="Result">As it was sent.</param>
/// <param name="Note">As it was typed.</param>
public sealed record CheckModel(CheckedSample Checked, SampledReturn Return, string? Result, string? Note, IReadOnlyList<FieldError> Errors)
{
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}
