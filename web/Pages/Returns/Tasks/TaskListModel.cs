using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Returns.Tasks;

/// <summary>A return as a list of tasks.</summary>
/// <param name="Member">Who reads it.</param>
/// <param name="Done">What was just done: one of <see cref="TaskDone"/>.</param>
public sealed record TaskListModel(ReturnTasks Tasks, MemberId Member, DateOnly Today, string? Done)
{
    public FoundReturn Return => Tasks.Return;

    public ReturnHeader Header => Tasks.Return.Header;

    public ReturnAccess Access => Tasks.Return.Access;

    /// <summary>Something waits to be checked and signed.</summary>
    public bool CanBeSent => Access.IsProvider && Tasks.WhyNot is null && Header.HasNews;
}

/// <summary>What was just done to a return, as a word in the address that a post leads on to.</summary>
public static class TaskDone
{
    public const string Ready = "ready";
    public const string SentBack = "sent-back";
    public const string FirstSigned = "first-signed";
    public const string Reopened = "reopened";
}
