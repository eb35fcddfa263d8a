using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Organisations by the words of their names: the partition <c>|words</c> of the table <c>organisations</c>, a row a word and organisation.</summary>
internal sealed class OrganisationNames(StorageAccount account)
{
    private const string Partition = "|words";
    private const int AtOnce = 200;
    private const int MostPages = 3;

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Organisations);

    public async Task<OrganisationsOfName> FindAsync(string beginning, CancellationToken cancellation)
    {
        var found = new Dictionary<OrganisationId, OrganisationSummary>();
        string? after = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await Ranges.PageAfterAsync(_table, Partition, beginning, after, AtOnce, cancellation);
            foreach (var row in page.Items)
            {
                var id = OrganisationId.Parse(row.RowKey[(row.RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..]);
                found[id] = new OrganisationSummary(id, row.GetString("Name")!, Enum.Parse<OrganisationKind>(row.GetString("Kind")!));
            }
            after = page.Continuation;
            if (after is null)
                break;
        }
        return new OrganisationsOfName([.. found.Values], After(after));
    }

    public async Task PutAsync(Organisation organisation, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        if (words.Count == 0)
            return;
        await _table.SubmitTransactionAsync(words.Select(word => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, new TableEntity(Partition, KeyOf(word, organisation.Id)) { ["Name"] = organisation.Name, ["Kind"] = organisation.Kind.ToString() })), cancellation);
    }

    public async Task RemoveAsync(OrganisationId organisation, IEnumerable<string> words, CancellationToken cancellation)
    {
        foreach (var word in words)
            await _table.DeleteEntityAsync(Partition, KeyOf(word, organisation), ETag.All, cancellation);
    }

    private static bool After(string? key) => key is not null;

    private static string KeyOf(string word, OrganisationId organisation) => $"{word}|{organisation}";
}
