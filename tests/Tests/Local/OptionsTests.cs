using MonitoringReturns.Local;

namespace MonitoringReturns.Tests.Local;

public sealed class OptionsTests
{
    public static TheoryData<string, Options> Understood => new()
    {
        { "", new Options.Start(7071, null, "grant-aid") },
        { "--port 8080 --data d --no-demo", new Options.Start(8080, "d", null) },
        { "--demo early-help", new Options.Start(7071, null, "early-help") },
        { "demo --out o --case deadline", new Options.Demo("deadline", "o") },
        { "package", new Options.MakePackage("artifacts/monitoring-returns.zip") },
        { "package --out x.zip", new Options.MakePackage("x.zip") },
        { "verify --data d", new Options.Verify("d") },
        { "rebuild --data d --programme grant-aid", new Options.Rebuild("d", "grant-aid") },
        { "--help", new Options.Help() },
        { "demo --help", new Options.Help() },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void Options_AsTheUsageSays_AreUnderstood(string line, Options expected)
    {
        Assert.Equal(expected, Options.Parse(Split(line)));
    }

    [Theory]
    [InlineData("--prot 1", "\"--prot\" is not an option here.")]
    [InlineData("--port", "--port needs a value.")]
    [InlineData("--data --no-demo", "--data needs a value.")]
    [InlineData("--demo all --no-demo", "--demo and --no-demo can't both be.")]
    [InlineData("--port 0", "--port needs a number from 1 to 65535, not \"0\".")]
    [InlineData("--port 65536", "--port needs a number from 1 to 65535, not \"65536\".")]
    [InlineData("--port many", "--port needs a number from 1 to 65535, not \"many\".")]
    [InlineData("--port 1 --port 2", "--port is given twice.")]
    [InlineData("start", "There is no command \"start\".")]
    [InlineData("demo --case deadline", "demo needs --case NAME and --out FOLDER.")]
    [InlineData("demo --port 8080", "\"--port\" is not an option here.")]
    [InlineData("verify", "verify needs --data DIR.")]
    [InlineData("rebuild --data d", "rebuild needs --data DIR and --programme ID.")]
    [InlineData("verify --demo all", "\"--demo\" is not an option here.")]
    [InlineData("package file.zip", "\"file.zip\" is not an option here.")]
    public void Options_NotUnderstood_AreRefusedInASentence(string line, string sentence)
    {
        Assert.Equal(new Options.Wrong(sentence), Options.Parse(Split(line)));
    }

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
