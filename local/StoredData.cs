using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Local;

/// <summary>A data folder's storage, without the portal.</summary>
public sealed class StoredData : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly Azurite _azurite;

    private StoredData(DataFolder folder, Azurite azurite) => (_folder, _azurite, Account) = (folder, azurite, StorageAccount.Connect(azurite.ConnectionString));

    public StorageAccount Account { get; }

    /// <exception cref="CannotStartException">The folder is not there, in use or damaged.</exception>
    public static async Task<StoredData> OpenAsync(string folder, TextWriter say, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            throw new CannotStartException($"There is no data folder {Path.GetFullPath(folder)}.");
        var data = await DataFolder.OpenAsync(folder, cancellation);
        try
        {
            await NodePackages.EnsureAsync(ProjectFolder.Local, say.WriteLine, cancellation);
            var stored = new StoredData(data, await Azurite.StartAsync(data.Azurite, say.WriteLine, cancellation));
            await stored.Account.CreateAllAsync(cancellation);
            return stored;
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }
}
