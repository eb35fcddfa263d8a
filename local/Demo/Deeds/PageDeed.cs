namespace MonitoringReturns.Local.Demo.Deeds;

/// <summary>Something that a person of a demonstration does on a page: opens it, fills in a form and sends it.</summary>
/// <param name="Person">By name.</param>
/// <param name="Page">Where the form is.</param>
/// <param name="Action">Where the form goes; null: back to its page.</param>
/// <param name="Boxes">What is typed and chosen; all else is sent as the page shows it.</param>
/// <param name="ShownOn">A page that says <paramref name="Mark"/> once it is done; null: the form's own.</param>
public sealed record PageDeed(string Person, DateTimeOffset At, string Page, string? Action, IReadOnlyList<(string Name, string Text)> Boxes, string? ShownOn, string Mark)
{
    /// <summary>The form's page is behind the first link there that begins with <see cref="Page"/>; null: at that address.</summary>
    public string? FoundOn { get; init; }

    /// <summary>Where the form goes, after its page's address; null: as <see cref="Action"/> says.</summary>
    public string? Part { get; init; }

    /// <summary>Where the page that shows it is not there any more, it was done, and more was done since.</summary>
    public bool IsDoneWhereGone { get; init; }
}
