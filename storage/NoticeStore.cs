using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Announcements of form versions and what was said about forms, in the table <c>programmes</c>: rows of the programme's partition.</summary>
public sealed class NoticeStore(StorageAccount account) : INoticeStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Programmes);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));

    public Task<IReadOnlyList<Announcement>> AnnouncementsAsync(ProgrammeId programme, CancellationToken cancellation) =>
        AllAsync(programme, Keys.Announcements, StoredJson.Default.Announcement, cancellation);

    public Task<Announcement?> AnnouncementAsync(ProgrammeId programme, int version, CancellationToken cancellation) =>
        GetAsync(programme, Keys.Announcement(version), StoredJson.Default.Announcement, (value, _) => value, cancellation);

    public Task<ReadConfirmation?> ConfirmationAsync(ProgrammeId programme, int version, OrganisationId provider, CancellationToken cancellation) =>
        GetAsync(programme, Keys.ReadConfirmation(version, provider), StoredJson.Default.ReadConfirmation, (value, _) => value, cancellation);

    public Task<PageOf<ReadConfirmation>> ConfirmationsAsync(ProgrammeId programme, int version, string? after, int size, CancellationToken cancellation) =>
        PageAsync(programme, Keys.ReadConfirmations(version), after, size, StoredJson.Default.ReadConfirmation, cancellation);

    public Task<PageOf<FormComment>> CommentsAsync(ProgrammeId programme, int draft, string? after, int size, CancellationToken cancellation) =>
        PageAsync(programme, Keys.FormComments(draft), after, size, StoredJson.Default.FormComment, cancellation);

    public Task<FormComment?> CommentAsync(ProgrammeId programme, int draft, string id, CancellationToken cancellation) =>
        OfIdAsync(id, programme, Keys.FormComment(draft, id), StoredJson.Default.FormComment, (value, guard) => value with { Guard = guard }, cancellation);

    public Task<PageOf<Challenge>> ChallengesAsync(ProgrammeId programme, string? after, int size, CancellationToken cancellation) =>
        PageAsync(programme, Keys.Challenges, after, size, StoredJson.Default.Challenge, cancellation);

    public Task<Challenge?> ChallengeAsync(ProgrammeId programme, string id, CancellationToken cancellation) =>
        OfIdAsync(id, programme, Keys.Challenge(id), StoredJson.Default.Challenge, (value, guard) => value with { Guard = guard }, cancellation);

    public Task<PageOf<ModuleProposal>> ModulesAsync(ProgrammeId programme, OrganisationId? funder, string? after, int size, CancellationToken cancellation) =>
        PageAsync(programme, funder is { } one ? Keys.ModulesOf(one) : Keys.Modules, after, size, StoredJson.Default.ModuleProposal, cancellation);

    public Task<ModuleProposal?> ModuleAsync(ProgrammeId programme, OrganisationId funder, string id, CancellationToken cancellation) =>
        OfIdAsync(id, programme, Keys.Module(funder, id), StoredJson.Default.ModuleProposal, (value, guard) => value with { Guard = guard }, cancellation);

    public Task<IReadOnlyList<AnswerUse>> UsesAsync(ProgrammeId programme, int year, CancellationToken cancellation) =>
        AllAsync(programme, Keys.AnswerUses(year), StoredJson.Default.AnswerUse, cancellation);

    private async Task<IReadOnlyList<T>> AllAsync<T>(ProgrammeId programme, string prefix, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var all = new List<T>();
        await foreach (var row in _table.RangeAsync(programme.Value, prefix, Keys.After(prefix), cancellation))
            all.Add(JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), type)!);
        return all;
    }

    /// <summary>What has an id; an id of another shape is nobody's, and may be one that no key can hold.</summary>
    private Task<T?> OfIdAsync<T>(string id, ProgrammeId programme, string key, JsonTypeInfo<T> type, Func<T, string, T> guarded, CancellationToken cancellation) where T : class =>
        FormSaying.IsId(id) ? GetAsync(programme, key, type, guarded, cancellation) : Task.FromResult<T?>(null);

    private async Task<T?> GetAsync<T>(ProgrammeId programme, string key, JsonTypeInfo<T> type, Func<T, string, T> guarded, CancellationToken cancellation) where T : class
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, key, cancellationToken: cancellation);
        return row.HasValue ? guarded(JsonSerializer.Deserialize(await _content.GetAsync(row.Value!, cancellation), type)!, row.Value!.ETag.ToString()) : null;
    }

    /// <param name="after">The key, without its prefix, that the page before ended with.</param>
    private async Task<PageOf<T>> PageAsync<T>(ProgrammeId programme, string prefix, string? after, int size, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, programme.Value, prefix, after is null ? null : prefix + after, size, cancellation);
        var items = new List<T>(page.Items.Count);
        foreach (var row in page.Items)
            items.Add(JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), type)!);
        return new PageOf<T>(items, page.Continuation?[prefix.Length..]);
    }
}
