using System.Diagnostics;
using System.Text;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Benchmarks.Submit;

/// <summary>
/// A submission of sixty answers over HTTP, against its own storage calls made by bare clients in turn; then the app's processor time and
/// memory under eight side by side.
/// </summary>
internal static class SubmitBenchmark
{
    private const int Timed = 500;
    private const int TimedAwards = 25;
    private const int Counted = 2000;
    private const int CountedAwards = 100;
    private const int SideBySide = 8;

    public static async Task RunAsync()
    {
        await using var azurite = await Azurite.StartAsync(null, line => Console.Error.WriteLine(line));
        var account = StorageAccount.Connect(azurite.ConnectionString);
        await account.CreateAllAsync();
        var program = Path.Combine(AppContext.BaseDirectory, "MonitoringReturns.Functions.dll");
        await using var provider = await SignInProvider.StartAsync(new SignInProviderOptions([]), line => Console.Error.WriteLine(line));
        await using var app = await AppProcess.StartAsync(["dotnet", program], [("AzureWebJobsStorage", azurite.ConnectionString), .. SignedIn.At(provider)]);
        for (var number = 1; number <= CountedAwards; number++)
            await SignedIn.LetInAsync(account, provider, LargeProgramme.ProviderOf(number));
        var idle = Figures.MiB(app.Id, "VmRSS");
        using var http = await SignedIn.CallAsync(provider, app.Address);

        var drafts = await FilledDrafts.CreateAsync(account, "submit-timed", TimedAwards);
        await drafts.ResetAsync();
        var (calls, inSequence) = await CountedCalls.OfSubmissionAsync(drafts, azurite.ConnectionString, MemberId.OfClient(SignedIn.Program(provider)));
        await CompareAsync(http, drafts, MemberId.OfClient(SignedIn.Program(provider)), calls, inSequence);
        await LoadAsync(http, account, app, idle);
    }

    private static async Task CompareAsync(HttpClient http, FilledDrafts drafts, MemberId program, int calls, int inSequence)
    {
        var bare = new BareCalls(drafts, program);
        var (server, storage) = (new List<double>(), new List<double>());
        // One round to warm up both.
        for (var round = -1; round < Timed / TimedAwards; round++)
        {
            await drafts.ResetAsync();
            for (var number = 1; number <= drafts.Awards; number++)
                Add(server, round, await TimeAsync(() => SubmitAsync(http, drafts, number)));
            await drafts.ResetAsync();
            for (var number = 1; number <= drafts.Awards; number++)
                Add(storage, round, await TimeAsync(() => bare.RunAsync(number)));
        }
        var (our, own) = (Figures.Median(server), Figures.Median(storage));
        Figures.Line($"| a submission of 60 answers, one at a time | |");
        Figures.Line($"|---|---|");
        Figures.Line($"| storage calls | {calls} |");
        Figures.Line($"| of them in sequence | {inSequence} |");
        Figures.Line($"| server time, median of {server.Count} | {our:0.00} ms |");
        Figures.Line($"| its own storage calls, bare, median of {storage.Count} | {own:0.00} ms |");
        Figures.Line($"| server time ÷ storage calls | {our / own:0.00} |");
    }

    private static async Task LoadAsync(HttpClient http, StorageAccount account, AppProcess app, double idle)
    {
        var drafts = await FilledDrafts.CreateAsync(account, "submit-load", CountedAwards);
        var (processor, clock) = (0d, 0d);
        // Warm enough for the compiler to be done.
        for (var round = -10; round < Counted / CountedAwards; round++)
        {
            await drafts.ResetAsync();
            var (before, started) = (Figures.Processor(app.Id), Stopwatch.GetTimestamp());
            await Parallel.ForAsync(1, drafts.Awards + 1, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (number, _) => await SubmitAsync(http, drafts, number));
            if (round < 0)
                continue;
            clock += Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            processor += Figures.Processor(app.Id) - before;
        }
        Figures.Line($"");
        Figures.Line($"| {Counted:N0} submissions, {SideBySide} side by side | |");
        Figures.Line($"|---|---|");
        Figures.Line($"| the app's processor time a submission | {processor / Counted:0.00} ms |");
        Figures.Line($"| submissions a second, the emulator on the same machine | {Counted / clock * 1000:N0} |");
        Figures.Line($"| memory, idle | {idle:N0} MiB |");
        Figures.Line($"| memory, under load | {Figures.MiB(app.Id, "VmRSS"):N0} MiB |");
        Figures.Line($"| memory, at most | {Figures.MiB(app.Id, "VmHWM"):N0} MiB |");
    }

    private static async Task SubmitAsync(HttpClient http, FilledDrafts drafts, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/returns/{drafts.Programme.Key(number)}/submission");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Content = new StringContent("""{"signatory":{"name":"Ann Lee","role":"Treasurer"},"minutes":30}""", Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        if ((int)answer.StatusCode != 201)
            throw new InvalidOperationException($"A submission was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Add(List<double> all, int round, double took)
    {
        if (round >= 0)
            all.Add(took);
    }
}
