namespace MonitoringReturns.Local.Parts;

/// <summary>Where the project's sources are, found from where a program of it was built.</summary>
public static class ProjectFolder
{
    /// <summary>The folder that holds <c>MonitoringReturns.sln</c>.</summary>
    public static string Root { get; } = Find();

    public static string Local => Path.Combine(Root, "local");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MonitoringReturns.sln")))
                return folder.FullName;
        throw new CannotStartException($"The project's folder was not found above {AppContext.BaseDirectory}: run this from a checkout of it.");
    }
}
