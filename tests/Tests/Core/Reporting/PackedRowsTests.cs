using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Tests.Core.Reporting;

/// <summary>Rows that are kept for pages come back as they were written.</summary>
public sealed class PackedRowsTests
{
    private static readonly Gen<Cell> AnyCell = Gen.OneOf(
        Gen.Constant(Cell.Empty), Gen.Constant(Cell.NotAsked), ArbMap.Default.GeneratorFor<NonEmptyString>().Where(text => IsWhole(text.Get)).Select(text => Cell.OfText(text.Get)),
        ArbMap.Default.GeneratorFor<int>().Select(number => Cell.OfCount(number)), ArbMap.Default.GeneratorFor<decimal>().Select(Cell.OfNumber), ArbMap.Default.GeneratorFor<int>().Select(pence => Cell.OfMoney(pence / 100m)),
        ArbMap.Default.GeneratorFor<int>().Select(tenths => Cell.OfPercentage(tenths / 10m)), Gen.Constant(Cell.OfDate(new DateOnly(2028, 2, 29))), Gen.Constant(Cell.OfMoment(new DateTime(2026, 10, 25, 1, 30, 0))));

    [Fact]
    public void Rows_OfAnyCells_ComeBackAsTheyWere()
    {
        KeptColumn[] columns = [new("a", "A", CellKind.Text), new("b", "B", CellKind.Number), new("c", "C", CellKind.Money)];
        Prop.ForAll(AnyCell.ArrayOf(3).ListOf().ToArbitrary(), rows =>
        {
            var back = PackedRows.Unpack(PackedRows.Pack([.. rows], columns), columns);
            return rows.SelectMany(row => row).Select(InFull).SequenceEqual(back.SelectMany(row => row).Select(InFull));
        }).QuickCheckThrowOnFailure();
    }

    private static (CellKind, string?, decimal) InFull(Cell cell) => (cell.Kind, cell.Text, cell.Number);

    /// <summary>Half a character is no text: nothing that is stored holds one.</summary>
    private static bool IsWhole(string text) => !text.Any(char.IsSurrogate);
}
