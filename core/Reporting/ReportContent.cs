namespace MonitoringReturns.Core.Reporting;

/// <summary>What a report holds: all of its sheets, all answers alone, one indicator over the periods, or the register of providers.</summary>
public sealed record ReportContent
{
    private const string IndicatorPrefix = "indicator-";

    private ReportContent(string name, IndicatorId? indicator = null) => (Name, Indicator) = (name, indicator);

    /// <summary>The consolidated report.</summary>
    public static ReportContent Whole { get; } = new("consolidated");

    /// <summary>Every answer to every question, and nothing that is worked out.</summary>
    public static ReportContent Answers { get; } = new("answers");

    /// <summary>Who delivers the programme, where its money flows, and which areas nobody reaches.</summary>
    public static ReportContent Register { get; } = new("register");

    /// <summary>As it stands in addresses, keys and file names.</summary>
    public string Name { get; }

    /// <summary>The one indicator; null where it is about all.</summary>
    public IndicatorId? Indicator { get; }

    public bool IsWhole => this == Whole;

    public bool IsRegister => this == Register;

    /// <summary>One indicator: a row an award, its profile and its figure in each period.</summary>
    public static ReportContent Over(IndicatorId indicator) => new(IndicatorPrefix + indicator.Value, indicator);

    /// <param name="name">Null or empty: the whole.</param>
    public static bool TryParse(string? name, out ReportContent content)
    {
        IndicatorId? indicator = name?.StartsWith(IndicatorPrefix, StringComparison.Ordinal) == true && Identifier.TryParse<IndicatorId>(name[IndicatorPrefix.Length..], out var known) ? known : null;
        content = indicator is { } one ? Over(one) : name == Answers.Name ? Answers : name == Register.Name ? Register : Whole;
        return indicator is not null || string.IsNullOrEmpty(name) || name == content.Name;
    }

    /// <exception cref="FormatException">There is no such content.</exception>
    public static ReportContent Parse(string? name) => TryParse(name, out var content) ? content : throw new FormatException($"“{name}” is nothing that a report holds.");

    public override string ToString() => Name;
}
