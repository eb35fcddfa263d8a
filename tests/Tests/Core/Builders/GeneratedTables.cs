using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>A table with its rows.</summary>
internal sealed record FilledTable(ReportTable Table, IReadOnlyList<Cell[]> Rows);

/// <summary>Tables of any cells.</summary>
internal static class GeneratedTables
{
    private static readonly string[] LikeFormulas =
        ["=1+1", "+44 20 7946 0000", "-", "@home", "\t=1", "\r", "\"=1\"", "'=1", "''+", " =1", "'", "\"\"", "=\"a\",\"b\"", "a;b", "not asked", "\r\n=1", "007"];

    /// <summary>Up to four tables, each with up to a dozen rows; their ids are T1, T2…</summary>
    public static Gen<FilledTable[]> Some { get; } =
        from count in Gen.Choose(1, 4)
        from tables in Gen.CollectToArray(Enumerable.Range(1, count), Table)
        select tables;

    private static Gen<Cell> AnyCell { get; } = Gen.Frequency(
        (2, Gen.Constant(Cell.Empty)),
        (1, Gen.Constant(Cell.NotAsked)),
        (3, Gen.OneOf(GeneratedJson.Text, Gen.Elements(LikeFormulas)).Select(Cell.OfText)),
        (2, Gen.Choose(-5, 5_000_000).Select(count => Cell.OfCount(count))),
        (1, ArbMap.Default.GeneratorFor<decimal>().Select(Cell.OfNumber)),
        (2, Gen.Choose(-100_000, 9_999_999).Select(pence => Cell.OfMoney(pence / 100m))),
        (1, Gen.Choose(-1000, 2000).Select(tenths => Cell.OfPercentage(tenths / 10m))),
        (1, Gen.Choose(0, 109_571).Select(days => Cell.OfDate(new DateOnly(1900, 1, 1).AddDays(days)))),
        (1, Gen.Choose(0, 60_000_000).Select(minutes => Cell.OfMoment(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minutes)))));

    private static Gen<FilledTable> Table(int number) =>
        from columns in Gen.Choose(1, 6)
        from count in Gen.Choose(0, 12)
        from rows in AnyCell.ArrayOf(columns).ArrayOf(count)
        from title in GeneratedJson.Text
        from headings in GeneratedJson.Text.ArrayOf(columns)
        from kinds in Gen.Elements(Enum.GetValues<CellKind>()).ArrayOf(columns)
        select new FilledTable(
            new ReportTable($"T{number}", title, [.. headings.Select((heading, place) => new Column($"c{place}", heading, kinds[place]))]), rows);
}
