using System.Diagnostics;

namespace MonitoringReturns.Local.Demo;

/// <summary>Says how far a long piece of work is: one line that is rewritten on a terminal, a plain line now and then elsewhere.</summary>
public sealed class ProgressLine(TextWriter output, bool terminal)
{
    private static readonly TimeSpan Sparse = TimeSpan.FromSeconds(5);

    private readonly Lock _writing = new();
    private long? _lastAt;
    private int _shown;

    /// <summary>On the console where it is one.</summary>
    public static ProgressLine On(TextWriter output) => new(output, ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);

    /// <summary>Where the work is now; the next replaces it.</summary>
    public void Show(string text)
    {
        lock (_writing)
        {
            if (terminal)
            {
                output.Write("\r" + text.PadRight(_shown));
                output.Flush();
                _shown = text.Length;
            }
            else if (_lastAt is not { } last || Stopwatch.GetElapsedTime(last) >= Sparse)
            {
                output.WriteLine(text);
                _lastAt = Stopwatch.GetTimestamp();
            }
        }
    }

    /// <summary>A line that stays.</summary>
    public void Say(string text)
    {
        lock (_writing)
        {
            if (_shown > 0)
                output.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
            output.WriteLine(text);
            _lastAt = null;
        }
    }
}
