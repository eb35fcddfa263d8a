using System.Globalization;
using MonitoringReturns.Benchmarks.Growth;
using MonitoringReturns.Benchmarks.Reading;
using MonitoringReturns.Benchmarks.Report;
using MonitoringReturns.Benchmarks.Start;
using MonitoringReturns.Benchmarks.Submit;
using MonitoringReturns.Benchmarks.Workbooks;

switch (args)
{
    case ["writer"]:
        await WriterBenchmark.RunAsync();
        return 0;
    case ["writer-child", var way, var rows, var columns]:
        WriterBenchmark.RunOne(way, int.Parse(rows, CultureInfo.InvariantCulture), int.Parse(columns, CultureInfo.InvariantCulture));
        return 0;
    case ["report", .. var rounds]:
        await ReportBenchmark.RunAsync(rounds is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 7);
        return 0;
    case ["report-child", var connectionString, var programme]:
        await ReportBenchmark.RunOneAsync(connectionString, programme);
        return 0;
    case ["growth", .. var limits]:
        await GrowthBenchmark.RunAsync(limits.Length > 0 ? limits[0] : null, Number(limits, 1, 100_000), Number(limits, 2, 3));
        return 0;
    case ["growth-child", var connectionString, var programme, var warmUp, var rounds]:
        await GrowingReport.RunOneAsync(connectionString, programme, warmUp, int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["pages"]:
        await PagesBenchmark.RunAsync();
        return 0;
    case ["pages-child", var connectionString, var programme]:
        await FunderPages.RunOneAsync(connectionString, programme);
        return 0;
    case ["pages-door-child", var connectionString, var rows, var programme]:
        await PagesAtDoor.RunOneAsync(connectionString, rows, programme);
        return 0;
    case ["submit"]:
        await SubmitBenchmark.RunAsync();
        return 0;
    case ["start"]:
        await StartBenchmark.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Name a benchmark: growth, pages, report, submit, start or writer");
        return 1;
}

static int Number(string[] arguments, int place, int otherwise) => arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : otherwise;
