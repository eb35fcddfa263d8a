using System.Globalization;
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
    case ["submit"]:
        await SubmitBenchmark.RunAsync();
        return 0;
    case ["start"]:
        await StartBenchmark.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Name a benchmark: report, submit, start or writer");
        return 1;
}
