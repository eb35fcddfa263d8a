using CsvHelper;

namespace MonitoringReturns.Tests.Parts;

/// <summary>
/// The real LibreOffice, without a window. Each conversion has a profile of its own, so that tests don't meet.
/// Where it is missing it is installed, if this is root on Debian; else the test fails and says what to install.
/// </summary>
public static class LibreOffice
{
    private const string Package = "libreoffice-calc";
    private const string EverySheetAsShown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PatienceForEachMore = TimeSpan.FromMinutes(1);
    private static readonly SemaphoreSlim OneConversion = new(1, 1);

    /// <summary>Every sheet as rows of cells, as people see them.</summary>
    public static async Task<IReadOnlyDictionary<string, List<string[]>>> ToCsvAsync(string xlsxPath)
    {
        using var folder = new TemporaryFolder();
        await ConvertAsync(xlsxPath, EverySheetAsShown, folder.Path);
        return SheetsOf(xlsxPath, folder.Path);
    }

    /// <summary>The same of several workbooks, opened one after the other by one LibreOffice; by their paths, whose file names must differ.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, List<string[]>>>> ToCsvAsync(IReadOnlyList<string> xlsxPaths)
    {
        using var folder = new TemporaryFolder();
        await ConvertAsync(xlsxPaths, EverySheetAsShown, folder.Path);
        return xlsxPaths.ToDictionary(path => path, path => SheetsOf(path, folder.Path), StringComparer.Ordinal);
    }

    /// <summary>A CSV file in UTF-8 as rows of cells, as people see them once it is opened, formulas worked out.</summary>
    public static async Task<List<string[]>> OpenCsvAsync(string csvPath)
    {
        using var folder = new TemporaryFolder();
        await ConvertAsync(csvPath, EverySheetAsShown, folder.Path, "--infilter=CSV:44,34,76,1,,2057,false,true,false,false,false,0,true");
        return ReadCsv(Directory.GetFiles(folder.Path, "*.csv").Single());
    }

    /// <summary>Prints the workbook to a PDF beside it; answers its path.</summary>
    public static async Task<string> ToPdfAsync(string xlsxPath)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(xlsxPath))!;
        await ConvertAsync(xlsxPath, "pdf", folder);
        return Path.Combine(folder, Path.GetFileNameWithoutExtension(xlsxPath) + ".pdf");
    }

    /// <summary>Opens the workbook and saves it anew, which shows what LibreOffice understood of it; answers the bytes.</summary>
    public static async Task<byte[]> SaveAgainAsync(string xlsxPath)
    {
        using var folder = new TemporaryFolder();
        await ConvertAsync(xlsxPath, "xlsx", folder.Path);
        return await File.ReadAllBytesAsync(folder.File(Path.GetFileName(xlsxPath)));
    }

    /// <summary>Opens a text and saves it as another kind of file; answers the bytes.</summary>
    public static async Task<byte[]> SaveAsAsync(string name, string text, string format)
    {
        using var folder = new TemporaryFolder();
        using var saved = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File(name), text);
        await ConvertAsync(folder.File(name), format, saved.Path);
        return await File.ReadAllBytesAsync(Directory.GetFiles(saved.Path).Single());
    }

    private static IReadOnlyDictionary<string, List<string[]>> SheetsOf(string xlsxPath, string folder)
    {
        var start = Path.GetFileNameWithoutExtension(xlsxPath) + "-";
        return Directory.GetFiles(folder, start + "*.csv").ToDictionary(file => Path.GetFileNameWithoutExtension(file)[start.Length..], ReadCsv, StringComparer.Ordinal);
    }

    private static List<string[]> ReadCsv(string path)
    {
        var rows = new List<string[]>();
        var options = new CsvReaderOptions { Separator = ',', HasHeader = false, SkipEmptyLines = false, DetectSeparatorHint = false };
        using var reader = CsvReader.FromFile(path, options);
        while (reader.Read())
            rows.Add(reader.Current.ToArray());
        return rows;
    }

    private static Task ConvertAsync(string path, string format, string folder, params string[] options) => ConvertAsync([path], format, folder, options);

    private static async Task ConvertAsync(IReadOnlyList<string> paths, string format, string folder, params string[] options)
    {
        var program = await DebianProgram.FindAsync("soffice", Package);
        using var profile = new TemporaryFolder();
        await OneConversion.WaitAsync();
        try
        {
            var (code, said) = await DebianProgram.RunAsync(program, Patience + ((paths.Count - 1) * PatienceForEachMore),
                [$"-env:UserInstallation=file://{profile.Path}", "--headless", "--norestore", .. options, "--convert-to", format, "--outdir", folder, .. paths]);
            if (code != 0 || Directory.GetFiles(folder).Length == 0)
                throw new InvalidOperationException($"LibreOffice did not convert {string.Join(", ", paths.Select(Path.GetFileName))} (exit {code}): {said}");
        }
        finally
        {
            OneConversion.Release();
        }
    }
}
