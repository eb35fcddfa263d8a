using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Storage;
using MonitoringReturns.Web.Pages.Kept;

namespace MonitoringReturns.Functions.Pages.Kept;

/// <summary>Puts by what somebody sent after their session was over, for the same person to find after signing in. Encrypted; kept seven days.</summary>
internal sealed class KeptPosts(Lazy<KeptPostStore> store, KeepTokens tokens, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private const int MostBytes = 1024 * 1024;
    private const int IdDigits = 64;

    private readonly IDataProtector _protector = protection.CreateProtector("Kept.Post", "v1");

    /// <summary>Keeps a post that an endpoint keeps, for whom its own token names.</summary>
    /// <returns>Where it is found; null where it is not to be kept, or is nobody's, or another's than who is signed in.</returns>
    public async Task<string?> TryKeepAsync(HttpContext http)
    {
        if (!KeepsPosts.Of(http) || http.Request.ContentLength is not (> 0 and <= MostBytes))
            return null;
        var form = await http.FormAsync();
        if (tokens.Read(form[KeptFields.Token].ToString()) is not { } token || token.Address != http.Request.Path.Value)
            return null;
        if (http.User.FindFirst(Callers.MemberClaim)?.Value is { } signedIn && signedIn != token.Member.Value)
            return null;
        var (id, now) = (RandomNumberGenerator.GetHexString(IdDigits, lowercase: true), clock.GetUtcNow());
        var post = new KeptPost(token.ActingFor, token.Address, now, FieldsOf(form));
        await store.Value.AddAsync(token.Member, id, _protector.Protect(Pack(post)), now + Lasts, http.RequestAborted);
        return KeptEndpoint.AddressOf(id);
    }

    /// <returns>Null where the person has nothing kept under this id, any more or ever.</returns>
    public async Task<KeptPost?> FindAsync(MemberId member, string id, CancellationToken cancellation)
    {
        if (!IsId(id) || await store.Value.GetAsync(member, id, clock.GetUtcNow(), cancellation) is not { } content)
            return null;
        try
        {
            return Unpack(_protector.Unprotect(content));
        }
        catch (CryptographicException unreadable) when (!StorageAway.Is(unreadable))
        {
            // Its key was taken away.
            return null;
        }
    }

    /// <summary>What waits for whoever is signed in, the oldest first.</summary>
    public async Task<IReadOnlyList<WaitingPost>> WaitingAsync(HttpContext http) =>
        [.. (await store.Value.ListAsync(http.Caller().Id, clock.GetUtcNow(), http.RequestAborted)).Select(kept => new WaitingPost(KeptEndpoint.AddressOf(kept.Id), kept.Expires - Lasts))];

    public Task RemoveAsync(HttpContext http, string id) => IsId(id) ? store.Value.RemoveAsync(http.Caller().Id, id, http.RequestAborted) : Task.CompletedTask;

    /// <summary>What a form sent, but for what shows that it is ours, which is made anew.</summary>
    public static IReadOnlyList<SentField> FieldsOf(IFormCollection form) =>
        [.. form.Where(field => field.Key is not (KeptFields.Token or FormTokens.Field or KeptFields.Kept)).SelectMany(field => field.Value.Select(value => new SentField(field.Key, value ?? "")))];

    private static bool IsId(string id) => id.Length == IdDigits && id.All(char.IsAsciiHexDigitLower);

    private static byte[] Pack(KeptPost post)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, post, KeptJson.Default.KeptPost);
        return bytes.ToArray();
    }

    private static KeptPost Unpack(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(brotli, KeptJson.Default.KeptPost)!;
    }
}
