using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>How many providers arrive, grow, stay the same, shrink and leave from year to year, and by how many pounds.</summary>
internal sealed class GrowthSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Growth", "Who grows, shrinks, arrives and leaves",
    [Pounds(cut), Spread, "A provider’s pounds in a year beside those of the year before; the same is within one per cent. A year in which an award begins or ends holds a part of its pounds only."], OnPages: true))
{
    /// <summary>In the order of the columns.</summary>
    public static IReadOnlyList<Movement> Movements { get; } = [Movement.Arrived, Movement.Grew, Movement.Same, Movement.Shrank, Movement.Left];

    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        Writer.BeginTable(new ReportTable(RegisterTables.Growth, "Year beside year",
        [
            new("year", "Financial year", CellKind.Text, 14),
            .. Movements.SelectMany(movement => new Column[]
            {
                new(IdOf(movement), Heading(movement), CellKind.Count, 12), new($"{IdOf(movement)}-pounds", $"{Heading(movement)}: change in pounds", CellKind.Money, 18),
            }),
            new("all-pounds", "Change in pounds", CellKind.Money, 18),
        ]));
        foreach (var year in register.Compared)
        {
            var changes = register.Providers.Select(provider => (Before: provider.In(year.Before), Now: provider.In(year))).ToLookup(pounds => Growth.Of(pounds.Before, pounds.Now), pounds => pounds.Now - pounds.Before);
            Writer.WriteRow(
            [
                Cell.OfText(year.Name), .. Movements.SelectMany(movement => new[] { Cell.OfCount(changes[movement].Count()), Cell.OfMoney(changes[movement].Sum()) }),
                Cell.OfMoney(register.In(year).Pounds - register.In(year.Before).Pounds),
            ]);
        }
        if (register.Compared.Any())
            Writer.AddChart(new ReportChart(
                ChartKind.Columns, "Providers that arrive, grow, shrink and leave", "Columns of how many providers arrived, grew, stayed the same, shrank and left in each financial year.", RegisterTables.Growth, "year",
                [.. Movements.Select(IdOf)]));
    }

    public static string IdOf(Movement movement) => movement.ToString().ToLowerInvariant();

    private static string Heading(Movement movement) => movement switch
    {
        Movement.Arrived => "Arrived",
        Movement.Grew => "Grew",
        Movement.Same => "The same",
        Movement.Shrank => "Shrank",
        _ => "Left",
    };
}
