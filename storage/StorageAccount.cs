using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>The storage account as the Functions host names it: a connection string, or an account and the app's identity.</summary>
public sealed class StorageAccount
{
    private StorageAccount(TableServiceClient tables, BlobServiceClient blobs, QueueServiceClient queues) =>
        (Tables, Blobs, Queues) = (tables, blobs, queues);

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    /// <summary>Messages are Base64, as the Functions host reads them.</summary>
    public QueueServiceClient Queues { get; }

    /// <param name="transport">Carries every call in place of the usual one, for tests that cut it or count.</param>
    public static StorageAccount Connect(string connectionString, HttpPipelineTransport? transport = null)
    {
        var (tables, blobs, queues) = (TableOptions, BlobOptions, QueueOptions);
        if (transport is not null)
            (tables.Transport, blobs.Transport, queues.Transport) = (transport, transport, transport);
        return new(new TableServiceClient(connectionString, tables), new BlobServiceClient(connectionString, blobs), new QueueServiceClient(connectionString, queues));
    }

    /// <param name="credential">The app's identity; by default the managed one.</param>
    public static StorageAccount Connect(Uri tables, Uri blobs, Uri queues, TokenCredential credential) =>
        new(new TableServiceClient(tables, credential, TableOptions), new BlobServiceClient(blobs, credential, BlobOptions), new QueueServiceClient(queues, credential, QueueOptions));

    /// <summary>Reads the settings that the Functions host reads too: <c>AzureWebJobsStorage</c>, or <c>AzureWebJobsStorage__accountName</c>, or a URI a service.</summary>
    /// <param name="setting">Gives a setting by its name with colons; null where there is none.</param>
    /// <exception cref="InvalidOperationException">No storage account is named.</exception>
    public static StorageAccount FromSettings(Func<string, string?> setting)
    {
        if (setting("AzureWebJobsStorage") is { Length: > 0 } connectionString)
            return Connect(connectionString);
        var account = setting("AzureWebJobsStorage:accountName");
        Uri ServiceUri(string service) =>
            setting($"AzureWebJobsStorage:{service}ServiceUri") is { Length: > 0 } uri ? new Uri(uri)
            : account is { Length: > 0 } ? new Uri($"https://{account}.{service}.core.windows.net")
            : throw new InvalidOperationException("No storage account is named: set AzureWebJobsStorage, or AzureWebJobsStorage__accountName.");
        var client = setting("AzureWebJobsStorage:clientId");
        var identity = new ManagedIdentityCredential(client is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
        return Connect(ServiceUri("table"), ServiceUri("blob"), ServiceUri("queue"), identity);
    }

    /// <summary>Makes the tables, containers and queues that are not there. In Azure the deployment has made them.</summary>
    public async Task CreateAllAsync(CancellationToken cancellation = default)
    {
        foreach (var table in StorageNames.Tables)
            await Tables.CreateTableIfNotExistsAsync(table, cancellation);
        foreach (var container in StorageNames.Containers)
            await Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var queue in StorageNames.Queues)
            await Queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Lets a portal's pages send files to addresses that they were given. In Azure the deployment has allowed it.</summary>
    /// <param name="portal">The address of the portal.</param>
    public async Task TakeUploadsFromAsync(Uri portal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var properties = (await Blobs.GetPropertiesAsync(cancellation)).Value;
        properties.Cors.Clear();
        properties.Cors.Add(new BlobCorsRule
        {
            AllowedOrigins = portal.GetLeftPart(UriPartial.Authority),
            AllowedMethods = "PUT,OPTIONS",
            AllowedHeaders = "content-type,x-ms-blob-type",
            ExposedHeaders = "",
            MaxAgeInSeconds = 3600,
        });
        await Blobs.SetPropertiesAsync(properties, cancellation);
    }

    // Five tries within three seconds: somebody waits for a page, and what has nobody waiting is tried again by its message.
    private static TableClientOptions TableOptions => Patient(new TableClientOptions(), TimeSpan.FromSeconds(10));

    // A file takes longer on its way than a row.
    private static BlobClientOptions BlobOptions => Patient(new BlobClientOptions(), TimeSpan.FromSeconds(30));

    private static T Patient<T>(T options, TimeSpan network) where T : ClientOptions
    {
        (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay, options.Retry.NetworkTimeout) = (4, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2), network);
        return options;
    }

    // Four tries within a second and a half: a queue that is away longer is the sweeper's matter, not of somebody who waits for a page.
    private static QueueClientOptions QueueOptions => new()
    {
        MessageEncoding = QueueMessageEncoding.Base64,
        Retry = { MaxRetries = 3, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(1), NetworkTimeout = TimeSpan.FromSeconds(10) },
    };
}
