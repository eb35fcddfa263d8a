using MonitoringReturns.Benchmarks.Workbooks;

switch (args)
{
    case ["writer"]:
        await WriterBenchmark.RunAsync();
        return 0;
    case ["writer-child", var way, var rows, var columns]:
        WriterBenchmark.RunOne(way, int.Parse(rows), int.Parse(columns));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Name a benchmark: writer");
        return 1;
}
