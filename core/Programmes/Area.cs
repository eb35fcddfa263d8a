using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Programmes;

/// <summary>Where an area stands on a tile map: columns from the left, rows from the top, both from 1.</summary>
public sealed record Tile(int Column, int Row)
{
    /// <summary>The furthest column and row.</summary>
    public const int Most = 40;
}

/// <summary>An area that a programme is to reach, or that an organisation's office is in.</summary>
/// <param name="Name">As people call it.</param>
public sealed record Area(AreaCode Code, string Name)
{
    /// <summary>Null where it is on no tile map.</summary>
    public Tile? Tile { get; init; }

    /// <summary>The funder whose rows in the forms count what is done for it, such as the borough itself; null where no rows do.</summary>
    public OrganisationId? CountedBy { get; init; }
}
