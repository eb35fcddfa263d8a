using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Kept;

/// <summary>
/// The tables of a report that pages show, as they went into its workbook: so a page says what the workbook says, however many returns it was made
/// from, and reads no more rows than it shows.
/// </summary>
/// <param name="Rules">The <see cref="Manifest.CurrentRules"/> that they were made by.</param>
public sealed record KeptTables(int Rules, IReadOnlyList<KeptTable> Tables)
{
    /// <summary>Null where the report has no such table: nothing of it was counted, or the reader may not see it.</summary>
    public KeptTable? Find(string id) => Tables.FirstOrDefault(table => string.Equals(table.Id, id, StringComparison.Ordinal));

    /// <summary>Where the list of tables is kept: beside the report's workbook.</summary>
    public static string FileBeside(string workbookFile) => Beside(workbookFile, "tables.json");

    /// <summary>Where their rows are kept.</summary>
    public static string RowsBeside(string workbookFile) => Beside(workbookFile, "tables.bin");

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, KeptJson.Default.KeptTables);

    public static KeptTables FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, KeptJson.Default.KeptTables)!;

    private static string Beside(string workbookFile, string name) => $"{workbookFile[..(workbookFile.LastIndexOf('/') + 1)]}{name}";
}

/// <summary>A table of a report, and where its rows are.</summary>
/// <param name="Sheet">The sheet that it stands on.</param>
/// <param name="Blocks">In the order of the rows.</param>
public sealed record KeptTable(string Sheet, string Id, string Title, IReadOnlyList<KeptColumn> Columns, int Rows, IReadOnlyList<KeptBlock> Blocks)
{
    /// <summary>The place of a column; -1 where the table has none of that id.</summary>
    public int Place(string column)
    {
        for (var place = 0; place < Columns.Count; place++)
            if (string.Equals(Columns[place].Id, column, StringComparison.Ordinal))
                return place;
        return -1;
    }
}

/// <summary>A column of a kept table.</summary>
public sealed record KeptColumn(string Id, string Heading, CellKind Kind);

/// <summary>Rows of a table that are kept together, packed.</summary>
/// <param name="At">Bytes before it in the file.</param>
public sealed record KeptBlock(long At, int Bytes, int Rows);

/// <summary>Some rows of a kept table.</summary>
/// <param name="From">The place of the first of them in the table, from 0.</param>
public sealed record KeptRows(KeptTable Table, int From, IReadOnlyList<Cell[]> Rows)
{
    /// <summary>A row's cell in a column; empty where the table has no such column.</summary>
    public Cell CellOf(Cell[] row, string column) => Table.Place(column) is >= 0 and var place ? row[place] : Cell.Empty;

    /// <summary>The rows that say this in a column.</summary>
    public KeptRows Where(string column, string words) => this with { Rows = [.. Rows.Where(row => string.Equals(WordsOf(row, column), words, StringComparison.Ordinal))] };

    public string WordsOf(Cell[] row, string column) => ReadableCell.Of(CellOf(row, column));

    /// <summary>A row's figure in a column; null where there is none, or it was not asked.</summary>
    public decimal? FigureOf(Cell[] row, string column) => CellOf(row, column) is { Kind: not (CellKind.Empty or CellKind.Text or CellKind.NotAsked) } cell ? cell.Number : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeptTables))]
internal sealed partial class KeptJson : JsonSerializerContext;
