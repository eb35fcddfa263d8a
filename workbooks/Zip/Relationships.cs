namespace MonitoringReturns.Workbooks.Zip;

/// <summary>What one part of the workbook refers to. Ids are rId1, rId2… in the order of adding.</summary>
internal sealed class Relationships
{
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<Relationship> _all = [];

    public IReadOnlyList<Relationship> All => _all;

    /// <summary>Adds one of the office document's kinds, such as <c>worksheet</c>; answers its id.</summary>
    public string Add(string kind, string target) => AddType($"{Office}/{kind}", target);

    public string AddType(string type, string target)
    {
        var id = $"rId{_all.Count + 1}";
        _all.Add(new Relationship(id, type, target));
        return id;
    }
}

internal sealed record Relationship(string Id, string Type, string Target);
