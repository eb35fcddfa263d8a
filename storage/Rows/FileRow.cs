using MonitoringReturns.Core;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>An evidence file as a row of its return's partition.</summary>
internal static class FileRow
{
    public static TableEntity ToEntity(EvidenceFile file)
    {
        var row = new TableEntity(Keys.Partition(file.Return), Keys.File(file.Return.Award, file.Question, file.Id))
        {
            ["State"] = file.State.ToString(),
            ["Name"] = file.Name,
            ["By"] = file.By.Value,
            ["For"] = file.For.Value,
            ["At"] = file.At,
        };
        row.Set("Type", file.Kind?.MediaType);
        row.Set("Size", file.Size);
        row.Set("Sha256", file.Sha256);
        row.Set("Fault", file.Fault?.ToString());
        return row;
    }

    public static StoredFile FromEntity(ReturnKey key, TableEntity row)
    {
        var rest = row.RowKey[Keys.FilesOf(key.Award).Length..].Split('!');
        var file = new EvidenceFile(
            key, Identifier.Parse<QuestionId>(rest[0]), Identifier.Parse<FileId>(rest[1]), row.GetString("Name")!, Enum.Parse<FileState>(row.GetString("State")!),
            Identifier.Parse<MemberId>(row.GetString("By")!), OrganisationId.Parse(row.GetString("For")!), row.GetDateTimeOffset("At")!.Value)
        {
            Kind = row.GetString("Type") is { } type ? FileKind.Of(type) : null,
            Size = row.GetInt64("Size"),
            Sha256 = row.GetString("Sha256"),
            Fault = row.GetString("Fault") is { } fault ? Enum.Parse<FileFault>(fault) : null,
        };
        return new StoredFile(file, row.ETag.ToString());
    }
}
