using System.Diagnostics.CodeAnalysis;
using System.Runtime;

/// <summary>Runs in a program that .NET is told to start with it (DOTNET_STARTUP_HOOKS), and says at its end what starting took.</summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = ".NET looks for it by this name, in no namespace.")]
internal static class StartupHook
{
    public const string FileVariable = "START_BENCHMARK_FILE";

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        File.WriteAllText(
            Environment.GetEnvironmentVariable(FileVariable)!,
            $"{JitInfo.GetCompiledMethodCount()} {JitInfo.GetCompilationTime().TotalMilliseconds} {AppDomain.CurrentDomain.GetAssemblies().Length}");
}
