using System.Text.Json;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Benchmarks.Growth;

/// <summary>Forms of large tables: a row for each of 33 boroughs, which pay together.</summary>
internal static class TableForms
{
    public const int Boroughs = 33;

    public static OrganisationId Borough(int number) => OrganisationId.Parse($"MR-9{number:D5}");

    /// <summary>So many tables of 33 rows; each column counts an indicator as long as there are any.</summary>
    public static byte[] Document(string form, int tables, int columns, int indicators) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        form,
        version = 1,
        title = "A return of large tables",
        minutes = 90,
        sections = new[] { new { id = "tables", title = "Tables", questions = Enumerable.Range(1, tables).Select(table => Table(table, columns, indicators)) } },
    });

    private static Dictionary<string, object> Table(int table, int columns, int indicators) => new(StringComparer.Ordinal)
    {
        ["id"] = $"table-{table}",
        ["type"] = TableQuestion.Name,
        ["label"] = $"Table {table}, as the form puts it",
        ["rows"] = Enumerable.Range(1, Boroughs).Select(row => new { id = $"borough-{row}", label = $"Borough {row}", funder = Borough(row).Value }),
        ["columns"] = Enumerable.Range(1, columns).Select(column => Column(((table - 1) * columns) + column, column, indicators)),
    };

    private static Dictionary<string, object> Column(int place, int column, int indicators)
    {
        var definition = new Dictionary<string, object>(StringComparer.Ordinal) { ["id"] = $"column-{column}", ["label"] = $"Column {column}", ["type"] = CountQuestion.Name };
        if (place <= indicators)
            definition["indicator"] = $"indicator-{place}";
        return definition;
    }
}
