using System.Text.Json.Serialization;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Core.Forms.Modules;

/// <summary>A question that a co-funder would like to ask, of a simple type.</summary>
/// <param name="Why">Why it is asked.</param>
/// <param name="UsedBy">Who uses the answer.</param>
public sealed record ModuleQuestion(string Type, string Label, string? Hint, string Why, string UsedBy)
{
    /// <summary>The types that need no more than a label.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        CountQuestion.Name, NumberQuestion.Name, MoneyQuestion.Name, PercentageQuestion.Name, YesNoQuestion.Name, DateQuestion.Name, ShortTextQuestion.Name, LongTextQuestion.Name,
    ];
}

/// <summary>What the lead funder made of a module.</summary>
/// <param name="Draft">The version in the making that it was taken into, by its number; null where it was declined.</param>
/// <param name="Reason">Why it was declined; null where it was taken.</param>
public sealed record ModuleAnswer(int? Draft, string? Reason, DateOnly On, MemberId By, OrganisationId For);

/// <summary>
/// A few questions of a co-funder's own, for the next version of the form: put only to awards that it pays for, their answers read by it alone. The lead
/// funder takes them into the draft, or declines with a reason.
/// </summary>
public sealed record ModuleProposal : SetupPaper
{
    /// <summary>Sorts by time.</summary>
    public required string Id { get; init; }

    public required NamedOrganisation Funder { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<ModuleQuestion> Questions { get; init; }

    public required MemberId By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null as long as it waits.</summary>
    public ModuleAnswer? Answer { get; init; }

    /// <summary>What guards its next change; null for one that is new.</summary>
    [JsonIgnore]
    public string? Guard { get; init; }

    /// <summary>What its entries in the record are about: whose it is, and which.</summary>
    [JsonIgnore]
    public string About => $"{Funder.Id}/{Id}";

    /// <summary>Whose module an entry is about; null where it is about none.</summary>
    public static OrganisationId? FunderIn(string? about) => about?.Split('/') is [var funder, _] && OrganisationId.TryParse(funder, out var id) ? id : null;
}
