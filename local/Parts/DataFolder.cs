using System.Diagnostics;
using System.Text.Json;

namespace MonitoringReturns.Local.Parts;

/// <summary>A folder that keeps the portal's data between runs: one program at a time, and nothing damaged in it.</summary>
public sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan SavingPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly JsonSerializerOptions AsAzuriteWrites = new(JsonSerializerDefaults.Web);

    // What Azurite keeps on disk. It starts afresh, silently, where one of these is empty or missing.
    private static readonly string[] Databases =
        ["__azurite_db_blob__.json", "__azurite_db_blob_extent__.json", "__azurite_db_queue__.json", "__azurite_db_queue_extent__.json", "__azurite_db_table__.json"];

    private readonly FileStream _lock;

    private DataFolder(string folder, FileStream @lock)
    {
        Azurite = Path.Combine(folder, "azurite");
        Timers = Path.Combine(folder, "timers");
        ProtectionKey = Path.Combine(folder, "protection.key");
        ProviderPort = Path.Combine(folder, "provider.port");
        _lock = @lock;
    }

    public string Azurite { get; }

    public string Timers { get; }

    /// <summary>The file with the key that wraps the portal's data-protection keys.</summary>
    public string ProtectionKey { get; }

    /// <summary>The file with the port that the sign-in provider listens on.</summary>
    public string ProviderPort { get; }

    /// <summary>The file that an Azurite on <paramref name="azuriteFolder"/> locks while it lives.</summary>
    public static string LockOf(string azuriteFolder) => Path.Combine(azuriteFolder, "azurite.lock");

    /// <summary>Takes the folder for this program, making it if need be.</summary>
    /// <exception cref="CannotStartException">It is no folder, cannot be written, is in use, or holds damaged data.</exception>
    public static async Task<DataFolder> OpenAsync(string path, CancellationToken cancellation = default)
    {
        var folder = Path.GetFullPath(path);
        if (File.Exists(folder))
            throw new CannotStartException($"{folder} is a file: give --data a folder.");
        var data = new DataFolder(folder, Take(folder));
        try
        {
            await WaitForLeftoverAsync(data.Azurite, cancellation);
            await CheckAsync(data.Azurite, cancellation);
            return data;
        }
        catch (UnauthorizedAccessException refused)
        {
            data.Dispose();
            throw new CannotStartException($"The data folder {folder} cannot be read and written: {refused.Message}");
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "azurite"));
        }
        catch (IOException refused)
        {
            throw new CannotStartException($"The data folder {folder} cannot be made: {refused.Message}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {folder} cannot be made there: give --data a folder that you may write to.");
        }
        var file = Path.Combine(folder, "local.lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {folder} cannot be written: give --data a folder that you may write to.");
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new CannotStartException($"The data folder {folder} is in use by another local portal: stop that one, or give --data another folder.");
        }
        catch (IOException refused)
        {
            throw new CannotStartException($"The data folder {folder} cannot be written: {refused.Message}");
        }
    }

    /// <summary>When a portal was killed, its Azurite may still be saving.</summary>
    private static async Task WaitForLeftoverAsync(string folder, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var free = new FileStream(LockOf(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException) when (waited.Elapsed < SavingPatience)
            {
                await Task.Delay(LookEvery, cancellation);
            }
            catch (IOException)
            {
                throw new CannotStartException($"The data folder {folder} is in use by another Azurite: stop that one, or give --data another folder.");
            }
        }
    }

    private static async Task CheckAsync(string folder, CancellationToken cancellation)
    {
        if (!Databases.Any(name => File.Exists(Path.Combine(folder, name))))
            return;
        foreach (var name in Databases)
        {
            var file = Path.Combine(folder, name);
            if (!File.Exists(file))
                throw Damaged(file, "is missing");
            var database = await ReadAsync(file, cancellation);
            if (database.Collections is null)
                throw Damaged(file, "is not one of Azurite's databases");
            if (name.Contains("_extent_", StringComparison.Ordinal))
                CheckExtents(file, Path.Combine(folder, name.Contains("blob", StringComparison.Ordinal) ? "__blobstorage__" : "__queuestorage__"), database.Collections);
        }
    }

    private static void CheckExtents(string file, string storage, IReadOnlyList<Collection> collections)
    {
        // One extent may be gone because Azurite was killed while tidying; all gone is damage.
        var extents = collections.Where(collection => collection.Name == "$EXTENTS_COLLECTION$").SelectMany(collection => collection.Data ?? []).ToList();
        if (extents.Count > 0 && !extents.Exists(extent => extent.Id is { } id && File.Exists(Path.Combine(storage, id))))
            throw Damaged(file, $"lists contents that are not in {Path.GetFileName(storage)}");
    }

    private static async Task<Database> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<Database>(stream, AsAzuriteWrites, cancellation) ?? throw Damaged(file, "is empty");
        }
        catch (JsonException)
        {
            throw Damaged(file, new FileInfo(file).Length == 0 ? "is empty" : "is not whole JSON");
        }
    }

    private static CannotStartException Damaged(string file, string how) =>
        new($"The data folder is damaged: {file} {how}. Put a copy of the folder back, or move it away to start afresh.");

    private sealed record Database(IReadOnlyList<Collection>? Collections);

    private sealed record Collection(string? Name, IReadOnlyList<Extent>? Data);

    private sealed record Extent(string? Id);
}
