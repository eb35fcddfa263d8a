using System.Net;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Evidence;

/// <summary>A small programme whose form has a question for evidence files, and what a charity's program does with them.</summary>
internal sealed class EvidenceCase(SmallCase test)
{
    public const string Award = "a-0001";

    private static readonly HttpClient Plain = new();

    public SmallCase Test => test;

    public StorageAccount Account { get; } = StorageAccount.Connect(test.App.ConnectionString);

    public static async Task<EvidenceCase> SetUpAsync(RunningApp app) => new(await SmallCase.SetUpAsync(app, form: SmallCase.FormWithFiles));

    public static string Address(SmallCase test, string award = Award) => test.Address(award) + "/files/proof";

    public Task<Answer> BeginAsync(string name, long? size = null, string award = Award, DateTimeOffset? at = null) =>
        test.SendAsync(HttpMethod.Post, Address(test, award), JsonSerializer.Serialize(new { name, size }), at);

    /// <summary>PUTs as any program does: the address and nothing of ours.</summary>
    public static async Task<HttpStatusCode> PutAsync(string address, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var answer = await Plain.PutAsync(new Uri(address), body);
        return answer.StatusCode;
    }

    public static async Task<HttpStatusCode> GetAsync(string address)
    {
        using var answer = await Plain.GetAsync(new Uri(address));
        return answer.StatusCode;
    }

    public Task<Answer> AnnounceAsync(string file, string award = Award, DateTimeOffset? at = null) => test.SendAsync(HttpMethod.Post, $"{Address(test, award)}/{file}/uploaded", null, at);

    public Task<Answer> ScanAsync(string file, string award = Award) =>
        test.DeliverAsync("ScanFile", $$"""{"programme":"{{test.Programme}}","period":"{{SmallCase.Q1}}","award":"{{award}}","question":"proof","file":"{{file}}"}""");

    /// <summary>Sends a file and says so.</summary>
    public async Task<string> SendAsync(string name, byte[] content, string award = Award)
    {
        var begun = await BeginAsync(name, content.Length, award);
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(begun.Json.GetProperty("upload").GetString()!, content));
        var file = begun.Json.GetProperty("file").GetString()!;
        Assert.Equal(HttpStatusCode.Accepted, (await AnnounceAsync(file, award)).Status);
        return file;
    }

    /// <summary>Sends a file and has it checked.</summary>
    public async Task<string> AddAsync(string name, byte[] content, string award = Award)
    {
        var file = await SendAsync(name, content, award);
        Assert.Equal(HttpStatusCode.OK, (await ScanAsync(file, award)).Status);
        return file;
    }

    public async Task<IReadOnlyList<JsonElement>> ListAsync(string award = Award) => [.. (await test.GetAsync(Address(test, award))).Json.GetProperty("files").EnumerateArray()];

    /// <summary>The draft's answer as the API gives it: its version and files.</summary>
    public async Task<(int Version, JsonElement Value)> AnswerAsync(string award = Award) =>
        (await test.GetAsync(test.Address(award))).Json.GetProperty("answers").TryGetProperty("proof", out var answer) ? (answer.GetProperty("version").GetInt32(), answer.GetProperty("value")) : (0, default);

    public async Task<bool> IsThereAsync(string container, string file, string award = Award) =>
        await Account.Blobs.GetBlobContainerClient(container).GetBlobClient($"{test.Key(award)}/proof/{file}").ExistsAsync();

    public async Task<string[]> DeedsAsync() =>
        [.. (await test.GetAsync(test.Address(Award) + "/record")).Json.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("deed").GetString()!)];

    /// <summary>How a file stands; null where nothing is known of it.</summary>
    public async Task<FileState?> StateAsync(string file) =>
        (await new EvidenceStore(Account).GetAsync(test.Key(Award), Identifier.Parse<QuestionId>("proof"), Identifier.Parse<FileId>(file), default))?.File.State;
}
