namespace MonitoringReturns.Storage;

/// <summary>The names of the tables, containers and queues. <c>infra/main.bicep</c> makes the same ones, which a test compares.</summary>
public static class StorageNames
{
    public const string Programmes = "programmes";
    public const string Forms = "forms";
    public const string Periods = "periods";
    public const string Returns = "returns";
    public const string Pointers = "pointers";
    public const string Reports = "reports";
    public const string Organisations = "organisations";
    public const string People = "people";
    public const string Involvements = "involvements";
    public const string Looks = "looks";
    public const string Sessions = "sessions";
    public const string Limits = "limits";
    public const string Help = "help";

    public const string Waiting = "waiting";
    public const string Restated = "restated";

    public const string ReportFiles = "reports";
    public const string LargeContent = "revisions";
    public const string KeyRing = "keys";
    public const string Quarantine = "quarantine";
    public const string Evidence = "evidence";
    public const string KeptPosts = "kept";

    public const string ConsolidateReport = "consolidate-report";
    public const string ApplyProjections = "apply-projections";
    public const string NotifyPeople = "notify-people";
    public const string ScanFile = "scan-file";
    public const string FollowSetup = "follow-setup";

    public static IReadOnlyList<string> Tables { get; } =
        [Programmes, Forms, Periods, Returns, Pointers, Reports, Organisations, People, Involvements, Looks, Sessions, Limits, Waiting, Restated, Help];

    public static IReadOnlyList<string> Containers { get; } = [ReportFiles, LargeContent, KeyRing, Quarantine, Evidence, KeptPosts];

    public static IReadOnlyList<string> Queues { get; } = [ConsolidateReport, ApplyProjections, NotifyPeople, ScanFile, FollowSetup];
}
