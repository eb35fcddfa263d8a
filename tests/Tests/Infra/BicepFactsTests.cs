using System.Text.Json;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Infra;

/// <summary>What Bicep creates is what the program asks for by name.</summary>
public sealed class BicepFactsTests
{
    private static readonly string Main = File.ReadAllText(InfraFiles.Main);
    private static readonly string All = string.Concat(Directory.GetFiles(InfraFiles.Folder, "*.bicep").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [Fact]
    public void QueueOfEveryFunction_IsDeclaredInBicep()
    {
        var declared = InfraFiles.ListIn(Main, "workQueues");
        var asked = InfraFiles.QueueTriggersBelow(Path.Combine(ProjectFolder.Root, "functions")).ToList();
        Assert.All(asked, trigger => Assert.True(declared.Contains(trigger.Queue, StringComparer.Ordinal),
            $"functions/{trigger.Function} waits on the queue {trigger.Queue}, which infra/main.bicep does not declare."));
        Assert.All(asked, trigger => Assert.Contains($"'{trigger.Connection}__accountName'", All, StringComparison.Ordinal));
    }

    [Fact]
    public void QueueTriggers_InAFolderOfFunctions_AreReadFromTheirSources()
    {
        using var folder = new TemporaryFolder();
        folder.Write("CountReturns/function.json", """{"bindings":[{"type":"queueTrigger","name":"message","queueName":"count-returns","connection":"AzureWebJobsStorage"}]}""");
        folder.Write("Pages/function.json", """{"bindings":[{"type":"httpTrigger","name":"req"},{"type":"http","name":"res"}]}""");
        folder.Write("bin/Old/function.json", """{"bindings":[{"type":"queueTrigger","queueName":"old","connection":"X"}]}""");
        Assert.Equal([new QueueTrigger("CountReturns", "count-returns", "AzureWebJobsStorage")], InfraFiles.QueueTriggersBelow(folder.Path));
    }

    [Fact]
    public void EveryWorkQueue_HasItsPoisonQueue()
    {
        Assert.Contains("var poisonQueues = [for queue in workQueues: '${queue}-poison']", Main, StringComparison.Ordinal);
        Assert.Contains("queues: concat(workQueues, poisonQueues)", Main, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfStorage_AreThoseDeclaredInBicep()
    {
        Assert.Equal(StorageNames.Tables.Order(StringComparer.Ordinal), InfraFiles.ListIn(Main, "tables").Order(StringComparer.Ordinal));
        Assert.Equal(StorageNames.Queues.Order(StringComparer.Ordinal), InfraFiles.ListIn(Main, "workQueues").Order(StringComparer.Ordinal));
        Assert.Equal(StorageNames.Containers.Order(StringComparer.Ordinal), InfraFiles.ListIn(Main, "dataContainers").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NamesOfStorage_StandInTheListsTheyAreMadeFrom()
    {
        var names = typeof(StorageNames).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            StorageNames.Tables.Concat(StorageNames.Containers).Concat(StorageNames.Queues).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Table")]
    [InlineData("Queue")]
    [InlineData("Container")]
    public void Name_GivenInCode_IsOneOfStorageNames(string kind)
    {
        var declared = kind switch { "Table" => StorageNames.Tables, "Queue" => StorageNames.Queues, _ => StorageNames.Containers };
        foreach (var room in new[] { "storage", "functions" })
            foreach (var file in Directory.GetFiles(Path.Combine(ProjectFolder.Root, room), "*.cs", SearchOption.AllDirectories))
                Assert.All(InfraFiles.NamesInCode(File.ReadAllText(file), kind), name => Assert.True(declared.Contains(name, StringComparer.Ordinal),
                    $"{Path.GetRelativePath(ProjectFolder.Root, file)} uses the {kind.ToLowerInvariant()} {name}, which is none of StorageNames."));
    }

    [Fact]
    public void NamesInCode_OfEachKind_AreRead()
    {
        const string code = """var a = service.GetTableClient("returns"); const string Queue = "consolidate-report"; var b = blobs.GetBlobContainerClient("reports");""";
        Assert.Equal(["returns"], InfraFiles.NamesInCode(code, "Table"));
        Assert.Equal(["consolidate-report"], InfraFiles.NamesInCode(code, "Queue"));
        Assert.Equal(["reports"], InfraFiles.NamesInCode(code, "Container"));
    }

    /// <summary>What was never announced goes by itself; a file that is in use is tidied by nobody.</summary>
    [Fact]
    public void Lifecycle_OfEvidence_EmptiesQuarantineAndTidiesOldVersionsAlone()
    {
        var rules = All[All.IndexOf("name: 'quarantined-files'", StringComparison.Ordinal)..];
        var end = rules.IndexOf("name: 'removed-evidence'", StringComparison.Ordinal);
        var (quarantine, evidence) = (rules[..end], rules[end..rules.IndexOf("dependsOn", StringComparison.Ordinal)]);
        Assert.Contains($"'{StorageNames.Quarantine}/'", quarantine, StringComparison.Ordinal);
        Assert.Contains("baseBlob", quarantine, StringComparison.Ordinal);
        Assert.Contains($"'{StorageNames.Evidence}/'", evidence, StringComparison.Ordinal);
        Assert.DoesNotContain("baseBlob", evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allowSharedKeyAccess: false")]
    [InlineData("allowBlobPublicAccess: false")]
    [InlineData("minimumTlsVersion: 'TLS1_2'")]
    [InlineData("minTlsVersion: '1.2'")]
    [InlineData("httpsOnly: true")]
    [InlineData("isVersioningEnabled: true")]
    [InlineData("DisableLocalAuth: true")]
    [InlineData("kind: 'functionapp,linux'")]
    [InlineData("enableRbacAuthorization: true")]
    [InlineData("enablePurgeProtection: true")]
    [InlineData("keyVaultReferenceIdentity: identityId")]
    public void Bicep_KeepsTheDoorShut(string line) => Assert.Contains(line, All, StringComparison.Ordinal);

    [Theory]
    [InlineData("listKeys")]
    [InlineData("AccountKey")]
    [InlineData("listAccountSas")]
    [InlineData("'AzureWebJobsStorage'")]
    [InlineData("name: 'FUNCTIONS_")]
    public void Bicep_HoldsNoKeyAndNoSettingThatFlexRefuses(string text) => Assert.DoesNotContain(text, All, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void SecretSettings_OfTheDeployment_AreReferencesIntoTheVault()
    {
        Assert.Contains("value: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${one.secret})'", All, StringComparison.Ordinal);
        Assert.Contains("secretSettings: vault.outputs.settings", Main, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(InfraFiles.Folder, "main.parameters.json")));
        var named = json.RootElement.GetProperty("parameters").GetProperty("secretSettings").GetProperty("value").EnumerateArray().Select(one => one.GetProperty("setting").GetString()).ToList();
        Assert.Contains("DataProtection__Keys__0", named);
        Assert.Contains(named, name => name!.StartsWith("SignIn__Providers__", StringComparison.Ordinal) && name.EndsWith("__ClientSecret", StringComparison.Ordinal));
        Assert.Contains("Mail__Smtp__Password", named);
        Assert.All(named, name => Assert.DoesNotContain($"name: '{name}'", All, StringComparison.Ordinal));
    }

    [Fact]
    public void Parameters_OfTheDeployment_AreThoseOfMainBicep()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(InfraFiles.Folder, "main.parameters.json")));
        foreach (var parameter in json.RootElement.GetProperty("parameters").EnumerateObject())
            Assert.Contains($"\nparam {parameter.Name} ", Main, StringComparison.Ordinal);
    }

    [Fact]
    public void Package_NamedForAzd_IsTheOneThatIsBuiltAndTheAppThatIsTagged()
    {
        var azd = File.ReadAllText(Path.Combine(ProjectFolder.Root, "azure.yaml"));
        Assert.Contains("\n    dist: artifacts/monitoring-returns.zip\n", azd, StringComparison.Ordinal);
        Assert.Contains("run: dotnet run --project local -- package\n", azd, StringComparison.Ordinal);
        Assert.Contains("\n  app:\n", azd, StringComparison.Ordinal);
        Assert.Contains("'azd-service-name': 'app'", All, StringComparison.Ordinal);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("infra-").FullName;

        public void Write(string file, string text)
        {
            var place = System.IO.Path.Combine(Path, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
            File.WriteAllText(place, text);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
