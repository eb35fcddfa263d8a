using System.Runtime.InteropServices;

namespace MonitoringReturns.Local.Parts;

/// <summary>Ends this program when the <c>dotnet run</c> that started it is killed and could not pass that on.</summary>
public static class ParentWatch
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static void Start(CancellationTokenSource stopping)
    {
        if (!OperatingSystem.IsLinux() || GetParentId() is var parent && !IsDotnetRun(parent))
            return;
        var watch = new Timer(_ =>
        {
            if (GetParentId() != parent)
                stopping.Cancel();
        }, state: null, LookEvery, LookEvery);
        stopping.Token.Register(watch.Dispose);
    }

    // Of any other parent, such as a shell that has ended, this program may outlive the death.
    private static bool IsDotnetRun(int parent) =>
        File.Exists($"/proc/{parent}/cmdline") && File.ReadAllText($"/proc/{parent}/cmdline").Split('\0') is [var program, "run", ..] &&
        Path.GetFileName(program) == "dotnet";

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int GetParentId();
}
