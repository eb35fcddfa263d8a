using System.Globalization;

namespace MonitoringReturns.Local;

/// <summary>What the person asked for on the command line.</summary>
public abstract record Options
{
    public const int UsualPort = 7071;
    public const string UsualDemo = "grant-aid";
    public const string UsualPackage = "artifacts/monitoring-returns.zip";

    public const string Usage = """
        The monitoring portal, all of it, on this machine.

        Usage: dotnet run --project local [-- [command] [options]]

        Without a command the portal starts and runs until Ctrl-C:
          --port N      listen on http://localhost:N (default 7071)
          --data DIR    keep data in DIR (default: in memory, gone at the end)
          --demo NAME   with this demonstration's data (default grant-aid), or all
          --no-demo     start empty, without the demonstration data

        Commands:
          demo --case NAME --out FOLDER    play one of the demonstration cases and write its report to FOLDER
          package [--out FILE]             make the zip that is deployed (default artifacts/monitoring-returns.zip)
          verify --data DIR                verify the record in DIR: exit code 1 where a chain is broken
          rebuild --data DIR --programme ID
                                           make a programme's lists in DIR anew from its awards and returns

          --help        show this
        """;

    private Options()
    {
    }

    /// <summary>Run the portal until it is stopped.</summary>
    /// <param name="DemoCase">The demonstration to file; null for none.</param>
    public sealed record Start(int Port, string? DataFolder, string? DemoCase) : Options;

    /// <summary>Play a demonstration case and write what comes of it to a folder.</summary>
    public sealed record Demo(string Case, string OutFolder) : Options;

    /// <summary>Make the deployable zip.</summary>
    public sealed record MakePackage(string OutFile) : Options;

    /// <summary>Verify the record in a data folder.</summary>
    public sealed record Verify(string DataFolder) : Options;

    /// <summary>Make a programme's lists in a data folder anew.</summary>
    public sealed record Rebuild(string DataFolder, string Programme) : Options;

    public sealed record Help : Options;

    /// <summary>The command line was not understood.</summary>
    public sealed record Wrong(string Sentence) : Options;

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(argument => argument is "--help" or "-h" or "-?"))
            return new Help();
        var command = arguments is [var first, ..] && !first.StartsWith('-') ? first : "";
        string[] known = command switch
        {
            "" => ["--port", "--data", "--demo", "--no-demo"],
            "demo" => ["--case", "--out"],
            "package" => ["--out"],
            "verify" => ["--data"],
            "rebuild" => ["--data", "--programme"],
            _ => [],
        };
        if (known.Length == 0)
            return new Wrong($"There is no command \"{command}\".");

        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = command.Length == 0 ? 0 : 1; at < arguments.Count; at++)
        {
            var name = arguments[at];
            if (!known.Contains(name, StringComparer.Ordinal))
                return new Wrong($"\"{name}\" is not an option here.");
            if (given.ContainsKey(name))
                return new Wrong($"{name} is given twice.");
            if (name == "--no-demo")
                given[name] = "";
            else if (at + 1 < arguments.Count && arguments[at + 1] is { Length: > 0 } value && !value.StartsWith("--", StringComparison.Ordinal))
                given[arguments[at++]] = value;
            else
                return new Wrong($"{name} needs a value.");
        }
        return command switch
        {
            "demo" => given.TryGetValue("--case", out var name) && given.TryGetValue("--out", out var folder)
                ? new Demo(name, folder)
                : new Wrong("demo needs --case NAME and --out FOLDER."),
            "package" => new MakePackage(given.GetValueOrDefault("--out", UsualPackage)),
            "verify" => given.TryGetValue("--data", out var data) ? new Verify(data) : new Wrong("verify needs --data DIR."),
            "rebuild" => given.TryGetValue("--data", out var rebuilt) && given.TryGetValue("--programme", out var programme)
                ? new Rebuild(rebuilt, programme)
                : new Wrong("rebuild needs --data DIR and --programme ID."),
            _ => ParseStart(given),
        };
    }

    private static Options ParseStart(Dictionary<string, string> given)
    {
        var port = UsualPort;
        if (given.TryGetValue("--port", out var text) &&
            (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
            return new Wrong($"--port needs a number from 1 to 65535, not \"{text}\".");
        if (given.ContainsKey("--demo") && given.ContainsKey("--no-demo"))
            return new Wrong("--demo and --no-demo can't both be.");
        return new Start(port, given.GetValueOrDefault("--data"), given.ContainsKey("--no-demo") ? null : given.GetValueOrDefault("--demo", UsualDemo));
    }
}
