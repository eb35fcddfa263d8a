using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Host;

/// <summary>A function app as it is deployed: host.json, the program, and one folder a function holding its function.json.</summary>
internal sealed record AppFolder(string Folder, HostSettings Settings, IReadOnlyList<FunctionSettings> Functions)
{
    public string Executable => Path.Combine(Folder, Settings.Executable);

    public static AppFolder Read(string folder)
    {
        var hostFile = Path.Combine(folder, "host.json");
        var settings = HostSettings.Read(hostFile);
        var program = Path.Combine(folder, settings.Executable);
        if (!File.Exists(program))
            throw new CannotStartException($"{hostFile}: the program {settings.Executable} is not beside it.");
        if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute))
            throw new CannotStartException($"{program}: it may not be executed.");

        var functions = Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(place => (Name: Path.GetFileName(place), File: Path.Combine(place, "function.json")))
            .Where(found => File.Exists(found.File))
            .Select(found => FunctionSettings.Read(found.Name, found.File))
            .ToList();
        RefuseDoubles(folder, functions);
        return new AppFolder(folder, settings, functions);
    }

    private static void RefuseDoubles(string folder, List<FunctionSettings> functions)
    {
        foreach (var (index, function) in functions.Index())
            foreach (var earlier in functions.Take(index))
            {
                var file = Path.Combine(folder, function.Name, "function.json");
                if (string.Equals(function.Name, earlier.Name, StringComparison.OrdinalIgnoreCase))
                    throw new CannotStartException($"{file}: the name differs from {earlier.Name} in case alone.");
                if (function is HttpFunction http && earlier is HttpFunction earlierHttp && http.OverlapsWith(earlierHttp))
                    throw new CannotStartException($"{file}: the route \"{http.Route}\" is taken by {earlier.Name}.");
                if (function is QueueFunction queue && earlier is QueueFunction earlierQueue && queue.Queue == earlierQueue.Queue)
                    throw new CannotStartException($"{file}: the queue \"{queue.Queue}\" is read by {earlier.Name}.");
            }
    }
}
