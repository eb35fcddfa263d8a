using System.IO.Compression;

namespace MonitoringReturns.Core.Evidence;

/// <summary>
/// Knows one thing, the string that anti-virus programs are tested with (eicar.org), wherever it stands in a file or in what is packed into it. It protects nobody: for
/// one machine and for tests.
/// </summary>
public sealed class EicarScanner : IScanner
{
    private const int MostDepth = 3;
    private const int MostEntries = 20_000;

    /// <summary>What is unpacked of one file, all together.</summary>
    private const long MostUnpacked = 400L * 1024 * 1024;

    /// <summary>A zip in a zip is looked into where it is no larger than a file may be.</summary>
    private const long MostInner = FileKind.MostBytes;

    private const int BufferBytes = 64 * 1024;

    /// <summary>In two parts, so that no anti-virus program takes this program for infected.</summary>
    private static readonly byte[] TestString = [.. """X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-"""u8, .. "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8];

    public async Task<Verdict> ScanAsync(Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var budget = new Budget(MostUnpacked);
        return await ScanAsync(content, budget, 0, cancellation);
    }

    private static async Task<Verdict> ScanAsync(Stream content, Budget budget, int depth, CancellationToken cancellation)
    {
        content.Position = 0;
        if (await HoldsAsync(content, null, cancellation))
            return Verdict.Infected;
        if (!IsZip(content))
            return Verdict.Clean;
        if (depth == MostDepth)
            return Verdict.Unreadable;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
                return Verdict.Unreadable;
            foreach (var entry in zip.Entries)
                if (await ScanAsync(entry, budget, depth, cancellation) is not Verdict.Clean and var verdict)
                    return verdict;
            return Verdict.Clean;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return Verdict.Unreadable;
        }
    }

    private static async Task<Verdict> ScanAsync(ZipArchiveEntry entry, Budget budget, int depth, CancellationToken cancellation)
    {
        using var unpacked = new MemoryStream();
        await using (var packed = entry.Open())
            if (await HoldsAsync(packed, new Kept(unpacked, budget), cancellation))
                return Verdict.Infected;
        if (budget.IsSpent)
            return Verdict.Unreadable;
        return unpacked.Length > 0 ? await ScanAsync(unpacked, budget, depth + 1, cancellation) : Verdict.Clean;
    }

    private static bool IsZip(Stream content) => ContentJudge.Read(content, 0, 4).SequenceEqual("PK\x3\x4"u8);

    /// <summary>Whether the test string stands in a stream, also across what is read at once.</summary>
    private static async Task<bool> HoldsAsync(Stream content, Kept? kept, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        var carried = 0;
        int read;
        while ((read = await content.ReadAsync(buffer.AsMemory(carried), cancellation)) > 0)
        {
            var held = carried + read;
            if (buffer.AsSpan(0, held).IndexOf(TestString) >= 0)
                return true;
            if (kept?.Take(buffer.AsSpan(carried, read)) == false)
                return false;
            carried = Math.Min(held, TestString.Length - 1);
            buffer.AsSpan(held - carried, carried).CopyTo(buffer);
        }
        return false;
    }

    /// <summary>How much more may be unpacked.</summary>
    private sealed class Budget(long most)
    {
        private long _left = most;

        public bool IsSpent => _left < 0;

        public void Spend(long bytes) => _left -= bytes;
    }

    /// <summary>Keeps an entry that is a zip itself, so that it can be looked into.</summary>
    private sealed class Kept(MemoryStream unpacked, Budget budget)
    {
        private bool? _isZip;

        /// <returns>False where there is no more to spend.</returns>
        public bool Take(ReadOnlySpan<byte> bytes)
        {
            _isZip ??= bytes.StartsWith("PK"u8);
            var fits = !_isZip.Value || unpacked.Length + bytes.Length <= MostInner;
            budget.Spend(fits ? bytes.Length : MostUnpacked);
            if (_isZip.Value && fits)
                unpacked.Write(bytes);
            return !budget.IsSpent;
        }
    }
}
