using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>Pounds and awards by area and financial year.</summary>
internal sealed class AreaFlowsSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Flows by area", "Where the money flows, by the area that awards work in",
    [Pounds(cut), Spread, "Where an award works in several areas, its pounds are split evenly over them: how much really reached each is not known. It counts as an award in each, so awards of areas add up to more than there are."],
    OnPages: true))
{
    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        IReadOnlyList<(AreaCode? Code, string Name)> areas = [.. Cut.Programme.Areas.Select(area => ((AreaCode?)area.Code, area.Name)), .. Unsaid(register)];
        Write(RegisterTables.FlowsByArea, "Pounds", CellKind.Money, register, areas, flow => Cell.OfMoney(flow.Pounds), withAll: true);
        if (areas.Count > 0)
            Writer.AddChart(new ReportChart(
                ChartKind.Bars, "Pounds by area, all years", $"Bars of pounds by area. {string.Join("; ", areas.Select(area => $"{area.Name} {ReadableCell.Of(Cell.OfMoney(All(register, area.Code)))}"))}.",
                RegisterTables.FlowsByArea, "area", ["all"]));
        Write(RegisterTables.AwardsByArea, "Awards that run in the year", CellKind.Count, register, areas, flow => Cell.OfCount(flow.Awards), withAll: false);
    }

    /// <summary>Awards of which it isn't said where they work, and areas that are the programme's no more.</summary>
    private IEnumerable<(AreaCode? Code, string Name)> Unsaid(RegisterFigures register) => register.Awards
        .SelectMany(award => award.Areas.Count == 0 ? [null] : award.Areas.Select(area => (AreaCode?)area)).Distinct().Where(code => code is null || Cut.Programme.Areas.All(area => area.Code != code))
        .OrderBy(code => code?.Value, StringComparer.Ordinal).Select(code => (code, code?.Value ?? RegisterWords.NotSaid));

    private void Write(string table, string title, CellKind kind, RegisterFigures register, IReadOnlyList<(AreaCode? Code, string Name)> areas, Func<Flow, Cell> cell, bool withAll)
    {
        Writer.BeginTable(new ReportTable(table, title,
        [
            new("area", "Area", CellKind.Text, 30), new("code", "Code", CellKind.Text, 14), .. register.Years.Select(year => new Column($"in-{year.Begins}", year.Name, kind, 18)),
            .. withAll ? [new Column("all", "All years", kind, 18)] : Array.Empty<Column>(),
        ]));
        foreach (var (code, name) in areas)
            Writer.WriteRow(
            [
                Cell.OfText(name), Cell.OfText(code?.Value), .. register.Years.Select(year => cell(register.In(code, year))),
                .. withAll ? [Cell.OfMoney(All(register, code))] : Array.Empty<Cell>(),
            ]);
    }

    private static decimal All(RegisterFigures register, AreaCode? area) => register.Years.Sum(year => register.In(area, year).Pounds);
}
