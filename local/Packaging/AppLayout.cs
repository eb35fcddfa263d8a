using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Packaging;

/// <summary>The function app in its deployed layout: host.json, the program, and a folder a function, all at the folder's root.</summary>
public sealed class AppLayout
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private AppLayout(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Builds the layout, unless the one there is made from these very sources.</summary>
    /// <exception cref="CannotStartException">The build failed.</exception>
    public static async Task<AppLayout> EnsureAsync(AppBuild build, Action<string> progress, CancellationToken cancellation = default)
    {
        var place = Path.Combine(ProjectFolder.Root, "artifacts", "app", $"{build}".ToLowerInvariant());
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await using var alone = await OneAtATimeAsync($"{place}.lock", cancellation);

        var stamp = $"{place}.made-from";
        var wanted = await AppSources.DigestAsync(cancellation);
        if (build == AppBuild.Deployable)
            wanted += await AppSources.CommitAsync(cancellation);
        if (Directory.Exists(place) && File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation) == wanted)
            return new AppLayout(place);

        progress(build == AppBuild.Deployable
            ? "Compiling the function app ahead of time (this takes minutes)..."
            : "Building the function app (its sources are new)...");
        File.Delete(stamp);
        var fresh = $"{place}.new";
        DeleteIfThere(fresh);
        await PublishAsync(build, fresh, cancellation);
        Arrange(fresh);
        DeleteIfThere(place);
        Directory.Move(fresh, place);
        await File.WriteAllTextAsync(stamp, wanted, cancellation);
        return new AppLayout(place);
    }

    private static async Task PublishAsync(AppBuild build, string folder, CancellationToken cancellation)
    {
        // Folders of its own for what the compiler makes: a composite build spoils an ordinary one's, and the other way round.
        var scratch = Path.Combine(ProjectFolder.Root, "artifacts", "build", $"{build}".ToLowerInvariant());
        string[] kind = build switch
        {
            AppBuild.Quick => ["--no-self-contained", "-p:IncludeSourceRevisionInInformationalVersion=false"],
            AppBuild.SelfContained => ["--runtime", "linux-x64", "--self-contained", "-p:IncludeSourceRevisionInInformationalVersion=false"],
            AppBuild.Deployable => ["--runtime", "linux-x64", "--self-contained", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true",
                "-p:ContinuousIntegrationBuild=true", "-p:RestoreLockedMode=true"],
            _ => throw new ArgumentOutOfRangeException(nameof(build), build, "No such build."),
        };
        // Neither a compiler server nor build nodes may stay behind; the remote's address must not get into the files.
        try
        {
            var (exit, said) = await ChildProcess.RunAsync("dotnet",
                ["publish", Path.Combine(ProjectFolder.Root, "functions"), "--configuration", "Release", "--artifacts-path", scratch, "--output", folder,
                    "--nologo", "--verbosity", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:EnableSourceLink=false", .. kind],
                ProjectFolder.Root, cancellation);
            if (exit != 0)
                throw new CannotStartException($"The function app could not be built:{Environment.NewLine}{said.Trim()}");
        }
        catch (FileNotFoundException)
        {
            throw new CannotStartException("dotnet was not found: put the .NET 10 SDK on the PATH.");
        }
    }

    /// <summary>Puts what the host reads where it looks for it, and takes away what only a web server would.</summary>
    private static void Arrange(string folder)
    {
        File.Copy(AppSources.HostJson, Path.Combine(folder, "host.json"), overwrite: true);
        File.Delete(Path.Combine(folder, "web.config"));
        foreach (var (name, file) in AppSources.Functions())
        {
            var place = Path.Combine(folder, name);
            DeleteIfThere(place);
            Directory.CreateDirectory(place);
            File.Copy(file, Path.Combine(place, "function.json"));
        }
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<FileStream> OneAtATimeAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(LookEvery, cancellation);
            }
        }
    }
}
